import { setTimeout as sleep } from 'node:timers/promises'
import { HttpClient } from './http-client.ts'
import { median, processorMs, quantile } from './measure.ts'
import { Participant, randomSheet } from './participant.ts'

/** The rounds of the benchmark; `bench.ts` runs and prints them. */

const ASSESSMENT = 'hr-law-contest'
export const STEPS = ['start', 'save', 'submit', 'standings'] as const
type Step = (typeof STEPS)[number]
const REQUESTS_PER_ATTEMPT = 5
/** More people than any machine of this kind gets through in a second. */
const PEOPLE_PER_SECOND = 500

/** What one round of attempts measured. Times in milliseconds. */
export interface AttemptsRound {
  readonly attempts: number
  readonly attemptsPerSecond: number
  readonly requestsPerSecond: number
  readonly cpuMsPerAttempt: number
  readonly times: Readonly<Record<Step, readonly number[]>>
}

let nextNumber = 1

async function signInPeople(client: HttpClient, count: number): Promise<Participant[]> {
  const people: Participant[] = []
  const lane = async () => {
    while (people.length < count) people.push(await Participant.signIn(client, `选手${nextNumber++}`, 'ml-policy-law'))
  }
  await Promise.all(Array.from({ length: 16 }, lane))
  return people
}

/** Runs `work` in `concurrency` lanes until `seconds` are over. @returns the seconds it took */
async function closedLoop(concurrency: number, seconds: number, work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  const lane = async () => {
    while (performance.now() - from < seconds * 1000) await work()
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  return (performance.now() - from) / 1000
}

/** Complete attempts, each by a person who has signed in before the clock starts. */
export async function attemptsRound(
  client: HttpClient,
  pid: number,
  concurrency: number,
  seconds: number,
): Promise<AttemptsRound> {
  const people = await signInPeople(client, seconds * PEOPLE_PER_SECOND)
  const times: Record<Step, number[]> = { start: [], save: [], submit: [], standings: [] }
  const timed = async <T>(step: Step, work: Promise<T>): Promise<T> => {
    const from = performance.now()
    const value = await work
    times[step].push(performance.now() - from)
    return value
  }
  const cpuBefore = processorMs(pid)
  const took = await closedLoop(concurrency, seconds, async () => {
    const person = people.pop()
    if (person === undefined) throw new Error('This machine is faster than expected: raise PEOPLE_PER_SECOND.')
    const { attempt, paper } = await timed('start', person.start(ASSESSMENT))
    const half = randomSheet(paper.questions.slice(0, 10))
    const full = { ...half, ...randomSheet(paper.questions.slice(10)) }
    await timed('save', person.save(attempt.id, 1, half))
    await timed('save', person.save(attempt.id, 2, full))
    await timed('submit', person.submit(attempt.id))
    await timed('standings', person.standings(ASSESSMENT))
  })
  const attempts = times.submit.length
  return {
    attempts,
    attemptsPerSecond: attempts / took,
    requestsPerSecond: (attempts * REQUESTS_PER_ATTEMPT) / took,
    cpuMsPerAttempt: (processorMs(pid) - cpuBefore) / attempts,
    times,
  }
}

/** Requests a second of the bare object. */
export async function ceilingRound(client: HttpClient, concurrency: number, seconds: number): Promise<number> {
  let requests = 0
  const took = await closedLoop(concurrency, seconds, async () => {
    await client.send('POST', '/')
    requests += 1
  })
  return requests / took
}

/** Submits at a steady pace, alone and while readers come in. */
export interface BurstMeasure {
  readonly attempts: number
  /** p50 and p95 in milliseconds, median over the rounds. */
  readonly alone: readonly number[]
  readonly burst: readonly number[]
  readonly readersPerSecond: number
}

const SUBMITS = 100
const SUBMIT_EVERY_MS = 25

/** Hands in `SUBMITS` prepared attempts, one every `SUBMIT_EVERY_MS`. @returns milliseconds of each submit */
async function pacedSubmits(client: HttpClient): Promise<number[]> {
  const prepared: { person: Participant; id: string }[] = []
  for (const person of await signInPeople(client, SUBMITS))
    prepared.push({ person, id: (await person.start(ASSESSMENT)).attempt.id })
  const from = performance.now()
  return Promise.all(
    prepared.map(async ({ person, id }, index) => {
      await sleep(Math.max(0, from + index * SUBMIT_EVERY_MS - performance.now()))
      const sent = performance.now()
      await person.submit(id)
      return performance.now() - sent
    }),
  )
}

/**
 * Submits alone and in a burst: `readers` people ask for the standings once each, spread over the time of the submits, while
 * attempts are handed in at the same pace as before.
 */
export async function submitsUnderReaders(origin: string, readers: number, rounds: number): Promise<BurstMeasure> {
  const [submitClient, readClient] = [new HttpClient(origin, 32), new HttpClient(origin, 64)]
  const quantiles = (times: number[]) => [quantile(times, 0.5), quantile(times, 0.95)]
  const alone: number[][] = []
  const burst: number[][] = []
  const rates: number[] = []
  const spread = (SUBMITS * SUBMIT_EVERY_MS) / readers
  for (let round = 0; round < rounds; round += 1) {
    alone.push(quantiles(await pacedSubmits(submitClient)))
    const people = await signInPeople(readClient, Math.min(readers, 50))
    const from = performance.now()
    const reading = Promise.all(
      Array.from({ length: readers }, async (_, index) => {
        await sleep(Math.max(0, from + index * spread - performance.now()))
        await people[index % people.length]?.standings(ASSESSMENT)
      }),
    ).then(() => rates.push((readers * 1000) / (performance.now() - from)))
    burst.push(quantiles(await pacedSubmits(submitClient)))
    await reading
  }
  for (const client of [submitClient, readClient]) client.close()
  const over = (list: number[][]) => [0, 1].map((index) => median(list.map((values) => values[index] ?? Number.NaN)))
  return { attempts: rounds * SUBMITS * 2, alone: over(alone), burst: over(burst), readersPerSecond: median(rates) }
}
