import { describe, expect, test } from 'vitest'
import { calculateDoubleWages, type DoubleWagesInput } from '../../../content/domain/calculators/double-wages.ts'
import { faultsOf, keysOf, outcomeOf, rulesOf } from '../../fixtures/rules.ts'

const { periods } = rulesOf('double-wages')

/** Someone who started on 1 March 2025 at 6000 yuan and never got a contract; any field can be replaced. */
function doubleWages(given: Partial<DoubleWagesInput> = {}) {
  return calculateDoubleWages(periods, {
    startedOn: '2025-03-01',
    signedOn: null,
    endedOn: null,
    monthlyWage: 600000,
    today: '2026-11-23',
    ...given,
  })
}

describe('from the day after a full month to the day before the full year (劳动合同法 82, 实施条例 6 and 7)', () => {
  test.each<
    [
      string,
      Partial<DoubleWagesInput>,
      Partial<{ from: string; to: string; months: number; days: number; extra: number }>,
    ]
  >([
    ['never signed: eleven months', {}, { from: '2025-04-01', to: '2026-02-28', months: 11, days: 0, extra: 6600000 }],
    [
      'signed on the last day of the year',
      { signedOn: '2026-02-28' },
      { to: '2026-02-27', months: 10, days: 27, extra: 6578571 },
    ],
    ['signed on the day of the full year', { signedOn: '2026-03-01' }, { to: '2026-02-28', months: 11, days: 0 }],
    ['signed long after it', { signedOn: '2026-10-01' }, { to: '2026-02-28', months: 11, extra: 6600000 }],
    [
      'signed in the fourth month',
      { signedOn: '2025-06-01' },
      { from: '2025-04-01', to: '2025-05-31', months: 2, days: 0, extra: 1200000 },
    ],
    [
      'signed in the middle of a month: 14 of 30 days',
      { signedOn: '2025-06-15' },
      { to: '2025-06-14', months: 2, days: 14, extra: 1480000 },
    ],
    [
      'one day only',
      { signedOn: '2025-04-02' },
      { from: '2025-04-01', to: '2025-04-01', months: 0, days: 1, extra: 20000 },
    ],
    [
      'left before the year was full; the last day counts',
      { endedOn: '2025-04-30' },
      { to: '2025-04-30', months: 1, days: 0, extra: 600000 },
    ],
    ['signed, then left', { signedOn: '2025-05-01', endedOn: '2025-12-31' }, { to: '2025-04-30', months: 1 }],
    [
      'still there and not yet a year',
      { today: '2025-06-10' },
      { to: '2025-06-10', months: 2, days: 10, extra: 1400000 },
    ],
    [
      'from 31 January: month ends without a 31st',
      { startedOn: '2025-01-31' },
      { from: '2025-03-01', to: '2026-01-30', months: 11, days: 0 },
    ],
    ['from 30 January', { startedOn: '2025-01-30' }, { from: '2025-03-01', to: '2026-01-29', months: 11, days: 0 }],
    ['from 29 February', { startedOn: '2024-02-29' }, { from: '2024-03-29', to: '2025-02-28', months: 11, days: 0 }],
    ['from 15 March', { startedOn: '2025-03-15' }, { from: '2025-04-15', to: '2026-03-14', months: 11, days: 0 }],
    [
      'days of February are shares of 28',
      { startedOn: '2025-01-01', signedOn: '2025-02-15' },
      { from: '2025-02-01', days: 14, extra: 300000 },
    ],
    ['a third of a fen is rounded', { monthlyWage: 1, signedOn: '2025-04-11' }, { days: 10, extra: 0 }],
    ['half a fen is rounded up', { monthlyWage: 1, signedOn: '2025-04-16' }, { days: 15, extra: 1 }],
  ])('%s', (_name, given, figures) => {
    expect(doubleWages(given)).toMatchObject({ kind: 'calculated', figures })
  })
})

describe('nothing is due', () => {
  test.each<[string, Partial<DoubleWagesInput>, string]>([
    ['signed before work began', { signedOn: '2025-02-20' }, 'signed-in-time'],
    ['signed on the last day of the first month (劳动合同法 10)', { signedOn: '2025-03-31' }, 'signed-in-time'],
    ['signed on the day after it: no day before the signing counts', { signedOn: '2025-04-01' }, 'signed-in-time'],
    ['left within the first month', { endedOn: '2025-03-31' }, 'left-in-time'],
    ['the first month is not over', { today: '2025-03-20' }, 'not-yet'],
  ])('%s', (_name, given, key) => {
    const outcome = doubleWages(given)
    expect(outcome).toMatchObject({ figures: { extra: 0, from: null, to: null, openEndedFrom: null } })
    expect(outcome.kind === 'calculated' ? keysOf(outcome.working) : []).toContain(key)
  })
})

describe('a contract without end is taken to exist from the day of the full year (劳动合同法 14-3, 实施条例 7)', () => {
  test.each<[string, Partial<DoubleWagesInput>, string | null]>([
    ['never signed', {}, '2026-03-01'],
    ['on the day itself', { today: '2026-03-01' }, '2026-03-01'],
    ['the day before', { today: '2026-02-28' }, null],
    ['left on the day before', { endedOn: '2026-02-28' }, null],
    ['left on the day', { endedOn: '2026-03-01' }, '2026-03-01'],
    ['signed on the day before', { signedOn: '2026-02-28' }, null],
    ['signed on the day', { signedOn: '2026-03-01' }, '2026-03-01'],
  ])('%s', (_name, given, openEndedFrom) => {
    expect(doubleWages(given)).toMatchObject({ figures: { openEndedFrom } })
  })
})

test.each([
  ['2008-01-01', 'not-covered'],
  ['2008-09-17', 'not-covered'],
  ['2008-09-18', 'calculated'],
])('work from %s is %s', (startedOn, kind) => {
  expect(doubleWages({ startedOn }).kind).toBe(kind)
})

test('speaks of the limitation period without giving a day (劳动争议调解仲裁法 27)', () => {
  expect(doubleWages().notes.find(({ key }) => key === 'limitation')).toEqual({
    key: 'limitation',
    values: {},
    sources: ['《劳动争议调解仲裁法》第二十七条'],
  })
})

describe('the form', () => {
  const SOUND = { startedOn: '2025-03-01', signed: 'no', left: 'no', monthlyWage: '6000' }

  test.each([
    [{}, []],
    [{ signed: '' }, ['signed unchosen']],
    [{ signed: 'yes' }, ['signedOn missing']],
    [{ signed: 'yes', signedOn: '2025-02-01' }, []],
    [{ left: 'yes', endedOn: '2025-02-28' }, ['endedOn before']],
    [{ signed: 'yes', signedOn: '2025-06-01', left: 'yes', endedOn: '2025-05-01' }, ['endedOn before']],
    [{ startedOn: '2026-11-24' }, ['startedOn in-future']],
    [{ startedOn: '2026-11-23' }, []],
    [{ signed: 'yes', signedOn: '2026-12-01' }, ['signedOn in-future']],
    [{ left: 'yes', endedOn: '2026-12-01' }, ['endedOn in-future']],
    [{ monthlyWage: '' }, ['monthlyWage missing']],
  ])('with %j has the faults %j', (given, faults) => {
    expect(faultsOf('double-wages', { ...SOUND, ...given })).toEqual(faults)
  })

  test('leaves out a day that was typed before another choice was made', () => {
    expect(outcomeOf('double-wages', { ...SOUND, signedOn: '2025-06-01' })).toMatchObject({ figures: { months: 11 } })
  })
})
