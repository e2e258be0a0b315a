import { cleanText } from './cell-text.ts'

/** Questions that are answered with a word of one's own (填空). */

/** A place to write in: a line, empty brackets, or the character that stands for either in some files. */
const BLANK = /_{2,}|＿+|﹍{2,}|[（(]\s*[)）]|【\s*】/gu
const ACCEPTED_LIMIT = 200

/** Whether a stem has a blank to fill in. */
export function hasBlank(stem: string): boolean {
  return stem.search(BLANK) !== -1
}

/**
 * The accepted answers of a question with one blank: what is written, and its other forms behind `/` or `|`. A slash
 * between digits belongs to a day or a fraction.
 *
 * @example fillInKey('试用期最长____。', '六个月/6个月') // { accepted: ['六个月', '6个月'] }
 */
export function fillInKey(
  stem: string,
  answer: string,
): { readonly accepted: readonly string[] } | { readonly fault: string; readonly fix: string } {
  const blanks = [...stem.matchAll(BLANK)].length
  if (blanks > 1) {
    return { fault: `题干里有${blanks}个空，一道填空题只能有一个。`, fix: '拆成几道题，每道留一个空。' }
  }
  const accepted = cleanText(answer)
    .split(/\||(?<!\d)[/／]|[/／](?!\d)/u)
    .map((one) => cleanText(one).replace(/[。；;]$/u, ''))
    .filter(Boolean)
  if (accepted.some((one) => one.length > ACCEPTED_LIMIT)) {
    return { fault: `填空题的答案太长，最多${ACCEPTED_LIMIT}个字。`, fix: '只写空里要填的词。' }
  }
  const unique = [...new Set(accepted)]
  if (unique.length > 0) return { accepted: unique }
  return { fault: '填空题没有答案。', fix: '写空里要填的词；几种写法都算对的，中间用“/”隔开。' }
}
