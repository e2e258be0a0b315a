import { Converter } from 'opencc-js/cn2t'
import { content } from './content.ts'

/**
 * Simplified → Traditional Chinese, for the build only: the converter's word list is a megabyte.
 *
 * OpenCC's `hk` changes characters and not words, unlike its variants with phrases (程序 stays 程序 and doesn't become 程式),
 * and its forms are mostly those of the mainland's own table (税, 户, 説), with 為 for 爲. Terms of law whose form is fixed
 * (`content/traditional-terms.yaml`) go before its choice.
 */

const convert = Converter({ from: 'cn', to: 'hk' })

const fixed: ReadonlyMap<string, string> = new Map(Object.entries(content.traditionalTerms.value))

/** Longer terms first, so that 复制 goes before 复. */
const FIXED = new RegExp(`(${[...fixed.keys()].toSorted((a, b) => b.length - a.length).join('|')})`)

/** Quotation marks of Traditional Chinese. A single closing mark alone is an English apostrophe. */
const withOwnQuotes = (text: string) =>
  text
    .replaceAll('“', '「')
    .replaceAll('”', '」')
    .replace(/‘([^‘’]*)’/g, '『$1』')

/**
 * A Simplified text in Traditional characters. What is Traditional already must not come here: converted twice, 干预 would
 * become 幹預.
 *
 * @example toTraditional('申请行政复议') // '申請行政復議'
 */
export function toTraditional(text: string): string {
  const pieces = text.split(FIXED).map((piece) => fixed.get(piece) ?? convert(piece))
  return withOwnQuotes(pieces.join(''))
}
