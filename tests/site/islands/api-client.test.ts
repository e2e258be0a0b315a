import { afterEach, describe, expect, it, vi } from 'vitest'
import { getStandings, isPassing, needsSession } from '../../../site/islands/api-client.ts'
import { checkAnswer } from '../../../site/islands/practice/practice-calls.ts'

function answerWith(body: unknown, status = 200): ReturnType<typeof vi.fn> {
  const stub = vi.fn(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))
  vi.stubGlobal('fetch', stub)
  return stub
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a call', () => {
  it('gives the value when the answer has the form of the contract', async () => {
    const stub = answerWith({ outcome: 'right', key: ['a'], citations: [] })
    expect(await checkAnswer('wages-001', ['a'])).toEqual({
      ok: true,
      value: { outcome: 'right', key: ['a'], citations: [] },
    })
    expect(stub).toHaveBeenCalledWith(
      '/api/practice/questions/wages-001/check',
      expect.objectContaining({ method: 'POST', credentials: 'same-origin', body: '{"response":["a"]}' }),
    )
  })

  it('asks for a page of the standings', async () => {
    const stub = answerWith({})
    await getStandings('contest', 'units', 50, '100')
    expect(stub).toHaveBeenCalledWith(
      '/api/assessments/contest/standings?scope=units&limit=50&cursor=100',
      expect.anything(),
    )
  })

  it.each([
    ['another form', { outcome: 'splendid' }],
    ['an added field', { outcome: 'right', key: ['a'], citations: [], more: 1 }],
    ['a page of some network', '<html>'],
  ])('finds %s unreadable', async (_, body) => {
    answerWith(body)
    expect(await checkAnswer('q', ['a'])).toEqual({ ok: false, failure: { kind: 'unreadable' } })
  })

  it('is offline when no answer comes', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
    expect(await checkAnswer('q', ['a'])).toEqual({ ok: false, failure: { kind: 'offline' } })
  })

  it('gives a problem with its fields', async () => {
    const errors = [{ pointer: '/response', detail: 'too long' }]
    answerWith(
      { type: 'urn:mingfa:problem:bad-request', title: 'Bad', status: 400, detail: 'Shorten it.', errors },
      400,
    )
    expect(await checkAnswer('q', ['a'])).toEqual({
      ok: false,
      failure: { kind: 'problem', status: 400, type: 'urn:mingfa:problem:bad-request', detail: 'Shorten it.', errors },
    })
  })

  it('gives the status where a proxy answers instead of the service', async () => {
    answerWith('<html>Bad gateway</html>', 502)
    expect(await checkAnswer('q', ['a'])).toEqual({
      ok: false,
      failure: { kind: 'problem', status: 502, type: '', detail: '', errors: [] },
    })
  })
})

describe('a failure', () => {
  const problem = (status: number) => ({ kind: 'problem' as const, status, type: '', detail: '', errors: [] })

  it('passes by itself when the network, the load or the server is at fault', () => {
    expect([{ kind: 'offline' as const }, problem(429), problem(500), problem(503)].every(isPassing)).toBe(true)
    expect([problem(400), problem(401), problem(404), problem(409)].some(isPassing)).toBe(false)
  })

  it('asks for a session with 401 only', () => {
    expect(needsSession(problem(401))).toBe(true)
    expect(needsSession(problem(403))).toBe(false)
  })
})
