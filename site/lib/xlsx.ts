import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import type { IsoDate } from '../../content/domain/dates.ts'

/** Tables as XLSX files, the same bytes whenever the same table is written. */

/** What a cell holds; a day becomes a date that spreadsheets can sort and count with. */
export type SheetCell = string | number | { readonly day: IsoDate } | null

/** A column: its header, and its width in characters. */
export interface SheetColumn {
  readonly header: string
  readonly width: number
}

const TOP = { alignVertical: 'top', wrap: true } as const

function toCell(cell: SheetCell): Cell {
  if (cell === null) return null
  if (typeof cell === 'string') return { ...TOP, type: String, value: cell }
  if (typeof cell === 'number') return { ...TOP, type: Number, value: cell }
  return { ...TOP, type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' }
}

/**
 * One sheet with a header row that stays in sight.
 *
 * @param sheet name of the sheet: at most 31 characters, none of `[]:*?/\`
 */
export async function xlsxFile(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const data: SheetData = [
    columns.map(({ header }) => ({ ...TOP, type: String, value: header, fontWeight: 'bold' })),
    ...rows.map((row) => row.map(toCell)),
  ]
  const file = await writeExcelFile(data, {
    sheet,
    orientation: 'landscape',
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
  }).toBlob()
  return withoutTimes(new Uint8Array(await file.arrayBuffer()))
}

/** 1 January 1980, the first day that the ZIP format knows. */
const FIRST_DAY = 0x0021_0000
const END_OF_DIRECTORY = 0x0605_4b50
const END_LENGTH = 22

/** Sets the times of all files in a ZIP archive without comment to the first one there is; the writer puts in its clock. */
function withoutTimes(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(archive.buffer)
  const end = archive.length - END_LENGTH
  if (view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('The archive has a comment, or is none.')
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(entry + 12, FIRST_DAY, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, FIRST_DAY, true)
    const lengths = [28, 30, 32].map((at) => view.getUint16(entry + at, true))
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return archive
}
