import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ProblemsError } from '../../content/domain/errors.ts'
import { readSecrets } from '../self-host/secrets.ts'
import { writeShipped } from './shipped.ts'
import { binary, ROOT, toolEnvironment } from './tools.ts'

/**
 * `npm run dev`: Astro with fast reload on http://localhost:4321, which passes `/api` on to the worker under
 * `wrangler dev`; banks follow the content as it is saved.
 */
const WORKER_PORT = 8788
const SETTLE_MS = 200

async function shipAgain(): Promise<void> {
  try {
    await writeShipped(ROOT, true)
  } catch (error) {
    // The page shows the same problems; the worker goes on with the last good banks.
    console.error(error instanceof ProblemsError ? error.message : error)
  }
}

await shipAgain()
let timer: NodeJS.Timeout | undefined
watch(join(ROOT, 'content'), { recursive: true }, () => {
  clearTimeout(timer)
  timer = setTimeout(() => void shipAgain(), SETTLE_MS)
})

const { SESSION_SECRET, OPERATOR_TOKEN } = readSecrets(join(ROOT, '.data/dev'))
const vars = [
  `SESSION_SECRET:${SESSION_SECRET}`,
  `OPERATOR_TOKEN:${OPERATOR_TOKEN}`,
  'PUBLIC_ORIGIN:http://localhost:4321',
  'PLATFORM:self-host',
]
const children = [
  spawn(
    binary('wrangler'),
    [
      'dev',
      '--port',
      String(WORKER_PORT),
      '--persist-to',
      '.data/dev',
      '--show-interactive-dev-session=false',
      '--assets',
      'site/public',
      ...vars.flatMap((entry) => ['--var', entry]),
    ],
    { cwd: ROOT, env: toolEnvironment(), stdio: 'inherit' },
  ),
  spawn(binary('astro'), ['dev'], { cwd: ROOT, env: { ...toolEnvironment(), MINGFA_PREVIEW: '1' }, stdio: 'inherit' }),
]
const stop = () => {
  for (const child of children) child.kill()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
const codes = await Promise.race(
  children.map((child) => new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 0)))),
)
stop()
process.exitCode = codes
process.exit()
