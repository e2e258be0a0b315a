/**
 * Reports of wrong or stale statements: what a reader may send, what an editor answers, how long both are kept.
 *
 * A report has no field for a name, a telephone number or an address to write to, because an answer needs none
 * (个人信息保护法 第六条: the least that the purpose needs). The reader gets a receipt and reads the answer by it.
 *
 * Plain rules without schemas, so that the page of the form does without zod; the schemas stand in `report-api.ts`.
 */

/** What may be wrong with a statement. */
export const REPORT_KINDS = ['wrong', 'outdated', 'unclear', 'broken'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** What an editor decides: the page was put right, stands as it is, or another report says the same. */
export const REPORT_DECISIONS = ['corrected', 'kept', 'duplicate'] as const
export type ReportDecision = (typeof REPORT_DECISIONS)[number]

/** Days after its answer that a report is deleted with all it says. */
export const REPORT_KEPT_DAYS = 365

/** Limits of texts in characters as people count them. */
export const REPORT_LIMITS = { title: 120, quote: 300, leastText: 5, text: 1000 } as const

/** Longest path of a page in characters. */
export const PAGE_PATH_LIMIT = 200

/** Form of a path; no part is empty or starts with a dot. */
export const PAGE_PATH = /^(?=\/)(?:\/[A-Za-z0-9][\w.-]*)*\/?$/

/**
 * Whether a text is the path of a page of this site, such as `/en/laws/labour-law/`. No host, query or fragment; parts start
 * with a letter or digit, so that neither `//elsewhere.example` nor `/../` is one.
 */
export function isPagePath(text: string): boolean {
  return text.length <= PAGE_PATH_LIMIT && PAGE_PATH.test(text)
}

/** Characters that show nothing or turn the text around: controls but for tab and line break, halves of characters, marks of
 * direction, blanks without width. The joiner of emoji (U+200D) stays. */
const UNSEEN =
  /[^\P{Cc}\t\n]|\p{Cs}|[\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0]/gu

/**
 * A text as it is kept: without characters that aren't seen, with plain line breaks, trimmed. Such characters come along with
 * copied text, so they are taken away and not refused.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(UNSEEN, '')
    .trim()
}

/** Number of characters that can be seen: a text of spaces and joiners has none. */
function seenLength(text: string): number {
  return [...text.replaceAll(/[\s\p{Cf}]/gu, '')].length
}

/** Whether a text has nothing to read. */
export function isBlank(text: string): boolean {
  return seenLength(plainText(text)) === 0
}

/** A mobile number, or the number of an identity card, by its form. No lookbehind: older browsers don't know it. */
const PERSONAL_NUMBER = /(?:^|\D)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[1-9]\d{16}[\dXx])(?!\d)/

/**
 * Whether a text has a number that belongs to a person.
 *
 * @example hasPersonalNumber('打 13800000000 找我') // true
 * @example hasPersonalNumber('打 12333 咨询') // false
 */
export function hasPersonalNumber(text: string): boolean {
  return PERSONAL_NUMBER.test(text)
}

/** Why a text can't be sent, for a message beside its field; `null` when it can. */
export type TextFault = 'missing' | 'short' | 'long' | 'personal'

/**
 * What is wrong with a text of a report or an answer.
 *
 * @param least characters; 0 for a text that may be left out
 * @param most characters
 */
export function textFault(text: string, least: number, most: number): TextFault | null {
  if (isBlank(text)) return least === 0 ? null : 'missing'
  const plain = plainText(text)
  if (seenLength(plain) < least) return 'short'
  if ([...plain].length > most) return 'long'
  return hasPersonalNumber(plain) ? 'personal' : null
}

/** Digits of Crockford's base 32, which has no I, L, O and U. */
const RECEIPT_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Bytes of chance in a receipt: 80 bits, sixteen digits. */
export const RECEIPT_BYTES = 10

/** A receipt in its one form: sixteen digits, no hyphens. */
export const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{16}$/

/**
 * A receipt from random bytes.
 *
 * @param bytes `RECEIPT_BYTES` of `crypto.getRandomValues`
 */
export function receiptOf(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += RECEIPT_DIGITS[(value >> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  return text
}

/**
 * The receipt that someone typed, whatever the case, hyphens and spaces, with O for 0 and I or L for 1; `null` when it is none.
 *
 * @example parseReceipt('7k3m-9qpa-o2xw-4h8d') // '7K3M9QPA02XW4H8D'
 */
export function parseReceipt(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return RECEIPT.test(digits) ? digits : null
}

/** A receipt in groups of four, as people copy it. */
export function groupedReceipt(receipt: string): string {
  return receipt.replaceAll(/.{4}(?=.)/g, '$&-')
}
