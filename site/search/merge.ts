import type { SearchResult } from '../../content/domain/search-api.ts'
import type { Hit } from './find.ts'
import { asksLaws, type Filters } from './server-search.ts'

/** One list of what the browser finds at once and what the server finds a moment later. */

/** Hits of the browser that the filters leave. What it knows of laws is too little for filters of laws. */
export function filteredHits(hits: readonly Hit[], filters: Filters): Hit[] {
  if (asksLaws(filters)) return []
  return hits.filter(({ kind }) => filters.kind === '' || kind === filters.kind)
}

/** What comes before the lines that stand there, and what after them; those stay where they are. */
export interface Additions {
  readonly before: readonly SearchResult[]
  readonly after: readonly SearchResult[]
}

/**
 * What the server adds to the lines that are shown: every result that isn't there yet, below those that are seen, because
 * lines that are being read must not move. A part of a page whose line is there stays away. Only the article that a query names goes above, since nothing else was asked for.
 *
 * @param shown addresses of the lines, without language
 */
export function additionsTo(shown: ReadonlySet<string>, results: readonly SearchResult[]): Additions {
  const isShown = ({ kind, href }: SearchResult) =>
    shown.has(href) || (kind !== 'article' && shown.has(href.replace(/#.*/, '')))
  const added = results.filter((result) => !isShown(result))
  return { before: added.filter(({ named }) => named), after: added.filter(({ named }) => !named) }
}
