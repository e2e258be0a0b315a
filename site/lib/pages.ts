import type { Citing } from '../../content/check/citations.ts'
import { content } from './content.ts'

/** Kinds of content that have a page of their own. */
export type PageKind = Exclude<Citing['kind'], 'question'>

/** A page as lists show it. */
export interface PageEntry {
  readonly title: string
  readonly summary: string
  /** Without language. */
  readonly path: string
}

interface Listed {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly publishedOn: string
}

/** Address of a page, without language. */
export function pagePath(kind: PageKind, id: string): string {
  return `/${kind}s/${id}/`
}

/** Pages of a kind as entries of a list, the newest first. */
export function pageEntries(kind: PageKind, pages: readonly Listed[]): PageEntry[] {
  return pages
    .toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn))
    .map(({ id, title, summary }) => ({ title, summary, path: pagePath(kind, id) }))
}

export const explainers = content.explainers.map(({ value }) => value)
export const lessons = content.lessons.map(({ value }) => value)
export const campaigns = content.campaigns.map(({ value }) => value)

/**
 * Pages that share a topic with one, those that share the most first.
 *
 * @param except the page itself, which isn't related to itself
 */
export function sharingTopics<T extends { readonly id: string; readonly topics: readonly string[] }>(
  pages: readonly T[],
  topics: readonly string[],
  except?: string,
): T[] {
  const shared = (page: T) => page.topics.filter((topic) => topics.includes(topic)).length
  return pages.filter((page) => page.id !== except && shared(page) > 0).toSorted((a, b) => shared(b) - shared(a))
}
