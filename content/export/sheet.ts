import type { Cell as LibraryCell, WriteSheet } from 'hucre'
import { cellRef } from 'hucre/xlsx'

/**
 * Sheets that are printed, signed and filed: a title, a table under a header that every page repeats, and lines below it.
 *
 * What people have typed is always text: it has the format of text as well, so that it stays text when somebody edits the cell, whatever it begins with.
 */

/** A formula, and what it gives, for programs that don't calculate. */
export interface FormulaCell {
  readonly formula: string
  readonly result: number | string
}

/** What a cell of the table holds; `null` for an empty one. */
export type SheetCell = string | number | FormulaCell | null

/** A column: its header, its width in characters, and the format of its numbers (as spreadsheets write formats). */
export interface SheetColumn {
  readonly header: string
  readonly width: number
  readonly format?: string
}

/** A sheet from top to bottom. */
export interface PrintedSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string
  readonly title: string
  /** Lines between title and table. */
  readonly notes: readonly string[]
  readonly columns: readonly SheetColumn[]
  /** Cells of each row, and how far its first cell is indented. */
  readonly rows: readonly { readonly cells: readonly SheetCell[]; readonly indent?: number }[]
  /** Lines below the table, such as formulas in words and places to sign. */
  readonly below: readonly string[]
}

/** The font of official tables. */
export const FONT = { name: '宋体', size: 11 } as const

const TEXT = '@'
const LINE = { style: 'thin', color: { rgb: '808080' } } as const
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const TITLE_HEIGHT = 30
const LINE_HEIGHT = 20

/** The row of the first line of the table, counted from 1 as formulas do. */
export function firstTableRow({ notes }: Pick<PrintedSheet, 'notes'>): number {
  return notes.length + 3
}

function styled(cell: SheetCell, format: string | undefined, indent: number): Partial<LibraryCell> {
  const alignment = { vertical: 'center', wrapText: true, ...(indent > 0 ? { indent } : {}) } as const
  const box = { border: BOX, alignment }
  if (cell === null) return { value: null, type: 'empty', style: box }
  if (typeof cell === 'string') return { value: cell, type: 'string', style: { ...box, numFmt: TEXT } }
  const style = format === undefined ? box : { ...box, numFmt: format }
  if (typeof cell === 'number') return { value: cell, type: 'number', style }
  const { formula, result } = cell
  const right = { ...style, alignment: { ...alignment, horizontal: 'right' as const } }
  return { value: result, type: 'formula', formula, formulaResult: result, style: right }
}

function textLine(text: string, more: Partial<LibraryCell['style']> = {}): Partial<LibraryCell> {
  return { value: text, type: 'string', style: { numFmt: TEXT, alignment: { vertical: 'center' }, ...more } }
}

/** A sheet as hucre writes it: A4 across, as wide as a page, with page numbers. */
export function toWriteSheet(sheet: PrintedSheet): WriteSheet {
  const { name, title, notes, columns, rows, below } = sheet
  const cells = new Map<string, Partial<LibraryCell>>()
  const put = (row: number, column: number, cell: Partial<LibraryCell>) => cells.set(`${row},${column}`, cell)
  const [header, last] = [firstTableRow(sheet) - 2, columns.length - 1]
  const centred = { horizontal: 'center', vertical: 'center', wrapText: true } as const
  put(0, 0, textLine(title, { font: { ...FONT, bold: true, size: 16 }, alignment: centred }))
  for (const [index, note] of notes.entries()) put(index + 1, 0, textLine(note))
  for (const [column, { header: text }] of columns.entries())
    put(header, column, textLine(text, { font: { ...FONT, bold: true }, border: BOX, alignment: centred }))
  for (const [index, { cells: own, indent = 0 }] of rows.entries()) {
    for (const [column, { format }] of columns.entries())
      put(header + 1 + index, column, styled(own[column] ?? null, format, column === 0 ? indent : 0))
  }
  const bottom = header + 1 + rows.length
  for (const [index, text] of below.entries()) put(bottom + index, 0, textLine(text))
  const wide = [0, ...notes.map((_, index) => index + 1), ...below.map((_, index) => bottom + index)]
  const end = bottom + below.length - 1
  return {
    name,
    cells,
    rows: Array.from({ length: end + 1 }, () => []),
    columns: columns.map(({ width }) => ({ width })),
    merges: wide.map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: last })),
    rowDefs: new Map(wide.map((row) => [row, { height: row === 0 ? TITLE_HEIGHT : LINE_HEIGHT }] as const)),
    freezePane: { rows: header + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
      printArea: `$A$1:$${cellRef(end, last).replace(/(?=\d)/, '$')}`,
      printTitlesRow: `$${header + 1}:$${header + 1}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  }
}
