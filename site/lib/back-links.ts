import type { Citing } from '../../content/check/citations.ts'
import type { ResolvedCitation } from '../../content/domain/citation.ts'
import { compareArticles, type LawVersion } from '../../content/domain/law.ts'
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

const usesByPage = Map.groupBy(citationUses, ({ from }) => `${from.kind}/${from.id}/${from.lang ?? ''}`)
/** A text in English cites what the Chinese one does, and is the same page. */
const usesByArticle = Map.groupBy(
  citationUses.filter(({ from }) => from.lang === undefined),
  ({ to }) => `${to.law.id}/${to.number}`,
)

/**
 * Everything that cites an article: each page once, and how many questions.
 *
 * @param version of the law that the citations mean; without it, any
 */
export function citedBy(lawId: string, number: string, version?: LawVersion): CitedBy {
  const citing = (usesByArticle.get(`${lawId}/${number}`) ?? []).flatMap(({ from, to }) =>
    version === undefined || to.version === version ? [from] : [],
  )
  const once = distinct(citing, ({ kind, id, anchor = '' }) => `${kind}/${id}#${anchor}`)
  const pages = once.filter(isPage)
  return { pages, questions: once.length - pages.length }
}

/**
 * The articles that a page cites, each once, by law in the order of the files.
 *
 * @param lang of the text: `en` for the English text of a page
 */
export function citedLaws(kind: PageKind, id: string, lang?: Citing['lang']): CitedLaw[] {
  const own = Map.groupBy(
    (usesByPage.get(`${kind}/${id}/${lang ?? ''}`) ?? []).map(({ to }) => to),
    ({ law }) => law,
  )
  return content.laws.flatMap(({ value: law }) => {
    const articles = distinct(own.get(law) ?? [], ({ number }) => number)
    return articles.length === 0
      ? []
      : [{ law, articles: articles.toSorted((a, b) => compareArticles(a.number, b.number)) }]
  })
}
