import type { Problem } from '../domain/errors.ts'
import { cleanText, textFault } from './cell-text.ts'
import type { CsvRow, CsvTable } from './csv-cells.ts'
import type { Column } from './csv-header.ts'

/** Collects what is wrong with one row, each with the place of its cell. */
export class RowFaults {
  readonly problems: Problem[] = []
  readonly #table: CsvTable
  readonly #row: CsvRow

  constructor(table: CsvTable, row: CsvRow) {
    this.#table = table
    this.#row = row
  }

  /** Notes a fault of a cell. */
  add(column: Column, fault: string, fix: string): void {
    this.problems.push({ place: `${this.#row.place}, ${this.#table.names.get(column) ?? column}`, fault, fix })
  }

  /** A cell as clean text, with a fault when it can't be shown or is too long. */
  text(column: Column, limit: number): string {
    const text = cleanText(this.#row.cells.get(column) ?? '')
    const fault = textFault(text)
    if (fault !== null) this.add(column, fault.fault, fault.fix)
    if (text.length > limit) {
      this.add(column, `The text has ${text.length} characters.`, `Shorten it to ${limit}, or look for a lost quote.`)
    }
    return text
  }
}
