import { formatProblem, ProblemsError } from '../../../content/domain/errors.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { type RosterReading, readRoster } from '../../../content/import/roster/read.ts'
import { annotatedCopy } from '../../../content/import/workbook/copy.ts'
import { copyName, notesOf } from '../../../content/import/workbook/notes.ts'
import { readCells } from '../../../content/import/workbook/read.ts'

/** Reads a roster in the browser. Loaded once somebody has chosen a file, since readers of workbooks weigh much. */

/** What to do with the tree of units, and who is told how far it is. */
export interface ReadOptions {
  readonly units: readonly Unit[]
  readonly addUnits: boolean
  readonly onProgress: (done: number, total: number) => void
}

/** A roster, or what is wrong: in lines, and where single rows are, in a copy of the file with a note beside each. */
export type FileReading =
  | Extract<RosterReading, { ok: true }>
  | {
      readonly ok: false
      readonly problems: readonly string[]
      readonly badRows: number
      readonly copy: { readonly name: string; readonly blob: Blob } | null
    }

/** Reads a file that somebody has chosen. Nothing leaves the browser. */
export async function readRosterFile(file: File, options: ReadOptions): Promise<FileReading> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const cells = await readCells(file.name, bytes)
    const reading = await readRoster(cells, options)
    if (reading.ok) return reading
    const copy = await annotatedCopy(cells, bytes, notesOf(reading.problems))
    return {
      ok: false,
      problems: reading.problems.map(formatProblem),
      badRows: reading.badRows,
      copy: { name: copyName(file.name), blob: new Blob([copy]) },
    }
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    return { ok: false, problems: error.problems.map(formatProblem), badRows: 0, copy: null }
  }
}
