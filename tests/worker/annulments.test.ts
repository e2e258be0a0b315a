import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { AnnulmentsSchema } from '../../content/domain/annulment-api.ts'
import { type Result, ResultSchema, type Started } from '../../content/domain/api.ts'
import { AuditSchema } from '../../content/domain/roster-api.ts'
import { uuidBytes } from '../../worker/objects/attempts/attempt-id.ts'
import { entry, PROVINCE } from '../fixtures/roster.ts'
import { applied, asOperator, ROOT, withRole } from './people.ts'
import { bank, openContest, Visitor } from './visitor.ts'

const REASON = '题干引用的条文在考试当天已经修改'

/** A sheet with every question right but these. */
function sheet({ paper }: Pick<Started, 'paper'>, ...wrong: string[]): Record<string, string[]> {
  return Object.fromEntries(
    paper.questions.map(({ id, options }) => [
      id,
      options.filter(({ text }) => text === (wrong.includes(id) ? '错甲' : '对')).map((option) => option.id),
    ]),
  )
}

async function submit(visitor: Visitor, started: Started, ...wrong: string[]): Promise<Result> {
  const response = await visitor.send('POST', `/api/attempts/${started.attempt.id}/submit`, {
    responses: sheet(started, ...wrong),
  })
  expect(response.status, await response.clone().text()).toBe(200)
  return ResultSchema.parse((await response.json<{ result: unknown }>()).result)
}

/** Someone who has taken a contest with these questions wrong. */
async function taken(contest: string, ...wrong: string[]): Promise<{ visitor: Visitor; started: Started }> {
  const visitor = await Visitor.signIn()
  const started = await visitor.start(contest)
  await submit(visitor, started, ...wrong)
  return { visitor, started }
}

async function resultOf({ visitor, started }: { visitor: Visitor; started: Started }): Promise<Result> {
  const detail = await (await visitor.send('GET', `/api/attempts/${started.attempt.id}`)).json<{ result: unknown }>()
  return ResultSchema.parse(detail.result)
}

function path(contest: string): string {
  return `/api/operator/assessments/${contest}/annulments`
}

async function annulments(contest: string) {
  return AnnulmentsSchema.parse(await (await asOperator('GET', path(contest))).json()).annulments
}

async function annul(contest: string, question: string, reason = REASON): Promise<void> {
  const response = await asOperator('POST', path(contest), { question, reason })
  expect(response.status, await response.clone().text()).toBe(200)
  await expect.poll(async () => (await annulments(contest)).every(({ isDone }) => isDone)).toBe(true)
}

async function scores(contest: string): Promise<number[]> {
  return (await env.BOARD.getByName(contest).people(0, 50)).entries.map(({ score }) => score)
}

async function seen(contest: string, expected: number[]): Promise<void> {
  await expect.poll(() => scores(contest)).toEqual(expected)
}

describe('a question that is annulled', () => {
  it('gives everyone its marks, and keeps what they had before', async () => {
    const contest = await openContest({ id: 'annulled' }, bank(2))
    const right = await taken(contest)
    const wrong = await taken(contest, 'test-1')
    const writing = await Visitor.signIn()
    const started = await writing.start(contest)
    await seen(contest, [100, 50])
    await annul(contest, 'test-1')
    await annul(contest, 'test-1', '换一个理由再撤一次')
    expect(await annulments(contest)).toMatchObject([
      { question: 'test-1', reason: REASON, by: 'operator', corrected: 2, raised: 1, isDone: true },
    ])
    expect(await resultOf(wrong)).toMatchObject({
      score: 100,
      corrections: [{ question: 'test-1', reason: REASON, before: 50, after: 100 }],
    })
    expect((await resultOf(wrong)).questions?.map(({ id, outcome, earned }) => [id, outcome, earned]).sort()).toEqual([
      ['test-1', 'annulled', 50],
      ['test-2', 'right', 50],
    ])
    expect((await resultOf(right)).corrections).toMatchObject([{ before: 100, after: 100 }])
    // Whoever was writing gets the marks at the end, with nothing to correct.
    const late = await submit(writing, started, 'test-1')
    expect([late.score, late.corrections]).toEqual([100, undefined])
    await seen(contest, [100, 100, 100])
  })

  it('is followed by another, each with its own before and after', async () => {
    const contest = await openContest({ id: 'annulled-twice' }, bank(2))
    const nothing = await taken(contest, 'test-1', 'test-2')
    await annul(contest, 'test-2')
    await annul(contest, 'test-1')
    expect(
      (await resultOf(nothing)).corrections?.map(({ question, before, after }) => [question, before, after]),
    ).toEqual([
      ['test-2', 0, 50],
      ['test-1', 50, 100],
    ])
    await seen(contest, [100])
  })

  it.each([
    ['best', 100],
    ['last', 50],
    ['first', 100],
  ] as const)('changes which attempt counts: the %s', async (counts, expected) => {
    const contest = await openContest(
      { id: `annulled-${counts}`, attempts: { allowed: 2, counts, per: 'total', makeUp: 0 } },
      bank(2),
    )
    const { visitor } = await taken(contest, 'test-1')
    await submit(visitor, await visitor.start(contest), 'test-2')
    await seen(contest, [50])
    await annul(contest, 'test-1')
    await seen(contest, [expected])
  })

  it('is left out of later papers where enough others are left', async () => {
    const contest = await openContest({ id: 'annulled-enough' }, bank(3))
    await annul(contest, 'test-1')
    const visitor = await Visitor.signIn()
    for (let time = 0; time < 6; time += 1) {
      const started = await visitor.start(contest)
      expect(started.paper.questions.map(({ id }) => id).sort()).toEqual(['test-2', 'test-3'])
      await submit(visitor, started)
    }
  })

  it('goes on after a restart, a batch of participants after the other, and misses nobody', async () => {
    const contest = await openContest({ id: 'annulled-many' }, bank(2))
    const { started } = await taken(contest, 'test-1')
    const object = env.ATTEMPTS.getByName(`shard-${started.attempt.id.split('-')[0]}`)
    const COPIES = 450
    await runInDurableObject(object, (_, { storage }) => {
      for (let copy = 0; copy < COPIES; copy += 1) {
        storage.sql.exec("INSERT INTO participants (uuid, nickname) VALUES (?, '某人')", uuidBytes(crypto.randomUUID()))
        storage.sql.exec(
          `INSERT INTO attempts SELECT ?, (SELECT max(id) FROM participants), release, seed, started_at, deadline, cut_off,
             seq, sheet, state, finished_at, score, annulment FROM attempts
           WHERE release = (SELECT max(id) FROM releases) ORDER BY id LIMIT 1`,
          uuidBytes(crypto.randomUUID()),
        )
      }
    })
    const response = await asOperator('POST', path(contest), { question: 'test-1', reason: REASON })
    expect(response.status).toBe(200)
    await evictDurableObject(object)
    const board = env.BOARD.getByName(contest)
    const standing = async () => {
      await runDurableObjectAlarm(object)
      return (await board.people(0, 1)).total
    }
    await expect.poll(standing, { timeout: 15_000 }).toBe(COPIES + 1)
    expect(await annulments(contest)).toMatchObject([{ corrected: COPIES + 1, raised: COPIES + 1, isDone: true }])
  }, 20_000)
})

describe('who annuls what', () => {
  beforeAll(async () => {
    await applied({ entries: ['A-1', 'A-2', 'A-3'].map((number) => entry(number, { unitPath: PROVINCE })) })
  })

  it('is an examiner of the whole tree, who is named with the reason in the audit trail', async () => {
    const contest = await openContest({ id: 'annulled-by' }, bank(2))
    const body = { question: 'test-1', reason: REASON }
    const examiner = await withRole('A-1', { role: 'examiner', unit: ROOT })
    const county = await withRole('A-2', { role: 'examiner', unit: 'ml-yunlan' })
    const guest = await Visitor.signIn()
    for (const visitor of [county, guest]) {
      expect((await visitor.send('POST', path(contest), body)).status).toBe(403)
      expect((await visitor.send('GET', path(contest))).status).toBe(403)
    }
    expect((await examiner.send('POST', path(contest), body)).status).toBe(200)
    expect(await annulments(contest)).toMatchObject([{ by: 'A-1' }])
    const trail = AuditSchema.parse(await (await asOperator('GET', '/api/roster/audit?q=assessment.annul')).json())
    expect(trail.lines.filter(({ subject }) => subject === contest)).toMatchObject([
      { actor: 'A-1', detail: `test-1: ${REASON}` },
    ])
  })

  it.each([
    ['no such assessment', 'nowhere', { question: 'test-1', reason: REASON }, 404],
    ['practice', 'practice-mixed', { question: 'test-1', reason: REASON }, 409],
    ['a question of no paper', 'annulled-bad', { question: 'test-9', reason: REASON }, 409],
    ['no reason', 'annulled-bad', { question: 'test-1', reason: '   ' }, 400],
    ['no question', 'annulled-bad', { reason: REASON }, 400],
  ])('is refused: %s', async (_, contest, body, status) => {
    if (contest === 'annulled-bad') await openContest({ id: contest }, bank(2))
    expect((await asOperator('POST', path(contest), body)).status).toBe(status)
  })
})
