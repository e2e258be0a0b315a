import type { Problem } from '../domain/errors.ts'
import { type Column, type Header, headerOf } from './csv-header.ts'
import { type CsvRecord, csvRecords, DELIMITERS, type Delimiter } from './csv-records.ts'
import { csvText } from './csv-text.ts'

/**
 * Reads the cells of a CSV file of questions. What the cells mean is for `question-rows.ts`.
 */

/** One row of questions; a missing cell is `''`. */
export interface CsvRow {
  /** Where it stands: `law.csv, row 14`, with the line when line breaks inside cells make it another number. */
  readonly place: string
  readonly cells: ReadonlyMap<Column, string>
}

/** A file as rows with everything that kept rows from being read. */
export interface CsvTable {
  /** Name of the file as messages show it. */
  readonly file: string
  /** Names of the columns as the file writes them. */
  readonly names: ReadonlyMap<Column, string>
  readonly rows: readonly CsvRow[]
  /** Rows below the header that aren't blank, broken ones included. */
  readonly rowCount: number
  readonly problems: readonly Problem[]
}

/** Titles and notes may stand above the header, in so many rows at most. */
const HEADER_WITHIN = 10
/** Larger files are refused; a bank version has fewer bytes. */
export const BYTES_AT_MOST = 16 * 1024 * 1024

function findHeader(text: string): { delimiter: Delimiter; at: number; header: Header } | null {
  for (const delimiter of DELIMITERS) {
    for (const [at, { cells }] of csvRecords(text, delimiter, HEADER_WITHIN).entries()) {
      const header = headerOf(cells)
      if (header !== null) return { delimiter, at, header }
    }
  }
  return null
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}

function isBlank(record: CsvRecord): boolean {
  return record.broken === undefined && record.cells.every((cell) => cell.trim() === '')
}

function placeOf(file: string, { row, line }: CsvRecord): string {
  return row === line ? `${file}, row ${row}` : `${file}, row ${row} (line ${line})`
}

function faultOf(record: CsvRecord, width: number): Pick<Problem, 'fault' | 'fix'> | null {
  if (record.broken !== undefined) {
    return {
      fault: record.broken,
      fix: 'Put the cell in quotes and write each quote inside it twice, or save the file as CSV from a spreadsheet again.',
    }
  }
  if (record.cells.slice(width).every((cell) => cell.trim() === '')) return null
  return {
    fault: `The row has ${record.cells.length} cells, the header has ${width}.`,
    fix: 'Put a text that contains the separator in quotes.',
  }
}

/** A file that can't be read at all, and why. */
export function unreadableTable(file: string, fault: string, fix: string, place = file): CsvTable {
  return { file, names: new Map(), rows: [], rowCount: 0, problems: [{ place, fault, fix }] }
}

/**
 * Reads a file: encoding, separator and header are found out; rows that are all blank are passed over.
 *
 * @param file name shown in problems
 * @returns rows and problems; a file that can't be read at all has no row and says why
 * @example readCsv('law.csv', bytes).rows[0]?.cells.get('stem')
 */
export function readCsv(file: string, bytes: Uint8Array): CsvTable {
  const text = csvText(bytes)
  if (typeof text !== 'string') return unreadableTable(file, text.fault, text.fix)
  const found = findHeader(text)
  if (found === null) {
    return unreadableTable(
      file,
      `No header row with question and answer; the file starts "${firstLine(text)}".`,
      'Name the columns input, output, A, B, C, D (or 题干, 答案, 选项A …), separated by comma, semicolon or tab.',
    )
  }
  const { delimiter, at, header } = found
  if (header.doubled.length > 0) {
    const named = header.doubled.map((name) => `"${name}"`).join(', ')
    return unreadableTable(
      file,
      `The header names a column twice: ${named}.`,
      'Keep one of the two.',
      `${file}, row ${at + 1}`,
    )
  }
  const records = csvRecords(text, delimiter)
    .slice(at + 1)
    .filter((record) => !isBlank(record))
  if (records.length === 0) return unreadableTable(file, 'There is no row below the header.', 'Add questions.')
  const problems: Problem[] = []
  const rows = records.flatMap((record): CsvRow[] => {
    const place = placeOf(file, record)
    const fault = faultOf(record, header.columns.length)
    if (fault !== null) {
      problems.push({ place, ...fault })
      return []
    }
    const cells = header.columns.flatMap((column, index): [Column, string][] =>
      column === null ? [] : [[column, record.cells[index] ?? '']],
    )
    return [{ place, cells: new Map(cells) }]
  })
  return { file, names: header.names, rows, rowCount: records.length, problems }
}
