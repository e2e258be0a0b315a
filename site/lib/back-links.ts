import type { Citing } from '../../content/check/citations.ts'
import type { ResolvedCitation } from '../../content/domain/citation.ts'
import { compareArticles } from '../../content/domain/law.ts'
import { citationUses, content } from './content.ts'
import type { PageKind } from './pages.ts'

/**
 * Citations read both ways: the articles that a page cites, and what cites an article.
 */

/** What cites an article. Of questions only the number is published. */
export interface CitedBy {
  readonly pages: readonly (Citing & { readonly kind: PageKind })[]
  readonly questions: number
}

/** The articles of one law that a page cites, in the order of the law. */
export interface CitedLaw {
  readonly law: ResolvedCitation['law']
  readonly articles: readonly ResolvedCitation[]
}

function isPage(citing: Citing): citing is Citing & { kind: PageKind } {
  return citing.kind !== 'question'
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

const usesByArticle = Map.groupBy(citationUses, ({ to }) => `${to.law.id}/${to.number}`)

/** Everything that cites an article: each page once, and how many questions. */
export function citedBy(lawId: string, number: string): CitedBy {
  const citing = (usesByArticle.get(`${lawId}/${number}`) ?? []).map((use) => use.from)
  const once = distinct(citing, ({ kind, id }) => `${kind}/${id}`)
  const pages = once.filter(isPage)
  return { pages, questions: once.length - pages.length }
}

/** The articles that a page cites, each once, by law in the order of the files. */
export function citedLaws(kind: PageKind, id: string): CitedLaw[] {
  const own = citationUses.filter(({ from }) => from.kind === kind && from.id === id).map((use) => use.to)
  return content.laws.flatMap(({ value: law }) => {
    const articles = distinct(
      own.filter((to) => to.law.id === law.id),
      (to) => to.number,
    ).toSorted((a, b) => compareArticles(a.number, b.number))
    return articles.length === 0 ? [] : [{ law, articles }]
  })
}
