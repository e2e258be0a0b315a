import { describe, expect, test } from 'vitest'
import {
  type AttemptClock,
  type AttemptEvent,
  cutOff,
  deadlineOf,
  remainingSeconds,
  type Transition,
  timeUsedSeconds,
  transition,
} from '../../content/domain/attempt.ts'
import { attempt, START } from '../fixtures/attempts.ts'

const GRACE = 5
const DEADLINE = START + 600_000
const save = (seq: number): AttemptEvent => ({ type: 'save', seq })
const submit = (seq: number | 'next' | null): AttemptEvent => ({ type: 'submit', seq })
const tick: AttemptEvent = { type: 'tick' }

/** What an event leads to, in short. */
function outcomeOf(from: AttemptClock, event: AttemptEvent, now: number) {
  const { attempt: to, keepSheet, ended, refused } = transition(from, event, now, GRACE)
  return { state: to.state, seq: to.seq, finishedAt: to.finishedAt, keepSheet, ended, refused }
}
type Outcome = ReturnType<typeof outcomeOf>
const QUIET = {
  state: 'in_progress',
  seq: 3,
  finishedAt: null,
  keepSheet: false,
  ended: false,
  refused: false,
} as const

describe('an attempt under way with seq 3', () => {
  const now = START + 60_000

  test.each<[string, AttemptEvent, Partial<Outcome>]>([
    ['a save with the next seq', save(4), { seq: 4, keepSheet: true }],
    ['a save with a gap', save(90), { seq: 90, keepSheet: true }],
    ['a save with the same seq (a replay)', save(3), {}],
    ['a save with an older seq (a late packet)', save(2), {}],
    ['a save with seq 0', save(0), {}],
    [
      'a submit with a newer sheet',
      submit(4),
      { seq: 4, keepSheet: true, state: 'submitted', finishedAt: now, ended: true },
    ],
    ['a submit with a gap', submit(50), { seq: 50, keepSheet: true, state: 'submitted', finishedAt: now, ended: true }],
    ['a submit with the sheet already kept', submit(3), { state: 'submitted', finishedAt: now, ended: true }],
    ['a submit with an older sheet', submit(1), { state: 'submitted', finishedAt: now, ended: true }],
    [
      'a submit whose sheet counts as the next',
      submit('next'),
      { seq: 4, keepSheet: true, state: 'submitted', finishedAt: now, ended: true },
    ],
    [
      'a submit without a sheet, which keeps the seq',
      submit(null),
      { state: 'submitted', finishedAt: now, ended: true },
    ],
    ['a tick', tick, {}],
  ])('%s', (_name, event, change) => {
    expect(outcomeOf(attempt(), event, now)).toEqual({ ...QUIET, ...change })
  })

  test('keeps its start and its deadline', () => {
    expect(transition(attempt(), submit(4), now, GRACE).attempt).toMatchObject({ startedAt: START, deadline: DEADLINE })
  })

  test('is not changed in place', () => {
    const before = Object.freeze(attempt())
    transition(before, submit(4), now, GRACE)
    expect(before).toEqual(attempt())
  })

  test('takes its first save at seq 1, not at 0', () => {
    expect(outcomeOf(attempt({ seq: 0 }), save(0), now).keepSheet).toBe(false)
    expect(outcomeOf(attempt({ seq: 0 }), save(1), now)).toMatchObject({ seq: 1, keepSheet: true })
  })
})

describe('around the deadline, with five seconds of grace', () => {
  const kept = { seq: 4, keepSheet: true }
  const handedIn = { state: 'submitted', finishedAt: DEADLINE, ended: true } as const
  const expired = { state: 'expired', finishedAt: DEADLINE, ended: true } as const

  test.each<[string, number, AttemptEvent, Partial<Outcome>]>([
    ['a millisecond before: save', -1, save(4), kept],
    ['a millisecond before: submit', -1, submit(4), { ...kept, ...handedIn, finishedAt: DEADLINE - 1 }],
    ['at the deadline: save', 0, save(4), kept],
    ['at the deadline: submit', 0, submit(4), { ...kept, ...handedIn }],
    ['at the deadline: tick', 0, tick, {}],
    ['in the grace: save', 3000, save(4), kept],
    ['in the grace: submit, finished at the deadline', 3000, submit(4), { ...kept, ...handedIn }],
    ['the last millisecond of the grace: save', 4999, save(4), kept],
    ['the last millisecond of the grace: tick', 4999, tick, {}],
    ['at the cut-off: save', 5000, save(4), { ...expired, refused: true }],
    ['at the cut-off: submit, whose sheet comes too late', 5000, submit(4), expired],
    ['at the cut-off: tick', 5000, tick, expired],
    ['a day later: save', 86_400_000, save(4), { ...expired, refused: true }],
    ['a day later: submit', 86_400_000, submit('next'), expired],
    ['a day later: submit without a sheet', 86_400_000, submit(null), expired],
    ['a day later: tick', 86_400_000, tick, expired],
  ])('%s', (_name, offset, event, change) => {
    expect(outcomeOf(attempt(), event, DEADLINE + offset)).toEqual({ ...QUIET, ...change })
  })

  test('without grace the deadline is the cut-off', () => {
    expect(transition(attempt(), save(4), DEADLINE - 1, 0).keepSheet).toBe(true)
    expect(transition(attempt(), save(4), DEADLINE, 0)).toMatchObject({ refused: true, ended: true })
  })

  test.each([
    [null, 5, null],
    [DEADLINE, 0, DEADLINE],
    [DEADLINE, 5, DEADLINE + 5000],
  ])('the cut-off of %s with %i s is %s', (deadline, grace, end) => {
    expect(cutOff(deadline, grace)).toBe(end)
  })
})

describe('without a limit', () => {
  const open = attempt({ deadline: null })
  const yearLater = START + 365 * 86_400_000

  test.each<[string, AttemptEvent, Partial<Outcome>]>([
    ['a save is kept', save(4), { seq: 4, keepSheet: true }],
    ['a tick ends nothing', tick, {}],
    [
      'a submit ends it now',
      submit(4),
      { seq: 4, keepSheet: true, state: 'submitted', finishedAt: yearLater, ended: true },
    ],
  ])('%s a year later', (_name, event, change) => {
    expect(outcomeOf(open, event, yearLater)).toEqual({ ...QUIET, ...change })
  })
})

describe.each(['submitted', 'expired'] as const)('an attempt that is %s', (state) => {
  const ended = attempt({ state, finishedAt: START + 1000 })

  test.each<[string, AttemptEvent, boolean]>([
    ['refuses a save', save(4), true],
    ['takes a second submit as said already', submit(4), false],
    ['takes a second submit with the next sheet as said already', submit('next'), false],
    ['takes a second submit without a sheet as said already', submit(null), false],
    ['is not moved by a tick', tick, false],
  ])('%s and never changes', (_name, event, refused) => {
    for (const now of [START + 2000, DEADLINE, DEADLINE + 5000]) {
      expect(transition(ended, event, now, GRACE)).toEqual<Transition>({
        attempt: ended,
        keepSheet: false,
        ended: false,
        refused,
      })
    }
  })
})

describe('the deadline', () => {
  const FIVE_PAST = '2026-12-04T09:05:00+08:00'

  test.each<[string, number | null, string | null, number, number | null]>([
    ['no limit and no close', null, null, 0, null],
    ['a limit', 600, null, 0, START + 600_000],
    ['a close', null, FIVE_PAST, 0, START + 300_000],
    ['a limit that ends before the close', 600, '2026-12-04T10:00:00+08:00', 0, START + 600_000],
    ['a close that comes before the limit', 600, FIVE_PAST, 0, START + 300_000],
    ['a close written in UTC', 600, '2026-12-04T01:05:00Z', 0, START + 300_000],
    ['half as much time again', 600, null, 50, START + 900_000],
    ['extra time rounded up to the second', 601, null, 33, START + 800_000],
    ['extra time that would go past the close', 240, FIVE_PAST, 50, START + 300_000],
    ['extra time without limit', null, null, 50, null],
  ])('with %s', (_name, durationSeconds, closesAt, extra, deadline) => {
    expect(deadlineOf({ durationSeconds, opensAt: null, closesAt }, START, extra)).toBe(deadline)
  })

  test('of a make-up is bounded by the end of the make-up', () => {
    const makeUpWindow = { opensAt: '2026-12-04T08:00:00+08:00', closesAt: FIVE_PAST }
    const given = { durationSeconds: 600, opensAt: null, closesAt: '2026-12-04T07:00:00+08:00', makeUpWindow }
    expect(deadlineOf(given, START)).toBe(START + 300_000)
  })
})

describe('seconds left', () => {
  test.each([
    [0, 600],
    [1, 600],
    [1000, 599],
    [1001, 599],
    [599_000, 1],
    [599_999, 1],
    [600_000, 0],
    [600_001, 0],
    [9_999_999, 0],
  ])('%i ms after the start are %i', (elapsed, left) => {
    expect(remainingSeconds(attempt(), START + elapsed)).toBe(left)
  })

  test('are unknown without a limit', () => {
    expect(remainingSeconds(attempt({ deadline: null }), START)).toBeNull()
  })
})

describe('seconds used', () => {
  test.each([
    [0, 1],
    [1, 1],
    [1000, 1],
    [1001, 2],
    [599_999, 600],
    [600_000, 600],
  ])('after %i ms are %i', (elapsed, used) => {
    expect(timeUsedSeconds({ startedAt: START, finishedAt: START + elapsed })).toBe(used)
  })
})
