import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createFind, NO_FOLD } from '../../site/search/find.ts'
import { BUILD } from '../../worker/build/tools.ts'
import { SIDE_BY_SIDE_QUESTIONS } from '../site/side-by-side-questions.ts'
import { filesOf } from './made-up-site.ts'
import { quantile } from './measure.ts'

/**
 * What the browser's part of the search costs: bytes before the first result, and how long it searches after each character of the
 * sixty questions. It runs in Node, on the code that the build bundles.
 */

/** Brotli of the chunk that comes with the index, and of nothing that the page has anyway. */
function codeBytes(): number {
  const folder = join(BUILD, 'site/_astro')
  const chunk = readdirSync(folder).find((name) => /^find\..+\.js$/.test(name))
  if (chunk === undefined) throw new Error(`${folder} has no chunk of the search (find.*.js); run npm run build first.`)
  return brotliCompressSync(readFileSync(join(folder, chunk))).length
}

/** Measures the search in so many pages, most of them made up; they are entries of an index and aren't built. */
export function keystrokeBench(count: number): readonly (readonly [name: string, value: string])[] {
  const { index, articles } = filesOf(count)
  const bytes = brotliCompressSync(JSON.stringify(index)).length
  const started = performance.now()
  const find = createFind(index, NO_FOLD, articles)
  const made = performance.now() - started
  const typed = SIDE_BY_SIDE_QUESTIONS.flatMap(([query]) =>
    [...query].map((_, at) => [...query].slice(0, at + 1).join('')),
  )
  // Once before, because the first calls are interpreted.
  for (const [query] of SIDE_BY_SIDE_QUESTIONS) find(query)
  const times = typed.map((query) => {
    const asked = performance.now()
    find(query)
    return performance.now() - asked
  })
  return [
    ['bytes to first result, index / with code', `${bytes} / ${bytes + codeBytes()}`],
    ['ms to make the search of both parts', made.toFixed(0)],
    ['p50 / p95 ms a keystroke', [0.5, 0.95].map((share) => quantile(times, share).toFixed(1)).join(' / ')],
  ]
}
