import type { Citing } from '../../content/check/citations.ts'
import { noticeAnchor } from '../../content/domain/notice.ts'
import type { ColumnKey } from './columns.ts'
import { content } from './content.ts'

/** Kinds of content that have a page of their own, or (terms) a place on one. */
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

/** The column in which pages of a kind stand; part of their address. */
export const COLUMN_OF: Readonly<Record<PageKind, ColumnKey>> = {
  explainer: 'explainers',
  lesson: 'lessons',
  campaign: 'campaigns',
  document: 'documents',
  case: 'cases',
  notice: 'notices',
  remedy: 'remedies',
  calculator: 'calculators',
  term: 'glossary',
}

/** Address of a page, or of a place on it, without language. Terms share one page, and so do notices. */
export function pagePath(kind: PageKind, id: string, anchor?: string): string {
  const column = `/${COLUMN_OF[kind]}/`
  if (kind === 'term') return `${column}#${id}`
  if (kind === 'notice') return `${column}#${noticeAnchor(id)}`
  return anchor === undefined ? `${column}${id}/` : `${column}${id}/#${anchor}`
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
export const documents = content.documents.map(({ value }) => value)
export const remedies = content.remedies.map(({ value }) => value)

interface Topical {
  readonly id: string
  readonly topics: readonly string[]
}

/** Pages in the order of what they share with some topics, by list and topics: many pages have the same topics. */
const ranked = new WeakMap<readonly Topical[], Map<string, readonly Topical[]>>()

function rankedFor<T extends Topical>(pages: readonly T[], topics: readonly string[]): readonly T[] {
  const known: Map<string, readonly Topical[]> = ranked.get(pages) ?? new Map()
  ranked.set(pages, known)
  const key = topics.join(' ')
  const shared = (page: T) => page.topics.filter((topic) => topics.includes(topic)).length
  const found = known.get(key) ?? pages.filter((page) => shared(page) > 0).toSorted((a, b) => shared(b) - shared(a))
  known.set(key, found)
  // What is kept under a list came from that list.
  return found as readonly T[]
}

/**
 * Pages that share a topic with one, those that share the most first.
 *
 * @param count at most so many
 * @param except the page itself, which isn't related to itself
 */
export function sharingTopics<T extends Topical>(
  pages: readonly T[],
  topics: readonly string[],
  count: number,
  except?: string,
): T[] {
  return rankedFor(pages, topics)
    .slice(0, count + 1)
    .filter(({ id }) => id !== except)
    .slice(0, count)
}
