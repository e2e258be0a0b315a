/**
 * Tables as CSV files: RFC 4180, in UTF-8 with a byte order mark, without which Excel takes them for the code page of the
 * machine and shows Chinese as garbage.
 */

const BYTE_ORDER_MARK = '\uFEFF'

/** A spreadsheet takes a cell that begins with one of these for a formula; the wide forms count in Chinese versions. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/

function cellText(text: string): string {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * A table as CSV. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 *
 * @param rows the header first
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}
