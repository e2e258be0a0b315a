import { describe, expect, test } from 'vitest'
import {
  afterWorkingDays,
  isWorkingDay,
  UncoveredDayError,
  type WorkCalendar,
  workingDaysLeft,
} from '../../content/domain/working-days.ts'
import { readWorkCalendar, workCalendarOf } from '../../content/source/work-calendar.ts'

const calendar = readWorkCalendar()

/** 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04), and those of the years before. */
describe('a day of the official calendar', () => {
  test.each([
    // Spring Festival 2026: off from 15 to 23 February, work on Saturday the 14th and Saturday the 28th.
    ['2026-02-13', true],
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-02-16', false],
    ['2026-02-20', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true],
    ['2026-03-01', false],
    // New Year 2026: a Friday off, work on Sunday the 4th.
    ['2026-01-01', false],
    ['2026-01-02', false],
    ['2026-01-04', true],
    // Labour Day and National Day.
    ['2026-05-05', false],
    ['2026-05-09', true],
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    // New Year that reaches into the year before: Saturday 29 December 2018 worked, Monday the 31st off.
    ['2018-12-29', true],
    ['2018-12-31', false],
    ['2019-01-02', true],
    // Ordinary days.
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
  ])('%s: work %s', (day, expected) => {
    expect(isWorkingDay(calendar, day)).toBe(expected)
  })
})

describe('the last of some working days', () => {
  test.each([
    // An ordinary week: the day of the event isn't counted.
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-23', 3, '2026-11-26'],
    ['2026-11-23', 7, '2026-12-02'],
    ['2026-11-23', 20, '2026-12-21'],
    // An event on a day off counts from the next working day on.
    ['2026-11-20', 3, '2026-11-25'],
    ['2026-11-21', 3, '2026-11-25'],
    ['2026-11-22', 3, '2026-11-25'],
    // Spring Festival 2026: the Saturday before counts, nine days off don't, the Saturday after counts.
    ['2026-02-12', 2, '2026-02-14'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-02-12', 8, '2026-03-02'],
    ['2026-02-17', 3, '2026-02-26'],
    ['2026-02-12', 20, '2026-03-18'],
    // A Saturday that is made up for alone is a whole period.
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-10-09', 1, '2026-10-10'],
    // Over the end of a year.
    ['2025-12-30', 1, '2025-12-31'],
    ['2025-12-30', 2, '2026-01-04'],
    ['2025-12-31', 3, '2026-01-06'],
    ['2023-12-29', 3, '2024-01-04'],
    ['2018-12-28', 2, '2019-01-02'],
    // Over 29 February.
    ['2024-02-27', 3, '2024-03-01'],
  ])('after %s, %i: %s', (event, count, expected) => {
    expect(afterWorkingDays(calendar, event, count)).toBe(expected)
    expect(workingDaysLeft(calendar, event, expected)).toBe(count)
  })

  test.each([0, -1, 1.5, Number.NaN])('is none for %d', (count) => {
    expect(() => afterWorkingDays(calendar, '2026-11-23', count)).toThrow(RangeError)
  })
})

describe('what is left', () => {
  test.each([
    ['2026-11-26', '2026-11-26', 0],
    ['2026-11-27', '2026-11-26', 0],
    ['2026-11-21', '2026-11-22', 0],
    ['2026-09-30', '2026-10-08', 1],
    ['2026-02-13', '2026-02-28', 6],
  ])('from %s to %s: %i', (from, to, expected) => {
    expect(workingDaysLeft(calendar, from, to)).toBe(expected)
  })
})

describe('a year that is not known', () => {
  const short: WorkCalendar = {
    from: '2026-01-01',
    until: '2026-12-25',
    daysOff: new Set(['2026-10-01']),
    makeUpDays: new Set(),
  }

  test.each(['2025-12-31', '2026-12-25', '2026-12-27', '2027-01-04'])('%s is an error', (day) => {
    expect(() => isWorkingDay(short, day)).toThrow(UncoveredDayError)
  })

  test('ends a count that needs it with its day, even where the weekday is a Sunday', () => {
    expect(afterWorkingDays(short, '2026-12-23', 1)).toBe('2026-12-24')
    expect(() => afterWorkingDays(short, '2026-12-23', 2)).toThrow(expect.objectContaining({ day: '2026-12-25' }))
    expect(() => afterWorkingDays(short, '2025-12-30', 1)).toThrow(expect.objectContaining({ day: '2025-12-31' }))
    expect(() => workingDaysLeft(short, '2026-12-23', '2027-01-05')).toThrow(
      expect.objectContaining({ day: '2026-12-25' }),
    )
  })

  test('is every one after the last of the library, and the end of the last, which the next notice arranges', () => {
    const lastKnown = Number(calendar.until.slice(0, 4))
    expect(calendar.until).toBe(`${lastKnown}-12-25`)
    expect(lastKnown).toBeGreaterThanOrEqual(2026)
    expect(isWorkingDay(calendar, `${lastKnown}-12-24`)).toBeTypeOf('boolean')
    expect(() => isWorkingDay(calendar, `${lastKnown + 1}-06-01`)).toThrow(UncoveredDayError)
  })
})

describe('the data of the library', () => {
  test.each([
    ['no years', { holidays: {}, workdays: {} }],
    ['a missing year', { holidays: { '2024-01-01': '元旦', '2026-01-01': '元旦' }, workdays: {} }],
    ['a day that does not exist', { holidays: { '2026-02-30': '春节' }, workdays: {} }],
    ['another form', { days: [] }],
    ['nothing', null],
  ])('with %s are refused', (_name, data) => {
    expect(() => workCalendarOf(data)).toThrow()
  })

  test('have no day both off and made up for, and make up on Saturdays and Sundays only', () => {
    for (const day of calendar.makeUpDays) {
      expect([day, calendar.daysOff.has(day)]).toEqual([day, false])
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
    }
  })
})
