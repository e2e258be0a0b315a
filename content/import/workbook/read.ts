import { zipSync } from 'fflate'
import { type CellValue, HucreError, type Cell as LibraryCell, type Sheet } from 'hucre'
import { readXlsx } from 'hucre/xlsx'
import { refuseFile } from '../archive.ts'
import { isPacked } from '../decode-text.ts'
import { type Cell, type CellRow, type CellSheet, type Cells, EMPTY, isBlank } from './cells.ts'
import { readCsvCells } from './csv.ts'
import { MAKE_SMALLER, openWorkbook, refuseBroken } from './package.ts'

/** Workbooks as cells. */

/** Cells that copies of merged cells may fill. */
const FILLED_AT_MOST = 1_000_000
const DAY = 86_400_000
/** Day 0 of workbooks: a cell with a time alone stands there. */
const FIRST_DAY = Date.UTC(1899, 11, 31)

function dateText(date: Date): string {
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().split('T')
  const minute = time.slice(0, 5)
  if (date.getTime() < FIRST_DAY + DAY) return minute
  return minute === '00:00' ? day : `${day} ${minute}`
}

/** A number without exponent, with the zeros that a format of zeros puts before it. */
function numberText(number: number, format: string | undefined): string {
  if (!Number.isFinite(number)) return '#NUM!'
  if (!Number.isInteger(number)) return String(number)
  const digits = BigInt(Math.abs(number)).toString()
  const padded = /^0{2,32}$/.test(format ?? '') ? digits.padStart(format?.length ?? 0, '0') : digits
  return number < 0 ? `-${padded}` : padded
}

function shownOf(value: CellValue, own: LibraryCell | undefined): Pick<Cell, 'text' | 'kind'> {
  if (own?.type === 'error') return { text: String(value), kind: 'error' }
  if (value === null || value === '') return EMPTY
  if (typeof value === 'string') return { text: value, kind: 'text' }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (typeof value === 'number') return { text: numberText(value, own?.style?.numFmt), kind: 'number' }
  return Number.isNaN(value.getTime()) ? { text: '#VALUE!', kind: 'error' } : { text: dateText(value), kind: 'date' }
}

function cellOf(value: CellValue, own: LibraryCell | undefined): Cell {
  const shown = shownOf(value, own)
  return own?.type === 'formula' || own?.formula !== undefined ? { ...shown, formula: own.formula ?? '' } : shown
}

/** Copies the text of each cell that is merged downwards to the cells below it, as people read such a table. */
function fillMerged(file: string, rows: Cell[][], merges: Sheet['merges']): void {
  let filled = 0
  for (const { startRow, startCol, endRow } of merges ?? []) {
    const top = rows[startRow]?.[startCol]
    if (top === undefined || isBlank(top)) continue
    for (let at = startRow + 1; at <= Math.min(endRow, rows.length - 1); at += 1) {
      filled += 1
      if (filled > FILLED_AT_MOST) refuseFile(file, '表里合并的单元格太多。', '取消合并，再导入。')
      const row = rows[at]
      if (row !== undefined && startCol < row.length) row[startCol] = { ...top, filled: true }
    }
  }
}

function sheetOf(file: string, sheet: Sheet): CellSheet {
  const all = sheet.rows.map((row, at) =>
    row.map((value, column) => cellOf(value, sheet.cells?.get(`${at},${column}`))),
  )
  fillMerged(file, all, sheet.merges)
  const rows = all.flatMap((cells, at): CellRow[] => {
    if (cells.every((cell) => isBlank(cell) || cell.filled)) return []
    return [{ number: at + 1, cells: cells.slice(0, cells.findLastIndex((cell) => !isBlank(cell)) + 1) }]
  })
  return { name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, rows }
}

/**
 * The cells of all sheets of an .xlsx.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} with one problem, when it can't be read at all
 */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<Cells> {
  // Packed again without compression, so that the reader sees the very parts that were measured.
  const measured = zipSync(Object.fromEntries(openWorkbook(file, bytes)), { level: 0 })
  try {
    const { sheets } = await readXlsx(measured, { readStyles: true })
    return { file, kind: 'xlsx', sheets: sheets.map((sheet) => sheetOf(file, sheet)) }
  } catch (error) {
    if (error instanceof HucreError && /\bspans\b/.test(error.message)) {
      refuseFile(file, '有的工作表太大，很远的地方还有内容。', MAKE_SMALLER)
    }
    if (error instanceof HucreError || error instanceof RangeError || error instanceof TypeError) refuseBroken(file)
    throw error
  }
}

/**
 * The cells of a workbook or a CSV file, whichever its bytes are.
 *
 * @param file its name, shown in problems
 * @throws {ProblemsError} with one problem, when it can't be read at all
 * @example (await readCells('人员.csv', bytes)).sheets[0]?.rows[0]?.cells[0]?.text // '工号'
 */
export async function readCells(file: string, bytes: Uint8Array): Promise<Cells> {
  return bytes.length === 0 || isPacked(bytes) || /\.xls[xm]?$/i.test(file)
    ? readWorkbook(file, bytes)
    : readCsvCells(file, bytes)
}
