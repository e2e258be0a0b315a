import { describe, expect, test } from 'vitest'
import { type AnnualLeaveInput, calculateAnnualLeave } from '../../../content/domain/calculators/annual-leave.ts'
import { faultsOf, keysOf, outcomeOf, rulesOf } from '../../fixtures/rules.ts'

const { periods } = rulesOf('annual-leave')

/** A year of someone with five years of work who took nothing; any field can be replaced. */
function leave(given: Partial<AnnualLeaveInput> = {}) {
  return calculateAnnualLeave(periods, {
    year: 2026,
    yearsWorked: 5,
    continuous: true,
    schoolHolidays: false,
    personalLeave: false,
    sickMonths: 0,
    joinedOn: null,
    leftOn: null,
    takenHalves: 0,
    monthlyWage: null,
    ...given,
  })
}

describe('days by years of work (条例 3)', () => {
  test.each([
    [0, 0],
    [1, 5],
    [9, 5],
    [10, 10],
    [19, 10],
    [20, 15],
    [60, 15],
  ])('%i years: %i days', (yearsWorked, dueDays) => {
    expect(leave({ yearsWorked })).toMatchObject({ figures: { dueDays } })
  })
})

describe('no leave this year', () => {
  test.each<[string, Partial<AnnualLeaveInput>, string | null]>([
    ['less than twelve months without a break (办法 3)', { continuous: false }, 'not-continuous'],
    ['no full year of work (条例 3)', { yearsWorked: 0 }, 'no-year'],
    ['longer school holidays (条例 4-1)', { schoolHolidays: true }, 'excluded-school'],
    ['twenty days of paid personal leave (条例 4-2)', { personalLeave: true }, 'excluded-personal'],
    ['two months of sick leave below ten years (条例 4-3)', { yearsWorked: 9, sickMonths: 2 }, 'excluded-sick'],
    ['one month of sick leave below ten years', { yearsWorked: 9, sickMonths: 1 }, null],
    ['three months of sick leave below twenty years (条例 4-4)', { yearsWorked: 10, sickMonths: 3 }, 'excluded-sick'],
    ['two months of sick leave below twenty years', { yearsWorked: 10, sickMonths: 2 }, null],
    ['four months of sick leave from twenty years on (条例 4-5)', { yearsWorked: 20, sickMonths: 4 }, 'excluded-sick'],
    ['three months of sick leave from twenty years on', { yearsWorked: 20, sickMonths: 3 }, null],
  ])('%s', (_name, given, key) => {
    const outcome = leave(given)
    if (outcome.kind !== 'calculated') throw new Error('not covered')
    expect(outcome.figures.dueDays === 0).toBe(key !== null)
    expect(outcome.working[0]?.key).toBe(key ?? 'bracket')
  })

  test.each<[string, Partial<AnnualLeaveInput>, boolean]>([
    ['leave taken before long sick leave costs next year (办法 8)', { sickMonths: 2, takenHalves: 2 }, true],
    ['nothing taken, nothing lost', { sickMonths: 2 }, false],
    ['school holidays are not among the cases of 办法 8', { schoolHolidays: true, takenHalves: 2 }, false],
  ])('%s', (_name, given, lost) => {
    expect(keysOf(leave(given).notes).includes('next-year')).toBe(lost)
  })
})

describe('joining in the year: remaining days ÷ 365 × days of a year, whole days only (办法 5)', () => {
  test.each([
    // 365 × 5 ÷ 365
    [2026, '2026-01-01', 5, 5],
    // 292 × 5 ÷ 365 = 4 exactly
    [2026, '2026-03-15', 5, 4],
    // 291 × 5 ÷ 365 = 3.99
    [2026, '2026-03-16', 5, 3],
    // 184 × 5 ÷ 365 = 2.52
    [2026, '2026-07-01', 5, 2],
    // 184 × 15 ÷ 365 = 7.56
    [2026, '2026-07-01', 20, 7],
    // 73 × 5 ÷ 365 = 1 exactly
    [2026, '2026-10-20', 5, 1],
    [2026, '2026-10-21', 5, 0],
    [2026, '2026-12-31', 20, 0],
    // A leap year has 366 days left and no more than the whole leave.
    [2024, '2024-01-01', 5, 5],
    [2024, '2024-02-29', 10, 8],
  ])('%i, from %s, %i years of work: %i days', (year, joinedOn, yearsWorked, dueDays) => {
    expect(leave({ year, joinedOn, yearsWorked })).toMatchObject({ figures: { dueDays } })
  })
})

describe('leaving in the year: passed days ÷ 365 × days of a year − days taken, whole days only (办法 12)', () => {
  test.each<[string, Partial<AnnualLeaveInput>, number]>([
    ['181 × 5 ÷ 365 = 2.48', { leftOn: '2026-06-30' }, 2],
    ['73 × 5 ÷ 365 = 1, the day itself', { leftOn: '2026-03-14' }, 1],
    ['72 × 5 ÷ 365 < 1, the day before', { leftOn: '2026-03-13' }, 0],
    ['the whole year', { leftOn: '2026-12-31' }, 5],
    ['less what was taken: 2.48 − 1', { leftOn: '2026-06-30', takenHalves: 2 }, 1],
    ['less half a day: 2.48 − 0.5 = 1.98', { leftOn: '2026-06-30', takenHalves: 1 }, 1],
    ['too much taken is not taken back', { leftOn: '2026-06-30', takenHalves: 10 }, 0],
    [
      'joined and left in one year: 92 × 10 ÷ 365 = 2.52',
      { yearsWorked: 10, joinedOn: '2026-04-01', leftOn: '2026-07-01' },
      2,
    ],
    ['one day', { joinedOn: '2026-04-01', leftOn: '2026-04-01' }, 0],
    [
      'the end of February of a leap year: 60 × 15 ÷ 365 = 2.46',
      { year: 2024, yearsWorked: 20, leftOn: '2024-02-29' },
      2,
    ],
  ])('%s', (_name, given, openDays) => {
    expect(leave(given)).toMatchObject({ figures: { openDays } })
  })
})

describe('pay for days not taken: 300 % of the day, 100 % of it paid already (条例 5, 办法 10 and 11)', () => {
  test.each<[string, Partial<AnnualLeaveInput>, { openDays: number; pay: number | null; extra: number | null }]>([
    ['6525 ÷ 21.75 = 300 a day', { monthlyWage: 652500 }, { openDays: 5, pay: 450000, extra: 300000 }],
    ['after two days', { monthlyWage: 652500, takenHalves: 4 }, { openDays: 3, pay: 270000, extra: 180000 }],
    ['half a day', { monthlyWage: 652500, takenHalves: 9 }, { openDays: 0.5, pay: 45000, extra: 30000 }],
    ['fractions: 6000 × 5 × 3 ÷ 21.75', { monthlyWage: 600000 }, { openDays: 5, pay: 413793, extra: 275862 }],
    ['nothing left', { monthlyWage: 652500, takenHalves: 10 }, { openDays: 0, pay: null, extra: null }],
    ['more taken than due', { monthlyWage: 652500, takenHalves: 20 }, { openDays: 0, pay: null, extra: null }],
    ['no wage given', {}, { openDays: 5, pay: null, extra: null }],
    [
      'the highest wage stays exact',
      { monthlyWage: 100_000_000, yearsWorked: 20 },
      { openDays: 15, pay: 206896552, extra: 137931034 },
    ],
  ])('%s', (_name, given, figures) => {
    expect(leave(given)).toMatchObject({ figures })
  })
})

test.each([
  [2008, 'not-covered'],
  [2009, 'calculated'],
  [2100, 'calculated'],
])('the year %i is %s: the measures are of 18 September 2008 and must hold from the first of January', (year, kind) => {
  expect(leave({ year }).kind).toBe(kind)
})

describe('the form', () => {
  const SOUND = { year: '2026', yearsWorked: '5', continuous: 'yes' }

  test('needs year, years of work and whether they were without a break', () => {
    expect(faultsOf('annual-leave', {})).toEqual(['year missing', 'yearsWorked missing', 'continuous unchosen'])
    expect(outcomeOf('annual-leave', SOUND)).toMatchObject({ figures: { dueDays: 5, openDays: 5 } })
  })

  test.each([
    [{ joinedOn: '2025-12-31' }, ['joinedOn outside-year']],
    [{ joinedOn: '2026-01-01' }, []],
    [{ leftOn: '2027-01-01' }, ['leftOn outside-year']],
    [{ joinedOn: '2026-07-01', leftOn: '2026-06-30' }, ['leftOn before']],
    [{ joinedOn: '2026-07-01', leftOn: '2026-07-01' }, []],
    [{ taken: '2.3' }, ['taken not-half']],
    [{ sickMonths: '13' }, ['sickMonths too-large']],
    [{ year: '1989' }, ['year too-small']],
    [{ year: '二零二六' }, ['year not-whole']],
    [{ monthlyWage: '0' }, ['monthlyWage too-small']],
    [{ continuous: 'true' }, ['continuous unchosen']],
  ])('with %j has the faults %j', (given, faults) => {
    expect(faultsOf('annual-leave', { ...SOUND, ...given })).toEqual(faults)
  })
})
