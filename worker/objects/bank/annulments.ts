import type { AnnulmentOrder } from '../attempts/annulments.ts'

/** An annulment and who has ordered it, by the audit trail's name of an actor. */
export interface BankAnnulment extends AnnulmentOrder {
  readonly by: string
}

/** SQL of annulments, as the bank keeps them for papers to come. */
export class BankAnnulments {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Adds an annulment; one that is there already stays as it is. @returns whether it is new */
  add({ assessment, question, reason, by, at }: BankAnnulment): boolean {
    return (
      this.#sql.exec('INSERT OR IGNORE INTO annulments VALUES (?, ?, ?, ?, ?)', assessment, question, reason, by, at)
        .rowsWritten > 0
    )
  }

  /** Annulments of an assessment, the oldest first. */
  of(assessment: string): BankAnnulment[] {
    return this.#sql
      .exec<{ assessment: string; question: string; reason: string; by: string; at: number }>(
        'SELECT assessment, question, reason, by, at FROM annulments WHERE assessment = ? ORDER BY at, question',
        assessment,
      )
      .toArray()
  }
}
