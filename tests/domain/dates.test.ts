import { describe, expect, test } from 'vitest'
import { beijingDay, InstantSchema, IsoDateSchema, startOfBeijingDay } from '../../content/domain/dates.ts'

describe('the Beijing day of an instant', () => {
  test.each([
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2027-01-01T15:59:59.999Z', '2027-01-01'],
    ['2027-01-01T16:00:00.000Z', '2027-01-02'],
    ['2026-12-04T00:00:00+08:00', '2026-12-04'],
    ['2026-12-03T23:59:59+08:00', '2026-12-03'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
    ['1970-01-01T00:00:00Z', '1970-01-01'],
  ])('%s is on %s', (instant, day) => {
    expect(beijingDay(Date.parse(instant))).toBe(day)
  })

  test('starts at 16:00 UTC of the day before', () => {
    expect(new Date(startOfBeijingDay('2027-01-01')).toISOString()).toBe('2026-12-31T16:00:00.000Z')
  })

  test.each(['2024-02-29', '2026-01-01', '2026-12-31'])(
    '%s contains its start and not the millisecond before',
    (day) => {
      expect(beijingDay(startOfBeijingDay(day))).toBe(day)
      expect(beijingDay(startOfBeijingDay(day) - 1) < day).toBe(true)
    },
  )
})

describe('a calendar date', () => {
  test.each(['2026-01-01', '2024-02-29', '2000-02-29', '2026-12-31'])('%s exists', (text) => {
    expect(IsoDateSchema.safeParse(text).success).toBe(true)
  })

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '二〇二六年一月一日',
    '',
  ])('"%s" is refused', (text) => {
    expect(IsoDateSchema.safeParse(text).success).toBe(false)
  })
})

describe('an instant', () => {
  test.each(['2026-12-04T09:00:00+08:00', '2026-12-04T01:00:00Z', '2026-12-04T01:00:00.123Z'])(
    '%s has an offset',
    (text) => {
      expect(InstantSchema.safeParse(text).success).toBe(true)
    },
  )

  test.each(['2026-12-04T09:00:00', '2026-12-04', '2026-12-04 09:00', '2026-02-30T09:00:00Z'])(
    '%s is refused',
    (text) => {
      expect(InstantSchema.safeParse(text).success).toBe(false)
    },
  )
})
