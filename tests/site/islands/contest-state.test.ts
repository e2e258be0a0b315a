import { describe, expect, it } from 'vitest'
import {
  type ContestEvent,
  type ContestState,
  contestReducer,
  FIRST_STATE,
} from '../../../site/islands/contest/state.ts'
import { attemptDetail, RESULT } from './builders.ts'

function afterEvents(state: ContestState, ...events: ContestEvent[]): ContestState {
  return events.reduce(contestReducer, state)
}

const problem = (status: number) => ({ kind: 'problem' as const, status, type: '', detail: '', errors: [] })
const participant = { id: '01a2088e-c6b3-415d-a935-e5f0326b94b1', nickname: '小明', unit: null }
const ready = afterEvents(FIRST_STATE, { type: 'nothing-to-resume', participant })
const answering = afterEvents(ready, { type: 'opened', detail: attemptDetail(), unsent: null, place: 0, perf: 0 })

describe('before the start', () => {
  it('asks for the nickname when the session is gone', () => {
    const state = afterEvents(ready, { type: 'called' }, { type: 'failed', failure: problem(401) })
    expect(state).toMatchObject({
      participant: null,
      busy: false,
      failure: null,
      phase: { name: 'ready', moved: true },
    })
  })

  it('shows any other failure', () => {
    expect(afterEvents(ready, { type: 'failed', failure: problem(409) }).failure).toEqual(problem(409))
  })
})

describe('while answering', () => {
  it('keeps answers and place when the session is lost, and goes on after signing in', () => {
    const lost = afterEvents(
      answering,
      { type: 'answered', question: 'q2', response: ['b'] },
      { type: 'went', place: 1 },
      { type: 'save-sent' },
      { type: 'save-failed', failure: problem(401) },
    )
    expect(lost).toMatchObject({
      sessionLost: true,
      failure: null,
      phase: { place: 1, sheet: { responses: { q2: ['b'] } } },
    })
    expect(afterEvents(lost, { type: 'signed-in', participant })).toMatchObject({
      sessionLost: false,
      phase: { place: 1 },
    })
  })

  it('leaves a failure that passes to the status of saving, and shows one that stays', () => {
    expect(
      afterEvents(answering, { type: 'save-sent' }, { type: 'save-failed', failure: { kind: 'offline' } }).failure,
    ).toBeNull()
    expect(
      afterEvents(answering, { type: 'save-sent' }, { type: 'save-failed', failure: problem(404) }).failure,
    ).toEqual(problem(404))
  })

  it('lets the clock take over from a participant whose try then fails', () => {
    const state = afterEvents(
      answering,
      { type: 'handing-in', by: 'participant' },
      { type: 'handing-in', by: 'clock' },
      { type: 'hand-in-failed', by: 'participant', failure: { kind: 'offline' }, goesOn: false },
    )
    expect(state).toMatchObject({ failure: null, phase: { handingIn: 'clock' } })
  })

  it('can hand in again after a try that failed', () => {
    const state = afterEvents(
      answering,
      { type: 'handing-in', by: 'participant' },
      { type: 'hand-in-failed', by: 'participant', failure: { kind: 'offline' }, goesOn: false },
    )
    expect(state).toMatchObject({ failure: { kind: 'offline' }, phase: { handingIn: null } })
  })

  it('ends with the result and the answers given', () => {
    const state = afterEvents(
      answering,
      { type: 'answered', question: 'q1', response: ['a'] },
      { type: 'ended', result: RESULT },
    )
    expect(state.phase).toMatchObject({ name: 'ended', result: RESULT, responses: { q1: ['a'] } })
  })
})

it('shows the result of an attempt that ended elsewhere', () => {
  const detail = attemptDetail({ result: RESULT, responses: { q1: ['a'] } })
  const state = afterEvents(ready, { type: 'opened', detail, unsent: null, place: 0, perf: 0 })
  expect(state.phase).toMatchObject({ name: 'ended', responses: { q1: ['a'] } })
})

it('ignores answers to calls of an attempt that is no longer shown', () => {
  expect(afterEvents(ready, { type: 'ended', result: RESULT })).toBe(ready)
})
