import { type ChildProcess, spawn } from 'node:child_process'
import { constants, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BUILD, type Command, workerdCommandOf } from '../build/tools.ts'
import { reachesOf, workerdConfig } from './config.ts'
import { noteUse, requireUnused } from './data-lock.ts'
import { readSecrets, type Secrets } from './secrets.ts'

/** A running server. */
export interface Server {
  readonly origin: string
  readonly process: ChildProcess
  readonly secrets: Secrets
  /** Resolves with the exit code, or the signal, when the server has ended. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** How to run a server; see README for the environment variables behind the defaults. */
export interface ServerOptions {
  readonly port: number
  /** Folder of secrets, databases, and a copy of what is served. */
  readonly data: string
  /** Listen on all interfaces instead of this machine only. */
  readonly everywhere?: boolean
  /** Settings of the worker beside the secrets; see `worker/env.ts`. */
  readonly vars?: Readonly<Record<string, string>>
}

/** Whether anything listens on a port of this machine. */
export function isPortTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

const DEFAULT_VARS = { PLATFORM: 'self-host', PUBLIC_ORIGIN: '', TRUSTED_PROXIES: '', RATE_LIMIT: '1200', SHARDS: '4' }
const START_TIMEOUT_MS = 30_000

/**
 * Starts workerd on what `npm run build` has built, and waits until it answers.
 *
 * @throws {Error} when a server runs on the same data, or when it ends or doesn't answer within half a minute
 */
export async function startServer({ port, data, everywhere = false, vars = {} }: ServerOptions): Promise<Server> {
  requireUnused(data)
  const secrets = readSecrets(data)
  const objects = join(data, 'objects')
  mkdirSync(objects, { recursive: true })
  const served = join(data, 'served')
  copyBuilt(served)
  const listen = everywhere ? [`*:${port}`] : loopbackAddresses().map((address) => `${address}:${port}`)
  const config = join(served, 'workerd.capnp')
  // Holds the secrets, so it is for the owner's eyes only.
  writeFileSync(
    config,
    workerdConfig({
      ...{ listen, build: served, objects, reaches: reachesOf(vars) },
      vars: { ...DEFAULT_VARS, ...secrets, ...vars },
    }),
    { mode: 0o600 },
  )
  const [program, ...args] = serverCommand(config)
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  noteUse(data, child.pid ?? 0)
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
  const server: Server = { origin: `http://localhost:${port}`, process: child, secrets, ended }
  await answers(server)
  return server
}

/** All addresses of `localhost`; workerd would take only the first that the name has, and a browser may try the other. */
function loopbackAddresses(): string[] {
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return ['127.0.0.1', ...(found.some(({ address }) => address === '::1') ? ['[::1]'] : [])]
}

/** From util-linux, so on practically every Linux. */
const SETPRIV = '/usr/bin/setpriv'

/**
 * The command that runs workerd. Where the system can, workerd ends with this process even if it is killed, so that no
 * server stays behind that nobody can stop.
 */
function serverCommand(config: string): Command {
  const command = workerdCommandOf(['serve', config])
  return existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'KILL', ...command] : command
}

/** What a server needs of what is built, copied so that building again doesn't change pages under a running server. */
const SERVED = ['site', 'compressed', 'pages.json', 'worker/index.js'] as const

function copyBuilt(served: string): void {
  rmSync(served, { recursive: true, force: true })
  for (const name of SERVED) {
    const from = join(BUILD, name)
    if (!existsSync(from)) throw new Error(`${from} is missing. Run: npm run build`)
    cpSync(from, join(served, name), { recursive: true, mode: constants.COPYFILE_FICLONE })
  }
}

async function answers({ origin, process: child }: Server): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`workerd ended with ${child.exitCode}`)
    const ok = await fetch(`${origin}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await sleep(100)
  }
  child.kill()
  throw new Error(`The server did not answer on ${origin} within ${START_TIMEOUT_MS / 1000} s.`)
}
