import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Result } from '../../content/domain/api.ts'
import { HttpClient } from '../load/http-client.ts'
import { Participant, randomSheet, UnexpectedAnswer } from '../load/participant.ts'
import { RunningServer } from './running-server.ts'

const CONTEST = 'hr-law-contest'
const KILLS = 10
const PEOPLE_AT_ONCE = 16

/** What one person has sent and what the server has acknowledged. */
interface Trace {
  readonly person: Participant
  readonly name: string
  attempt: string | null
  /** Sheets by seq as sent. */
  readonly sent: Map<number, Record<string, string[]>>
  acknowledgedSeq: number
  submitted: boolean
  result: Result | null
}

let server: RunningServer
const records: Trace[] = []

beforeAll(async () => {
  server = await RunningServer.start()
}, 60_000)

afterAll(() => server.stop())

/** Takes part again and again until the connection breaks. */
async function takePart(client: HttpClient, round: number, lane: number): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const name = `甲${round}乙${lane}丙${turn}`
    const record: Trace = {
      person: await Participant.signIn(client, name),
      name,
      attempt: null,
      sent: new Map(),
      acknowledgedSeq: 0,
      submitted: false,
      result: null,
    }
    records.push(record)
    const { attempt, paper } = await record.person.start(CONTEST)
    record.attempt = attempt.id
    for (let seq = 1; seq <= 3; seq += 1) {
      const sheet = randomSheet(paper.questions)
      record.sent.set(seq, sheet)
      record.acknowledgedSeq = (await record.person.save(attempt.id, seq, sheet)).savedSeq
    }
    record.submitted = true
    record.result = await record.person.submit(attempt.id)
  }
}

it('loses and doubles nothing acknowledged over ten kills under load', async () => {
  for (let round = 0; round < KILLS; round += 1) {
    const client = new HttpClient(server.origin, PEOPLE_AT_ONCE)
    const lanes = Array.from({ length: PEOPLE_AT_ONCE }, (_, lane) =>
      takePart(client, round, lane).catch((error: unknown) => {
        // A broken connection is what a power cut looks like from outside; any answer but success is not.
        if (error instanceof UnexpectedAnswer) throw error
      }),
    )
    await sleep(400 + round * 90)
    await server.killHard()
    await Promise.all(lanes)
    client.close()
    await server.restart()
  }
  const client = new HttpClient(server.origin, 8)
  const finished = records.filter(({ result }) => result !== null)
  expect(finished.length).toBeGreaterThan(100)
  let inFlight = 0
  for (const record of records) {
    const person = record.person.through(client)
    if (record.attempt === null) continue
    const detail = await person.detail(record.attempt)
    expect(detail.attempt.seq).toBeGreaterThanOrEqual(record.acknowledgedSeq)
    expect(detail.responses).toEqual(record.sent.get(detail.attempt.seq) ?? {})
    if (record.result !== null) expect(detail.result).toEqual(record.result)
    else if (detail.result !== undefined) {
      // Written, but the power went before the answer was out: allowed only if a submit was on its way.
      expect(record.submitted).toBe(true)
      inFlight += 1
    }
  }
  await sleep(2000)
  const counts = new Map<string, number>()
  let cursor: string | null = '0'
  const [first] = records
  while (cursor !== null && first !== undefined) {
    const page: Awaited<ReturnType<Participant['standings']>> = await first.person
      .through(client)
      .standings(CONTEST, `limit=200&cursor=${cursor}`)
    for (const { name, score } of page.entries)
      counts.set(`${name} ${score}`, (counts.get(`${name} ${score}`) ?? 0) + 1)
    expect(page.total).toBe(finished.length + inFlight)
    cursor = page.nextCursor
  }
  for (const { name, result } of finished) expect([name, counts.get(`${name} ${result?.score}`)]).toEqual([name, 1])
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(finished.length + inFlight)
  client.close()
}, 120_000)
