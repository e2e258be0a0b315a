import type { IsoDate } from '../../domain/dates.ts'
import type { StatuteText } from '../../domain/statute.ts'
import { nameKey } from './law-ids.ts'

/** Which laws a text repeals by its own words: 《…条例》同时废止. */

const NAME = /《((?:[^《》]|《[^《》]*》)+)》/g
const REPEALED = /废止|停止执行|停止施行|失效/

/** Names, as keys, of the laws that the last articles of a text repeal. */
export function repealedBy({ articles }: Pick<StatuteText, 'articles'>): string[] {
  return articles.slice(-3).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, items = [] }) => {
      const whole = [text, ...items].join('')
      return REPEALED.test(whole) ? [...whole.matchAll(NAME)].map((match) => nameKey(match[1] ?? '')) : []
    }),
  )
}

/** Collects repeals, and finds the day on which a law ended. */
export class Repeals {
  readonly #found = new Map<string, { day: IsoDate; lawId: string }[]>()

  /** Notes what a text repeals on the day it takes effect. */
  add(text: StatuteText): void {
    if (text.effectiveFrom === undefined) return
    for (const name of repealedBy(text)) {
      const entry = { day: text.effectiveFrom, lawId: text.lawId }
      this.#found.set(name, [...(this.#found.get(name) ?? []), entry])
    }
  }

  /**
   * The day on which a text that its source calls repealed ended, because another law says so; `undefined` when none is known.
   * A law that replaces one of the same name is another version of it.
   *
   * @param by id of the law that the source names as the one that repealed it
   */
  endOf(text: StatuteText, by: string | undefined): IsoDate | undefined {
    if (text.statedStatus !== '废止或失效') return undefined
    const since = text.effectiveFrom ?? text.publishedOn ?? text.adoptedOn
    if (since === undefined) return undefined
    return (this.#found.get(nameKey(text.title)) ?? [])
      .filter(({ day, lawId }) => lawId !== text.lawId && day > since && (by === undefined || lawId === by))
      .map(({ day }) => day)
      .sort()
      .at(0)
  }
}
