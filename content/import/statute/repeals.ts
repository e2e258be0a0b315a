import type { IsoDate } from '../../domain/dates.ts'
import type { StatuteText } from '../../domain/statute.ts'
import { nameKey } from './law-ids.ts'

/** Which laws a text repeals by its own words: 《…条例》同时废止. */

const NAME = /《((?:[^《》]|《[^《》]*》)+)》/g
const END = /废止|停止执行|停止施行|失效/
/** The last end that a sentence speaks of, with no other law named behind it. */
const LAST_END = new RegExp(`(?:${END.source})[^《》]*$`)
/** 下列行政法规同时废止：, before a list. */
const BEFORE_LIST = new RegExp(`(?:${END.source})[^。；]*[：:]$`)
/** What follows the name of a law that doesn't end as a whole: 第三条, 中有关…的规定, 与本法不一致的. */
const IN_PART =
  /^(?:（[^（）]*）|\([^()]*\))*\s*(?:第|中(?!华)|里|内|有关|关于|的|规定|[和与同]本|[和与同].{0,12}(?:不一致|抵触))/

/** The laws, as keys, that a stretch of text names as a whole. */
function wholeLaws(text: string): string[] {
  return [...text.matchAll(NAME)].flatMap((match) =>
    IN_PART.test(text.slice(match.index + match[0].length)) ? [] : [nameKey(match[1] ?? '')],
  )
}

/** Names, as keys, of the laws that the last articles of a text repeal as a whole. */
export function repealedBy({ articles }: Pick<StatuteText, 'articles'>): string[] {
  return articles.slice(-3).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, items = [] }) => [
      ...text.split(/[。；]/).flatMap((sentence) => {
        const end = sentence.search(LAST_END)
        return end === -1 ? [] : wholeLaws(sentence.slice(0, end))
      }),
      ...(BEFORE_LIST.test(text) ? items.flatMap(wholeLaws) : []),
    ]),
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
   * The text with the day on which it ended because another law says so, or without one. A law that replaces one of the same name
   * is another version of it. What the source of the text says of its status doesn't matter: it may be older than the repeal.
   */
  ended(text: StatuteText): StatuteText {
    const { repealedOn: _, ...rest } = text
    const since = text.effectiveFrom ?? text.publishedOn ?? text.adoptedOn
    const [day] = (this.#found.get(nameKey(text.title)) ?? [])
      .filter((repeal) => repeal.lawId !== text.lawId && since !== undefined && repeal.day > since)
      .map((repeal) => repeal.day)
      .sort()
    return day === undefined ? rest : { ...rest, repealedOn: day }
  }
}
