import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import * as z from 'zod/mini'

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '../..')
/** Everything built. */
export const BUILD = join(ROOT, '.build')

/** Settings that keep the tools quiet and off the network. */
const QUIET = {
  ASTRO_TELEMETRY_DISABLED: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  DO_NOT_TRACK: '1',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_SEND_METRICS: 'false',
  X_LOCAL_EXPLORER: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
}

/** The environment in which the tools run: quiet, and on the Node that package.json brings along. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...QUIET,
    PATH: [join(ROOT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
  }
}

/** A program, and the arguments that it is started with. */
export type Command = readonly [program: string, ...args: string[]]

/** npm packages of the programs that aren't named like theirs. */
const PACKAGES: Readonly<Record<string, string>> = {
  biome: '@biomejs/biome',
  playwright: '@playwright/test',
  tsc: 'typescript',
}
const PackageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })
const FIRST_BYTES = 64

/** Whether a file's first line gives it to Node. */
function isForNode(file: string): boolean {
  const opened = openSync(file, 'r')
  try {
    const start = Buffer.alloc(FIRST_BYTES)
    readSync(opened, start)
    return /^#!.*\bnode\b/.test(start.toString('latin1'))
  } finally {
    closeSync(opened)
  }
}

/**
 * How to start a program that an npm package brings along: its JavaScript on the Node that runs now, a native program by
 * itself. Those in `node_modules/.bin` are shell scripts on Windows, which can't be started without a shell.
 *
 * @param root folder with `node_modules`
 * @throws {Error} when the package isn't installed or has no such program
 */
export function commandOf(name: string, args: readonly string[] = [], root: string = ROOT): Command {
  const folder = join(root, 'node_modules', PACKAGES[name] ?? name)
  let file: string
  try {
    const { bin } = PackageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    const own = typeof bin === 'string' ? bin : bin[name]
    if (own === undefined) throw new Error(`no program “${name}” in ${folder}`)
    file = join(folder, own)
    return isForNode(file) ? [process.execPath, file, ...args] : [file, ...args]
  } catch (cause) {
    throw new Error(`没有装好 ${name}。请先运行 npm ci。\n${name} is not installed. Run npm ci first.`, { cause })
  }
}

/**
 * How to start workerd: always its native program, because ending a script that runs it would leave it running on Windows.
 */
export function workerdCommandOf(args: readonly string[]): Command {
  const { default: program } = z.object({ default: z.string() }).parse(createRequire(import.meta.url)('workerd'))
  return [program, ...args]
}

/** Ends a program with the programs that it has started. */
export function end(child: ChildProcess): void {
  // Elsewhere the tools pass the signal on; Windows has none.
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
  else child.kill()
}

/**
 * Runs a tool to its end. Its output is shown only when it fails, unless `show` is set.
 *
 * @throws {Error} with the output when the tool fails
 */
export function run(name: string, args: readonly string[], { show = false }: { show?: boolean } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const [program, ...rest] = commandOf(name, args)
    const child = spawn(program, rest, { cwd: ROOT, env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (show) process.stdout.write(chunk)
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${name} ${args.join(' ')} ended with ${code}\n${output}`))
    })
  })
}
