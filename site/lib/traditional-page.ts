import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { BuildCache } from './build-cache.ts'

/** Pages in Traditional Chinese, each converted once for as long as its Simplified form stays what it is. */

const ROOT = process.cwd()
const FOLDER = join(ROOT, '.build/cache/traditional')

let pages: BuildCache | undefined

/** One for all pages, made for the first, since making one makes its folder. */
function keptPages(): BuildCache {
  pages ??= new BuildCache(FOLDER)
  return pages
}

let converter: string | undefined

/**
 * What the form of a page depends on besides the page: how it is converted. Read for the first page of a build, because a preview
 * starts even while a file is missing.
 */
function converterText(): string {
  converter ??= ['site/lib/traditional-html.ts', 'site/lib/traditional.ts', 'content/traditional-terms.yaml']
    .concat('node_modules/opencc-js/package.json')
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n')
  return converter
}

/**
 * A page converted, or its form of an earlier build.
 *
 * @param html in Simplified Chinese
 */
export function keptTraditional(html: string, convert: (html: string) => string): string {
  const cache = keptPages()
  const name = `${createHash('sha256').update(converterText()).update(html).digest('hex')}.html`
  const kept = cache.find(name)
  if (kept !== undefined) return readFileSync(kept, 'utf8')
  const converted = convert(html)
  cache.keep(name, converted)
  return converted
}

/** Forgets, after each build, the forms that no page has any more. */
export function traditionalPages(): AstroIntegration {
  let started = 0
  return {
    name: 'mingfa-traditional-pages',
    hooks: {
      'astro:build:start': () => {
        started = Date.now()
      },
      'astro:build:done': () => keptPages().prune(started),
    },
  }
}
