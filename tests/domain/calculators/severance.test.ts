import { describe, expect, test } from 'vitest'
import { calculateSeverance, type SeveranceInput } from '../../../content/domain/calculators/severance.ts'
import { faultsOf, keysOf, outcomeOf, rulesOf } from '../../fixtures/rules.ts'

const { periods } = rulesOf('severance')

/** A lawful end after exactly five years at 6000 yuan; any field can be replaced. Money in yuan. */
function severance(given: Partial<SeveranceInput> = {}) {
  const input = {
    reason: 'lawful' as const,
    startedOn: '2021-03-01',
    endedOn: '2026-02-28',
    wage: 6000,
    lastWage: null,
    localAverage: null,
    minimumWage: null,
    ...given,
  }
  const fen = (yuan: number | null) => (yuan === null ? null : Math.round(yuan * 100))
  return calculateSeverance(periods, {
    ...input,
    wage: Math.round(input.wage * 100),
    lastWage: fen(input.lastWage),
    localAverage: fen(input.localAverage),
    minimumWage: fen(input.minimumWage),
  })
}

describe('years of work (劳动合同法 47-1): the last day counts', () => {
  test.each([
    ['2026-01-01', '2026-01-01', 0.5, 'a single day is less than six months'],
    ['2026-01-01', '2026-06-29', 0.5, 'a day short of six months'],
    ['2026-01-01', '2026-06-30', 1, 'six months exactly count as a year'],
    ['2026-01-01', '2026-12-30', 1, 'a day short of a year'],
    ['2026-01-01', '2026-12-31', 1, 'a year exactly'],
    ['2025-01-01', '2026-01-01', 1.5, 'a year and a day'],
    ['2025-01-01', '2026-06-29', 1.5, 'a year and less than six months'],
    ['2025-01-01', '2026-06-30', 2, 'a year and six months'],
    ['2021-03-01', '2026-02-28', 5, 'five years to the end of February'],
    ['2024-02-29', '2025-02-28', 1, 'from 29 February a year is full at the end of February'],
    ['2024-02-29', '2025-02-27', 1, 'a day before it, more than six months'],
    ['2023-02-28', '2024-02-27', 1, 'from 28 February a year is full on 27 February'],
    ['2023-02-28', '2024-02-28', 1.5, 'a day more in a leap year'],
    ['2025-08-31', '2026-02-27', 0.5, 'from 31 August six months are full at the end of February, not before'],
    ['2025-08-31', '2026-02-28', 1, 'and then they are'],
    ['2008-01-01', '2026-12-31', 19, 'no limit of years below the cap'],
  ])('%s to %s: %d months of wage — %s', (startedOn, endedOn, months) => {
    expect(severance({ startedOn, endedOn })).toMatchObject({
      figures: { halfMonths: months * 2, total: months * 600000 },
    })
  })
})

describe('the cap (劳动合同法 47-2)', () => {
  test.each([
    [
      'at three times the average there is none',
      { wage: 24000, localAverage: 8000 },
      { base: 2400000, total: 12000000 },
    ],
    [
      'a fen above it, three times the average',
      { wage: 24000.01, localAverage: 8000 },
      { base: 2400000, total: 12000000 },
    ],
    ['far above it', { wage: 50000, localAverage: 8000 }, { base: 2400000, total: 12000000 }],
    ['below it', { wage: 10000, localAverage: 8000 }, { base: 1000000, total: 5000000 }],
    ['no average given, no cap', { wage: 50000 }, { base: 5000000, total: 25000000 }],
    [
      'twelve years at most above the cap',
      { wage: 50000, localAverage: 8000, startedOn: '2010-01-01', endedOn: '2026-12-31' },
      { base: 2400000, halfMonths: 24, total: 28800000 },
    ],
    [
      'twelve years exactly above the cap',
      { wage: 50000, localAverage: 8000, startedOn: '2015-01-01', endedOn: '2026-12-31' },
      { halfMonths: 24 },
    ],
    [
      'more than twelve years below the cap',
      { wage: 10000, localAverage: 8000, startedOn: '2010-01-01', endedOn: '2026-12-31' },
      { halfMonths: 34, total: 17000000 },
    ],
    [
      'more than twelve years at the cap exactly',
      { wage: 24000, localAverage: 8000, startedOn: '2010-01-01', endedOn: '2026-12-31' },
      { halfMonths: 34 },
    ],
  ])('%s', (_name, given, figures) => {
    expect(severance(given)).toMatchObject({ figures })
  })

  test('says when it could not be looked at', () => {
    expect(keysOf(severance().notes)).toContain('cap-unchecked')
    expect(keysOf(severance({ localAverage: 8000 }).notes)).not.toContain('cap-unchecked')
  })
})

describe('the floor (实施条例 27)', () => {
  test.each([
    [
      'a wage below the minimum counts as the minimum',
      { wage: 1500, minimumWage: 2000 },
      { base: 200000, total: 1000000 },
    ],
    ['a wage at the minimum stays', { wage: 2000, minimumWage: 2000 }, { base: 200000 }],
    ['no minimum given, none applied', { wage: 1500 }, { base: 150000 }],
  ])('%s', (_name, given, figures) => {
    expect(severance(given)).toMatchObject({ figures })
  })
})

describe('why it ended', () => {
  test.each<[string, Partial<SeveranceInput>, { total: number; notice: number }]>([
    ['lawfully: N (劳动合同法 46)', {}, { total: 3000000, notice: 0 }],
    [
      'without thirty days of notice: N and the last month (40, 实施条例 20)',
      { reason: 'no-notice', lastWage: 7000 },
      { total: 3700000, notice: 700000 },
    ],
    [
      'the month in place of notice is not capped',
      { reason: 'no-notice', wage: 50000, lastWage: 50000, localAverage: 8000 },
      { total: 17000000, notice: 5000000 },
    ],
    ['unlawfully: 2N (87)', { reason: 'unlawful' }, { total: 6000000, notice: 0 }],
    [
      'unlawfully, half a month doubled',
      { reason: 'unlawful', startedOn: '2026-01-01', wage: 6000.01 },
      { total: 600001, notice: 0 },
    ],
    [
      'half a month of an odd fen, rounded up',
      { startedOn: '2026-01-01', wage: 6000.01 },
      { total: 300001, notice: 0 },
    ],
  ])('%s', (_name, given, figures) => {
    expect(severance(given)).toMatchObject({ figures })
  })

  test('damages and severance are not paid both (实施条例 25), and the job may be asked back (劳动合同法 48)', () => {
    expect(keysOf(severance({ reason: 'unlawful' }).notes)).toEqual(
      expect.arrayContaining(['not-both', 'reinstatement']),
    )
  })
})

describe('years before 2008', () => {
  test.each([
    ['2005-01-01', '2008-12-31', 'lawful', 1, true],
    ['2007-12-31', '2008-12-31', 'lawful', 1, true],
    ['2008-01-01', '2008-12-31', 'lawful', 1, false],
    ['2005-01-01', '2008-12-31', 'unlawful', 4, false],
  ] as const)('%s to %s, %s: %d months (劳动合同法 97, 实施条例 25)', (startedOn, endedOn, reason, months, told) => {
    const outcome = severance({ startedOn, endedOn, reason })
    expect(outcome).toMatchObject({ figures: { halfMonths: months * 2 } })
    expect(keysOf(outcome.notes).includes('earlier-years')).toBe(told)
  })

  test.each([
    ['2008-09-17', 'not-covered'],
    ['2008-09-18', 'calculated'],
  ])('an end on %s is %s', (endedOn, kind) => {
    expect(severance({ startedOn: '2006-01-01', endedOn }).kind).toBe(kind)
  })
})

test('every step names its source', () => {
  const outcome = severance({ reason: 'unlawful', wage: 50000, localAverage: 8000, startedOn: '2005-01-01' })
  if (outcome.kind !== 'calculated') throw new Error('not covered')
  expect(keysOf(outcome.working)).toEqual([
    'count-from-start',
    'years-half',
    'cap',
    'cap-years',
    'severance',
    'unlawful',
  ])
  expect(outcome.working.filter(({ sources }) => sources.length === 0)).toEqual([])
})

describe('the form', () => {
  const SOUND = { reason: 'lawful', startedOn: '2021-03-01', endedOn: '2026-02-28', wage: '6000' }

  test.each([
    [{}, []],
    [{ reason: '' }, ['reason unchosen']],
    [{ reason: 'no-notice' }, ['lastWage missing']],
    [{ reason: 'no-notice', lastWage: '7000' }, []],
    [{ endedOn: '2021-02-28' }, ['endedOn before']],
    [{ endedOn: '2021-03-01' }, []],
    [{ wage: '' }, ['wage missing']],
    [{ localAverage: '8千' }, ['localAverage not-money']],
    [{ startedOn: '1949-01-01' }, ['startedOn too-early']],
    [{ minimumWage: '1e9' }, ['minimumWage not-money']],
  ])('with %j has the faults %j', (given, faults) => {
    expect(faultsOf('severance', { ...SOUND, ...given })).toEqual(faults)
  })

  test('asks for the last wage only where it counts', () => {
    expect(outcomeOf('severance', { ...SOUND, lastWage: '7000' })).toMatchObject({ figures: { notice: 0 } })
  })
})
