import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandOf, ROOT, toolEnvironment, workerdCommandOf } from '../../worker/build/tools.ts'
import { COMPATIBILITY_DATE } from '../../worker/self-host/config.ts'
import { HttpClient } from './http-client.ts'
import { databaseBytes, median } from './measure.ts'

const FILL = 20_000
const ROUNDS = 5
const MANY = 1000

function config(port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .standings),
    (name = "objects", disk = (path = "objects", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const standings :Workerd.Worker = (
  modules = [(name = "standings.js", esModule = embed "standings.js")],
  compatibilityDate = "${COMPATIBILITY_DATE}",
  durableObjectNamespaces = [(className = "Standings", uniqueKey = "standings", enableSql = true)],
  durableObjectStorage = (localDisk = "objects"),
  bindings = [(name = "STANDINGS", durableObjectNamespace = "Standings")],
);
`
}

function bundle(folder: string): void {
  mkdirSync(join(folder, 'objects'), { recursive: true })
  // A configuration of its own, so that wrangler doesn't take the product's.
  writeFileSync(
    join(folder, 'wrangler.json'),
    JSON.stringify({
      name: 'standings',
      main: join(ROOT, 'tests/load/inside/standings.ts'),
      compatibility_date: COMPATIBILITY_DATE,
    }),
  )
  const [program, ...args] = commandOf('wrangler', [
    'deploy',
    '--dry-run',
    '--config',
    'wrangler.json',
    '--outdir',
    '.',
  ])
  const { status, stderr } = spawnSync(program, args, { cwd: folder, env: toolEnvironment(), encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Runs work on a server that has just started, whose objects are therefore on the disk only. */
async function withServer<T>(folder: string, port: number, work: (client: HttpClient) => Promise<T>): Promise<T> {
  const [program, ...args] = workerdCommandOf(['serve', 'workerd.capnp'])
  const server: ChildProcess = spawn(program, args, { cwd: folder, stdio: 'inherit' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const client = new HttpClient(`http://127.0.0.1:${port}`, 1)
  try {
    // An object of another name answers, so that the measured one is still asleep.
    for (let tries = 0; tries < 100; tries += 1) {
      const up = await client.send('GET', '/?work=none&tie=another').then(
        () => true,
        () => false,
      )
      if (up) break
      await sleep(100)
    }
    return await work(client)
  } finally {
    client.close()
    server.kill()
    await ended
  }
}

async function timed(client: HttpClient, query: string): Promise<number> {
  const started = performance.now()
  const { status, body } = await client.send('GET', `/?${query}`)
  if (status !== 200) throw new Error(`${status} for ${query}: ${body.toString()}`)
  return performance.now() - started
}

/**
 * Ranks and changes in standings of so many people, on plain workerd with the board's own store.
 *
 * Clocks stand still inside an object, so a thousand at a time are timed from outside, less an empty request; the first rank
 * after a start includes waking the object, which an empty request does too, and reading its pages from the disk.
 *
 * @returns names and figures, for each way of breaking ties
 */
export async function standingsBench(folder: string, port: number, people: number): Promise<[string, string][]> {
  bundle(folder)
  writeFileSync(join(folder, 'workerd.capnp'), config(port))
  const lines: [string, string][] = []
  for (const tie of ['time', 'finish']) {
    await withServer(folder, port, async (client) => {
      for (let from = 0; from < people; from += FILL)
        await timed(client, `work=fill&tie=${tie}&from=${from}&times=${Math.min(FILL, people - from)}`)
    })
    const cold = async (work: string) => {
      const took: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const query = `work=${work}&tie=${tie}&from=${round * 99_991}&times=1`
        took.push(await withServer(folder, port, (client) => timed(client, query)))
      }
      return median(took).toFixed(1)
    }
    lines.push([`ties by ${tie}: first ms after a start, none / rank`, `${await cold('none')} / ${await cold('rank')}`])
    const each = async (client: HttpClient, work: string, times: number) => {
      const took: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const empty = await timed(client, `work=none&tie=${tie}`)
        took.push((await timed(client, `work=${work}&tie=${tie}&from=${round * 99_991}&times=${times}`)) - empty)
      }
      return median(took)
    }
    await withServer(folder, port, async (client) => {
      const rank = (await each(client, 'rank', MANY)) / MANY
      const update = (await each(client, 'update', MANY)) / MANY
      lines.push(
        [`ties by ${tie}: ms a rank / a change, of 1,000`, `${rank.toFixed(3)} / ${update.toFixed(3)}`],
        [
          `ties by ${tie}: ms a page of 50 / all units`,
          `${(await each(client, 'page', 50)).toFixed(1)} / ${(await each(client, 'units', 1)).toFixed(1)}`,
        ],
      )
    })
  }
  lines.push(['bytes a person, of both boards', (databaseBytes(join(folder, 'objects'), []) / (2 * people)).toFixed(0)])
  return lines
}
