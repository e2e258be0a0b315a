import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OfflineQuestion } from '../../../content/domain/practice-api.ts'
import {
  checkKept,
  DAYS_KEPT,
  dropKept,
  fetchKept,
  isUsable,
  questionsOf,
  readKept,
  topicsOf,
  usableKept,
} from '../../../site/islands/practice/kept-practice.ts'
import { orKept } from '../../../site/islands/practice/or-kept.ts'
import type { Called, Failure } from '../../../site/islands/request.ts'
import { practiceQuestion } from './builders.ts'

const offlineQuestion = (fields: Partial<OfflineQuestion> & { id: string }): OfflineQuestion => ({
  ...practiceQuestion(fields),
  key: ['a'],
  rationale: 'Because the law says so.',
  citations: ['《劳动法》第五十条'],
  ...fields,
})
const questions = [offlineQuestion({ id: 'q1' }), offlineQuestion({ id: 'q2', topics: ['leave', 'wages'], key: ['b'] })]
const DAY = 24 * 60 * 60 * 1000
const NOW = Date.parse('2026-11-23T08:00:00Z')
const TODAY = '2026-11-23'

/** The storage of a browser, as far as it is used. */
class FakeCaches {
  readonly kept = new Map<string, Response>()
  full = false
  readonly open = async () => ({
    match: async (key: string) => this.kept.get(key)?.clone(),
    put: async (key: string, response: Response) => {
      if (this.full) throw new DOMException('full', 'QuotaExceededError')
      this.kept.set(key, response)
    },
  })
  readonly delete = async () => {
    this.kept.clear()
    return true
  }
}

let storage: FakeCaches
const answer = vi.fn<() => Promise<Response>>()

beforeEach(() => {
  storage = new FakeCaches()
  answer.mockResolvedValue(Response.json({ questions }))
  vi.stubGlobal('caches', storage)
  vi.stubGlobal('fetch', answer)
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the questions kept for practice without network', () => {
  it('are there until they are removed, with their day and size', async () => {
    expect(await readKept()).toBeNull()
    const kept = await fetchKept(NOW)
    expect(kept).toEqual({ keptAt: NOW, bytes: expect.any(Number), questions })
    expect(kept?.bytes).toBeGreaterThan(200)
    expect(await readKept()).toEqual(kept)
    await dropKept()
    expect(await readKept()).toBeNull()
  })

  it.each([
    [0, true],
    [DAYS_KEPT, true],
    [DAYS_KEPT + 0.01, false],
  ])('that are %d days old may be used: %s', async (days, usable) => {
    await fetchKept(NOW - days * DAY)
    expect(isUsable({ keptAt: NOW - days * DAY }, NOW)).toBe(usable)
    expect((await usableKept()) !== null).toBe(usable)
  })

  it.each([
    ['an error', () => Promise.resolve(new Response('{}', { status: 503 }))],
    ['another form', () => Promise.resolve(Response.json({ questions: [{ id: 'q3' }] }))],
    ['no JSON', () => Promise.resolve(new Response('<html>'))],
    ['nothing', () => Promise.reject(new TypeError('offline'))],
  ])('stay as they were when the service gives %s', async (_, given) => {
    const before = await fetchKept(NOW - DAY)
    answer.mockImplementation(given)
    expect(await fetchKept(NOW)).toBeNull()
    expect(await readKept()).toEqual(before)
  })

  it('are not kept on a full device, which harms nothing', async () => {
    storage.full = true
    expect(await fetchKept(NOW)).toBeNull()
    expect(await readKept()).toBeNull()
  })

  it('are none where the browser keeps nothing', async () => {
    vi.stubGlobal('caches', undefined)
    expect(await usableKept()).toBeNull()
  })

  it('are asked by topic and without keys', () => {
    expect(topicsOf({ questions })).toEqual(['wages', 'leave'])
    expect(questionsOf({ questions }, 'leave', TODAY).map(({ id }) => id)).toEqual(['q2'])
    expect(questionsOf({ questions }, null, TODAY)).toHaveLength(2)
    expect(questionsOf({ questions }, 'unknown', TODAY)).toEqual([])
    expect(JSON.stringify(questionsOf({ questions }, null, TODAY))).not.toMatch(/key|rationale|citations/)
  })

  it.each([
    ['2026-12-31', ['q1', 'q2', 'q3', 'q4']],
    ['2027-01-01', ['q1']],
    ['2027-02-01', ['q1', 'q2']],
  ])('leave out on %s those whose law has changed since, with the rest of their case: %j', (day, ids) => {
    const group = { id: 'case-1', stem: 'A story.' }
    const changing = [
      offlineQuestion({ id: 'q1' }),
      offlineQuestion({ id: 'q2', setAside: [{ from: '2027-01-01', until: '2027-02-01' }] }),
      offlineQuestion({ id: 'q3', group, setAside: [{ from: '2027-01-01' }] }),
      offlineQuestion({ id: 'q4', group }),
    ]
    expect(questionsOf({ questions: changing }, null, day).map(({ id }) => id)).toEqual(ids)
    expect(JSON.stringify(questionsOf({ questions: changing }, null, '2026-12-31'))).not.toContain('2027')
    // Asked before midnight, answered after it.
    expect(checkKept({ questions: changing }, 'q3', ['a'])).toMatchObject({ outcome: 'right' })
  })

  it('judge an answer like the service does', () => {
    expect(checkKept({ questions }, 'q2', ['b'])).toMatchObject({ outcome: 'right', key: ['b'] })
    expect(checkKept({ questions }, 'q2', ['a'])).toMatchObject({ outcome: 'wrong', rationale: expect.any(String) })
    expect(checkKept({ questions }, 'q9', ['a'])).toBeNull()
  })
})

describe('a call of practice', () => {
  const failed = (failure: Failure): Called<string> => ({ ok: false, failure })
  const problem = (status: number): Failure => ({ kind: 'problem', status, type: '', detail: '', errors: [] })
  const code = () => import('../../../site/islands/practice/kept-practice.ts')

  it.each<[string, Called<string>, string | null, Called<string>]>([
    ['takes the answer of the service', { ok: true, value: 'served' }, 'kept', { ok: true, value: 'served' }],
    ['without network takes what is kept', failed({ kind: 'offline' }), 'kept', { ok: true, value: 'kept' }],
    ['takes what is kept when the service is down', failed(problem(503)), 'kept', { ok: true, value: 'kept' }],
    ['fails when nothing is kept', failed({ kind: 'offline' }), null, failed({ kind: 'offline' })],
    ['fails when the service refuses, whatever is kept', failed(problem(404)), 'kept', failed(problem(404))],
  ])('%s', async (_, called, kept, outcome) => {
    expect(await orKept(Promise.resolve(called), async () => kept, code)).toEqual(outcome)
  })

  it('fails when the code for kept questions was never loaded', async () => {
    const lost = () => Promise.reject(new TypeError('offline'))
    const outcome = await orKept(Promise.resolve(failed({ kind: 'offline' })), async () => 'kept', lost)
    expect(outcome).toEqual(failed({ kind: 'offline' }))
  })
})
