import { describe, expect, test } from 'vitest'
import { calculateLimitation, type LimitationInput } from '../../../content/domain/calculators/limitation.ts'
import { faultsOf, keysOf, outcomeOf, rulesOf } from '../../fixtures/rules.ts'

const { periods } = rulesOf('limitation')
type Claim = Extract<LimitationInput, { claim: 'other' }>

/** A claim known on 10 March 2026 with nothing else; any field can be replaced. */
function claim(given: Partial<Claim> = {}) {
  return calculateLimitation(periods, {
    claim: 'other',
    knownOn: '2026-03-10',
    interruptedOn: [],
    suspended: null,
    today: '2026-11-23',
    ...given,
  })
}

describe('a year from knowing (劳动争议调解仲裁法 27-1); the safe day is the one before the corresponding day', () => {
  test.each([
    ['2026-03-10', '2027-03-09'],
    ['2026-01-01', '2026-12-31'],
    ['2025-12-31', '2026-12-30'],
    ['2023-02-28', '2024-02-27'],
    ['2024-02-29', '2025-02-27'],
    ['2023-03-01', '2024-02-29'],
    ['2008-05-01', '2009-04-30'],
  ])('known on %s: %s', (knownOn, safeDay) => {
    expect(claim({ knownOn })).toMatchObject({ figures: { safeDay } })
  })

  test.each([
    ['2026-03-10', 'open', 364],
    ['2027-03-08', 'open', 1],
    ['2027-03-09', 'open', 0],
    ['2027-03-10', 'edge', 1],
    ['2027-03-11', 'passed', 2],
    ['2030-01-01', 'passed', 1029],
  ])('on %s it is %s', (today, status, days) => {
    const outcome = claim({ today })
    expect(outcome).toMatchObject({ figures: { status } })
    expect(outcome.kind === 'calculated' && outcome.answer[0]?.values['days']?.value).toBe(days)
  })
})

describe('interruptions start the year anew (27-2)', () => {
  test.each<[string, Partial<Claim>, string, string[]]>([
    ['a demand in June', { interruptedOn: ['2026-06-15'] }, '2027-06-14', ['interrupted']],
    ['on the first day', { interruptedOn: ['2026-03-10'] }, '2027-03-09', ['interrupted']],
    ['on the safe day', { interruptedOn: ['2027-03-09'] }, '2028-03-08', ['interrupted']],
    ['a day later: too late to be safe', { interruptedOn: ['2027-03-10'] }, '2027-03-09', ['interrupted-late']],
    ['twice', { interruptedOn: ['2026-06-15', '2027-01-20'] }, '2028-01-19', ['interrupted', 'interrupted']],
    [
      'the second too late',
      { interruptedOn: ['2026-06-15', '2027-06-15'] },
      '2027-06-14',
      ['interrupted', 'interrupted-late'],
    ],
    [
      'the second in time only through the first',
      { interruptedOn: ['2027-02-01', '2027-12-01'] },
      '2028-11-30',
      ['interrupted', 'interrupted'],
    ],
  ])('%s', (_name, given, safeDay, keys) => {
    const outcome = claim(given)
    expect(outcome).toMatchObject({ figures: { safeDay } })
    expect(outcome.kind === 'calculated' ? keysOf(outcome.working).slice(1) : []).toEqual(keys)
  })
})

describe('a suspension adds its days (27-3)', () => {
  test.each<[string, Partial<Claim>, string]>([
    ['ten days', { suspended: { from: '2026-05-01', until: '2026-05-11' } }, '2027-03-19'],
    ['gone on the day it came', { suspended: { from: '2026-05-01', until: '2026-05-01' } }, '2027-03-09'],
    [
      'begun before the year: only the days in it',
      { suspended: { from: '2026-03-01', until: '2026-03-15' } },
      '2027-03-14',
    ],
    ['over before the year', { suspended: { from: '2026-02-01', until: '2026-03-10' } }, '2027-03-09'],
    ['begun on the safe day', { suspended: { from: '2027-03-09', until: '2027-03-20' } }, '2027-03-20'],
    ['begun after it', { suspended: { from: '2027-03-10', until: '2027-03-20' } }, '2027-03-09'],
    [
      'an interruption before it',
      { interruptedOn: ['2026-06-15'], suspended: { from: '2026-07-01', until: '2026-07-31' } },
      '2027-07-14',
    ],
    [
      'an interruption after it starts a whole year',
      { interruptedOn: ['2026-06-15'], suspended: { from: '2026-05-01', until: '2026-05-31' } },
      '2027-06-14',
    ],
    [
      'an interruption within it: only the days after it',
      { interruptedOn: ['2026-05-11'], suspended: { from: '2026-05-01', until: '2026-05-31' } },
      '2027-05-30',
    ],
    [
      'an interruption in the days that it added',
      { interruptedOn: ['2027-03-15'], suspended: { from: '2026-05-01', until: '2026-05-11' } },
      '2028-03-14',
    ],
  ])('%s', (_name, given, safeDay) => {
    expect(claim(given)).toMatchObject({ figures: { safeDay } })
  })
})

describe('wages (27-4)', () => {
  const wages = (endedOn: string | null, today = '2026-11-23') =>
    calculateLimitation(periods, { claim: 'wages', endedOn, today })

  test('have no limit while the employment lasts', () => {
    expect(wages(null)).toMatchObject({ figures: { status: 'no-limit', safeDay: null } })
  })

  test.each([
    ['2026-03-31', 'open', '2027-03-30'],
    ['2025-11-24', 'open', '2026-11-23'],
    ['2025-11-23', 'edge', '2026-11-22'],
    ['2025-11-22', 'passed', '2026-11-21'],
    ['2027-01-31', 'open', '2028-01-30'],
  ])('after an end on %s are %s until %s', (endedOn, status, safeDay) => {
    expect(wages(endedOn)).toMatchObject({ figures: { status, safeDay } })
  })

  test('say that interruptions are not counted in that year', () => {
    expect(keysOf(wages('2026-03-31').notes)).toContain('wages-interruption')
  })
})

test.each([
  ['2008-04-30', 'not-covered'],
  ['2008-05-01', 'calculated'],
])('what was known on %s is %s: the law is of 1 May 2008', (knownOn, kind) => {
  expect(claim({ knownOn }).kind).toBe(kind)
  expect(calculateLimitation(periods, { claim: 'wages', endedOn: knownOn, today: '2026-11-23' }).kind).toBe(kind)
})

test('a claim that has passed is told what may save it', () => {
  expect(keysOf(claim({ today: '2028-01-01' }).notes)[0]).toBe('passed')
})

describe('the form', () => {
  const SOUND = { claim: 'other', knownOn: '2026-03-10' }

  test.each([
    [{}, ['claim unchosen']],
    [{ claim: 'wages' }, ['employed unchosen']],
    [{ claim: 'wages', employed: 'yes' }, []],
    [{ claim: 'wages', employed: 'no' }, ['endedOn missing']],
    [{ claim: 'wages', employed: 'no', endedOn: '2026-03-31' }, []],
    [{ claim: 'other' }, ['knownOn missing']],
    [SOUND, []],
    [{ ...SOUND, knownOn: '2026-11-24' }, ['knownOn in-future']],
    [{ ...SOUND, interrupted1: '2026-03-09' }, ['interrupted1 before']],
    [{ ...SOUND, interrupted2: '2026-11-24' }, ['interrupted2 in-future']],
    [{ ...SOUND, interrupted3: '2026-02-31' }, ['interrupted3 not-day']],
    [{ ...SOUND, suspendedFrom: '2026-05-01' }, ['suspendedUntil missing']],
    [{ ...SOUND, suspendedUntil: '2026-05-01' }, ['suspendedFrom missing']],
    [{ ...SOUND, suspendedFrom: '2026-05-02', suspendedUntil: '2026-05-01' }, ['suspendedUntil before']],
    [{ ...SOUND, suspendedFrom: '2026-01-01', suspendedUntil: '2026-02-01' }, ['suspendedUntil before']],
  ])('%j has the faults %j', (raw, faults) => {
    expect(faultsOf('limitation', raw)).toEqual(faults)
  })

  test('takes interruptions in any order', () => {
    const given = { ...SOUND, interrupted1: '2026-09-01', interrupted3: '2026-06-15' }
    expect(outcomeOf('limitation', given)).toMatchObject({ figures: { safeDay: '2027-08-31' } })
  })
})
