import type { Problem } from '../../domain/errors.ts'

/** The cells of a file that reached us as XLSX or CSV: one form for all that reads them. */

/** What a cell holds, and what of it is read. */
export interface Cell {
  /**
   * As someone would type it: numbers plainly (`7`, `0.5`; `007` where the number format is `000`), days as `2026-12-04`,
   * with a time `2026-12-04 09:30`, truth values as `TRUE` and `FALSE`, errors as `#REF!`. Spaces at the edges are kept.
   */
  readonly text: string
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The formula without `=`, in a cell that has one; `text` is its stored value. */
  readonly formula?: string
  /** Set where the text is that of the top cell of a merged area. The other columns of such an area are empty. */
  readonly filled?: true
}

/** A row that isn't blank. */
export interface CellRow {
  /** Number as a spreadsheet shows it, counted from 1. */
  readonly number: number
  /** Line of a CSV file, where cells with line breaks make it another number. */
  readonly line?: number
  /** Cells from column A on; the last isn't empty. */
  readonly cells: readonly Cell[]
  /** What is wrong with the quotes of a row of CSV; it has no cells then. */
  readonly broken?: string
}

/** A sheet with its rows from top to bottom. */
export interface CellSheet {
  /** `null` in a CSV file, which has one sheet without a name. */
  readonly name: string | null
  readonly hidden: boolean
  readonly rows: readonly CellRow[]
}

/** A file as cells. */
export interface Cells {
  /** Name of the file as messages show it. */
  readonly file: string
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly CellSheet[]
}

/** A problem of one row, with the row for the copy that shows it. */
export interface RowProblem extends Problem {
  readonly sheet: string | null
  readonly row: number
}

export const EMPTY: Cell = { text: '', kind: 'empty' }

/** A cell of a row by its column, counted from 0; an empty one behind the end. */
export function cellAt(row: CellRow, column: number): Cell {
  return row.cells[column] ?? EMPTY
}

/** Whether a cell shows nothing. */
export function isBlank({ text, formula }: Cell): boolean {
  return formula === undefined && text.trim() === ''
}

/**
 * The letters of a column.
 *
 * @param column counted from 0
 * @example columnName(27) // 'AB'
 */
export function columnName(column: number): string {
  const before = Math.floor(column / 26)
  return (before === 0 ? '' : columnName(before - 1)) + String.fromCharCode(65 + (column % 26))
}

/**
 * Where something stands, for a problem.
 *
 * @param column counted from 0
 * @param heading name of the column as the file writes it
 * @example placeOf(cells, sheet, row, 1, '工号') // '人员.xlsx“在职”表第14行“工号”列（B14）'
 */
export function placeOf(
  { file }: Pick<Cells, 'file'>,
  sheet: Pick<CellSheet, 'name'>,
  row: Pick<CellRow, 'number' | 'line'>,
  column?: number,
  heading?: string,
): string {
  const table = sheet.name === null ? ' ' : `“${sheet.name}”表`
  const line = row.line === undefined ? '' : `（用记事本打开是第${row.line}行）`
  const cell = column === undefined || sheet.name === null ? '' : `（${columnName(column)}${row.number}）`
  return `${file}${table}第${row.number}行${line}${heading === undefined ? '' : `“${heading}”列`}${cell}`
}
