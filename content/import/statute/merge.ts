import { articleLabel } from '../../domain/citation.ts'
import { type StatuteText, statuteKey } from '../../domain/statute.ts'
import { shareDay } from './known-days.ts'

/** A law's texts after an import: those that were there, and those that came. */

/** What became of a text that came. */
export type Fate = 'new' | 'unchanged' | 'dated' | 'replaced' | 'differs'

/** A text that came, with where it stands. */
export interface Arrival {
  readonly place: string
  readonly text: StatuteText
}

/** A text that came and what became of it. */
export interface Arrived extends Arrival {
  readonly fate: Fate
  /** Of one that differs: in which articles, and from which text. */
  readonly difference?: string
}

/** What is compared of two texts: articles and their words, not headings, width of spaces or what a source says of itself. */
function wordsOf({ articles }: StatuteText): Map<string, string> {
  return new Map(
    articles.map(({ number, paragraphs }) => [
      number,
      paragraphs
        .map(({ text, items = [] }) => [text, ...items].join('\n'))
        .join('\n')
        .replace(/[^\S\n]/g, ''),
    ]),
  )
}

function differingArticles(one: StatuteText, other: StatuteText): string[] {
  const [own, others] = [wordsOf(one), wordsOf(other)]
  const numbers = new Set([...own.keys(), ...others.keys()])
  return [...numbers].filter((number) => own.get(number) !== others.get(number))
}

/** Whether two texts of a law are the same version: the same first day, or where one is undated, the same day of adoption. */
function isSameVersion(one: StatuteText, other: StatuteText): boolean {
  if (one.effectiveFrom !== undefined && other.effectiveFrom !== undefined)
    return one.effectiveFrom === other.effectiveFrom
  return shareDay(one, other)
}

/** The text with the day of effect, where it lacks that. Days of repeal follow from all texts together: see `repeals.ts`. */
function withDay(text: StatuteText, { effectiveFrom }: StatuteText): StatuteText {
  return text.effectiveFrom === undefined && effectiveFrom !== undefined ? { ...text, effectiveFrom } : text
}

/**
 * What two sources of one import say of the same text, together. One that has it twice knows its status better where it has it
 * last: 已被修改, then 现行有效.
 */
function together(text: StatuteText, { issuer, adoptedOn, publishedOn, statedStatus }: StatuteText): StatuteText {
  return {
    ...text,
    ...(text.issuer === undefined && issuer !== undefined ? { issuer } : {}),
    ...(text.adoptedOn === undefined && adoptedOn !== undefined ? { adoptedOn } : {}),
    ...(text.publishedOn === undefined && publishedOn !== undefined ? { publishedOn } : {}),
    ...(statedStatus === undefined ? {} : { statedStatus }),
  }
}

interface Slot {
  text: StatuteText
  readonly before: StatuteText | null
  readonly place: string
}

/** Where a text belongs; without any day on either side, to the version whose words it has for the most part. */
function slotOf(slots: readonly Slot[], text: StatuteText): Slot | undefined {
  const key = statuteKey(text)
  const same = slots.find((own) => statuteKey(own.text) === key) ?? slots.find((own) => isSameVersion(own.text, text))
  if (same !== undefined) return same
  const [nearest] = slots
    .filter((slot) => key === 'undated' || statuteKey(slot.text) === 'undated')
    .map((slot) => ({ slot, differing: differingArticles(slot.text, text).length }))
    .sort((a, b) => a.differing - b.differing)
  return nearest !== undefined && nearest.differing * 2 < text.articles.length ? nearest.slot : undefined
}

function described(difference: readonly string[]): string {
  const shown = difference.slice(0, 5).map(articleLabel).join('、')
  return difference.length > 5 ? `${shown}等${difference.length}条` : shown
}

/**
 * Merges texts of one law.
 *
 * The same version with the same words changes nothing, but for a day of effect that was unknown. With other words, what is there stays,
 * unless `replace` is set.
 *
 * @param there texts imported before
 * @param arrivals in the order of their sources
 * @returns the texts of the law from now on, by key, and the fate of each arrival
 */
export function mergeTexts(
  there: readonly StatuteText[],
  arrivals: readonly Arrival[],
  replace: boolean,
): { readonly texts: StatuteText[]; readonly arrived: Arrived[] } {
  const slots: Slot[] = there.map((text) => ({ text, before: text, place: '' }))
  const arrived = arrivals.map(({ place, text }): Arrived => {
    const slot = slotOf(slots, text)
    if (slot === undefined) {
      slots.push({ text, before: null, place })
      return { place, text, fate: 'new' }
    }
    const difference = differingArticles(slot.text, text)
    if (difference.length > 0) {
      if (!replace || slot.before === null) {
        // The day of a version is the same whatever its words.
        const dated = withDay(slot.text, text)
        slot.text = slot.before === null ? together(dated, text) : dated
        const from = slot.before === null ? `同时导入的 ${slot.place}` : '已经导入的文本'
        return { place, text, fate: 'differs', difference: `${described(difference)}和${from}不同` }
      }
      slot.text = withDay(text, slot.text)
      return { place, text, fate: 'replaced' }
    }
    const dated = withDay(slot.text, text)
    const isDated = dated.effectiveFrom !== slot.text.effectiveFrom
    slot.text = slot.before === null ? together(dated, text) : dated
    return { place, text, fate: isDated ? 'dated' : 'unchanged' }
  })
  const texts = slots.map(({ text }) => text).sort((a, b) => (statuteKey(a) < statuteKey(b) ? -1 : 1))
  return { texts, arrived }
}
