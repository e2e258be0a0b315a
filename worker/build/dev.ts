import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ProblemsError } from '../../content/domain/errors.ts'
import { watchLaws } from '../../content/source/laws-watch.ts'
import { lawsFolder } from '../../content/source/statutes.ts'
import { readSecrets } from '../self-host/secrets.ts'
import { isPortTaken } from '../self-host/server.ts'
import { writeShipped } from './shipped.ts'
import { BUILD, commandOf, end, ROOT, toolEnvironment } from './tools.ts'

/**
 * `npm run dev`: Astro with fast reload on http://localhost:4321, which passes `/api` on to the worker under
 * `wrangler dev`; banks follow the content as it is saved, and the search index the imported laws.
 */
const SITE_PORT = 4321
const WORKER_PORT = 8788
const SETTLE_MS = 200
const LOOK_MS = 300

const children: ChildProcess[] = []
const ended = Promise.withResolvers<number>()

function start(name: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  const [program, ...rest] = commandOf(name, args)
  const child = spawn(program, rest, { cwd: ROOT, env: { ...toolEnvironment(), ...environment }, stdio: 'inherit' })
  child.once('exit', (code) => ended.resolve(code ?? 0))
  children.push(child)
}

const secrets = () => readSecrets(join(ROOT, '.data/dev'))

function startWorker(): void {
  const { SESSION_SECRET, OPERATOR_TOKEN, CERTIFICATE_KEY } = secrets()
  const vars = [
    `SESSION_SECRET:${SESSION_SECRET}`,
    `OPERATOR_TOKEN:${OPERATOR_TOKEN}`,
    `CERTIFICATE_KEY:${CERTIFICATE_KEY}`,
    `PUBLIC_ORIGIN:http://localhost:${SITE_PORT}`,
    'PLATFORM:self-host',
  ]
  start('wrangler', [
    'dev',
    '--port',
    String(WORKER_PORT),
    '--persist-to',
    '.data/dev',
    '--show-interactive-dev-session=false',
    '--log-level',
    'warn',
    '--assets',
    'site/public',
    ...vars.flatMap((entry) => ['--var', entry]),
  ])
}

const announced = Promise.withResolvers<void>()
let search: ChildProcess | undefined

function endSearch(): void {
  if (search?.exitCode === null) end(search)
}

/** Makes the search index and loads it, once there is something to see: the preview starts no later for it. */
async function loadSearch(): Promise<void> {
  await announced.promise
  // What the one before would load has changed since.
  endSearch()
  console.log('正在后台准备检索库，不用等。')
  search = spawn(process.execPath, [join(import.meta.dirname, 'preview-search.ts')], {
    cwd: ROOT,
    env: {
      ...toolEnvironment(),
      PREVIEW_SERVER: `http://localhost:${WORKER_PORT}`,
      OPERATOR_TOKEN: secrets().OPERATOR_TOKEN,
    },
    stdio: 'inherit',
  })
}

let workerRuns = false

/** Writes the banks, and starts the worker as soon as there are any: pages can be read without it. */
async function ship(): Promise<void> {
  try {
    await writeShipped(ROOT, true)
  } catch (error) {
    // The page shows the same problems; the worker goes on with the last good banks.
    console.error(error instanceof ProblemsError ? error.message : error)
  }
  if (workerRuns || !existsSync(join(BUILD, 'shipped.json'))) return
  workerRuns = true
  startWorker()
  void loadSearch()
}

/** Says in the author's words when there is something to see, and how to end it. */
async function announce(): Promise<void> {
  while (!(await isPortTaken(SITE_PORT))) await sleep(LOOK_MS)
  console.log(`\n预览好了：http://localhost:${SITE_PORT}/ 。不看了，在这里按住 Ctrl 再按 C。\n`)
  announced.resolve()
}

async function preview(): Promise<number> {
  for (const port of [SITE_PORT, WORKER_PORT]) {
    if (!(await isPortTaken(port))) continue
    console.error(`预览打不开：端口 ${port} 已被占用。预览多半已经在另一个窗口里开着，关掉那个窗口再试。`)
    console.error(`Port ${port} is taken. A preview probably runs in another window: close that one first.`)
    return 1
  }
  await ship()
  let timer: NodeJS.Timeout | undefined
  watch(join(ROOT, 'content'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ship(), SETTLE_MS)
  })
  const stopWatching = watchLaws(lawsFolder(ROOT), () => {
    const ran = workerRuns
    void ship().then(() => (ran ? loadSearch() : undefined))
  })
  start('astro', ['dev'], { MINGFA_PREVIEW: '1' })
  void announce()
  const stop = () => {
    stopWatching()
    endSearch()
    for (const child of children) end(child)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  const code = await ended.promise
  stop()
  return code
}

// What was started may keep files open for a moment; nobody should wait for it.
process.exit(await preview())
