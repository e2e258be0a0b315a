import type { Problem } from '../domain/errors.ts'
import { cleanText, textFault } from './cell-text.ts'
import type { Column } from './csv-header.ts'
import type { QuestionRow } from './question-table.ts'

/** Collects what is wrong with one row, each with the place of its cell. */
export class RowFaults {
  readonly problems: Problem[]
  readonly #row: QuestionRow

  constructor(row: QuestionRow) {
    this.#row = row
    this.problems = [...(row.faults ?? [])]
  }

  /** Notes a fault of a cell. */
  add(column: Column, fault: string, fix: string): void {
    this.problems.push({ place: this.#row.placeOf(column), fault, fix })
  }

  /** Notes what keeps a text from being shown. */
  check(column: Column, text: string, limit: number): void {
    const fault = textFault(text)
    if (fault !== null) this.add(column, fault.fault, fault.fix)
    if (text.length > limit) {
      this.add(
        column,
        `太长，最多${limit}个字，现在有${text.length}个字。`,
        `删到${limit}个字以内；没有写这么多的，看看是不是少了一个英文双引号。`,
      )
    }
  }

  /** A cell as clean text, with a fault when it can't be shown or is too long. */
  text(column: Column, limit: number): string {
    const text = cleanText(this.#row.cells.get(column) ?? '')
    this.check(column, text, limit)
    return text
  }
}
