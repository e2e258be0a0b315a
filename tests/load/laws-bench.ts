import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from './measure.ts'

/**
 * Imports of official texts, each in a process of its own: articles a second, peak memory, bytes on disk. The texts are those of
 * `../shared/data/statutes/` where they stand beside the repository, or else as many made-up ones of the same size.
 */

const ROOT = join(import.meta.dirname, '../..')
const CORPUS = join(ROOT, '../shared/data/statutes/national.jsonl.gz')
const LAWS = 1476
const ARTICLES = 47
/** Characters of an article, as in the national corpus. */
const LENGTH = 138

/** What an import took. */
export interface LawsRound {
  readonly articles: number
  readonly seconds: number
  readonly peakBytes: number
  readonly writtenFiles: number
}

function madeUp(folder: string): string {
  const text = `${'塔'.repeat(LENGTH / 2 - 1)}。\n${'灯'.repeat(LENGTH / 2 - 1)}。`
  const articles = Array.from({ length: ARTICLES }, (_, index) => ({
    no: `第${index + 1}条`,
    path: ['第一章 总则'],
    text,
  }))
  const lines = Array.from({ length: LAWS }, (_, index) =>
    JSON.stringify({
      title: `中华人民共和国第${index + 1}灯塔法（示例）`,
      level: '法律',
      effective: '2020-01-01',
      history: [],
      articles,
    }),
  )
  const path = join(folder, 'laws.jsonl')
  writeFileSync(path, lines.join('\n'))
  return path
}

/** In the process that is measured. */
const MEASURED = `
import { importStatutes } from ${JSON.stringify(join(ROOT, 'content/import/statute/run.ts'))}
const [path, folder] = process.argv.slice(1)
const started = performance.now()
const { articles, writtenFiles } = await importStatutes({ paths: [path], folder, laws: [], dates: [] })
const seconds = (performance.now() - started) / 1000
console.log(JSON.stringify({ articles, writtenFiles, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 }))
`

function round(path: string, folder: string): LawsRound {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', MEASURED, path, folder],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as LawsRound
}

/** Imports everything several times into a new folder, and once more into one where all is there. */
export function lawsBench(rounds: number): readonly (readonly [name: string, value: string])[] {
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-laws-bench-'))
  try {
    const isReal = existsSync(CORPUS)
    const path = isReal ? CORPUS : madeUp(folder)
    const first = Array.from({ length: rounds }, (_, index) => round(path, join(folder, `laws-${index}`)))
    const again = round(path, join(folder, 'laws-0'))
    const perSecond = (own: readonly LawsRound[]) =>
      median(own.map(({ articles, seconds }) => articles / seconds)).toFixed(0)
    const peak = (own: readonly LawsRound[]) =>
      (Math.max(...own.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0)
    return [
      ['texts', isReal ? 'national corpus' : 'made up'],
      ['bytes read (packed)', String(statSync(path).size)],
      ['articles', String(first[0]?.articles ?? 0)],
      [`articles/s, first import, median of ${rounds}`, perSecond(first)],
      ['articles/s, nothing new', perSecond([again])],
      ['peak memory MiB, first import / nothing new', `${peak(first)} / ${peak([again])}`],
      ['files written, first import / nothing new', `${first[0]?.writtenFiles ?? 0} / ${again.writtenFiles}`],
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
