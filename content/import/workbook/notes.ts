import type { CellRow, RowProblem } from './cells.ts'

/** What is written beside the bad rows of a file. */

/** Heading of the column with the notes. */
export const NOTE_HEADING = '问题'

/** What is written beside a row. */
export interface RowNote {
  readonly sheet: string | null
  /** Number of the row, as `CellRow.number`. */
  readonly row: number
  readonly text: string
}

/**
 * One note for each row, with every fault and what to do about it.
 *
 * @example notesOf(reading.problems)[0]?.text // '没有写工号。补上工号……'
 */
export function notesOf(problems: readonly RowProblem[]): RowNote[] {
  const notes = new Map<string, RowNote>()
  for (const { sheet, row, place, fault, fix } of problems) {
    const key = JSON.stringify([sheet, row])
    const column = /“([^”]*)”列/.exec(place)?.[1]
    const text = `${column === undefined ? '' : `${column}：`}${fault}${fix}`
    const before = notes.get(key)
    notes.set(key, { sheet, row, text: before === undefined ? text : `${before.text}\n${text}` })
  }
  return [...notes.values()]
}

/** Name of the copy. @example copyName('人员.xlsx') // '人员（问题）.xlsx' */
export function copyName(file: string): string {
  return file.replace(/(\.[^.]*)?$/, (extension) => `（问题）${extension}`)
}

/** The row whose cells name the columns: the fullest one above the first bad row. */
export function headingRow(rows: readonly CellRow[], firstBad: number): number | null {
  const filled = ({ cells }: CellRow) => cells.filter(({ text }) => text.trim() !== '').length
  const above = rows.filter(({ number }) => number < firstBad).slice(0, 20)
  return above.toSorted((a, b) => filled(b) - filled(a))[0]?.number ?? null
}
