import type { StatuteParagraph } from '../../domain/statute.ts'
import { isItem, isSubItem } from './marks.ts'
import type { Repairs } from './repairs.ts'

/**
 * The paragraphs (款) of an article from its lines. Items (项) belong to the paragraph before them, sub-items (目) to the item
 * before them, a line each. A line without a number after items is a new paragraph.
 *
 * @param lines repaired and trimmed; empty ones are skipped
 */
export function paragraphsOf(lines: readonly string[]): StatuteParagraph[] {
  const paragraphs: { text: string; items: string[] }[] = []
  for (const line of lines) {
    if (line === '') continue
    const last = paragraphs.at(-1)
    if (isItem(line)) {
      if (last === undefined) paragraphs.push({ text: '', items: [line] })
      else last.items.push(line)
    } else if (isSubItem(line) && last !== undefined) {
      const item = last.items.at(-1)
      // Where a text counts its items with figures there is no （一） above them.
      if (item === undefined || isSubItem(item)) last.items.push(line)
      else last.items[last.items.length - 1] = `${item}\n${line}`
    } else paragraphs.push({ text: line, items: [] })
  }
  return paragraphs.map(({ text, items }) => (items.length === 0 ? { text } : { text, items }))
}

/** Lines of lists such as 副委员长若干人， are shorter than what a line break within a sentence leaves. */
const CUT_AT_LEAST = 20

/**
 * Joins sentences that a line break cuts in two: a long line that ends in the middle, and one without a number of its own.
 *
 * @param lines repaired and trimmed, none empty
 */
export function joinBroken(lines: readonly string[], repairs: Repairs, place: string): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const isCut =
      before !== undefined &&
      before.length >= CUT_AT_LEAST &&
      /[\p{Script=Han}、]$/u.test(before) &&
      !/[＝=]/.test(before)
    // A heading that stands by itself has no end either, and neither has the second half of one.
    const isSentence = isCut && /[。；：，]/.test(before) && /[。；：，]/.test(line)
    if (isSentence && !isItem(line) && !isSubItem(line)) {
      joined[joined.length - 1] = before + line
      repairs.note('句子中间的断行接上', place)
    } else joined.push(line)
  }
  return joined
}
