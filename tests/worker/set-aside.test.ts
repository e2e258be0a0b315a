import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AttemptDetailSchema, ProblemDetailsSchema } from '../../content/domain/api.ts'
import { PaperOutlooksSchema } from '../../content/domain/operator-api.ts'
import type { SetAside } from '../../content/domain/set-aside.ts'
import { bank, call, contest, OPERATOR, openAssessment, openContest, sheetFor, storeBank, Visitor } from './visitor.ts'

/** Each test turns to a later new year, since the rate limit counts on a clock that never goes back. */
let year = 2026
const newYear = () => `${year}-01-01`
const midnight = () => Date.parse(`${newYear()}T00:00:00+08:00`)
const REASON = '《试验法》第九条：改了'
const changed = (): SetAside => ({ from: newYear(), reason: REASON })
const coming = (): SetAside => ({ until: newYear(), reason: '《将来法》第一条：还没有施行' })

/** A bank whose questions of these places (from 1) have times in which they are set aside. */
function bankWith(size: number, setAside: Readonly<Record<number, SetAside>>) {
  const content = bank(size)
  return {
    ...content,
    questions: content.questions.map((question, index) => {
      const own = setAside[index + 1]
      return own === undefined ? question : { ...question, setAside: [own] }
    }),
  }
}

beforeEach(() => {
  year += 1
  vi.useFakeTimers({ toFake: ['Date'], now: midnight() - 1000 })
})

afterEach(() => {
  vi.useRealTimers()
})

async function asked(contestId: string): Promise<string[]> {
  const visitor = await Visitor.signIn()
  const { paper } = await visitor.start(contestId)
  return paper.questions.map(({ id }) => id).toSorted()
}

it('a law that changes at midnight in Beijing takes its question out then, and one that takes effect brings its own in', async () => {
  // Two are drawn, and two are left on either day.
  const id = await openContest({ id: 'midnight' }, bankWith(3, { 1: changed(), 2: coming() }))
  expect(await asked(id)).toEqual(['test-1', 'test-3'])
  vi.setSystemTime(midnight() - 1)
  expect(await asked(id)).toEqual(['test-1', 'test-3'])
  vi.setSystemTime(midnight())
  expect(await asked(id)).toEqual(['test-2', 'test-3'])
})

it('an attempt under way keeps its paper when the law changes, is saved, handed in and marked', async () => {
  const id = await openContest({ id: 'under-way' }, bankWith(2, { 1: changed(), 2: changed() }))
  const visitor = await Visitor.signIn()
  const started = await visitor.start(id)
  vi.setSystemTime(midnight() + 60_000)
  const path = `/api/attempts/${started.attempt.id}`
  const saved = await visitor.send('PUT', `${path}/responses`, { seq: 1, responses: sheetFor(started) })
  expect(saved.status).toBe(200)
  const resumed = await visitor.send('POST', `/api/assessments/${id}/attempts`, {})
  expect(resumed.status).toBe(200)
  expect(await resumed.json()).toMatchObject({ paper: started.paper })
  expect((await visitor.send('POST', `${path}/submit`, {})).status).toBe(200)
  const detail = AttemptDetailSchema.parse(await (await visitor.send('GET', path)).json())
  expect(detail.paper).toEqual(started.paper)
  expect(detail.result?.questions).toHaveLength(2)
})

describe('a bank that questions set aside leave too small', () => {
  it('refuses a start in words for a person, uses no attempt, and goes on once the questions are back', async () => {
    const back: SetAside = { ...changed(), until: `${year}-01-02` }
    const attempts = { allowed: 1, per: 'total', counts: 'best', makeUp: 0 } as const
    const id = await openContest({ id: 'too-small', attempts }, bankWith(3, { 1: back, 2: back }))
    vi.setSystemTime(midnight())
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const visitor = await Visitor.signIn()
    for (let count = 0; count < 2; count += 1) {
      const refused = await visitor.send('POST', `/api/assessments/${id}/attempts`, {})
      expect(refused.status).toBe(409)
      const problem = ProblemDetailsSchema.parse(await refused.json())
      expect(problem.type).toBe('urn:mingfa:problem:too-few-questions')
      expect(problem.detail).not.toContain('test-')
    }
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/第1大题抽题第1项.*还差1道。.*test-1.*test-2/s))
    log.mockRestore()
    vi.setSystemTime(midnight() + 24 * 3600 * 1000)
    const later = await visitor.send('POST', `/api/assessments/${id}/attempts`, {})
    expect(later.status).toBe(201)
  })

  it('is told to the operator ahead of the day: which quota falls short and which questions wait', async () => {
    const id = await openContest({ id: 'foreseen' }, bankWith(3, { 1: changed(), 2: changed() }))
    const response = await call('GET', '/api/operator/papers', { headers: OPERATOR })
    const { assessments } = PaperOutlooksSchema.parse(await response.json())
    expect(assessments.find((own) => own.id === id)).toMatchObject({
      questions: 3,
      days: [
        {
          day: newYear(),
          text: expect.arrayContaining(['  第1大题抽题第1项（题型 single）要抽2道，题库里还差1道。']),
          waiting: [
            { id: 'test-1', reasons: [REASON] },
            { id: 'test-2', reasons: [REASON] },
          ],
        },
      ],
    })
    expect((await call('GET', '/api/operator/papers')).status).toBe(401)
  })

  it('opens no contest that could not draw a paper on its first day', async () => {
    const version = await storeBank(bankWith(3, { 1: changed(), 2: changed() }))
    const late = contest({ id: 'late', opensAt: `${newYear()}T00:00:00+08:00` })
    const refused = await openAssessment(version, late)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('test-1')
    expect((await openAssessment(version, contest({ id: 'in-time' }))).status).toBe(201)
  })
})
