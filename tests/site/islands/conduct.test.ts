import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conductContest } from '../../../site/islands/contest/conduct.ts'
import {
  type ContestEvent,
  type ContestState,
  contestReducer,
  FIRST_STATE,
} from '../../../site/islands/contest/state.ts'
import { ATTEMPT_ID, attemptDetail, RESULT } from './builders.ts'

const PARTICIPANT = { id: '01a2088e-c6b3-415d-a935-e5f0326b94b1', nickname: '小明', unit: null }
const { responses: _, ...STARTED } = attemptDetail()

type Answer = { status?: number; body?: unknown } | 'offline'
/** Answers by `METHOD path`; a list is used up one by one, its last stays. */
let answers: Record<string, Answer[]> = {}
let calls: { call: string; body: unknown }[] = []
let kept: Map<string, string>

function contest() {
  let state: ContestState = FIRST_STATE
  const store = {
    get: () => state,
    dispatch: (event: ContestEvent) => {
      state = contestReducer(state, event)
    },
  }
  return { store, conduct: conductContest('contest', store, () => '') }
}

const PUT = `PUT /api/attempts/${ATTEMPT_ID}/responses`
const SUBMIT = `POST /api/attempts/${ATTEMPT_ID}/submit`
const READ = `GET /api/attempts/${ATTEMPT_ID}`
const START = 'POST /api/assessments/contest/attempts'
const SHEET = `mingfa.sheet.${ATTEMPT_ID}`
const bodies = (call: string) => calls.filter((each) => each.call === call).map(({ body }) => body)

beforeEach(() => {
  vi.useFakeTimers()
  answers = { [START]: [{ body: STARTED }] }
  calls = []
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('fetch', async (path: string, init: { method: string; body?: string }) => {
    const call = `${init.method} ${path}`
    calls.push({ call, body: init.body === undefined ? undefined : JSON.parse(init.body) })
    const queue = answers[call] ?? []
    const answer = queue.length > 1 ? queue.shift() : queue[0]
    if (answer === undefined || answer === 'offline') throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('saving', () => {
  it('waits a second and sends the whole sheet once', async () => {
    answers[PUT] = [{ body: { savedSeq: 1, remainingSeconds: 1190 } }]
    const { conduct } = contest()
    await conduct.start()
    conduct.answer('q1', ['a'])
    conduct.answer('q2', ['b'])
    expect(kept.has(SHEET)).toBe(true)
    await vi.advanceTimersByTimeAsync(999)
    expect(bodies(PUT)).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(bodies(PUT)).toEqual([{ seq: 1, responses: { q1: ['a'], q2: ['b'] } }])
    expect(kept.has(SHEET)).toBe(false)
  })

  it('tries again until it arrives, under a new number each time', async () => {
    answers[PUT] = ['offline', { status: 503 }, { body: { savedSeq: 3, remainingSeconds: 1190 } }]
    const { conduct, store } = contest()
    await conduct.start()
    conduct.answer('q1', ['a'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.get()).toMatchObject({ phase: { sheet: { failures: 1 } }, failure: null })
    await vi.advanceTimersByTimeAsync(6000)
    expect(bodies(PUT)).toEqual([1, 2, 3].map((seq) => expect.objectContaining({ seq })))
    expect(store.get()).toMatchObject({ phase: { sheet: { failures: 0, kept: 1 } } })
  })

  it('stops for a lost session and goes on after signing in', async () => {
    answers[PUT] = [{ status: 401 }, { body: { savedSeq: 2, remainingSeconds: 1190 } }]
    answers['POST /api/session/guest'] = [{ status: 201, body: { participant: PARTICIPANT } }]
    const { conduct, store } = contest()
    await conduct.start()
    conduct.answer('q1', ['a'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(bodies(PUT)).toHaveLength(1)
    expect(store.get().sessionLost).toBe(true)
    await conduct.signIn({ nickname: '小明' })
    expect(bodies(PUT).at(-1)).toEqual({ seq: 2, responses: { q1: ['a'] } })
  })

  it('shows the result when the server has handed in meanwhile', async () => {
    answers[PUT] = [{ status: 409 }]
    answers[READ] = [{ body: attemptDetail({ result: RESULT }) }]
    const { conduct, store } = contest()
    await conduct.start()
    conduct.answer('q1', ['a'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(store.get().phase.name).toBe('ended')
    expect(kept.has(SHEET)).toBe(false)
  })
})

describe('coming back', () => {
  beforeEach(() => {
    kept.set('mingfa.participant.guest', JSON.stringify(PARTICIPANT))
    kept.set('mingfa.attempt.contest', JSON.stringify(ATTEMPT_ID))
  })

  it('goes on with the attempt and sends what the server has not got', async () => {
    kept.set(SHEET, JSON.stringify({ seq: 3, responses: { q1: ['b'] } }))
    answers[READ] = [{ body: attemptDetail({ seq: 2, responses: { q1: ['a'] } }) }]
    answers[PUT] = [{ body: { savedSeq: 3, remainingSeconds: 1190 } }]
    const { conduct } = contest()
    await conduct.open()
    await vi.advanceTimersByTimeAsync(1000)
    expect(bodies(PUT)).toEqual([{ seq: 3, responses: { q1: ['b'] } }])
  })

  it.each(['no JSON', '{"seq":"3"}', '{"seq":9,"responses":{"q1":["b"]},"score":100}'])(
    'passes over a kept sheet that reads %s',
    async (text) => {
      kept.set(SHEET, text)
      answers[READ] = [{ body: attemptDetail({ seq: 2, responses: { q1: ['a'] } }) }]
      const { conduct, store } = contest()
      await conduct.open()
      expect(store.get().phase).toMatchObject({ name: 'answering', sheet: { responses: { q1: ['a'] } } })
    },
  )

  it('does not start past an attempt that can not be looked up', async () => {
    answers[READ] = ['offline']
    const { conduct, store } = contest()
    await conduct.open()
    expect(store.get()).toMatchObject({ phase: { name: 'opening' }, failure: { kind: 'offline' } })
  })

  it('shows the rules when the attempt is not of this participant', async () => {
    answers[READ] = [{ status: 404 }]
    const { conduct, store } = contest()
    await conduct.open()
    expect(store.get()).toMatchObject({ phase: { name: 'ready' }, participant: PARTICIPANT, failure: null })
  })

  it('fetches the sheet when a start goes on with an attempt', async () => {
    answers[START] = [{ body: { ...STARTED, attempt: { ...STARTED.attempt, seq: 4 } } }]
    answers[READ] = [{ body: attemptDetail({ seq: 4, responses: { q3: ['c'] } }) }]
    const { conduct, store } = contest()
    await conduct.start()
    expect(store.get().phase).toMatchObject({ sheet: { seq: 4, responses: { q3: ['c'] } } })
  })
})

describe('handing in', () => {
  it('brings the last sheet', async () => {
    answers[SUBMIT] = [{ body: { result: RESULT } }]
    const { conduct, store } = contest()
    await conduct.start()
    conduct.answer('q1', ['a'])
    await conduct.handIn('participant')
    expect(bodies(SUBMIT)).toEqual([{ seq: 1, responses: { q1: ['a'] } }])
    expect(store.get().phase).toMatchObject({ name: 'ended', result: RESULT })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(bodies(PUT)).toEqual([])
  })

  it('leaves it to the participant to try again before the time is up', async () => {
    answers[SUBMIT] = ['offline']
    const { conduct, store } = contest()
    await conduct.start()
    await conduct.handIn('participant')
    expect(store.get()).toMatchObject({ phase: { name: 'answering', handingIn: null }, failure: { kind: 'offline' } })
  })

  it('keeps trying once the time is up', async () => {
    answers[SUBMIT] = ['offline', 'offline', { body: { result: RESULT } }]
    const { conduct, store } = contest()
    await conduct.start()
    const done = conduct.handIn('clock')
    await vi.advanceTimersByTimeAsync(10_000)
    await done
    expect(bodies(SUBMIT)).toHaveLength(3)
    expect(store.get().phase.name).toBe('ended')
  })
})
