import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from '../../worker/build/build.ts'
import { binary } from '../../worker/build/tools.ts'
import { startServer } from '../../worker/self-host/server.ts'
import { CEILING_CONFIG, CEILING_WORKER } from './ceiling.ts'
import { HttpClient } from './http-client.ts'
import { databaseBytes, median, processorMs, quantile } from './measure.ts'
import { Participant, randomSheet } from './participant.ts'

/**
 * `npm run bench`: start → 2 saves → submit → standings in a closed loop, in rounds that alternate with the ceiling (a bare
 * object that does one insert and one select on the same workerd). The client shares the machine's cores.
 */

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
const CONCURRENCIES = [8, 32] as const
const PORT = 8797
const CEILING_PORT = 8798
const STEPS = ['start', 'save', 'submit', 'standings'] as const
type Step = (typeof STEPS)[number]
const REQUESTS_PER_ATTEMPT = 5
const ASSESSMENT = 'hr-law-contest'

interface Round {
  readonly attemptsPerSecond: number
  readonly requestsPerSecond: number
  readonly cpuMsPerAttempt: number
  readonly times: Readonly<Record<Step, readonly number[]>>
}

async function attemptsRound(
  client: HttpClient,
  pid: number,
  concurrency: number,
  counter: { n: number },
): Promise<Round> {
  const times: Record<Step, number[]> = { start: [], save: [], submit: [], standings: [] }
  const timed = async <T>(step: Step, work: Promise<T>): Promise<T> => {
    const from = performance.now()
    const value = await work
    times[step].push(performance.now() - from)
    return value
  }
  // People sign in before the clock starts; each makes one attempt.
  const people: Participant[] = []
  const wanted = Math.ceil(SECONDS * 400)
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (people.length < wanted)
        people.push(await Participant.signIn(client, `选手${counter.n++}`, 'ml-policy-law'))
    }),
  )
  let attempts = 0
  const cpuBefore = processorMs(pid)
  const from = performance.now()
  const end = from + SECONDS * 1000
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < end) {
        const person = people.pop()
        if (person === undefined) throw new Error('More people are needed for this machine: raise `wanted`.')
        const { attempt, paper } = await timed('start', person.start(ASSESSMENT))
        const half = randomSheet(paper.questions.slice(0, 10))
        const full = { ...half, ...randomSheet(paper.questions.slice(10)) }
        await timed('save', person.save(attempt.id, 1, half))
        await timed('save', person.save(attempt.id, 2, full))
        await timed('submit', person.submit(attempt.id))
        await timed('standings', person.standings(ASSESSMENT))
        attempts += 1
      }
    }),
  )
  const seconds = (performance.now() - from) / 1000
  const cpu = processorMs(pid) - cpuBefore
  counter.n += 0
  total += attempts
  return {
    attemptsPerSecond: attempts / seconds,
    requestsPerSecond: (attempts * REQUESTS_PER_ATTEMPT) / seconds,
    cpuMsPerAttempt: cpu / attempts,
    times,
  }
}

async function ceilingRound(client: HttpClient, concurrency: number): Promise<number> {
  let requests = 0
  const from = performance.now()
  const end = from + SECONDS * 1000
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < end) {
        await client.send('POST', '/')
        requests += 1
      }
    }),
  )
  return requests / ((performance.now() - from) / 1000)
}

let total = 0

async function main(): Promise<void> {
  if (process.env['MINGFA_BUILD'] !== 'skip') await build()
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-bench-'))
  const data = join(folder, 'data')
  const ceilingFolder = join(folder, 'ceiling')
  mkdirSync(join(ceilingFolder, 'objects'), { recursive: true })
  writeFileSync(join(ceilingFolder, 'worker.js'), CEILING_WORKER)
  writeFileSync(join(ceilingFolder, 'config.capnp'), CEILING_CONFIG(CEILING_PORT, join(ceilingFolder, 'objects')))
  const ceiling = spawn(binary('workerd'), ['serve', join(ceilingFolder, 'config.capnp')], { stdio: 'inherit' })
  const server = await startServer({ port: PORT, data })
  const pid = server.process.pid ?? 0
  try {
    const counter = { n: 0 }
    const warm = new HttpClient(server.origin, 16)
    await attemptsRound(warm, pid, 8, counter)
    const rows: Record<string, string>[] = []
    const bytesBefore = { attempts: total }
    for (const concurrency of CONCURRENCIES) {
      const client = new HttpClient(server.origin, concurrency)
      const ceilingClient = new HttpClient(`http://127.0.0.1:${CEILING_PORT}`, concurrency)
      const rounds: Round[] = []
      const ceilings: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push(await attemptsRound(client, pid, concurrency, counter))
        ceilings.push(await ceilingRound(ceilingClient, concurrency))
      }
      const of = (pick: (round: Round) => number) => median(rounds.map(pick))
      const percent = (share: number) =>
        STEPS.map((step) => of((round) => quantile(round.times[step], share)).toFixed(1)).join(' / ')
      const requests = of((round) => round.requestsPerSecond)
      rows.push({
        'at once': String(concurrency),
        'attempts/s': of((round) => round.attemptsPerSecond).toFixed(0),
        'requests/s': requests.toFixed(0),
        'ceiling requests/s': median(ceilings).toFixed(0),
        'of ceiling': (requests / median(ceilings)).toFixed(2),
        'CPU ms/attempt': of((round) => round.cpuMsPerAttempt).toFixed(2),
        [`p50 ms ${STEPS.join(' / ')}`]: percent(0.5),
        p95: percent(0.95),
        p99: percent(0.99),
      })
      client.close()
      ceilingClient.close()
    }
    warm.close()
    await sleep(2000)
    server.process.kill()
    await server.ended
    for (const row of rows)
      console.log(
        Object.entries(row)
          .map(([name, value]) => `${name.padEnd(46)} ${value}`)
          .join('\n'),
        '\n',
      )
    const bytes = databaseBytes(join(data, 'objects'), ['participants']) - databaseBytesOfBank(data)
    console.log(
      `bytes stored per attempt (${total} attempts of 20 questions, people and bank excluded): ${(bytes / total).toFixed(0)}`,
    )
    void bytesBefore
  } finally {
    server.process.kill()
    ceiling.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The bank doesn't grow with attempts. */
function databaseBytesOfBank(data: string): number {
  return databaseBytes(join(data, 'objects/mingfa-bank'), [])
}

await main()
