import type { Problem } from '../domain/errors.ts'
import { type Column, type Header, headerOf } from './csv-header.ts'
import { type CsvRecord, csvRecords, DELIMITERS, type Delimiter } from './csv-records.ts'
import { csvText } from './csv-text.ts'

/**
 * Reads the cells of a CSV file of questions. What the cells mean is for `question-rows.ts`.
 */

/** One row of questions; a missing cell is `''`. */
export interface CsvRow {
  /** Where it stands: `law.csv 第14行`, with the line when line breaks inside cells make it another number. */
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
  return row === line ? `${file} 第${row}行` : `${file} 第${row}行（用记事本打开是第${line}行）`
}

function faultOf(record: CsvRecord, width: number): Pick<Problem, 'fault' | 'fix'> | null {
  if (record.broken !== undefined) {
    return {
      fault: record.broken,
      fix: '用表格软件打开，另存为“CSV UTF-8”；手工改的，整格两边加英文双引号，格里的每个英文双引号写两个。',
    }
  }
  if (record.cells.slice(width).every((cell) => cell.trim() === '')) return null
  return {
    fault: `这一行有${record.cells.length}格，表头只有${width}格。`,
    fix: '格里有逗号的，整格两边加英文双引号，例如 "甲,乙"；多出来的格删去。',
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
      `找不到有题干和答案的表头，文件开头是“${firstLine(text)}”。`,
      '在题目上面加一行表头，例如 题干,答案,选项A,选项B,选项C,选项D，中间用逗号、分号或者制表符隔开。',
    )
  }
  const { delimiter, at, header } = found
  if (header.doubled.length > 0) {
    const named = header.doubled.join('、')
    return unreadableTable(
      file,
      `表头里有两列是一个意思：“${named}”。`,
      '只留一列，另一列删去。',
      `${file} 第${at + 1}行`,
    )
  }
  const records = csvRecords(text, delimiter)
    .slice(at + 1)
    .filter((record) => !isBlank(record))
  if (records.length === 0) return unreadableTable(file, '表头下面没有题目。', '从表头的下一行起写题目，一行一道。')
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
