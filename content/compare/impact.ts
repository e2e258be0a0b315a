import { type CitationUse, checkCitations } from '../check/citations.ts'
import { articleLabel } from '../domain/citation.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { ArticleNumber } from '../domain/law.ts'
import { articleText } from '../domain/law-changes.ts'
import type { Content } from '../source/content.ts'
import { type ArticleFate, isAffected, type LawHistory } from './article-fate.ts'
import { itemOf } from './awaiting.ts'
import { turnOn, turnsOf } from './citation-turns.ts'
import { type DiffPiece, wordDiff } from './word-diff.ts'

/**
 * What a change in a law touches: every piece of content that cites an article which changed, moved or disappeared, with the old and the new
 * text of that article, for whoever reviews.
 */

/**
 * Where a review stands: `awaiting` it, as the law has changed; `coming`, when it changes; `confirmed` for this text; or a `record`, which keeps
 * speaking of the law of its day.
 */
export type ReviewState = 'awaiting' | 'coming' | 'confirmed' | 'record'

/** Something that cites a touched article. */
export interface ImpactEntry {
  /** As reviews name it: `questions/wages-001`. */
  readonly item: string
  readonly title: string
  readonly state: ReviewState
  /** `path:line` of each citation. */
  readonly places: readonly string[]
}

/** One article that changed, moved or disappeared, and what cites it. */
export interface ArticleImpact {
  /** `第十六条`, in the text that the content speaks of. */
  readonly before: string
  /** `第二十三条`; `null` where the article is gone or nobody knows. */
  readonly after: string | null
  /** The text that the content speaks of: the day on which it took effect. */
  readonly from: IsoDate
  readonly fate: ArticleFate['fate'] | 'repealed'
  /** Whether the texts are the official ones; otherwise they are our gists, as far as there are any. */
  readonly isOfficial: boolean
  /** Old and new text with the words that differ; a new text that is missing gives none of its words. */
  readonly pieces: readonly DiffPiece[]
  readonly hasNewText: boolean
  readonly entries: readonly ImpactEntry[]
}

/** A duty to teach the law that isn't met yet. */
export interface TouchedDuty {
  readonly year: number
  readonly id: string
  readonly dueOn: IsoDate
  readonly place: string
}

/** Everything that a change in a law touches. */
export interface Impact {
  readonly law: { readonly id: string; readonly name: string }
  /** The day on which the new text takes effect or the law is repealed. */
  readonly day: IsoDate
  readonly isRepeal: boolean
  readonly articles: readonly ArticleImpact[]
  readonly duties: readonly TouchedDuty[]
  /** Citations of articles that stayed as they were. */
  readonly unaffected: number
}

/** The days on which a law changes or is repealed, the newest first: what `impactOf` can be asked about. */
export function changeDays(history: LawHistory): IsoDate[] {
  const days = history.texts.slice(1).map(({ effectiveFrom }) => effectiveFrom)
  return [...new Set([...days, ...(history.repealedOn === null ? [] : [history.repealedOn])])].toSorted().toReversed()
}

function textsOf(history: LawHistory, use: CitationUse, fate: ArticleFate | null, day: IsoDate) {
  if (fate?.before) {
    const [before, after] = [articleText(fate.before), fate.after === null ? '' : articleText(fate.after)]
    return { isOfficial: true, pieces: wordDiff(before, after), hasNewText: fate.after !== null }
  }
  const number: ArticleNumber | null = fate === null || fate.fate === 'gone' ? null : (fate.number ?? use.to.number)
  const after = number === null ? '' : (history.text(day)?.curated?.articles[number]?.gist ?? '')
  return { isOfficial: false, pieces: wordDiff(use.to.article.gist, after), hasNewText: after !== '' }
}

/**
 * What a change in a law touches.
 *
 * @param day on which the new text takes effect or the law is repealed, see `changeDays`
 * @param today Beijing day
 */
export function impactOf(content: Content, history: LawHistory, day: IsoDate, today: IsoDate): Impact {
  const isRepeal = history.repealedOn === day && history.text(day) === undefined
  const reviews = content.reviews.flatMap(({ value }) => (value.id === history.law.id ? value.reviews : []))
  const confirmedFor = (item: string) =>
    new Set(reviews.filter(({ items }) => items.includes(item)).map(({ version }) => version))
  const uses = checkCitations(content).uses.filter(
    ({ to }) => to.law.id === history.law.id && to.version.effectiveFrom < day,
  )
  const byArticle = Map.groupBy(uses, ({ to }) => `${to.version.effectiveFrom} ${to.number}`)
  const articles = [...byArticle.values()].flatMap((group): ArticleImpact[] => {
    const [first] = group
    if (first === undefined) return []
    const { number, version } = first.to
    const fate = isRepeal ? null : history.fate(version.effectiveFrom, day, number)
    if (fate !== null && !isAffected(fate)) return []
    const byItem = Map.groupBy(group, ({ from }) => itemOf(from) ?? `notices/${from.id}`)
    const entries = [...byItem].map(([item, own]): ImpactEntry => {
      const confirmed = confirmedFor(item)
      const isRecord = own.every(({ from }) => itemOf(from) === null)
      const isOpen = turnOn(turnsOf(history, version.effectiveFrom, number, confirmed), day) !== null
      const state = isRecord ? 'record' : !isOpen ? 'confirmed' : day > today ? 'coming' : 'awaiting'
      return { item, title: own[0]?.from.title ?? '', state, places: own.map(({ place }) => place) }
    })
    return [
      {
        before: articleLabel(number),
        after: fate?.number ? articleLabel(fate.number) : null,
        from: version.effectiveFrom,
        fate: fate?.fate ?? 'repealed',
        ...textsOf(history, first, fate, day),
        entries,
      },
    ]
  })
  const touched = articles.reduce(
    (sum, { entries }) => sum + entries.reduce((count, { places }) => count + places.length, 0),
    0,
  )
  return {
    law: { id: history.law.id, name: history.law.name },
    day,
    isRepeal,
    articles,
    duties: content.responsibilities.flatMap(({ value: { year, rows }, source }) =>
      rows.flatMap(({ id, laws, dueOn, doneOn }, index) =>
        laws.includes(history.law.id) && doneOn === undefined
          ? [{ year, id, dueOn, place: source.place(['rows', index]) }]
          : [],
      ),
    ),
    unaffected: uses.length - touched,
  }
}

const FATES: Readonly<Record<ArticleImpact['fate'], string>> = {
  same: '没有改',
  punctuation: '只改了标点',
  changed: '改了',
  moved: '只换了条号',
  gone: '删去了',
  unknown: '改没改还不知道，按改了算',
  repealed: '随这部法废止',
}

/** What became of an article, in Chinese: `第十六条 → 第二十三条，改了`. */
export function fateText({ before, after, fate }: Pick<ArticleImpact, 'before' | 'after' | 'fate'>): string {
  return `${before}${after === null || after === before ? '' : ` → ${after}`}，${FATES[fate]}`
}

/** Where a review stands, in Chinese. */
export const REVIEW_STATES: Readonly<Record<ReviewState, string>> = {
  awaiting: '待审核',
  coming: '到那天待审核',
  confirmed: '已审核',
  record: '当时的记录，不用改',
}
