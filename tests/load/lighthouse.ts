import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { build } from '../../worker/build/build.ts'
import { startServer } from '../../worker/self-host/server.ts'
import { findBrowser } from '../e2e/browser.ts'
import { median } from './measure.ts'

/**
 * `npm run bench:lighthouse`: Lighthouse's four scores on its mobile profile (a slow phone on 4G), the median of five runs a
 * page, against the server that `npm start` runs.
 *
 * BENCH_ROUNDS changes the number of runs; MINGFA_BUILD=skip takes the build that is there.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const PORT = 8799
const BROWSER_PORT = 9229
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const PAGES = [
  '/',
  '/explainers/unpaid-wages/',
  '/lessons/no-contract/',
  '/laws/labour-contract-law/',
  '/responsibilities/',
  '/practice/',
] as const

type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>

interface Run {
  readonly scores: Scores
  readonly paintMs: number
  readonly layoutShift: number
  /** What cost points, for the report. */
  readonly faults: readonly string[]
}

async function run(address: string, port: number): Promise<Run> {
  const result = await lighthouse(address, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' })
  if (result === undefined) throw new Error(`Lighthouse gave nothing for ${address}.`)
  const { categories, audits } = result.lhr
  const score = (name: (typeof CATEGORIES)[number]) => Math.round((categories[name]?.score ?? 0) * 100)
  const weighted = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? []).filter(({ weight }) => weight > 0)
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    paintMs: audits['largest-contentful-paint']?.numericValue ?? 0,
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? 0,
    faults: weighted.flatMap(({ id }) => {
      const audit = audits[id]
      return audit?.score != null && audit.score < 0.9 ? [`${id}: ${audit.displayValue ?? audit.title}`] : []
    }),
  }
}

async function main(): Promise<void> {
  if (process.env['MINGFA_BUILD'] !== 'skip') await build()
  const data = mkdtempSync(join(tmpdir(), 'mingfa-lighthouse-'))
  const server = await startServer({ port: PORT, data })
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      `--remote-debugging-port=${BROWSER_PORT}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
    ],
  })
  try {
    for (const page of PAGES) {
      const runs: Run[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        runs.push(await run(`http://localhost:${PORT}${page}`, BROWSER_PORT))
      const scores = CATEGORIES.map((name) => `${name} ${median(runs.map((own) => own.scores[name]))}`).join('  ')
      const paint = median(runs.map((own) => own.paintMs)).toFixed(0)
      const shift = median(runs.map((own) => own.layoutShift)).toFixed(3)
      console.log(`${page.padEnd(30)} ${scores}  largest paint ${paint} ms  shift ${shift}`)
      for (const fault of new Set(runs.flatMap((own) => own.faults))) console.log(`    ${fault}`)
    }
  } finally {
    await browser.close()
    server.process.kill()
    await server.ended
    rmSync(data, { recursive: true, force: true })
  }
}

await main()
