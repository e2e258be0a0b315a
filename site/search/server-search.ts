import { ASKED_LENGTH, type SearchResults, SearchResultsSchema } from '../../content/domain/search-api.ts'
import { call } from '../islands/call.ts'

/**
 * Asking the server, which searches the laws and the bodies of pages; and the filters of a search, in the form as in the address.
 */

/** The filters, each empty when it isn't set. */
export const FILTERS = ['kind', 'level', 'law', 'status', 'on'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Readonly<Record<FilterName, string>>

/** The filters in an address. */
export function filtersOf(params: URLSearchParams): Filters {
  const value = (name: FilterName) => params.get(name) ?? ''
  return { kind: value('kind'), level: value('level'), law: value('law'), status: value('status'), on: value('on') }
}

/** The address of a search: the query and the filters that are set. */
export function addressOf(query: string, filters: Filters): string {
  const set = FILTERS.flatMap((name): [string, string][] => (filters[name] === '' ? [] : [[name, filters[name]]]))
  // Unlike encodeURIComponent, URLSearchParams takes any text, even half of an emoji.
  return String(new URLSearchParams([...(query === '' ? [] : [['q', query] as [string, string]]), ...set]))
}

/** Whether only texts of laws are asked for, of which the index in the browser has headings at most. */
export function asksLaws({ level, law, status, on }: Filters): boolean {
  return [level, law, status, on].some((value) => value !== '')
}

/**
 * Asks the server.
 *
 * @param page from 1
 * @returns `null` when it doesn't answer, has no index, or can't read a filter of the address
 */
export async function askServer(query: string, filters: Filters, page = 1): Promise<SearchResults | null> {
  const characters = [...query.toWellFormed()].slice(0, ASKED_LENGTH).join('')
  const path = `/api/search?${addressOf(characters, filters)}${page === 1 ? '' : `&page=${page}`}`
  const answer = await call(SearchResultsSchema, 'GET', path)
  return answer.ok && answer.value.ready ? answer.value : null
}
