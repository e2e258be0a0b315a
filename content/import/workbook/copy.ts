import { stringify } from 'csv-stringify/browser/esm/sync'
import { zipSync } from 'fflate'
import { decodeText } from '../decode-text.ts'
import type { Cells } from './cells.ts'
import { headingRow, NOTE_HEADING, type RowNote } from './notes.ts'
import { openWorkbook } from './package.ts'
import { BadRowStyles } from './row-styles.ts'
import { annotatedSheet, sheetParts } from './sheet-notes.ts'

/** A copy of a file with what is wrong written beside each bad row. The notes are made in `notes.ts`. */

function csvCopy({ sheets }: Cells, bytes: Uint8Array, notes: readonly RowNote[]): Uint8Array<ArrayBuffer> {
  const rows = sheets[0]?.rows ?? []
  const lines = decodeText(bytes).split('\n')
  const texts = new Map(notes.map(({ row, text }) => [row, text]))
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const heading = headingRow(rows, Math.min(...notes.map(({ row }) => row)))
  const table: string[][] = []
  for (const { number, line, cells, broken } of rows) {
    // Blank rows stay, so that the numbers in the notes are those of the copy.
    while (table.length < number - 1) table.push([''])
    const own = broken === undefined ? cells.map(({ text }) => text) : [lines[(line ?? number) - 1] ?? '']
    const note = number === heading ? NOTE_HEADING : (texts.get(number) ?? '')
    table.push([...own, ...Array<string>(Math.max(0, width - own.length)).fill(''), note])
  }
  const text = stringify(table, {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  })
  return new TextEncoder().encode(text)
}

function workbookCopy(cells: Cells, bytes: Uint8Array, notes: readonly RowNote[]): Uint8Array<ArrayBuffer> {
  const parts = new Map(openWorkbook(cells.file, bytes))
  const styles = new BadRowStyles(parts)
  for (const { name, part } of sheetParts(parts)) {
    const own = notes.filter(({ sheet }) => sheet === name)
    const rows = cells.sheets.find((sheet) => sheet.name === name)?.rows
    const xml = parts.get(part)
    if (own.length === 0 || rows === undefined || xml === undefined) continue
    parts.set(part, annotatedSheet(cells.file, xml, rows, own, styles))
  }
  styles.write()
  // The first day that archives know: the same file gives the same copy.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 2) })
}

/**
 * The copy: of a workbook with its formats, formulas and other sheets as they are, bad rows coloured; of CSV as UTF-8 with byte
 * order mark. No text becomes a formula.
 *
 * @param bytes the file that `cells` were read from
 * @throws {ProblemsError} when there is no column left to write in
 */
export async function annotatedCopy(
  cells: Cells,
  bytes: Uint8Array,
  notes: readonly RowNote[],
): Promise<Uint8Array<ArrayBuffer>> {
  return cells.kind === 'csv' ? csvCopy(cells, bytes, notes) : workbookCopy(cells, bytes, notes)
}
