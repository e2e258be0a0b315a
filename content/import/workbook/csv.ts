import { refuseFile } from '../archive.ts'
import { csvRecords, DELIMITERS, type Delimiter } from '../csv-records.ts'
import { csvText } from '../csv-text.ts'
import { type Cell, type CellRow, type Cells, EMPTY, isBlank } from './cells.ts'

/** CSV as cells; encoding and separator are found out. */

/** Bytes of a file; fifty thousand people with all columns need a fifth of it. */
const FILE_AT_MOST = 32 * 2 ** 20
const MANY_ROWS = '拆成几个文件，分几次导入。'
/** So many rows tell which separator a file has: titles above the header have none. */
const LOOKED_AT = 20

/** The separator that divides the first rows into most cells. */
function delimiterOf(text: string): Delimiter {
  const widths = DELIMITERS.map((delimiter) =>
    Math.max(0, ...csvRecords(text, delimiter, LOOKED_AT).map(({ cells }) => cells.length)),
  )
  return DELIMITERS[widths.indexOf(Math.max(...widths))] ?? ','
}

function cellOf(text: string): Cell {
  return text === '' ? EMPTY : { text, kind: 'text' }
}

/**
 * The cells of a CSV file, all of them text.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} with one problem, when it can't be read at all
 */
export function readCsvCells(file: string, bytes: Uint8Array): Cells {
  if (bytes.length > FILE_AT_MOST) refuseFile(file, `文件超过${FILE_AT_MOST / 2 ** 20} MB。`, MANY_ROWS)
  const text = csvText(bytes)
  if (typeof text !== 'string') return refuseFile(file, text.fault, text.fix)
  if (text.trim() === '') refuseFile(file, '文件里什么也没有。', '看看是不是选错了文件。')
  const rows = csvRecords(text, delimiterOf(text)).map(({ row, line, cells, broken }): CellRow => {
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    return {
      number: row,
      ...(line === row ? {} : { line }),
      cells: cells.slice(0, last + 1).map(cellOf),
      ...(broken === undefined ? {} : { broken }),
    }
  })
  const filled = rows.filter(({ cells, broken }) => broken !== undefined || !cells.every(isBlank))
  return { file, kind: 'csv', sheets: [{ name: null, hidden: false, rows: filled }] }
}
