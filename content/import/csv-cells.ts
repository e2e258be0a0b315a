import { headerOf } from './csv-header.ts'
import { csvRecords, DELIMITERS } from './csv-records.ts'
import { csvText } from './csv-text.ts'
import { findHeader, HEADER_WITHIN, type QuestionTable, questionTable, unreadableTable } from './question-table.ts'

/** Reads a CSV file of questions. */

/** Larger files are refused; a bank version has fewer bytes. */
export const BYTES_AT_MOST = 16 * 1024 * 1024

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length > 80 ? `${line.slice(0, 80)}…` : line
}

/** The separator with which the file has a header. */
function delimiterOf(text: string) {
  return DELIMITERS.find((delimiter) =>
    csvRecords(text, delimiter, HEADER_WITHIN).some(({ cells }) => headerOf(cells) !== null),
  )
}

/**
 * Reads a file: encoding, separator and header are found out; rows that are all blank are passed over.
 *
 * @param file name shown in problems
 * @returns rows and problems; a file that can't be read at all has no row and says why
 * @example readCsv('law.csv', bytes).rows[0]?.cells.get('stem')
 */
export function readCsv(file: string, bytes: Uint8Array): QuestionTable {
  const text = csvText(bytes)
  if (typeof text !== 'string') return unreadableTable(file, text.fault, text.fix)
  const delimiter = delimiterOf(text)
  const rows =
    delimiter === undefined
      ? []
      : csvRecords(text, delimiter).map(({ row, line, ...record }) => ({
          ...record,
          number: row,
          place: row === line ? `${file} 第${row}行` : `${file} 第${row}行（用记事本打开是第${line}行）`,
        }))
  const found = findHeader(rows)
  if (found === null) {
    return unreadableTable(
      file,
      `找不到有题干和答案的表头，文件开头是“${firstLine(text)}”。`,
      '在题目上面加一行表头，例如 题干,答案,选项A,选项B,选项C,选项D，中间用逗号、分号或者制表符隔开。',
    )
  }
  return questionTable(file, null, rows, found)
}
