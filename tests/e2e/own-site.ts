import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type StatuteText, StatuteTextSchema, statuteKey } from '../../content/domain/statute.ts'
import { ROOT, toolEnvironment } from '../../worker/build/tools.ts'
import type { Files } from '../fixtures/content.ts'
import { freePort } from '../server/running-server.ts'

/** A site of a test's own: the shipped content with more files, and imported texts of laws, built and served from a temporary copy. */

const PARTS = [
  'astro.config.mjs',
  'content',
  'package.json',
  'site',
  'tsconfig.json',
  'worker',
  'wrangler.toml',
] as const
/** What an earlier build has converted and need not convert again. */
const CACHE = '.build/cache'
const START_TIMEOUT_MS = 30_000
const LOOK_MS = 200

/** A site that is served, and how to end it. */
export interface OwnSite {
  readonly origin: string
  end(): Promise<void>
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Waits until the search answers from the index of this build, which is the last thing to be ready. */
async function isSearched(origin: string, query: string): Promise<boolean> {
  const response = await fetch(`${origin}/api/search?q=${encodeURIComponent(query)}`).catch(() => undefined)
  return response?.ok === true && (await response.text()).includes('/laws/')
}

async function serve(folder: string, query: string): Promise<{ origin: string; server: ChildProcess }> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const env = {
    ...toolEnvironment(),
    MINGFA_PORT: String(port),
    MINGFA_BUILD: 'skip',
    MINGFA_DATA: join(folder, '.data'),
  }
  const server = spawn(process.execPath, ['worker/self-host/start.ts'], { cwd: folder, env, stdio: 'ignore' })
  for (const started = Date.now(); Date.now() - started < START_TIMEOUT_MS; await sleep(LOOK_MS)) {
    if (await isSearched(origin, query)) return { origin, server }
  }
  server.kill('SIGTERM')
  throw new Error(`The site in ${folder} didn't answer within ${START_TIMEOUT_MS} ms.`)
}

/**
 * Builds and serves a site; takes about half a minute.
 *
 * @param files added to the shipped content, or in place of its files
 * @param statutes texts as `npm run laws:import` would leave them
 * @param query a search that finds one of the statutes
 * @throws {Error} with the output of the build, when it fails
 */
export async function startOwnSite(files: Files, statutes: readonly StatuteText[], query: string): Promise<OwnSite> {
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-own-site-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    if (existsSync(join(ROOT, CACHE))) cpSync(join(ROOT, CACHE), join(folder, CACHE), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const [path, text] of Object.entries(files)) write(join(folder, 'content', path), text)
    for (const text of statutes) {
      const path = join(folder, '.data/laws', text.lawId, `${statuteKey(text)}.json`)
      write(path, JSON.stringify(StatuteTextSchema.parse(text)))
    }
    const env = { ...toolEnvironment(), MINGFA_SHARE_IMAGES: 'skip', MINGFA_DATA: join(folder, '.data') }
    const built = spawnSync(process.execPath, ['worker/build/build.ts'], { cwd: folder, env, encoding: 'utf8' })
    if (built.status !== 0) throw new Error(`The build failed.\n${built.stdout}\n${built.stderr}`)
    const { origin, server } = await serve(folder, query)
    const end = async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      remove()
    }
    return { origin, end }
  } catch (error) {
    remove()
    throw error
  }
}
