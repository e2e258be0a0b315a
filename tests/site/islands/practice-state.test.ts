import { describe, expect, it } from 'vitest'
import {
  currentQuestion,
  drawRound,
  FIRST_STATE,
  missedQuestions,
  type PracticeEvent,
  type PracticeState,
  practiceReducer,
  ROUND_LENGTH,
  rightCount,
} from '../../../site/islands/practice/state.ts'
import { practiceQuestion } from './builders.ts'

/** Always the last of the remaining items, which keeps a shuffled list in its order. */
const inOrder = { below: (bound: number) => bound - 1 }
const pool = Array.from({ length: 14 }, (_, index) => practiceQuestion({ id: `q${index}` }))

function afterEvents(state: PracticeState, ...events: PracticeEvent[]): PracticeState {
  return events.reduce(practiceReducer, state)
}

const checked = (outcome: 'right' | 'wrong'): PracticeEvent => ({
  type: 'checked',
  checked: { outcome, key: ['a'], citations: [] },
})
const started = afterEvents(FIRST_STATE, { type: 'called' }, { type: 'loaded', questions: pool, random: inOrder })

describe('a round of practice', () => {
  it('asks ten questions of the pool', () => {
    expect(started.stage).toBe('asking')
    expect(started.round).toHaveLength(ROUND_LENGTH)
    expect(currentQuestion(started)?.id).toBe('q0')
  })

  it('says that a topic has no questions', () => {
    const state = afterEvents(FIRST_STATE, { type: 'loaded', questions: [], random: inOrder })
    expect(state).toMatchObject({ stage: 'choosing', empty: true })
    expect(afterEvents(state, { type: 'topic-chosen', topic: 'wages' }).empty).toBe(false)
  })

  it('keeps the answer when a check fails, and clears the failure with the next call', () => {
    const failed = afterEvents(
      started,
      { type: 'answered', response: ['b'] },
      { type: 'called' },
      { type: 'failed', failure: { kind: 'offline' } },
    )
    expect(failed).toMatchObject({ response: ['b'], busy: false, failure: { kind: 'offline' } })
    expect(afterEvents(failed, { type: 'called' }).failure).toBeNull()
  })

  it('asks for an answer before it checks, until there is one', () => {
    const missing = afterEvents(started, { type: 'answer-missing' })
    expect(missing.missing).toBe(true)
    expect(afterEvents(missing, { type: 'answered', response: ['a'] }).missing).toBe(false)
  })

  it('ends with what was right and what was missed, and asks the missed ones again without their old answers', () => {
    let state = started
    for (const index of started.round.keys()) {
      state = afterEvents(state, { type: 'answered', response: ['a'] }, checked(index < 7 ? 'right' : 'wrong'), {
        type: 'next',
      })
    }
    expect(state.stage).toBe('summary')
    expect(rightCount(state)).toBe(7)
    expect(missedQuestions(state).map(({ id }) => id)).toEqual(['q7', 'q8', 'q9'])
    const again = afterEvents(state, { type: 'missed-again' })
    expect(again.round.map(({ id }) => id)).toEqual(['q7', 'q8', 'q9'])
    expect(again).toMatchObject({
      stage: 'asking',
      place: 0,
      answers: expect.not.objectContaining({ q7: expect.anything() }),
    })
  })

  it('does not count a question that was skipped', () => {
    const state = afterEvents(started, { type: 'next' })
    expect(missedQuestions(state)).toEqual([])
  })

  it('asks new questions first in the next round', () => {
    const next = afterEvents(started, { type: 'next-round', random: inOrder })
    expect(next.round.slice(0, 4).map(({ id }) => id)).toEqual(['q10', 'q11', 'q12', 'q13'])
    expect(next.round).toHaveLength(ROUND_LENGTH)
  })
})

describe('drawRound', () => {
  it('never cuts a case', () => {
    const group = { id: 'case', stem: 'Story' }
    const withCase = [
      practiceQuestion({ id: 'q0' }),
      ...['c1', 'c2', 'c3'].map((id) => practiceQuestion({ id, group })),
    ]
    expect(drawRound(withCase, [], 2, inOrder).map(({ id }) => id)).toEqual(['q0', 'c1', 'c2', 'c3'])
  })

  it('takes all there are when there are fewer', () => {
    expect(drawRound(pool.slice(0, 3), [], 10, inOrder)).toHaveLength(3)
  })
})
