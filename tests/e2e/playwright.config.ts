import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './browser.ts'

const PORT = 8791
// Playwright reads this file in every worker; the folder is made once and handed down.
process.env['MINGFA_E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'mingfa-e2e-'))

/** Real Chromium against the server that `npm start` runs, on what `npm run build` has built. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'zh-CN',
    // A page that a worker answered for would hide what the server does; offline.spec.ts is about the worker.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'phone',
      use: { ...devices['Pixel 7'] },
      testIgnore: ['print.spec.ts', 'law-change.spec.ts', 'search-parts.spec.ts'],
    },
    // What doesn't depend on the size of the window is tried once.
    {
      name: 'desktop',
      use: { viewport: { width: 1280, height: 800 } },
      testIgnore: ['elder-mode.spec.ts', 'languages.spec.ts'],
    },
  ],
  webServer: {
    command: 'node worker/self-host/start.ts',
    cwd: join(import.meta.dirname, '../..'),
    url: `http://localhost:${PORT}/api/health`,
    env: { MINGFA_PORT: String(PORT), MINGFA_BUILD: 'skip', MINGFA_DATA: process.env['MINGFA_E2E_DATA'] ?? '' },
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
})
