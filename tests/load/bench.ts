import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from '../../worker/build/build.ts'
import { workerdCommandOf } from '../../worker/build/tools.ts'
import { startServer } from '../../worker/self-host/server.ts'
import { type AttemptsRound, attemptsRound, ceilingRound, STEPS, submitsUnderReaders } from './bench-rounds.ts'
import { CEILING_WORKER, ceilingConfig } from './ceiling.ts'
import { HttpClient } from './http-client.ts'
import { keystrokeBench } from './keystroke-bench.ts'
import { lawsBench } from './laws-bench.ts'
import { libraryBench } from './library-bench.ts'
import { databaseBytes, median, quantile } from './measure.ts'
import { coldBytes } from './page-weight.ts'
import { pagefindBench } from './pagefind-bench.ts'
import { rosterBench } from './roster-bench.ts'
import { standingsBench } from './standings-bench.ts'

/**
 * `npm run bench`: start → 2 saves → submit → standings in a closed loop, in rounds that alternate with the ceiling (a bare
 * object that does one insert and one select on the same workerd). The client shares the machine's cores with both.
 *
 * BENCH_ROUNDS and BENCH_SECONDS change the number and length of rounds; MINGFA_BUILD=skip takes the build that is there.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
const CONCURRENCIES = [8, 32] as const
const PORT = 8797
const CEILING_PORT = 8798
const STANDINGS_PORT = 8799
const PAGES = ['/explainers/unpaid-wages/', '/practice/'] as const
const BURST_READERS = 2000

function line(name: string, value: string): string {
  return `  ${name.padEnd(44)} ${value}`
}

function table(concurrency: number, rounds: readonly AttemptsRound[], ceilings: readonly number[]): string {
  const of = (pick: (round: AttemptsRound) => number) => median(rounds.map(pick))
  const times = (share: number) =>
    STEPS.map((step) => of((round) => quantile(round.times[step], share)).toFixed(1)).join(' / ')
  const requests = of((round) => round.requestsPerSecond)
  return [
    `${concurrency} at once, median of ${rounds.length} rounds of ${SECONDS} s`,
    line('attempts/s', of((round) => round.attemptsPerSecond).toFixed(0)),
    line('requests/s', requests.toFixed(0)),
    line('requests/s of the ceiling', median(ceilings).toFixed(0)),
    line('share of the ceiling', (requests / median(ceilings)).toFixed(2)),
    line('server CPU ms per attempt', of((round) => round.cpuMsPerAttempt).toFixed(2)),
    ...[0.5, 0.95, 0.99].map((share) => line(`p${share * 100} ms: ${STEPS.join(' / ')}`, times(share))),
    '',
  ].join('\n')
}

async function main(): Promise<void> {
  if (process.env['MINGFA_BUILD'] !== 'skip') await build()
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-bench-'))
  const [data, bare] = [join(folder, 'data'), join(folder, 'bare')]
  mkdirSync(join(bare, 'objects'), { recursive: true })
  writeFileSync(join(bare, 'worker.js'), CEILING_WORKER)
  writeFileSync(join(bare, 'config.capnp'), ceilingConfig(CEILING_PORT, join(bare, 'objects')))
  const [workerd, ...args] = workerdCommandOf(['serve', join(bare, 'config.capnp')])
  const ceiling = spawn(workerd, args, { stdio: 'inherit' })
  const server = await startServer({ port: PORT, data })
  try {
    const pid = server.process.pid ?? 0
    let attempts = 0
    const round = async (client: HttpClient, concurrency: number) => {
      const measured = await attemptsRound(client, pid, concurrency, SECONDS)
      attempts += measured.attempts
      return measured
    }
    console.log(`${cpus().length} cores, Node ${process.versions.node}\n`)
    console.log('Import of official texts')
    for (const [name, value] of lawsBench(3)) console.log(line(name, value))
    console.log()
    console.log('Import of a roster')
    for (const [name, value] of await rosterBench(3)) console.log(line(name, value))
    console.log()
    const warm = new HttpClient(server.origin, 8)
    await round(warm, 8)
    for (const concurrency of CONCURRENCIES) {
      const client = new HttpClient(server.origin, concurrency)
      const ceilingClient = new HttpClient(`http://127.0.0.1:${CEILING_PORT}`, concurrency)
      const rounds: AttemptsRound[] = []
      const ceilings: number[] = []
      for (let index = 0; index < ROUNDS; index += 1) {
        rounds.push(await round(client, concurrency))
        ceilings.push(await ceilingRound(ceilingClient, concurrency, SECONDS))
      }
      console.log(table(concurrency, rounds, ceilings))
      client.close()
      ceilingClient.close()
    }
    const burst = await submitsUnderReaders(server.origin, BURST_READERS, ROUNDS)
    attempts += burst.attempts
    console.log(
      `Submits while ${BURST_READERS} readers ask for the standings (paced client, median of ${ROUNDS} rounds)`,
    )
    console.log(line('submit p50 / p95 ms, alone', burst.alone.map((ms) => ms.toFixed(1)).join(' / ')))
    console.log(line('submit p50 / p95 ms, in the burst', burst.burst.map((ms) => ms.toFixed(1)).join(' / ')))
    console.log(line('readers answered per second', burst.readersPerSecond.toFixed(0)), '\n')
    console.log('Cold page with everything it loads, brotli, bytes of bodies')
    for (const page of PAGES) console.log(line(page, String(await coldBytes(server.origin, page, 'br'))))
    warm.close()
    await sleep(2000)
    server.process.kill()
    await server.ended
    const bytes =
      databaseBytes(join(data, 'objects'), ['participants']) - databaseBytes(join(data, 'objects/mingfa-bank'), [])
    console.log(`\n${attempts} attempts of 20 questions`)
    console.log(line('bytes stored per attempt (people, bank apart)', (bytes / attempts).toFixed(0)), '\n')
    await libraryBench(join(folder, 'library'), PORT, line)
    console.log('Standings of a million people, ranks and changes inside the object')
    for (const [name, value] of await standingsBench(join(folder, 'standings'), STANDINGS_PORT, 1_000_000))
      console.log(line(name, value))
    console.log()
    console.log(`The site's own search, 60 questions typed in Node; most pages are made up`)
    for (const pages of [200, 2000, 20_000]) {
      console.log(`${pages} pages`)
      for (const [name, value] of keystrokeBench(pages)) console.log(line(name, value))
    }
    for (const pages of [200, 2000]) {
      console.log(`\nBeside Pagefind on ${pages} pages, Chromium, cold, median of ${ROUNDS} rounds`)
      for (const [name, value] of await pagefindBench(pages, ROUNDS)) console.log(line(name, value))
    }
  } finally {
    server.process.kill()
    ceiling.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
