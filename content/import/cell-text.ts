/** The text of a cell: what is cleaned silently, what makes it unusable, and when two texts are the same. */

/** Invisible characters: controls except tab, line break and NUL; soft hyphens, zero-width and direction marks. */
const INVISIBLE = /(?![\t\n\0])\p{Cc}|\p{Cf}/gu
/** White space and private-use characters (a font's own symbols) at either end. */
const EDGES = /^[\s\p{Co}]+|[\s\p{Co}]+$/gu
/** A line break that a page layout made in the middle of a Chinese sentence. */
const WRAPPED = /(?<=[\p{Script=Han}，、])[ \t]*\n\s*(?=\p{Script=Han})/gu

/**
 * A text as it is shown: invisible characters gone, edges trimmed, line breaks within a sentence closed up.
 *
 * @example cleanText(' 申请执行\n的条件？\n') // '申请执行的条件？'
 */
export function cleanText(cell: string): string {
  return cell.replace(INVISIBLE, '').replace(EDGES, '').replace(WRAPPED, '')
}

const FORMULA = /^[=+@-]\s*[A-Za-z][\w.]*\s*[(|!]|^="/
const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)/

/** Why a cleaned text can't be shown: a sentence and what to do; `null` when it can. */
export function textFault(text: string): { fault: string; fix: string } | null {
  if (/[\0\ufffd\p{Co}]/u.test(text)) {
    return { fault: '有的字已经丢失或者损坏。', fix: '对照原稿，把这一格重新打一遍。' }
  }
  if (FORMULA.test(text) || SPREADSHEET_ERROR.test(text)) {
    return {
      fault: '这一格是公式，或者是公式的错误。',
      fix: '换成算好的内容：复制这一格，再用“选择性粘贴—数值”贴回去。',
    }
  }
  return null
}

/** Full-width forms of ASCII in half width, place for place. Not NFKC, which would make m² and m2 the same. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

/** The form in which two options are the same text: without white space, in half width. */
export function optionForm(text: string): string {
  return halfWidth(text).replace(/\s+/g, '')
}
