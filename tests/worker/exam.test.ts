import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { ProblemDetailsSchema, type Result, ResultSchema, type Started } from '../../content/domain/api.ts'
import type { Assessment } from '../../content/domain/assessment.ts'
import { AssessmentsSchema } from '../../content/domain/assessment-api.ts'
import { entry, PROVINCE } from '../fixtures/roster.ts'
import { applied, asOperator, signIn } from './people.ts'
import { bank, call, openContest, Visitor } from './visitor.ts'

const HOUR = 3_600_000

function inHours(hours: number): string {
  return new Date(Date.now() + hours * HOUR).toISOString()
}

/** Opens an exam of two questions for people of the roster. @returns its id */
function openExam(id: string, given: Partial<Assessment> = {}): Promise<string> {
  const content = bank(2)
  const questions = content.questions.map((question) => ({ ...question, uses: ['exam' as const] }))
  return openContest({ id, kind: 'exam', guests: false, reveal: 'never', ...given }, { ...content, questions })
}

/** Hands an attempt in with so many right answers. */
async function submit(visitor: Visitor, { attempt, paper }: Started, right: number): Promise<Result> {
  const responses = Object.fromEntries(
    paper.questions.map(({ id, options }, index) => [
      id,
      options.filter(({ text }) => text === (index < right ? '对' : '错甲')).map((option) => option.id),
    ]),
  )
  const response = await visitor.send('POST', `/api/attempts/${attempt.id}/submit`, { responses })
  expect(response.status, await response.clone().text()).toBe(200)
  return ResultSchema.parse((await response.json<{ result: unknown }>()).result)
}

async function problemOf(response: Response): Promise<string> {
  return ProblemDetailsSchema.parse(await response.json()).type.replace('urn:mingfa:problem:', '')
}

function begin(visitor: Visitor, exam: string): Promise<Response> {
  return visitor.send('POST', `/api/assessments/${exam}/attempts`, {})
}

/** Seconds that an attempt has in all. */
function secondsOf({ attempt }: Started): number {
  return (Date.parse(attempt.deadline ?? '') - Date.parse(attempt.startedAt)) / 1000
}

beforeAll(async () => {
  await applied({ entries: ['X-1', 'X-2', 'X-3'].map((number) => entry(number, { unitPath: PROVINCE })) })
})

describe('an exam', () => {
  it('is for people of the roster', async () => {
    const exam = await openExam('staff-only')
    const guest = await begin(await Visitor.signIn(), exam)
    expect([guest.status, await problemOf(guest)]).toEqual([403, 'staff-only'])
    expect((await begin(await signIn('X-1'), exam)).status).toBe(201)
  })

  it('gives a person the extra time that the roster has, and nobody else', async () => {
    const exam = await openExam('extra-time', { durationSeconds: 601 })
    await asOperator('PUT', '/api/roster/people/X-2', { extraTimePercent: 25 })
    expect(secondsOf(await (await signIn('X-2')).start(exam))).toBe(752)
    expect(secondsOf(await (await signIn('X-3')).start(exam))).toBe(601)
  })

  it('tells all its rules before it starts', async () => {
    const makeUpWindow = { opensAt: inHours(2), closesAt: inHours(3) }
    const attempts = { allowed: 1, per: 'total', counts: 'first', makeUp: 1 } as const
    const closesAt = inHours(1)
    const id = await openExam('rules', {
      attempts,
      closesAt,
      makeUpWindow,
      scoreShown: 'after-close',
    })
    const { assessments } = AssessmentsSchema.parse(await (await call('GET', '/api/assessments')).json())
    expect(assessments.find((each) => each.id === id)).toEqual({
      id,
      title: '测试竞赛',
      kind: 'exam',
      opensAt: null,
      closesAt,
      makeUpWindow,
      durationSeconds: 600,
      questionCount: 2,
      marks: 100,
      attempts,
      passMark: 50,
      bands: [],
      tieBreak: 'time',
      unitRanking: { by: 'average', atLeast: 1 },
      reveal: 'never',
      scoreShown: 'after-close',
      warnAtSeconds: [300, 60, 10],
      guests: false,
    })
  })
})

describe('a make-up', () => {
  it('is for who failed, counts once it is better, and ends with a pass', async () => {
    const exam = await openExam('make-up', {
      passMark: 100,
      attempts: { allowed: 1, per: 'total', counts: 'first', makeUp: 2 },
    })
    const person = await signIn('X-1')
    const scores: (number | null)[] = []
    for (const right of [1, 0, 2]) scores.push((await submit(person, await person.start(exam), right)).score)
    expect(scores).toEqual([50, 0, 100])
    const more = await begin(person, exam)
    expect([more.status, await problemOf(more)]).toEqual([409, 'already-passed'])
    const board = env.BOARD.getByName(exam)
    await expect.poll(async () => (await board.people(0, 5)).entries.map(({ score }) => score)).toEqual([100])
  })

  it('has a window of its own, between which and the main one nobody starts', async () => {
    const attempts = { allowed: 1, per: 'total', counts: 'first', makeUp: 1 } as const
    const absent = await signIn('X-2')
    const between = await openExam('between', {
      ...{ attempts, closesAt: inHours(-1) },
      makeUpWindow: { opensAt: inHours(1), closesAt: inHours(2) },
    })
    expect(await problemOf(await begin(absent, between))).toBe('not-open')
    const closesAt = inHours(0.1)
    const open = await openExam('make-up-open', {
      ...{ attempts, closesAt: inHours(-1), durationSeconds: 3600 },
      makeUpWindow: { opensAt: inHours(-0.5), closesAt },
    })
    const started = await absent.start(open)
    expect(started.attempt.deadline).toBe(closesAt)
    await submit(absent, started, 0)
    expect(await problemOf(await begin(absent, open))).toBe('no-attempts-left')
  })
})

describe('marks that are shown after the close', () => {
  it('leave the server by no way before', async () => {
    const closesAt = inHours(1)
    const exam = await openExam('withheld', { closesAt, scoreShown: 'after-close', reveal: 'with-result' })
    const person = await signIn('X-3')
    const started = await person.start(exam)
    const result = await submit(person, started, 2)
    const hidden = { score: null, passed: null, band: null, maxScore: 100, shownAt: closesAt }
    expect(result).toMatchObject(hidden)
    expect([result.questions, result.corrections]).toEqual([undefined, undefined])
    const path = `/api/attempts/${started.attempt.id}`
    expect(((await (await person.send('GET', path)).json()) as { result: Result }).result).toMatchObject(hidden)
    const standings = await person.send('GET', `/api/assessments/${exam}/standings`)
    expect([standings.status, await problemOf(standings)]).toEqual([409, 'withheld'])
  })
})
