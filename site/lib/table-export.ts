import type { IsoDate } from '../../content/domain/dates.ts'
import { csvText } from './csv.ts'
import { type SheetCell, type SheetColumn, xlsxFile } from './xlsx.ts'

/** Registers as CSV and XLSX with the same columns, for people who go on working with them. */

/** A column: its header and width, and what it says of an entry. */
export interface Column<T> extends SheetColumn {
  readonly cell: (entry: T, index: number) => SheetCell
}

/** A cell with a line for each text; empty without texts. */
export function lines(texts: readonly string[]): SheetCell {
  return texts.length === 0 ? null : texts.join('\n')
}

/** A cell with a day; empty without one. */
export function dayCell(day: IsoDate | undefined): SheetCell {
  return day === undefined ? null : { day }
}

function textOf(cell: SheetCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.day : String(cell)
}

/** The entries as CSV below a header; several values of a cell stand on lines of their own, days as `2026-03-31`. */
export function tableCsv<T>(columns: readonly Column<T>[], entries: readonly T[]): string {
  return csvText([
    columns.map(({ header }) => header),
    ...entries.map((entry, index) => columns.map(({ cell }) => textOf(cell(entry, index)))),
  ])
}

/**
 * The entries as a workbook.
 *
 * @param sheet name of its only sheet: at most 31 characters, none of `[]:*?/\`
 */
export function tableXlsx<T>(
  sheet: string,
  columns: readonly Column<T>[],
  entries: readonly T[],
): Promise<Uint8Array<ArrayBuffer>> {
  return xlsxFile(
    sheet,
    columns,
    entries.map((entry, index) => columns.map(({ cell }) => cell(entry, index))),
  )
}
