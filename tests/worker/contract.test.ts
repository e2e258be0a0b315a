import { listDurableObjectIds } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { AttemptDetailSchema, StandingsSchema, StartedSchema, SubmittedSchema } from '../../content/domain/api.ts'
import { sessionCookie } from '../../worker/identity/session.ts'
import { CONTEST, call, sheetFor, Visitor } from './visitor.ts'

const FORBIDDEN = /"(keys?|answers?|answerKey|correct|isCorrect|rationale|explanation|analysis|score|seed)":/

describe('reading', () => {
  it('says that it is well, and its version', async () => {
    const response = await call('GET', '/api/health')
    expect(await response.json()).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
  })

  it('lists units without head counts', async () => {
    const { units } = await (await call('GET', '/api/units')).json<{ units: object[] }>()
    expect(units.length).toBeGreaterThan(10)
    for (const unit of units) expect(Object.keys(unit).sort()).toEqual(['id', 'name', 'parent', 'region'])
  })

  it('lists the demo contest first: twenty questions, always open', async () => {
    const { assessments } = await (await call('GET', '/api/assessments')).json<{ assessments: unknown[] }>()
    expect(assessments[0]).toMatchObject({
      id: CONTEST,
      kind: 'contest',
      opensAt: null,
      closesAt: null,
      questionCount: 20,
    })
  })
})

describe('signing in', () => {
  it('sets a signed cookie that scripts cannot read', async () => {
    const response = await call('POST', '/api/session/guest', { body: '{"nickname":" 小李 ","unit":"ml-policy-law"}' })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({
      participant: { id: expect.any(String), nickname: '小李', unit: 'ml-policy-law' },
    })
    const cookie = response.headers.get('set-cookie') ?? ''
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure'])
      expect(cookie.split('; ')).toContain(attribute)
  })

  it('leaves Secure out on plain http', async () => {
    const { exports } = await import('cloudflare:workers')
    const response = await exports.default.fetch(
      new Request('http://localhost:8787/api/session/guest', { method: 'POST', body: '{"nickname":"a"}' }),
    )
    expect(response.headers.get('set-cookie')).not.toMatch(/Secure/)
  })

  it.each([
    ['an empty nickname', '{"nickname":"  "}', '/nickname'],
    ['25 characters', JSON.stringify({ nickname: '字'.repeat(25) }), '/nickname'],
    ['an unknown unit', '{"nickname":"a","unit":"nowhere"}', '/unit'],
    ['an unknown field', '{"nickname":"a","role":"admin"}', '/role'],
    ['a __proto__ key', '{"nickname":"a","__proto__":{"role":"admin"}}', '/__proto__'],
    ['something else than JSON', '{nickname:a}', ''],
    ['an array', '[]', ''],
  ])('refuses %s and names the field', async (_, body, pointer) => {
    const response = await call('POST', '/api/session/guest', { body })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const problem = await response.json<{ status: number; errors: { pointer: string }[] }>()
    expect(problem.status).toBe(400)
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('refuses a body that is not UTF-8', async () => {
    const response = await call('POST', '/api/session/guest', { body: new Uint8Array([0x7b, 0xff, 0x7d]) })
    expect(response.status).toBe(400)
  })

  it('accepts 24 characters beyond the basic plane', async () => {
    const response = await call('POST', '/api/session/guest', { body: JSON.stringify({ nickname: '𠮷'.repeat(24) }) })
    expect(response.status).toBe(201)
  })

  it('gives who signs in after the session has run out the same id, so that the attempt under way is found again', async () => {
    const participant = { id: crypto.randomUUID(), nickname: '老周', unit: null }
    const cookieFrom = async (daysAgo: number) =>
      (await sessionCookie({ participant, epoch: 0 }, env, true, Date.now() - daysAgo * 24 * 3600 * 1000)).split(
        ';',
      )[0] ?? ''
    const asked = async (path: string, cookie: string) => (await call('GET', path, { headers: { cookie } })).status
    const started = await call('POST', `/api/assessments/${CONTEST}/attempts`, {
      headers: { cookie: await cookieFrom(29) },
    })
    const { attempt } = StartedSchema.parse(await started.json())
    const expired = await cookieFrom(31)
    expect(await asked('/api/session', expired)).toBe(401)
    const signIn = (cookie: string) =>
      call('POST', '/api/session/guest', { headers: { cookie }, body: '{"nickname":"回来了"}' })
    const renewed = ((await signIn(expired)).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect(await asked(`/api/attempts/${attempt.id}`, renewed)).toBe(200)
    const { participant: other } = await (await signIn(renewed)).json<{ participant: { id: string } }>()
    expect(other.id).not.toBe(participant.id)
  })

  it.each(['no cookie', 'mingfa_session=', 'mingfa_session=a.b', 'mingfa_session=e30.AAAA'])(
    'takes %s for nobody',
    async (cookie) => {
      const response = await call('POST', `/api/assessments/${CONTEST}/attempts`, { headers: { cookie } })
      expect(response.status).toBe(401)
    },
  )

  it('refuses a cookie whose payload was changed', async () => {
    const { cookie } = await Visitor.signIn()
    const [name, value = ''] = cookie.split('=')
    const [payload = '', signature] = value.split('.')
    const forged = btoa(
      atob(payload.replaceAll('-', '+').replaceAll('_', '/')).replace('"unit":null', '"unit":"ml-hrss"'),
    )
    const response = await call('GET', '/api/session', {
      headers: { cookie: `${name}=${forged.replaceAll('=', '')}.${signature}` },
    })
    expect(response.status).toBe(401)
  })
})

describe('an attempt', () => {
  it('starts once and is resumed, with the same paper and no key in it', async () => {
    const visitor = await Visitor.signIn()
    const first = await visitor.send('POST', `/api/assessments/${CONTEST}/attempts`, {})
    expect(first.status).toBe(201)
    const text = await first.text()
    expect(text).not.toMatch(FORBIDDEN)
    const started = StartedSchema.parse(JSON.parse(text))
    expect(started.paper.questions).toHaveLength(20)
    expect(started.attempt).toMatchObject({ assessmentId: CONTEST, state: 'in_progress', seq: 0 })
    expect(Date.parse(started.attempt.deadline ?? '') - Date.parse(started.attempt.startedAt)).toBe(1_200_000)
    const again = await visitor.send('POST', `/api/assessments/${CONTEST}/attempts`)
    expect(again.status).toBe(200)
    expect(StartedSchema.parse(await again.json()).paper).toEqual(started.paper)
  })

  it('starts once however many ask at the same time', async () => {
    const visitor = await Visitor.signIn()
    const starts = await Promise.all(Array.from({ length: 8 }, () => visitor.start()))
    expect(new Set(starts.map(({ attempt }) => attempt.id)).size).toBe(1)
    await visitor.send('POST', `/api/attempts/${starts[0]?.attempt.id}/submit`)
    const again = await Promise.all(Array.from({ length: 8 }, () => visitor.start()))
    expect(new Set(again.map(({ attempt }) => attempt.id)).size).toBe(1)
  })

  it('keeps the newest sheet whole; older and equal numbers change nothing, gaps are fine', async () => {
    const visitor = await Visitor.signIn()
    const started = await visitor.start()
    const { id } = started.attempt
    const [first, second] = started.paper.questions.map((question) => question.id)
    const save = async (seq: number, responses: object) =>
      (await visitor.send('PUT', `/api/attempts/${id}/responses`, { seq, responses })).json()
    expect(await save(3, { [first ?? '']: ['a'] })).toEqual({ savedSeq: 3, remainingSeconds: expect.any(Number) })
    expect(await save(3, {})).toMatchObject({ savedSeq: 3 })
    expect(await save(1, {})).toMatchObject({ savedSeq: 3 })
    expect(await save(9, { [second ?? '']: ['b'] })).toMatchObject({ savedSeq: 9 })
    const detail = AttemptDetailSchema.parse(await (await visitor.send('GET', `/api/attempts/${id}`)).json())
    expect(detail.responses).toEqual({ [second ?? '']: ['b'] })
    expect(detail.attempt.seq).toBe(9)
    expect(detail.result).toBeUndefined()
  })

  it('shows no key before the end in any answer', async () => {
    const visitor = await Visitor.signIn()
    const started = await visitor.start()
    const { id } = started.attempt
    const answers = [
      await visitor.send('PUT', `/api/attempts/${id}/responses`, { seq: 1, responses: sheetFor(started) }),
      await visitor.send('GET', `/api/attempts/${id}`),
      await visitor.send('PUT', `/api/attempts/${id}/responses`, { seq: 2, responses: { nothing: ['a'] } }),
    ]
    for (const answer of answers) expect(await answer.text()).not.toMatch(FORBIDDEN)
  })

  it('gives the same result to every submit, also at the same time, and refuses saves after it', async () => {
    const visitor = await Visitor.signIn()
    const started = await visitor.start()
    const { id } = started.attempt
    const results = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const response = await visitor.send('POST', `/api/attempts/${id}/submit`, { responses: sheetFor(started) })
        return SubmittedSchema.parse(await response.json())
      }),
    )
    for (const result of results) expect(result).toEqual(results[0])
    expect(results[0]?.result.maxScore).toBe(100)
    expect(results[0]?.result.questions).toHaveLength(20)
    const late = await visitor.send('PUT', `/api/attempts/${id}/responses`, { seq: 99, responses: {} })
    expect(late.status).toBe(409)
    const detail = AttemptDetailSchema.parse(await (await visitor.send('GET', `/api/attempts/${id}`)).json())
    expect(detail.result).toEqual(results[0]?.result)
  })

  it('can be handed in without any answer and without a body', async () => {
    const visitor = await Visitor.signIn()
    const { attempt } = await visitor.start()
    const response = await visitor.send('POST', `/api/attempts/${attempt.id}/submit`)
    expect(SubmittedSchema.parse(await response.json()).result).toMatchObject({ score: 0, passed: false })
  })

  it('reaches the standings within two seconds, once', async () => {
    const visitor = await Visitor.signIn('榜上有名', 'ml-policy-law')
    const started = await visitor.start()
    await visitor.send('POST', `/api/attempts/${started.attempt.id}/submit`, { responses: sheetFor(started) })
    const deadline = Date.now() + 2000
    const read = async () =>
      StandingsSchema.parse(await (await visitor.send('GET', `/api/assessments/${CONTEST}/standings`)).json())
    let standings = await read()
    while (!standings.entries.some(({ name }) => name === '榜上有名') && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      standings = await read()
    }
    expect(standings.entries.filter(({ name }) => name === '榜上有名')).toHaveLength(1)
    expect(standings.me).toMatchObject({ name: '榜上有名' })
    expect(JSON.stringify(standings)).not.toContain(started.attempt.id)
  })
})

describe('what does not belong to the caller', () => {
  it("answers 404 for someone else's attempt, whatever is asked", async () => {
    const owner = await Visitor.signIn()
    const { attempt } = await owner.start()
    for (let tries = 0; tries < 5; tries += 1) {
      const other = await Visitor.signIn('别人')
      expect((await other.send('GET', `/api/attempts/${attempt.id}`)).status).toBe(404)
      expect((await other.send('PUT', `/api/attempts/${attempt.id}/responses`, { seq: 1, responses: {} })).status).toBe(
        404,
      )
      expect((await other.send('POST', `/api/attempts/${attempt.id}/submit`, {})).status).toBe(404)
    }
    expect((await owner.send('GET', `/api/attempts/${attempt.id}`)).status).toBe(200)
  })

  it.each([
    '0',
    'x',
    '0-x',
    '99999-01a20884-5934-7bd7-8680-20d37d572b05',
    '-1-01a20884-5934-7bd7-8680-20d37d572b05',
    '0-01A20884-5934-7bd7-8680-20d37d572b05',
    '%00',
  ])('answers 404 for the id %s', async (id) => {
    const visitor = await Visitor.signIn()
    expect((await visitor.send('GET', `/api/attempts/${id}`)).status).toBe(404)
  })

  it('answers 404 for an unknown assessment before it addresses any object', async () => {
    const visitor = await Visitor.signIn()
    await call('GET', '/api/assessments')
    const addressed = async () =>
      (await listDurableObjectIds(env.ATTEMPTS)).length + (await listDurableObjectIds(env.BOARD)).length
    const before = await addressed()
    for (const path of ['nope/attempts', '__proto__/attempts', '..%2fx/attempts']) {
      expect((await visitor.send('POST', `/api/assessments/${path}`, {})).status).toBe(404)
    }
    expect((await visitor.send('GET', '/api/assessments/nope/standings')).status).toBe(404)
    expect(await addressed()).toBe(before)
  })
})

describe('requests that do not fit', () => {
  it('refuses who is not signed in before it reads the body', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(65_536))
        if (pulled > 100) controller.close()
      },
    })
    const response = await call('PUT', '/api/attempts/0-01a20884-5934-7bd7-8680-20d37d572b05/responses', { body })
    expect(response.status).toBe(401)
    expect(pulled).toBeLessThan(10)
  })

  it.each(['https://evil.example', 'null', 'http://mingfa.example', 'https://mingfa.example:444'])(
    'refuses the origin %s',
    async (origin) => {
      const visitor = await Visitor.signIn()
      expect((await visitor.send('POST', `/api/assessments/${CONTEST}/attempts`, {}, { origin })).status).toBe(403)
    },
  )

  it('takes its own origin', async () => {
    const visitor = await Visitor.signIn()
    expect((await visitor.send('GET', '/api/session', undefined, { origin: 'https://mingfa.example' })).status).toBe(
      200,
    )
  })

  it.each([
    ['said', { 'content-length': '300000' }],
    ['not said', {}],
  ])('refuses more than 256 kB, when the length is %s', async (_, headers) => {
    const visitor = await Visitor.signIn()
    const { attempt } = await visitor.start()
    const body = `{"seq":1,"responses":{},"x":"${'x'.repeat(300_000)}"}`
    const response = await visitor.send('PUT', `/api/attempts/${attempt.id}/responses`, body, headers)
    expect(response.status).toBe(413)
  })

  it.each([
    ['a question that is not in the paper', (_: string) => ({ 'no-such-1': ['a'] })],
    ['an option that is not shown', (id: string) => ({ [id]: ['z'] })],
    ['a letter of the bank', (id: string) => ({ [id]: ['A'] })],
    ['an option twice', (id: string) => ({ [id]: ['a', 'a'] })],
    ['two options of a single choice', (id: string) => ({ [id]: ['a', 'b'] })],
    ['an option that is no text', (id: string) => ({ [id]: [1] })],
    ['a response that is no list', (id: string) => ({ [id]: 'a' })],
  ])('refuses %s and saves nothing', async (_, responses) => {
    const visitor = await Visitor.signIn()
    const started = await visitor.start()
    const single = started.paper.questions.find(({ type }) => type === 'single')?.id ?? ''
    const { id } = started.attempt
    for (const [method, path, extra] of [
      ['PUT', 'responses', { seq: 1 }],
      ['POST', 'submit', {}],
    ] as const) {
      const response = await visitor.send(method, `/api/attempts/${id}/${path}`, {
        ...extra,
        responses: responses(single),
      })
      expect(response.status).toBe(400)
    }
    const detail = AttemptDetailSchema.parse(await (await visitor.send('GET', `/api/attempts/${id}`)).json())
    expect(detail.attempt).toMatchObject({ state: 'in_progress', seq: 0 })
    expect(detail.responses).toEqual({})
  })

  it.each([
    ['{"seq":1,"responses":{"__proto__":["a"]}}', '/responses/__proto__'],
    ['{"seq":1,"responses":{},"score":100}', '/score'],
    ['{"seq":-1,"responses":{}}', '/seq'],
    ['{"seq":1.5,"responses":{}}', '/seq'],
    ['{"seq":"1","responses":{}}', '/seq'],
    ['{"responses":{}}', '/seq'],
    ['{"seq":1}', '/responses'],
    [`{"seq":1,"responses":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, '/responses'],
  ])('refuses %.40s and names %s', async (body, pointer) => {
    const visitor = await Visitor.signIn()
    const { attempt } = await visitor.start()
    const response = await visitor.send('PUT', `/api/attempts/${attempt.id}/responses`, body)
    expect(response.status).toBe(400)
    const { errors } = await response.json<{ errors: { pointer: string }[] }>()
    expect(errors.map((error) => error.pointer)).toContain(pointer)
  })

  it.each(['limit=0', 'limit=201', 'limit=x', 'scope=planet', 'cursor=-1', 'cursor=x', 'unknown=1'])(
    'refuses the query %s',
    async (query) => {
      expect((await call('GET', `/api/assessments/${CONTEST}/standings?${query}`)).status).toBe(400)
    },
  )

  it('answers 404 and 405 as problems', async () => {
    const missing = await call('GET', '/api/nothing')
    expect([missing.status, missing.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
    expect((await call('DELETE', '/api/health')).status).toBe(405)
  })
})
