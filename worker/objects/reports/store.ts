import {
  type AnswerRequest,
  type QueuedReport,
  type ReportAnswer,
  ReportDecisionSchema,
  ReportKindSchema,
  type ReportRequest,
  type ReportState,
  type ReportStatus,
} from '../../../content/domain/report-api.ts'
import { Store } from '../../sqlite/store.ts'
import { REPORTS_MIGRATIONS } from './migrations.ts'

type AnswerRow = { decision: string | null; answer: string | null; answered_at: number | null }
type Row = AnswerRow & {
  id: number
  page: string
  title: string
  kind: string
  quote: string | null
  text: string
  published_on: string | null
  at: number
  times: number
}

const COLUMNS = 'id, page, title, kind, quote, text, published_on, at, times, decision, answer, answered_at'

function instant(at: number): string {
  return new Date(at).toISOString()
}

function answerOf({ decision, answer, answered_at }: AnswerRow): ReportAnswer | null {
  if (decision === null || answer === null || answered_at === null) return null
  return { decision: ReportDecisionSchema.parse(decision), text: answer, at: instant(answered_at) }
}

function reportOf(row: Row): QueuedReport {
  const { id, page, title, kind, quote, text, published_on, at, times } = row
  return {
    ...{ id, page, title, quote, text, times },
    kind: ReportKindSchema.parse(kind),
    publishedOn: published_on,
    at: instant(at),
    answer: answerOf(row),
  }
}

/** All SQL of `Reports`. */
export class ReportsStore extends Store {
  constructor(storage: DurableObjectStorage) {
    super(storage, REPORTS_MIGRATIONS)
  }

  /** How many reports wait for an answer, each counted as often as it came in; of one page, or of all. */
  waiting(page: string | null = null): number {
    const where = page === null ? '' : 'AND page = ?'
    return this.sql
      .exec<{ times: number }>(
        `SELECT coalesce(sum(times), 0) AS times FROM reports WHERE answered_at IS NULL ${where}`,
        ...(page === null ? [] : [page]),
      )
      .one().times
  }

  /** How many different reports wait for an answer. */
  openCount(): number {
    return this.sql.exec<{ open: number }>('SELECT count(*) AS open FROM reports WHERE answered_at IS NULL').one().open
  }

  /** The open report that says the same, word for word. */
  same({ page, kind, quote, text }: ReportRequest): number | null {
    const rows = this.sql.exec<{ id: number }>(
      'SELECT id FROM reports WHERE answered_at IS NULL AND page = ? AND kind = ? AND text = ? AND quote IS ?',
      page,
      kind,
      text,
      quote ?? null,
    )
    return rows.toArray()[0]?.id ?? null
  }

  add({ page, title, kind, quote, text, publishedOn }: ReportRequest, now: number): number {
    return this.sql
      .exec<{ id: number }>(
        `INSERT INTO reports (page, title, kind, quote, text, published_on, at)
         VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
        page,
        title,
        kind,
        quote ?? null,
        text,
        publishedOn ?? null,
        now,
      )
      .one().id
  }

  countAgain(id: number): void {
    this.sql.exec('UPDATE reports SET times = times + 1 WHERE id = ?', id)
  }

  addReceipt(receipt: string, report: number, now: number): void {
    this.sql.exec('INSERT INTO receipts VALUES (?, ?, ?)', receipt, report, now)
  }

  /** What the holder of a receipt may read; `null` for an unknown one. */
  stateOf(receipt: string): ReportState | null {
    const row = this.sql
      .exec<AnswerRow & { at: number; page: string }>(
        `SELECT receipts.at, page, decision, answer, answered_at
         FROM receipts JOIN reports ON reports.id = report WHERE receipt = ?`,
        receipt,
      )
      .toArray()[0]
    return row === undefined ? null : { at: instant(row.at), page: row.page, answer: answerOf(row) }
  }

  report(id: number): QueuedReport | null {
    const row = this.sql.exec<Row>(`SELECT ${COLUMNS} FROM reports WHERE id = ?`, id).toArray()[0]
    return row === undefined ? null : reportOf(row)
  }

  /**
   * A part of the queue: open ones the oldest first, answered ones the newest first.
   *
   * @param after id of the last report of the part before
   */
  list(status: ReportStatus, after: number | null, limit: number): QueuedReport[] {
    const sql =
      status === 'open'
        ? `SELECT ${COLUMNS} FROM reports WHERE answered_at IS NULL AND id > ? ORDER BY id LIMIT ?`
        : `SELECT ${COLUMNS} FROM reports WHERE answered_at IS NOT NULL AND id < ? ORDER BY id DESC LIMIT ?`
    const start = after ?? (status === 'open' ? 0 : Number.MAX_SAFE_INTEGER)
    return this.sql.exec<Row>(sql, start, limit).toArray().map(reportOf)
  }

  answer(id: number, { decision, text }: AnswerRequest, now: number): void {
    this.sql.exec('UPDATE reports SET decision = ?, answer = ?, answered_at = ? WHERE id = ?', decision, text, now, id)
  }

  /** Deletes what was answered before an instant, with its receipts. */
  deleteAnsweredBefore(instant: number): void {
    this.sql.exec('DELETE FROM receipts WHERE report IN (SELECT id FROM reports WHERE answered_at < ?)', instant)
    this.sql.exec('DELETE FROM reports WHERE answered_at < ?', instant)
  }

  /** When the oldest answer that is kept was given; `null` when there is none. */
  oldestAnswer(): number | null {
    return this.sql
      .exec<{ at: number | null }>('SELECT min(answered_at) AS at FROM reports WHERE answered_at IS NOT NULL')
      .one().at
  }
}
