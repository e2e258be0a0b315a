import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

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

/** Path of a program that an npm package brings along. */
export function binary(name: string): string {
  return join(ROOT, 'node_modules/.bin', name)
}

/**
 * Runs a tool to its end. Its output is shown only when it fails, unless `show` is set.
 *
 * @throws {Error} with the output when the tool fails
 */
export function run(name: string, args: readonly string[], { show = false }: { show?: boolean } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary(name), args, { cwd: ROOT, env: toolEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
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
