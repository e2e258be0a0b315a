import type { CitationUse, Citing } from '../../content/check/citations.ts'
import { type Histories, historiesIn, type TouchedCitation, touchedCitations } from '../../content/compare/awaiting.ts'
import type { CitationTurn } from '../../content/compare/citation-turns.ts'
import { articleLabel } from '../../content/domain/citation.ts'
import type { IsoDate } from '../../content/domain/dates.ts'
import { compareArticles, type Law } from '../../content/domain/law.ts'
import { comparedAnchor, comparedTexts, comparisonPath, lawPath } from '../../content/domain/law-library.ts'
import { buildDay, citationUses, content } from './content.ts'
import { library } from './law-library.ts'
import { type PageKind, pagePath } from './pages.ts'

/** What pages say of a change in the law that they cite, until someone has reviewed them against it. */

/** An article that a page cites. */
export interface NoticedArticle {
  /** `第三十八条`. */
  readonly label: string
  /**
   * Where its change is shown, without language: its place in the comparison of the cited text with the new one, where there is such a
   * page, otherwise the page of the law.
   */
  readonly path: string
}

/** One notice: a law, and what its change means for the page. */
export interface LawNotice {
  /** `changed`: a newer text may say something else; `coming`: the page speaks of a text that is not yet in force. */
  readonly kind: 'changed' | 'repealed' | 'coming'
  readonly law: Pick<Law, 'id' | 'name'>
  /** The articles that the page cites, in the order of the law. */
  readonly articles: readonly NoticedArticle[]
  /** The day on which the law changes, is repealed, or takes effect. */
  readonly day: IsoDate
  /** Days on which the notice is shown, as a span for the script. */
  readonly span: string
  /** Whether it is shown on the day of the build. */
  readonly isShown: boolean
}

/** What cites, if it has a page. */
type CitingPage = Citing & { readonly kind: PageKind }

function isPage(citing: Citing): citing is CitingPage {
  return citing.kind !== 'question'
}

function pathOf({ kind, id }: CitingPage): string {
  return pagePath(kind, id).replace(/#.*/, '')
}

function keyOf(path: string, lang: Citing['lang']): string {
  return `${lang ?? ''} ${path}`
}

function kindOf({ cause }: CitationTurn): LawNotice['kind'] {
  if (cause === 'not-yet') return 'coming'
  return cause === 'repealed' ? 'repealed' : 'changed'
}

/** Where the change that a citation awaits a review of is shown. */
function pathOfChange({ use: { to }, turn }: TouchedCitation, histories: Histories): string {
  const { law, version, number } = to
  const history = histories.get(law.id)
  const texts = history && comparedTexts(history.law, version.effectiveFrom, turn.version)
  // Without official words on both sides nothing can be shown, and a confirmed text in between has changed the number meanwhile.
  if (texts === undefined || turn.fate === null || turn.fate.before?.number !== number) return lawPath(law.id)
  const anchor = comparedAnchor(number, turn.fate.number)
  return `${comparisonPath(law.id, texts.older.key, texts.newer.key)}#${anchor}`
}

/** One notice for citations of one law in the same time. */
function noticeOf(group: readonly TouchedCitation[], histories: Histories, day: IsoDate): LawNotice[] {
  const [first] = group
  if (first === undefined) return []
  const { law } = first.use.to
  const { from, until, version } = first.turn
  const byNumber = new Map(group.map((own) => [own.use.to.number, own]))
  return [
    {
      kind: kindOf(first.turn),
      law: { id: law.id, name: law.name },
      articles: [...byNumber]
        .toSorted(([a], [b]) => compareArticles(a, b))
        .map(([number, own]) => ({ label: articleLabel(number), path: pathOfChange(own, histories) })),
      day: version,
      span: `${from ?? ''}/${until ?? ''}`,
      isShown: (from ?? '') <= day,
    },
  ]
}

/**
 * The notices of all pages: of what has changed by a day or is to change, and of texts that are not in force yet.
 *
 * @param uses all citations, by which pages with an English text of their own are known
 * @param day Beijing day of the build
 * @returns the notices of a page by its address without language, and whether it is the English one; by law
 */
export function noticesOfPages(
  touched: readonly TouchedCitation[],
  uses: readonly CitationUse[],
  histories: Histories,
  day: IsoDate,
): (path: string, english: boolean) => LawNotice[] {
  const open = touched.filter(({ turn: { cause, version, until } }) =>
    cause === 'not-yet' ? version > day : until === null || until > day,
  )
  const byPage = Map.groupBy(
    open.flatMap((own) => (isPage(own.use.from) ? [{ ...own, page: own.use.from }] : [])),
    ({ page }) => keyOf(pathOf(page), page.lang),
  )
  const inEnglish = new Set(uses.flatMap(({ from }) => (isPage(from) && from.lang === 'en' ? [pathOf(from)] : [])))
  return (path, english) => {
    const own = byPage.get(keyOf(path, english && inEnglish.has(path) ? 'en' : undefined)) ?? []
    const groups = Map.groupBy(own, ({ use, turn }) => [use.to.law.id, kindOf(turn), turn.from, turn.until].join(' '))
    return [...groups.values()].flatMap((group) => noticeOf(group, histories, day))
  }
}

/** Laws that are cited, with their texts and what became of each article. */
export const histories = historiesIn(library)

/** The notices of a page, by its address without language, and whether it is the English one. */
export const lawNotices = noticesOfPages(
  touchedCitations(content, citationUses, histories),
  citationUses,
  histories,
  buildDay,
)
