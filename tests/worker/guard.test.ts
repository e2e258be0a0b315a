import { describe, expect, it } from 'vitest'
import { AttemptDetailSchema, SubmittedSchema } from '../../content/domain/api.ts'
import { bank, call, contest, openAssessment, openContest, sheetFor, storeBank, Visitor } from './visitor.ts'

interface Listed {
  readonly questions: { readonly id: string; readonly stem: string; readonly type: string }[]
}

async function practiceQuestions(): Promise<Listed['questions']> {
  return (await (await call('GET', '/api/practice/questions')).json<Listed>()).questions
}

function checkAnswer(id: string): Promise<Response> {
  return call('POST', `/api/practice/questions/${id}/check`, { body: '{"response":["A"]}' })
}

describe('practice', () => {
  it('asks without keys and checks with key, rationale and citation', async () => {
    const text = await (await call('GET', '/api/practice/questions?topic=wages')).text()
    expect(text).not.toMatch(/"(key|rationale|citations)"/)
    const [first] = (JSON.parse(text) as Listed).questions
    const checked = await (await checkAnswer(first?.id ?? '')).json()
    expect(checked).toMatchObject({
      key: expect.any(Array),
      rationale: expect.any(String),
      citations: expect.any(Array),
    })
  })

  it('neither serves nor checks a question of the contest that is open', async () => {
    const visitor = await Visitor.signIn()
    const { paper } = await visitor.start()
    const practice = new Set((await practiceQuestions()).map(({ id }) => id))
    for (const { id } of paper.questions) {
      expect(practice.has(id)).toBe(false)
      expect((await checkAnswer(id)).status).toBe(404)
    }
  })

  it('gives a question up as soon as a contest to come takes it, also under another id, and in papers drawn before', async () => {
    const visitor = await Visitor.signIn()
    const started = await visitor.start('practice-mixed')
    const taken = started.paper.questions.find(({ type }) => type === 'single')
    expect(taken).toBeDefined()
    const [first, ...rest] = bank(4).questions
    const content = bank(4, { questions: [{ ...(first ?? never()), stem: `${taken?.stem} ` }, ...rest] })
    await openContest({ id: 'coming', opensAt: '2099-01-01T00:00:00+08:00' }, content)
    expect((await practiceQuestions()).map(({ stem }) => stem)).not.toContain(taken?.stem)
    expect((await checkAnswer(taken?.id ?? '')).status).toBe(404)
    const result = await visitor.send('POST', `/api/attempts/${started.attempt.id}/submit`, {
      responses: sheetFor(started),
    })
    const { questions } = SubmittedSchema.parse(await result.json()).result
    expect(questions?.find(({ id }) => id === taken?.id)?.key).toBeUndefined()
    expect(questions?.filter(({ key }) => key !== undefined)).toHaveLength(9)
    const detail = AttemptDetailSchema.parse(
      await (await visitor.send('GET', `/api/attempts/${started.attempt.id}`)).json(),
    )
    expect(detail.paper.questions.map(({ id }) => id)).not.toContain(taken?.id)
  })

  it.each([
    ['goes on with a paper of which no question was taken', false, 200],
    ['begins anew when one of its questions was taken', true, 201],
  ])('%s', async (_, isOnPaper, status) => {
    const visitor = await Visitor.signIn()
    const { paper } = await visitor.start('practice-mixed')
    const asked = new Set(paper.questions.map(({ id }) => id))
    const taken = (await practiceQuestions()).find(({ id, type }) => type === 'single' && asked.has(id) === isOnPaper)
    const [first, ...rest] = bank(4).questions
    const content = bank(4, { questions: [{ ...(first ?? never()), stem: taken?.stem ?? '' }, ...rest] })
    await openContest({ id: `takes-${isOnPaper ? 'one' : 'another'}` }, content)
    const again = await visitor.send('POST', '/api/assessments/practice-mixed/attempts', {})
    expect(again.status).toBe(status)
  })

  it('has a question back once the contest that asked it has closed', async () => {
    const [question] = await practiceQuestions()
    const [first, ...rest] = bank(4).questions
    const content = bank(4, { questions: [{ ...(first ?? never()), stem: question?.stem ?? '' }, ...rest] })
    await openContest({ id: 'short', closesAt: new Date(Date.now() + 1000).toISOString() }, content)
    expect((await checkAnswer(question?.id ?? '')).status).toBe(404)
    await expect.poll(async () => (await checkAnswer(question?.id ?? '')).status, { timeout: 5000 }).toBe(200)
  })

  it('has no standings', async () => {
    expect((await call('GET', '/api/assessments/practice-mixed/standings')).status).toBe(404)
  })
})

describe('a contest made at run time', () => {
  it('opens on a stored bank, draws from it, and shows nothing of the keys when it reveals after the close', async () => {
    const id = await openContest({ id: 'run-time', reveal: 'after-close', closesAt: '2099-01-01T00:00:00+08:00' })
    const visitor = await Visitor.signIn()
    const started = await visitor.start(id)
    expect(started.paper.questions).toHaveLength(2)
    const response = await visitor.send('POST', `/api/attempts/${started.attempt.id}/submit`, {})
    const { result } = SubmittedSchema.parse(await response.json())
    expect(result).toMatchObject({ score: 0, maxScore: 100 })
    expect(result.questions).toBeUndefined()
  })

  it.each([
    ['an unknown bank version', contest(), '0123456789abcdef', 409],
    [
      'a paper larger than the bank',
      contest({ blueprint: { sections: [{ points: 1, draw: [{ count: 9, types: ['single'] }] }] }, passMark: 1 }),
      null,
      409,
    ],
    ['the id of one that ships', contest({ id: 'hr-law-contest' }), null, 409],
    ['rules that the service does not run', contest({ program: { cumulative: true } }), null, 409],
  ])('is refused with %s', async (_, assessment, version, status) => {
    const response = await openAssessment(version ?? (await storeBank(bank(4))), assessment)
    expect(response.status).toBe(status)
  })

  it('draws from an unreviewed bank only when it says so', async () => {
    const unreviewed = bank(4, {
      reviewed: false,
      questions: bank(4).questions.map(({ rationale: _, ...question }) => ({ ...question, citations: [] })),
    })
    const version = await storeBank(unreviewed)
    expect((await openAssessment(version, contest({ id: 'strict' }))).status).toBe(409)
    expect((await openAssessment(version, contest({ id: 'lenient', allowUnreviewed: true }))).status).toBe(201)
  })

  it('stores an incomplete bank only as unreviewed', async () => {
    const incomplete = bank(2, { questions: bank(2).questions.map((question) => ({ ...question, citations: [] })) })
    await expect(storeBank(incomplete)).rejects.toThrow('/questions/0/citations')
  })

  it('gives the same bank the same id', async () => {
    expect(await storeBank(bank(3))).toBe(await storeBank(bank(3)))
    expect(await storeBank(bank(3))).not.toBe(await storeBank(bank(2)))
  })

  it('keeps attempts within their number and its window', async () => {
    const once = await openContest({ id: 'once', attempts: { allowed: 1, per: 'total', counts: 'best', makeUp: 0 } })
    const visitor = await Visitor.signIn()
    const { attempt } = await visitor.start(once)
    await visitor.send('POST', `/api/attempts/${attempt.id}/submit`, {})
    expect((await visitor.send('POST', `/api/assessments/${once}/attempts`, {})).status).toBe(409)
    const past = await openContest({ id: 'past', closesAt: '2020-01-01T00:00:00+08:00' })
    const future = await openContest({ id: 'future', opensAt: '2099-01-01T00:00:00+08:00' })
    for (const id of [past, future])
      expect((await visitor.send('POST', `/api/assessments/${id}/attempts`, {})).status).toBe(409)
  })

  it.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['a guest', { cookie: 'x' }],
  ])('is for the operator only, not for %s', async (_, headers) => {
    const { cookie } = await Visitor.signIn()
    const sent: Record<string, string> = 'cookie' in headers ? { cookie } : headers
    for (const path of ['banks', 'assessments']) {
      expect((await call('POST', `/api/operator/${path}`, { body: '{}', headers: sent })).status).toBe(
        'cookie' in headers ? 403 : 401,
      )
    }
  })
})

function never(): never {
  throw new Error('the bank is empty')
}
