import type { IsoDate } from '../../content/domain/dates.ts'
import {
  type Article,
  type ArticleNumber,
  compareArticles,
  type Law,
  type LawVersion,
  type VersionStatus,
  versionInForce,
  versionStatus,
} from '../../content/domain/law.ts'

/** An article as a law's page shows it. */
export interface ShownArticle {
  readonly number: ArticleNumber
  readonly article: Article
  /** The text it stands in. */
  readonly version: LawVersion
}

/** Where a law stands on a day: in force if any of its versions is, otherwise as its last one. */
export function lawStatus(law: Law, day: IsoDate): VersionStatus {
  return versionInForce(law, day) === null ? versionStatus(law, law.versions.length - 1, day) : 'in-force'
}

/**
 * The articles of a law, each number once: from the version in force on a day, or else from the newest version
 * that has it, so that a citation of an earlier text still has a place to lead to.
 */
export function shownArticles(law: Law, day: IsoDate): ShownArticle[] {
  const shown = new Map<ArticleNumber, ShownArticle>()
  const inForce = versionInForce(law, day)
  const preferred = [...(inForce === null ? [] : [inForce]), ...law.versions.toReversed()]
  for (const version of preferred) {
    for (const [number, article] of Object.entries(version.articles)) {
      if (!shown.has(number)) shown.set(number, { number, article, version })
    }
  }
  return [...shown.values()].toSorted((a, b) => compareArticles(a.number, b.number))
}
