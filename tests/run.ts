import { spawnSync } from 'node:child_process'
import { commandOf, ROOT, toolEnvironment } from '../worker/build/tools.ts'
import { findBrowser } from './e2e/browser.ts'

/**
 * `npm test`: everything, in an order that tells cheap mistakes first. Stops at the first step that fails.
 */
const STEPS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['content', 'node', 'content/check/cli.ts'],
  // The types of the worker include the banks that the build writes.
  ['build, with a dry run of the deployment', 'node', 'worker/build/build.ts'],
  ['lint and format', 'biome', 'ci', '--error-on-warnings', '.'],
  ['types of the site and the tools', 'astro', 'check', '--minimumSeverity', 'warning'],
  ['types of the rules and the tests', 'tsc', '-p', '.'],
  ['types of the worker', 'tsc', '-p', 'worker'],
  ['types of the worker’s tests', 'tsc', '-p', 'tests/worker'],
  ['unit tests', 'vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'node'],
  ['worker tests, inside workerd', 'vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'worker'],
  ['server tests, on plain workerd', 'vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'server'],
  ['end-to-end tests, in Chromium', 'playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
]

function run(): number {
  const environment = { ...toolEnvironment(), MINGFA_CHROMIUM: findBrowser() }
  const started = performance.now()
  const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(0)} s`
  let passed = 0
  for (const [name, program, ...args] of STEPS) {
    console.log(`\n▶ ${name}`)
    const from = performance.now()
    const [file, ...rest] = program === 'node' ? [process.execPath, ...args] : commandOf(program, args)
    const { status } = spawnSync(file, rest, { cwd: ROOT, env: environment, stdio: 'inherit' })
    if (status !== 0) {
      console.error(`✗ ${name} (${seconds(from)}): ${program} ${args.join(' ')}`)
      console.log(`steps: ${passed} passed, 1 failed`)
      return 1
    }
    passed += 1
    console.log(`✓ ${name} (${seconds(from)})`)
  }
  console.log(`\nAll tests in ${seconds(started)}.`)
  console.log(`steps: ${passed} passed, 0 failed`)
  return 0
}

process.exitCode = run()
