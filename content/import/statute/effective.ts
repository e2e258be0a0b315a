import type { IsoDate } from '../../domain/dates.ts'
import type { StatuteText } from '../../domain/statute.ts'
import { amends, DAY, dayIn, makesText } from './history.ts'

/**
 * The day on which a text takes effect, as far as its source says: never guessed.
 *
 * A later text of a law often keeps the last article of the first one (本法自1995年1月1日起施行), so a day older than the
 * decision that made the text says nothing of it.
 */

type Dated = Pick<StatuteText, 'adoptedOn' | 'publishedOn' | 'history' | 'articles'>

const TAKES_EFFECT = new RegExp(`(?:自|从|于)?(${DAY})(?:零时)?起?(?:施行|实施|生效|执行|试行)`)
const ON_PUBLICATION = /自(?:公布|发布|颁布)之日起?(?:施行|实施|生效|执行|试行)/
/** Of this text as a whole, not of a chapter or of another law: 本法自…, 自…起施行. */
const OF_THE_TEXT = /^(?:本[^，。]{1,12}?)?(?:自|从|于)/

/** What the last articles say of taking effect: a day, `publication`, or nothing. */
function lastArticles({ articles }: Dated): IsoDate | 'publication' | null {
  for (const { paragraphs } of articles.slice(-3).reverse()) {
    for (const { text } of paragraphs) {
      const sentence = text.split('。')[0] ?? ''
      if (!OF_THE_TEXT.test(sentence)) continue
      const written = TAKES_EFFECT.exec(sentence)?.[1]
      const day = written === undefined ? null : dayIn(written)
      if (day !== null) return day
      if (ON_PUBLICATION.test(sentence)) return 'publication'
    }
  }
  return null
}

/**
 * The first day in force, by the text's own words, or `null`.
 *
 * - a line of history that says so and isn't older than the last amendment: 2015年9月1日 施行;
 * - the last article's day, unless the text was made later;
 * - 自公布之日起施行 with the day of publication, unless the text was amended since it was first published.
 */
export function statedEffect(text: Dated): IsoDate | null {
  const { history, publishedOn, adoptedOn } = text
  const made = [publishedOn, adoptedOn, ...history.filter(makesText).map(({ date }) => date)]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  for (const { event } of history.toReversed()) {
    const written = TAKES_EFFECT.exec(event.replace(/\s/g, ''))?.[1]
    const day = written === undefined ? null : dayIn(written)
    if (day !== null && made !== undefined && day >= made) return day
  }
  const said = lastArticles(text)
  if (said === null) return null
  if (said !== 'publication') return made === undefined || said < made ? null : said
  // What is published again after an amendment keeps the words of the first publication.
  const isFirst =
    history.filter(makesText).length <= 1 &&
    !history.some(amends) &&
    history.every(({ date }) => publishedOn !== undefined && date <= publishedOn)
  const firstPublished = history.filter(({ event }) => /公布|发布|颁布/.test(event)).at(-1)?.date ?? publishedOn
  return publishedOn !== undefined && isFirst && firstPublished === publishedOn ? publishedOn : null
}
