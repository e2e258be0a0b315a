import { isPagePath, parseReceipt, REPORT_DECISIONS } from '../../../content/domain/report.ts'
import type { ReportAnswer, ReportReceived, ReportRequest, ReportState } from '../../../content/domain/report-api.ts'
import { fieldsOf, request } from '../request.ts'

/**
 * The calls of readers who report. Their two answers are read by hand, because zod would be a third of the page; a test
 * holds this to the schemas of the contract.
 */

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && value.includes('T') && !Number.isNaN(Date.parse(value))
}

/** Reads the answer to a report that was sent; `null` when it isn't in the form of the contract. */
export function readReceived(json: unknown): ReportReceived | null {
  const { receipt, at, ...more } = fieldsOf(json)
  if (typeof receipt !== 'string' || parseReceipt(receipt) !== receipt || !isInstant(at)) return null
  return Object.keys(more).length === 0 ? { receipt, at } : null
}

function readAnswer(json: unknown): ReportAnswer | null {
  const { decision, text, at, ...more } = fieldsOf(json)
  const known = REPORT_DECISIONS.find((each) => each === decision)
  if (known === undefined || typeof text !== 'string' || !isInstant(at)) return null
  return Object.keys(more).length === 0 ? { decision: known, text, at } : null
}

/** Reads what has become of a report; `null` when it isn't in the form of the contract. */
export function readState(json: unknown): ReportState | null {
  const { at, page, answer: given, ...more } = fieldsOf(json)
  const answer = given === null ? null : readAnswer(given)
  if (!isInstant(at) || typeof page !== 'string' || !isPagePath(page)) return null
  if ((given !== null && answer === null) || Object.keys(more).length > 0) return null
  return { at, page, answer }
}

/** Sends a report; the answer has the receipt. */
export const sendReport = (report: ReportRequest) => request(readReceived, 'POST', '/api/reports', report)

/** What has become of a report. */
export const getReport = (receipt: string) => request(readState, 'GET', `/api/reports/${encodeURIComponent(receipt)}`)
