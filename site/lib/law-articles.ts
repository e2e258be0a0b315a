import type { IsoDate } from '../../content/domain/dates.ts'
import { type Article, type ArticleNumber, compareArticles } from '../../content/domain/law.ts'
import { type LibraryLaw, shownText } from '../../content/domain/law-library.ts'

/** An article that a law's page shows with a gist. */
export interface ShownArticle {
  readonly number: ArticleNumber
  readonly article: Article
}

/** The articles with a gist on the page of a law: those of the text that it shows, in the order of the law. */
export function shownArticles(law: LibraryLaw, day: IsoDate): ShownArticle[] {
  return Object.entries(shownText(law, day).curated?.articles ?? {})
    .map(([number, article]) => ({ number, article }))
    .toSorted((a, b) => compareArticles(a.number, b.number))
}
