import { type ArticleQuery, type NamedLaw, parseArticleQuery } from '../../../content/domain/article-query.ts'
import { articleLabel } from '../../../content/domain/citation.ts'
import type { IsoDate } from '../../../content/domain/dates.ts'
import { articleAnchor, paragraphAnchor } from '../../../content/domain/law-library.ts'
import { type Phase, phaseOn } from '../../../content/domain/law-timeline.ts'
import type { LibraryHeader, LibraryText } from '../../../content/domain/library-index.ts'
import {
  ASKED_LENGTH,
  MOST_PAGES,
  RESULTS_A_PAGE,
  type SearchQuery,
  type SearchResult,
  type SearchResults,
} from '../../../content/domain/search-api.ts'
import { askedTerms, comparable } from '../../../content/domain/search-terms.ts'
import { type AskedTerm, findingTerms, score } from './ranking.ts'
import { marked, snippetOf } from './snippet.ts'
import { type Generation, type LibraryStore, type StoredPassage, searchedText } from './store.ts'

/** Answering a question from a generation of the index. */

/** What is kept in memory of the generation that answers; it can be read again at any time. */
export interface Loaded extends Generation {
  readonly header: LibraryHeader
  readonly texts: readonly LibraryText[]
  readonly laws: readonly NamedLaw[]
  readonly variants: ReadonlyMap<string, string>
  /** How many passages have a term: the frequent ones, and those that were asked for. */
  readonly counted: Map<string, number>
}

/** Counts that are kept; the frequent terms of a whole country's laws are 11,000. */
const COUNTED_KEPT = 40_000

/** Reads what a generation keeps in memory. */
export function loadedOf(store: LibraryStore, generation: Generation): Loaded {
  const header = store.header(generation.slot)
  return {
    ...generation,
    header,
    texts: store.texts(generation.slot),
    laws: header.laws.map(([id, name, others]) => ({ id, name, others })),
    variants: new Map([...header.variants.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [from, to])),
    counted: new Map(Object.entries(header.frequent)),
  }
}

/** Without an index. */
export function NOTHING_LOADED({ q, page }: SearchQuery): SearchResults {
  return { ready: false, asked: q.toWellFormed().slice(0, ASKED_LENGTH), results: [], page: Number(page), more: false }
}

/** Passages that are looked at more closely. */
const CANDIDATES = 200

/** A query as it is read: well-formed, cut, without controls, in Simplified characters. */
function readQuery(q: string, variants: ReadonlyMap<string, string>): string {
  const plain = q
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll(/\p{Cc}/gu, ' ')
  return [...plain]
    .slice(0, ASKED_LENGTH)
    .map((character) => variants.get(character) ?? character)
    .join('')
    .trim()
}

function passagesWith(store: LibraryStore, { slot, counted }: Loaded, term: string): number {
  const known = counted.get(term)
  if (known !== undefined) return known
  const count = store.passagesWith(slot, term)
  if (counted.size < COUNTED_KEPT) counted.set(term, count)
  return count
}

interface Found {
  readonly passage: StoredPassage
  readonly text: LibraryText
  readonly phase: Phase | null
  readonly score: number
}

function resultOf({ passage, text, phase }: Found, terms: readonly string[], named: string | null): SearchResult {
  const { law } = text
  const label = passage.article === null ? '' : articleLabel(passage.article)
  const title = law === null ? text.title : `《${text.title}》${label}`
  const anchor = named ?? passage.anchor
  return {
    kind: text.kind,
    title: marked(title, terms),
    snippet: snippetOf(passage.body, terms),
    href: anchor === '' ? text.path : `${text.path}#${anchor}`,
    law:
      law === null || phase === null || passage.article === null
        ? null
        : { id: law.id, level: law.level, article: passage.article, status: phase.status, since: phase.since },
    named: named !== null,
  }
}

/** The texts that a filter by status or day leaves; `null` without such a filter. */
function textsWith({ texts }: Loaded, { status, on }: SearchQuery, day: IsoDate): number[] | null {
  if (status === undefined && on === undefined) return null
  const wanted = status ?? 'in-force'
  return texts.flatMap(({ law }, index) => (law !== null && phaseOn(law.phases, day).status === wanted ? [index] : []))
}

/** One line for an article, however many texts of its law have it, and one for a page, however many of its parts fit: the best. */
function once(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(({ text, passage }) => {
    const key = text.law === null ? `text ${passage.text}` : `${text.law.id} ${passage.article}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The article that a query names, in the text that a reader means. */
function lookUp(store: LibraryStore, loaded: Loaded, asked: ArticleQuery, of: (passage: StoredPassage) => Found) {
  const [best] = store
    .articles(loaded.slot, asked.law.id, asked.article)
    .map(of)
    .toSorted((a, b) => b.score - a.score || b.passage.text - a.passage.text)
  if (best === undefined) return null
  const paragraphs = best.passage.body.split('\n').length
  const { paragraph } = asked
  if (paragraph === null || paragraph < 2 || paragraph > paragraphs)
    return { found: best, anchor: best.passage.anchor || articleAnchor(asked.article) }
  const inserted = `${asked.article}-${paragraph}`
  const others = store.articles(loaded.slot, asked.law.id, inserted).filter(({ text }) => text === best.passage.text)
  const numbers = new Set(others.length > 0 ? [inserted] : [])
  return { found: best, anchor: paragraphAnchor(asked.article, paragraph, numbers) }
}

/**
 * Answers a question.
 *
 * @param today ISO day in Beijing
 */
export function answer(store: LibraryStore, loaded: Loaded, query: SearchQuery, today: IsoDate): SearchResults {
  const { slot, header, texts, laws, variants } = loaded
  const asked = readQuery(query.q, variants)
  const day = query.on ?? today
  const page = Number(query.page)
  const nothing: SearchResults = { ready: true, asked, results: [], page, more: false }
  const stretch = store.stretch(slot, { kind: query.kind, level: query.level, law: query.law })
  const compared = comparable(asked)
  const terms: AskedTerm[] = [...askedTerms(compared, header.meanings)].map(([term, weight]) => ({
    ...{ term, weight },
    passages: passagesWith(store, loaded, term),
  }))
  if (stretch === null || terms.length === 0) return nothing
  const words = terms.map(({ term }) => term)
  // A lone character, such as 条 of a number, stands everywhere.
  const telling = words.filter((word) => [...word].length > 1)
  const marks = telling.length > 0 ? telling : words
  const of = (passage: StoredPassage): Found => {
    const text = texts[passage.text]
    if (text === undefined) throw new RangeError(`passage ${passage.id} has no text`)
    const phase = text.law === null ? null : phaseOn(text.law.phases, day)
    const searched = searchedText(text.title, passage.headings, passage.body)
    const fits = score(terms, searched, passage.terms, text.weight, phase?.status ?? null, header)
    return { passage, text, phase, score: fits }
  }
  const allowed = textsWith(loaded, query, day)
  // A single character is in no pair by itself; it begins many.
  const [only] = terms
  const begins = terms.length === 1 && only !== undefined && [...only.term].length === 1
  const finding = begins ? words : findingTerms(terms)
  const candidates = finding.length === 0 ? [] : store.matching(slot, finding, begins, stretch, allowed, CANDIDATES)
  const reference = parseArticleQuery(asked, laws)
  const named = reference === null ? null : lookUp(store, loaded, reference, of)
  const ranked = once([
    ...(named === null ? [] : [named.found]),
    ...candidates.map(of).toSorted((a, b) => b.score - a.score),
  ]).slice(0, RESULTS_A_PAGE * MOST_PAGES)
  const from = (page - 1) * RESULTS_A_PAGE
  return {
    ...nothing,
    results: ranked
      .slice(from, from + RESULTS_A_PAGE)
      .map((found) => (found === named?.found ? resultOf(found, [], named.anchor) : resultOf(found, marks, null))),
    more: ranked.length > from + RESULTS_A_PAGE,
  }
}
