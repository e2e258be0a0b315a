import { uuidBytes, uuidText } from './attempt-id.ts'

/** A question that is taken out of the marking, as the bank tells every shard. */
export interface AnnulmentOrder {
  readonly assessment: string
  readonly question: string
  readonly reason: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** An annulment as the shard keeps it; ids grow in the order in which annulments came. */
export interface StoredAnnulment extends AnnulmentOrder {
  readonly id: number
}

/** An annulment that not every attempt has been marked by yet, and the last participant who has been seen to. */
export interface OpenAnnulment extends StoredAnnulment {
  readonly after: number
}

/** What an annulment changed in an attempt, in marks. */
export interface StoredCorrection extends Pick<AnnulmentOrder, 'question' | 'reason' | 'at'> {
  readonly before: number
  readonly after: number
}

/** How far a shard has come with the annulment of a question. */
export interface AnnulmentProgress {
  readonly question: string
  readonly corrected: number
  readonly raised: number
  readonly isDone: boolean
}

type AnnulmentRow = { id: number; assessment: string; question: string; reason: string; at: number }

/** SQL of annulments and of the corrections that follow from them. */
export class Annulments {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Adds an annulment; one that is there already stays as it is. @returns whether it is new */
  add({ assessment, question, reason, at }: AnnulmentOrder): boolean {
    return (
      this.#sql.exec(
        'INSERT OR IGNORE INTO annulments (assessment, question, reason, at) VALUES (?, ?, ?, ?)',
        assessment,
        question,
        reason,
        at,
      ).rowsWritten > 0
    )
  }

  /** Annulments of an assessment up to an id, the oldest first. */
  of(assessment: string, upTo = Number.MAX_SAFE_INTEGER): StoredAnnulment[] {
    return this.#sql
      .exec<AnnulmentRow>(
        'SELECT id, assessment, question, reason, at FROM annulments WHERE assessment = ? AND id <= ? ORDER BY id',
        assessment,
        upTo,
      )
      .toArray()
  }

  /** The oldest annulment that is open, or `null`. */
  open(): OpenAnnulment | null {
    return (
      this.#sql
        .exec<AnnulmentRow & { after: number }>(
          'SELECT id, assessment, question, reason, at, after FROM annulments WHERE after IS NOT NULL ORDER BY id LIMIT 1',
        )
        .toArray()[0] ?? null
    )
  }

  /** The next participants with ended attempts that an open annulment hasn't been applied to: their row numbers and UUIDs. */
  waiting({ id, assessment, after }: OpenAnnulment, limit: number): { row: number; uuid: string }[] {
    return this.#sql
      .exec<{ row: number; uuid: ArrayBuffer }>(
        `SELECT DISTINCT p.id AS row, p.uuid FROM participants p
           JOIN attempts a ON a.participant = p.id JOIN releases r ON r.id = a.release
         WHERE p.id > ? AND r.assessment = ? AND a.state <> 0 AND a.annulment < ? ORDER BY p.id LIMIT ?`,
        after,
        assessment,
        id,
        limit,
      )
      .toArray()
      .map(({ row, uuid }) => ({ row, uuid: uuidText(new Uint8Array(uuid)) }))
  }

  /** Notes how far an annulment has come: the last participant seen to, or `null` when all are. */
  seenTo(id: number, after: number | null): void {
    this.#sql.exec('UPDATE annulments SET after = ? WHERE id = ?', after, id)
  }

  /**
   * Stores the new marks of an attempt with what they were.
   *
   * @returns the number of the correction, which grows from one to the next in this shard
   */
  correct(attempt: string, annulment: number, before: number, after: number): number {
    return this.#sql
      .exec<{ id: number }>(
        'INSERT INTO corrections (attempt, annulment, before, after) VALUES (?, ?, ?, ?) RETURNING id',
        uuidBytes(attempt),
        annulment,
        Math.round(before * 100),
        Math.round(after * 100),
      )
      .one().id
  }

  /** Corrections of an attempt, the oldest first. */
  correctionsOf(attempt: string): StoredCorrection[] {
    return this.#sql
      .exec<{ question: string; reason: string; at: number; before: number; after: number }>(
        `SELECT n.question, n.reason, n.at, c.before, c.after FROM corrections c JOIN annulments n ON n.id = c.annulment
         WHERE c.attempt = ? ORDER BY c.id`,
        uuidBytes(attempt),
      )
      .toArray()
      .map((row) => ({ ...row, before: row.before / 100, after: row.after / 100 }))
  }

  /** How far the annulments of an assessment have come. */
  progress(assessment: string): AnnulmentProgress[] {
    return this.#sql
      .exec<{ question: string; corrected: number; raised: number; open: number }>(
        `SELECT n.question, count(c.id) AS corrected, total(c.after > c.before) AS raised, n.after IS NOT NULL AS open
         FROM annulments n LEFT JOIN corrections c ON c.annulment = n.id WHERE n.assessment = ? GROUP BY n.id ORDER BY n.id`,
        assessment,
      )
      .toArray()
      .map(({ open, ...counts }) => ({ ...counts, isDone: open === 0 }))
  }
}
