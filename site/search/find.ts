import lunr from 'lunr'
import { articleHref, articleLabel } from '../../content/domain/citation.ts'
import { type Concept, conceptReader } from './concepts.ts'
import { articleTitle, type Fold, foldArticles, foldIndex, lawId, NO_FOLD, shownTexts } from './fold.ts'
import { cutTitles, joinIndex } from './index-parts.ts'
import { articleLookUp } from './named-article.ts'
import { pageIndex } from './page-index.ts'
import {
  type ArticleIndex,
  ArticleIndexSchema,
  type FoundKind,
  type SearchIndex,
  SearchIndexSchema,
} from './search-index.ts'
import { termsOf, wordsOf } from './tokenise.ts'

/**
 * Asking the index.
 */

export { createFold, NO_FOLD } from './fold.ts'

/** A line of the result. */
export interface Hit {
  readonly kind: FoundKind
  /** Address without language. */
  readonly path: string
  readonly title: string
  readonly summary: string
  /** Language of title and summary, where it isn't Chinese. */
  readonly lang?: 'en' | undefined
}

/** What was found, and the words to mark in it. */
export interface Found {
  readonly hits: readonly Hit[]
  readonly marks: readonly string[]
}

/** Finds hits for what a reader has typed so far. */
export type Find = (query: string) => Found

/** A page must have at least this share of the words asked for. */
const ENOUGH = 0.3
const MOST_ARTICLES = 12
const MOST_TERMS = 3
/** What to do comes before what a word means, unless that is what was asked. */
const PAGES_BEFORE_TERMS = 2
const ASKS_MEANING = /什么是|什么叫|是什么|啥是|啥叫|是啥|(什么|啥)意思/
const REFERENCE = /第.+条/

/** Who asks in their own words wants what to do; what a department or a law says comes after that. */
const KIND_FACTORS: Readonly<Partial<Record<FoundKind, number>>> = {
  law: 0.9,
  campaign: 0.9,
  document: 0.75,
  case: 0.85,
}

/** Share of a word that matched: all of it, or some of the pairs of its characters. */
function share(word: string, matched: (term: string) => boolean): number {
  if (matched(word)) return 1
  const pairs = termsOf(word).slice(1)
  return pairs.length === 0 ? 0 : pairs.filter(matched).length / pairs.length
}

/** How much of what was asked for a page has, each thing by its weight and in the reading that matched best. */
function coverage(concepts: readonly Concept[], shareOf: (word: string) => number): number {
  const whole = concepts.reduce((sum, { weight }) => sum + weight, 0)
  const ofReading = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + shareOf(word), 0) / Math.max(1, words.length)
  return concepts.reduce((sum, { readings, weight }) => sum + weight * Math.max(...readings.map(ofReading)), 0) / whole
}

/** A query as titles are written: without brackets and spaces, articles by their Chinese number. */
function asTitle(query: string): string {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[《》\s]/g, '')
    .replace(/第(\d{1,4})条/g, (_, number: string) => articleLabel(number))
}

function findPages(index: lunr.Index, { pages }: SearchIndex, query: string, concepts: readonly Concept[]): Hit[] {
  if (concepts.length === 0) return []
  const wanted = asTitle(query)
  const last = concepts.at(-1)?.readings[0]?.at(-1) ?? ''
  const results = index.query((asked) => {
    for (const { readings, boost } of concepts)
      for (const word of new Set(readings.flat()))
        for (const term of termsOf(word)) asked.term(term, { usePipeline: false, boost })
    // The last word may be unfinished; the others are as the reader wants them.
    asked.term(last, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 0.5 })
  })
  return results
    .map(({ ref, score, matchData }) => {
      const terms = Object.keys(matchData.metadata)
      const covered = coverage(concepts, (word) =>
        share(word, (term) => terms.some((other) => other === term || (term === last && other.startsWith(term)))),
      )
      const page = pages[Number(ref)]
      const rank = page === undefined ? 0 : score * covered * (KIND_FACTORS[page.kind] ?? 1)
      return { page, covered, rank, isTitle: page?.title === wanted }
    })
    .filter(({ covered }) => covered >= ENOUGH)
    .sort((a, b) => Number(b.isTitle) - Number(a.isTitle) || b.rank - a.rank)
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
function findArticles({ unit, laws }: ArticleIndex, query: string, words: readonly string[]): FoundArticle[] {
  const wanted = asTitle(query)
  return laws
    .flatMap(({ name: title, path, headings }) => {
      const id = lawId(path)
      return headings.flatMap(([number, heading]) => {
        const text = `${title}${articleLabel(number)}${heading}`
        const whole = text.includes(wanted)
        if (!whole && !(words.some((word) => heading.includes(word)) && words.every((word) => text.includes(word))))
          return []
        const label = articleTitle(unit, title, number, heading)
        const hit = { kind: 'article' as const, path: articleHref(id, number), title: label, summary: '' }
        return [{ hit, whole, named: whole && REFERENCE.test(wanted) }]
      })
    })
    .sort((a, b) => Number(b.whole) - Number(a.whole))
    .slice(0, MOST_ARTICLES)
}

/** Words of the glossary that the query names or is a part of, those that it names exactly first. */
function findTerms({ terms }: SearchIndex, query: string, words: readonly string[]): Hit[] {
  const asked = asTitle(query)
  const wanted = words.join('')
  const least = 2
  return terms
    .map(([id, term, others]) => {
      const names = [term, ...others].map(asTitle)
      const exact = names.includes(wanted) || names.includes(asked)
      const named = names.some((name) => name.length > least && asked.includes(name))
      const hit = { kind: 'term' as const, path: `/glossary/#${id}`, title: term, summary: '' }
      return { hit, exact, found: exact || named || (wanted.length >= least && asTitle(term).includes(wanted)) }
    })
    .filter(({ found }) => found)
    .sort((a, b) => Number(b.exact) - Number(a.exact))
    .slice(0, MOST_TERMS)
    .map(({ hit }) => hit)
}

/** What to mark: the reader's words, and the site's words for them. */
function marksOf(words: readonly string[], concepts: readonly Concept[]): string[] {
  const meant = concepts.flatMap(({ readings }) => readings.slice(1).flat())
  return [...new Set([...words, ...meant].flatMap(termsOf))]
}

/** While the articles have not come yet. */
const NO_ARTICLES: ArticleIndex = { unit: '条', laws: [] }

/**
 * Makes a search of the files at `/search-index.json` and, when it has come, `/search-articles.json`.
 *
 * @param data the parsed JSON of the index, not yet checked
 * @param fold for an index or queries in Traditional characters
 * @param articleData the parsed JSON of the articles, not yet checked
 * @throws {Error} when a file doesn't have the form of an index
 */
export function createFind(data: unknown, fold: Fold = NO_FOLD, articleData: unknown = NO_ARTICLES): Find {
  const shownArticles = ArticleIndexSchema.parse(articleData)
  const shown = joinIndex(SearchIndexSchema.parse(data), shownArticles)
  const [loaded, articles] = [cutTitles(foldIndex(shown, fold)), foldArticles(shownArticles, fold)]
  const texts = shownTexts(shown, shownArticles)
  const asShown = (hit: Hit): Hit => ({ ...hit, ...texts.get(hit.path) })
  const index = pageIndex(loaded)
  const read = conceptReader(loaded)
  const lookUp = articleLookUp(articles)
  return (typed) => {
    const query = fold(typed.normalize('NFKC'))
    const words = wordsOf(query)
    if (words.length === 0) return { hits: [], marks: [] }
    const named = lookUp(query)
    const found = findArticles(articles, query, words).filter(({ hit }) => hit.path !== named?.path)
    const articleHits = (named: boolean) => found.filter((article) => article.named === named).map(({ hit }) => hit)
    const concepts = read(query)
    const pages = findPages(index, loaded, query, concepts)
    const before = ASKS_MEANING.test(query) ? 0 : PAGES_BEFORE_TERMS
    const hits = [
      ...(named === null ? [] : [named]),
      ...articleHits(true),
      ...pages.slice(0, before),
      ...findTerms(loaded, query, words),
      ...pages.slice(before),
      ...articleHits(false),
    ]
    return { hits: hits.map(asShown), marks: marksOf(words, concepts) }
  }
}
