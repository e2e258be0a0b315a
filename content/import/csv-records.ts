// The form of the package that needs nothing of Node, for this runs in browsers as well.
import { CsvError, parse } from 'csv-parse/browser/esm/sync'

/** From CSV text to records, going on behind a broken one. */

/** Separators that are tried, the usual one first. */
export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A record with where it stands; `broken` says what is wrong with its quotes, and then there are no cells. */
export interface CsvRecord {
  /** Number in a spreadsheet, counted from 1; blank rows count. */
  readonly row: number
  /** Line of the file where it starts, counted from 1. Differs from `row` after cells with line breaks. */
  readonly line: number
  readonly cells: readonly string[]
  readonly broken?: string
}

const NEWLINE = 0x0a
/** Behind so many broken records a file is not worth going on with. */
const BROKEN_AT_MOST = 100

function newlines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

/** Parses until the first fault. @returns the cells and end of each record, and the fault if there was one */
function parseStretch(bytes: Uint8Array, delimiter: Delimiter, most: number | undefined) {
  const records: { cells: readonly string[]; end: number }[] = []
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      ...(most === undefined ? {} : { to: most }),
      on_record: (cells: readonly string[], { bytes: end }) => {
        records.push({ cells, end })
        return null
      },
    })
    return { records, fault: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED'
    return { records, fault: open ? '英文双引号没有成对，少了后面的一个。' : '格子中间有一个英文双引号。' }
  }
}

/**
 * Reads records strictly. After a broken one it goes on with the next line of the file, so that a lost quote costs its
 * row and not the file; the strictness keeps what follows from being read in the wrong columns.
 *
 * @param text with `\n` line ends
 * @param most stop after so many records; all when left out
 * @returns every record in order; a file that is broken all over ends with a broken record
 */
export function csvRecords(text: string, delimiter: Delimiter, most?: number): CsvRecord[] {
  const bytes = new TextEncoder().encode(text)
  const records: CsvRecord[] = []
  let from = 0
  let line = 1
  for (let broken = 0; from < bytes.length && (most === undefined || records.length < most); broken += 1) {
    const rest = bytes.subarray(from)
    const { records: good, fault } = parseStretch(rest, delimiter, most)
    let start = 0
    for (const { cells, end } of good) {
      records.push({ row: records.length + 1, line, cells })
      line += newlines(rest.subarray(start, end))
      start = end
    }
    if (fault === null) break
    const isLast = broken + 1 === BROKEN_AT_MOST
    records.push({
      row: records.length + 1,
      line,
      cells: [],
      broken: isLast ? `${fault}这样的行已经有${BROKEN_AT_MOST}行，后面的没有再读。` : fault,
    })
    const lineEnd = rest.indexOf(NEWLINE, start)
    if (isLast || lineEnd === -1) break
    from += lineEnd + 1
    line += 1
  }
  return records
}
