import lunr from 'lunr'
import { articleHref, articleLabel } from '../../content/domain/citation.ts'
import { type FoundKind, type SearchIndex, SearchIndexSchema } from './search-index.ts'
import { termsOf, wordsOf } from './tokenise.ts'

/**
 * Asking the index.
 */

/** A line of the result. */
export interface Hit {
  readonly kind: FoundKind
  /** Address without language. */
  readonly path: string
  readonly title: string
  readonly summary: string
}

/** What was found, and the words to mark in it. */
export interface Found {
  readonly hits: readonly Hit[]
  readonly marks: readonly string[]
}

/** Finds hits for what a reader has typed so far. */
export type Find = (query: string) => Found

/** A page must have at least this share of the words asked for. */
const ENOUGH = 0.5
const MOST_ARTICLES = 12
const REFERENCE = /第.+条/

/** Share of a word that matched: all of it, or some of the pairs of its characters. */
function share(word: string, matched: (term: string) => boolean): number {
  if (matched(word)) return 1
  const pairs = termsOf(word).slice(1)
  return pairs.length === 0 ? 0 : pairs.filter(matched).length / pairs.length
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** A query as titles are written: without brackets and spaces, articles by their Chinese number. */
function asTitle(query: string): string {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[《》\s]/g, '')
    .replace(/第(\d{1,4})条/g, (_, number: string) => articleLabel(number))
}

function findPages(index: lunr.Index, { pages }: SearchIndex, query: string, words: readonly string[]): Hit[] {
  const wanted = asTitle(query)
  const last = words.at(-1) ?? ''
  const results = index.query((asked) => {
    for (const term of words.flatMap(termsOf)) asked.term(term, { usePipeline: false })
    // The last word may be unfinished; the others are as the reader wants them.
    asked.term(last, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 0.5 })
  })
  return results
    .map(({ ref, score, matchData }) => {
      const terms = Object.keys(matchData.metadata)
      const coverage = average(
        words.map((word) =>
          share(word, (term) => terms.some((other) => other === term || (term === last && other.startsWith(term)))),
        ),
      )
      const page = pages[Number(ref)]
      return { page, score, coverage, isTitle: page?.title === wanted }
    })
    .filter(({ coverage }) => coverage >= ENOUGH)
    .sort((a, b) => Number(b.isTitle) - Number(a.isTitle) || b.coverage - a.coverage || b.score - a.score)
    .flatMap(({ page }) => page ?? [])
}

interface FoundArticle {
  readonly hit: Hit
  /** The query as a whole stands in it. */
  readonly whole: boolean
  /** The query names an article and this is it. */
  readonly named: boolean
}

/** Articles whose law, number and heading together have every word, as in 劳动合同法第三十八条 or 经济补偿. */
function findArticles({ pages, articles }: SearchIndex, query: string, words: readonly string[]): FoundArticle[] {
  const wanted = asTitle(query)
  return articles
    .flatMap(({ law, headings }) => {
      const { path = '', title = '' } = pages[law] ?? {}
      const id = path.split('/').at(-2) ?? ''
      return headings.flatMap(([number, heading]) => {
        const text = `${title}${articleLabel(number)}${heading}`
        const whole = text.includes(wanted)
        if (!whole && !(words.some((word) => heading.includes(word)) && words.every((word) => text.includes(word))))
          return []
        const label = `《${title}》${articleLabel(number)} ${heading}`
        const hit = { kind: 'article' as const, path: articleHref(id, number), title: label, summary: '' }
        return [{ hit, whole, named: whole && REFERENCE.test(wanted) }]
      })
    })
    .sort((a, b) => Number(b.whole) - Number(a.whole))
    .slice(0, MOST_ARTICLES)
}

/**
 * Makes a search of the file at `/search-index.json`.
 *
 * @param data the parsed JSON, not yet checked
 * @throws {Error} when it doesn't have the form of an index
 */
export function createFind(data: unknown): Find {
  const loaded = SearchIndexSchema.parse(data)
  const index = lunr.Index.load(loaded.index)
  return (query) => {
    const words = wordsOf(query)
    if (words.length === 0) return { hits: [], marks: [] }
    const articles = findArticles(loaded, query, words)
    const hitsOf = (named: boolean) => articles.filter((article) => article.named === named).map(({ hit }) => hit)
    return {
      hits: [...hitsOf(true), ...findPages(index, loaded, query, words), ...hitsOf(false)],
      marks: [...new Set(words.flatMap(termsOf))],
    }
  }
}
