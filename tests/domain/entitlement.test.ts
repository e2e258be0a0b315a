import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../content/domain/assessment.ts'
import {
  countingAttempt,
  type EarlierAttempt,
  isMakeUp,
  mayStart,
  type Verdict,
} from '../../content/domain/entitlement.ts'
import { assessment } from '../fixtures/assessments.ts'
import { START } from '../fixtures/attempts.ts'

function ended(startedAt: number, score = 0): EarlierAttempt {
  return { state: 'submitted', startedAt, finishedAt: startedAt + 60_000, score }
}

const HOUR = 3_600_000
const MAIN = { opensAt: new Date(START - HOUR).toISOString(), closesAt: new Date(START).toISOString() }
const MAKE_UP = { opensAt: new Date(START + HOUR).toISOString(), closesAt: new Date(START + 2 * HOUR).toISOString() }

/** An exam with a pass mark of 6, one attempt that counts first, and one make-up. */
function exam(given: Partial<Assessment> = {}): Assessment {
  return assessment({ kind: 'exam', attempts: { allowed: 1, per: 'total', counts: 'first', makeUp: 1 }, ...given })
}

describe('another attempt', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`)
  const rule = (allowed: number | null, per: 'total' | 'day') => ({ allowed, per, counts: 'best' as const, makeUp: 0 })
  const threeOnTheFourth = [at('2026-12-04T00:00:00'), at('2026-12-04T12:00:00'), at('2026-12-04T23:59:59')]

  test.each<[string, ReturnType<typeof rule>, number[], number, boolean]>([
    ['any number, after many', rule(null, 'total'), new Array<number>(99).fill(START), START, true],
    ['any number a day, after many', rule(null, 'day'), new Array<number>(99).fill(START), START, true],
    ['one, the first', rule(1, 'total'), [], START, true],
    ['one, the second', rule(1, 'total'), [START - 1], START, false],
    ['one, a year later', rule(1, 'total'), [START - 365 * 86_400_000], START, false],
    ['three, the third', rule(3, 'total'), [1, 2], START, true],
    ['three, the fourth', rule(3, 'total'), [1, 2, 3], START, false],
    ['three a day, the first', rule(3, 'day'), [], START, true],
    [
      'three a day, one millisecond before Beijing midnight',
      rule(3, 'day'),
      threeOnTheFourth,
      at('2026-12-04T23:59:59.999'),
      false,
    ],
    ['three a day, at Beijing midnight', rule(3, 'day'), threeOnTheFourth, at('2026-12-05T00:00:00'), true],
    ['three a day, at 07:59 the same UTC day', rule(3, 'day'), threeOnTheFourth, at('2026-12-05T07:59:00'), true],
    [
      'three a day, those of the day before do not count',
      rule(3, 'day'),
      [at('2026-12-03T23:59:59.999'), ...threeOnTheFourth.slice(0, 2)],
      at('2026-12-04T13:00:00'),
      true,
    ],
    [
      'three a day, those after UTC midnight but the same Beijing day do',
      rule(1, 'day'),
      [at('2026-12-04T07:00:00')],
      at('2026-12-04T09:00:00'),
      false,
    ],
  ])('%s', (_name, rules, startedAt, now, allowed) => {
    expect(
      mayStart(
        assessment({ attempts: rules }),
        startedAt.map((at) => ended(at)),
        now,
      ) === 'may-start',
    ).toBe(allowed)
  })
})

describe('a make-up in a window of its own', () => {
  const windows = exam({ ...MAIN, makeUpWindow: MAKE_UP })
  const before = START - HOUR / 2

  test.each<[string, EarlierAttempt[], number, Verdict]>([
    ['nobody before the main window', [], START - 2 * HOUR, 'not-open'],
    ['everybody in the main window', [], before, 'may-start'],
    ['nobody twice in the main window', [ended(before, 0)], before + 1, 'no-attempts-left'],
    ['nobody between the windows', [], START, 'not-open'],
    ['who was absent', [], START + HOUR, 'may-start'],
    ['who failed', [ended(before, 5.99)], START + HOUR, 'may-start'],
    ['not who passed', [ended(before, 6)], START + HOUR, 'already-passed'],
    ['not who has failed it', [ended(before, 1), ended(START + HOUR, 2)], START + HOUR + 1, 'no-attempts-left'],
    ['not who has passed it', [ended(START + HOUR, 6)], START + HOUR + 1, 'already-passed'],
    ['nobody after it', [], START + 2 * HOUR, 'not-open'],
  ])('is for %s', (_name, attempts, now, verdict) => {
    expect(mayStart(windows, attempts, now)).toBe(verdict)
  })
})

describe('make-ups after the other attempts', () => {
  const fiveThenThree = exam({ attempts: { allowed: 5, per: 'total', counts: 'best', makeUp: 3 } })
  const failed = (count: number) => Array.from({ length: count }, (_, index) => ended(START + index * HOUR, index / 10))

  test.each<[number, Verdict]>([
    [4, 'may-start'],
    [5, 'may-start'],
    [7, 'may-start'],
    [8, 'no-attempts-left'],
  ])('after %i failures', (count, verdict) => {
    expect(mayStart(fiveThenThree, failed(count), START + 99 * HOUR)).toBe(verdict)
  })

  test('are not for who has passed, though ordinary attempts are', () => {
    const passed = [ended(START, 10), ...failed(3)]
    expect(mayStart(fiveThenThree, passed, START + 99 * HOUR)).toBe('may-start')
    expect(mayStart(fiveThenThree, [...passed, ended(START, 1)], START + 99 * HOUR)).toBe('already-passed')
  })
})

describe('the attempt that counts', () => {
  const scores = (...all: number[]) => all.map((score, index) => ended(START + index * HOUR, score))

  test.each<[Assessment['attempts']['counts'], number, number, number[], number | null]>([
    ['best', 3, 0, [], null],
    ['best', 3, 0, [5, 8, 7], 8],
    ['last', 3, 0, [5, 8, 7], 7],
    ['first', 3, 0, [5, 8, 7], 5],
    ['first', 1, 1, [5, 7], 7],
    ['first', 1, 1, [5, 4], 5],
    ['last', 1, 1, [5, 4], 5],
    ['first', 2, 1, [5, 7, 4], 5],
  ])('%s of %i and %i make-ups, with %j', (counts, allowed, makeUp, all, score) => {
    const rules = exam({ attempts: { allowed, per: 'total', counts, makeUp } })
    expect(countingAttempt(rules, scores(...all))?.score ?? null).toBe(score)
  })

  test('is none that is under way', () => {
    const writing: EarlierAttempt = { state: 'in_progress', startedAt: START, finishedAt: null, score: null }
    expect(countingAttempt(exam(), [writing])).toBeNull()
    expect(countingAttempt(exam(), [...scores(3), writing])?.score).toBe(3)
  })
})

test('an attempt is a make-up by its number, or by the window in which it starts', () => {
  expect([0, 1].map((index) => isMakeUp(exam(), START, index))).toEqual([false, true])
  const windows = exam({ ...MAIN, makeUpWindow: MAKE_UP })
  expect([START - 1, START + HOUR].map((at) => isMakeUp(windows, at, 0))).toEqual([false, true])
  expect(isMakeUp(assessment(), START, 9)).toBe(false)
})
