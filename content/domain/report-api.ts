import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import {
  PAGE_PATH,
  PAGE_PATH_LIMIT,
  plainText,
  RECEIPT,
  REPORT_DECISIONS,
  REPORT_KINDS,
  REPORT_LIMITS,
  textFault,
} from './report.ts'

/**
 * The contract of reports and of the desk that answers them, apart from `api.ts` so that no other page loads it.
 */

/** Largest body of a report or an answer in bytes: a thousand characters, each escaped, and the rest. */
export const REPORT_BODY_LIMIT = 32 * 1024

const Instant = z.iso.datetime()

export const ReportKindSchema = z.enum(REPORT_KINDS)
export const ReportDecisionSchema = z.enum(REPORT_DECISIONS)

/** The path of a page of this site. */
export const PagePathSchema = z
  .string()
  .check(z.maxLength(PAGE_PATH_LIMIT), z.regex(PAGE_PATH, 'is no path of this site'))

export const ReceiptSchema = z.string().check(z.regex(RECEIPT))

function textOf(least: number, most: number) {
  return z.string().check(
    z.overwrite(plainText),
    z.refine((text) => {
      const fault = textFault(text, least, most)
      return fault === null || fault === 'personal'
    }, `has ${least} to ${most} characters`),
    z.refine((text) => textFault(text, least, most) !== 'personal', 'has no telephone or identity number'),
  )
}

/** What is wrong, in the reader's words. */
export const ReportTextSchema = textOf(REPORT_LIMITS.leastText, REPORT_LIMITS.text)

/** An editor's answer, which the reader sees word for word. */
const AnswerText = textOf(REPORT_LIMITS.leastText, REPORT_LIMITS.text)

/** `POST /api/reports` */
export const ReportRequestSchema = z.strictObject({
  /** The page concerned. */
  page: PagePathSchema,
  /** Its main heading. */
  title: textOf(1, REPORT_LIMITS.title),
  kind: ReportKindSchema,
  /** The sentence concerned, copied from the page. */
  quote: z.optional(textOf(1, REPORT_LIMITS.quote)),
  text: ReportTextSchema,
  /** Day of publication that the reader's copy of the page states. */
  publishedOn: z.optional(IsoDateSchema),
})
export type ReportRequest = z.output<typeof ReportRequestSchema>

/** The receipt is the only way to the answer; nobody can give it out again. */
export const ReportReceivedSchema = z.strictObject({ receipt: ReceiptSchema, at: Instant })
export type ReportReceived = z.output<typeof ReportReceivedSchema>

/** An answer as the reader sees it. */
export const ReportAnswerSchema = z.strictObject({
  decision: ReportDecisionSchema,
  text: z.string(),
  at: Instant,
})
export type ReportAnswer = z.output<typeof ReportAnswerSchema>

/** `GET /api/reports/{receipt}`: of what was sent only the page, so that a receipt found somewhere tells little. */
export const ReportStateSchema = z.strictObject({
  /** When the report came in. */
  at: Instant,
  /** The page it is about. */
  page: PagePathSchema,
  answer: z.nullable(ReportAnswerSchema),
})
export type ReportState = z.output<typeof ReportStateSchema>

/** Which part of the queue is asked for. */
export const ReportStatusSchema = z.enum(['open', 'answered'])
export type ReportStatus = z.output<typeof ReportStatusSchema>

/** Reports in one page of the queue. */
export const REPORTS_A_PAGE = 20

const Cursor = z.string().check(z.regex(/^[1-9]\d{0,14}$/))

/** `GET /api/operator/reports` */
export const ReportsQuerySchema = z.strictObject({
  status: z.prefault(ReportStatusSchema, 'open'),
  /** Taken from `next` of the page before. */
  after: z.optional(Cursor),
})

/** A report as editors see it. */
export const QueuedReportSchema = z.strictObject({
  id: z.int(),
  page: PagePathSchema,
  title: z.string(),
  kind: ReportKindSchema,
  quote: z.nullable(z.string()),
  text: z.string(),
  publishedOn: z.nullable(z.string()),
  /** When it first came in. */
  at: Instant,
  /** How often it came in with the same words. */
  times: z.int(),
  answer: z.nullable(ReportAnswerSchema),
})
export type QueuedReport = z.output<typeof QueuedReportSchema>

/** Open reports the oldest first, answered ones the newest first. */
export const ReportsSchema = z.strictObject({
  reports: z.array(QueuedReportSchema),
  /** Number of reports that wait for an answer. */
  open: z.int(),
  next: z.nullable(z.string()),
})
export type Reports = z.output<typeof ReportsSchema>

/** `POST /api/operator/reports/{id}/answer` */
export const AnswerRequestSchema = z.strictObject({
  decision: ReportDecisionSchema,
  text: AnswerText,
  /** Takes the place of an answer that is there. */
  revise: z.optional(z.boolean()),
})
export type AnswerRequest = z.output<typeof AnswerRequestSchema>

export const AnsweredSchema = z.strictObject({ report: QueuedReportSchema })
