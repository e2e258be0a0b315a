import { type NamedLaw, parseArticleQuery } from '../../content/domain/article-query.ts'
import { articleHref, articleLabel } from '../../content/domain/citation.ts'
import { articleTitle, lawId } from './fold.ts'
import type { ArticleIndex } from './search-index.ts'

/** Looking an article up without the server: 劳合法 38 in the laws that the site writes about. */

/** A hit; see `Hit`, which search makes of it. */
export interface NamedArticle {
  readonly kind: 'article'
  readonly path: string
  readonly title: string
  readonly summary: ''
}

/**
 * Makes the look-up.
 *
 * @returns the article that a query names; `null` when it names none, or one beyond the last that the site knows of
 */
export function articleLookUp({ unit, laws }: ArticleIndex): (query: string) => NamedArticle | null {
  const named: NamedLaw[] = laws.map(({ name, path }) => ({ id: lawId(path), name, others: [`中华人民共和国${name}`] }))
  const headings = new Map(laws.map(({ path, headings: own }) => [lawId(path), new Map(own)]))
  return (query) => {
    const asked = parseArticleQuery(query, named)
    if (asked === null) return null
    const { law, article } = asked
    const own = headings.get(law.id) ?? new Map<string, string>()
    const last = Math.max(0, ...[...own.keys()].map((number) => Number.parseInt(number, 10)))
    const heading = own.get(article)
    if (heading === undefined && Number.parseInt(article, 10) > last) return null
    const title =
      heading === undefined
        ? `《${law.name}》${articleLabel(article).replace('条', unit)}`
        : articleTitle(unit, law.name, article, heading)
    return { kind: 'article', path: articleHref(law.id, article), title, summary: '' }
  }
}
