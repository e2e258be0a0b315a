import type { IsoDate } from '../domain/dates.ts'
import type { ArticleNumber } from '../domain/law.ts'
import { type ArticleFate, isAffected, type LawHistory } from './article-fate.ts'

/**
 * The times in which a citation must not be relied on: before the text that it means takes effect, and once a newer text has changed
 * its article or the law is repealed, until someone confirms that what was said is still right.
 */

/** Why a citation must not be relied on. */
export type TurnCause = 'not-yet' | 'repealed' | ArticleFate['fate']

/** A time in which a citation must not be relied on. */
export interface CitationTurn {
  readonly cause: TurnCause
  /** First day; `null` for the time before the cited text takes effect. */
  readonly from: IsoDate | null
  /** First day after; `null` where it lasts until someone confirms. */
  readonly until: IsoDate | null
  /** The text that a confirmation has to name: the day it takes effect, or the day of repeal. */
  readonly version: IsoDate
  /** What became of the article; `null` with `not-yet` and `repealed`. */
  readonly fate: ArticleFate | null
}

/**
 * The turns of a citation, the earliest first.
 *
 * @param from day on which the cited text takes effect
 * @param confirmed days of the texts (or of the repeal) against which the content was confirmed
 */
export function turnsOf(
  history: LawHistory,
  from: IsoDate,
  number: ArticleNumber,
  confirmed: ReadonlySet<IsoDate>,
): CitationTurn[] {
  const turns: CitationTurn[] = [{ cause: 'not-yet', from: null, until: from, version: from, fate: null }]
  const { repealedOn } = history
  const later = history.texts.filter(({ effectiveFrom }) => effectiveFrom > from)
  // The text that the content is known to be right for, and the number that the article has there.
  let base: { readonly from: IsoDate; readonly number: ArticleNumber } = { from, number }
  for (const [place, { effectiveFrom }] of later.entries()) {
    const fate = history.fate(base.from, effectiveFrom, base.number)
    if (confirmed.has(effectiveFrom)) {
      base = { from: effectiveFrom, number: fate.number ?? base.number }
      continue
    }
    if (!isAffected(fate)) continue
    const until = later[place + 1]?.effectiveFrom ?? repealedOn
    turns.push({ cause: fate.fate, from: effectiveFrom, until, version: effectiveFrom, fate })
  }
  if (repealedOn !== null && repealedOn > from && !confirmed.has(repealedOn)) {
    turns.push({ cause: 'repealed', from: repealedOn, until: null, version: repealedOn, fate: null })
  }
  return turns
}

/** The turn that a citation is in on a day, or `null` when it stands. */
export function turnOn(turns: readonly CitationTurn[], day: IsoDate): CitationTurn | null {
  return turns.find(({ from, until }) => (from ?? '') <= day && (until === null || day < until)) ?? null
}
