import { DurableObject } from 'cloudflare:workers'
import { RECEIPT_BYTES, REPORT_KEPT_DAYS, receiptOf } from '../../../content/domain/report.ts'
import {
  type AnswerRequest,
  type Reports as Queue,
  type QueuedReport,
  REPORTS_A_PAGE,
  type ReportReceived,
  type ReportRequest,
  type ReportState,
  type ReportStatus,
} from '../../../content/domain/report-api.ts'
import type { Env } from '../../env.ts'
import { Schedule } from '../../sqlite/schedule.ts'
import { ReportsStore } from './store.ts'

/** Most reports that may wait, so that a flood hides no more than the page it is about, and never fills the disk. */
export const WAITING_LIMITS = { page: 200, all: 20_000 } as const

const KEPT_MS = REPORT_KEPT_DAYS * 24 * 3600 * 1000

/** Reports of wrong or stale statements, and their answers; one per deployment. */
export class Reports extends DurableObject<Env> {
  readonly #store: ReportsStore
  readonly #schedule: Schedule

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new ReportsStore(ctx.storage)
    this.#schedule = new Schedule(ctx.storage, { retention: (now) => this.#forget(now) })
  }

  override async alarm(): Promise<void> {
    await this.#schedule.run(Date.now())
  }

  /**
   * Takes a report in. One that says the same as an open one joins it, so that editors read and answer it once; it has a
   * receipt of its own, since a receipt given out twice would tell one reader of the other.
   */
  receive(report: ReportRequest): ReportReceived | { readonly refused: 'page-full' | 'queue-full' } {
    const now = Date.now()
    if (this.#store.waiting(report.page) >= WAITING_LIMITS.page) return { refused: 'page-full' }
    if (this.#store.waiting() >= WAITING_LIMITS.all) return { refused: 'queue-full' }
    const receipt = receiptOf(crypto.getRandomValues(new Uint8Array(RECEIPT_BYTES)))
    this.#store.transaction(() => {
      const same = this.#store.same(report)
      if (same !== null) this.#store.countAgain(same)
      this.#store.addReceipt(receipt, same ?? this.#store.add(report, now), now)
    })
    return { receipt, at: new Date(now).toISOString() }
  }

  /** What the holder of a receipt may read; `null` for an unknown one. */
  state(receipt: string): ReportState | null {
    return this.#store.stateOf(receipt)
  }

  /** A part of the queue, from after the report with the id `after`. */
  list(status: ReportStatus, after: number | null): Queue {
    const found = this.#store.list(status, after, REPORTS_A_PAGE + 1)
    const reports = found.slice(0, REPORTS_A_PAGE)
    return {
      reports,
      open: this.#store.openCount(),
      next: found.length > reports.length ? String(reports.at(-1)?.id) : null,
    }
  }

  /**
   * Answers a report. The same answer again changes nothing; another one needs `revise`, so that two editors at the same
   * time don't undo each other's work unseen.
   */
  answer(
    id: number,
    answer: AnswerRequest,
  ): { readonly report: QueuedReport } | { readonly refused: 'not-found' | 'answered' } {
    const report = this.#store.report(id)
    if (report === null) return { refused: 'not-found' }
    const { decision, text, revise = false } = answer
    if (report.answer?.decision === decision && report.answer.text === text) return { report }
    if (report.answer !== null && !revise) return { refused: 'answered' }
    const now = Date.now()
    this.#store.transaction(() => {
      this.#store.answer(id, answer, now)
      this.#schedule.request('retention', now + KEPT_MS)
    })
    return { report: { ...report, answer: { decision, text, at: new Date(now).toISOString() } } }
  }

  /** Deletes what has been kept long enough; the next to go says when to come again. */
  #forget(now: number): number | null {
    this.#store.transaction(() => this.#store.deleteAnsweredBefore(now - KEPT_MS + 1))
    const oldest = this.#store.oldestAnswer()
    return oldest === null ? null : oldest + KEPT_MS
  }
}
