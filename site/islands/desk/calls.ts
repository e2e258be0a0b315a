import {
  AnsweredSchema,
  type AnswerRequest,
  type ReportStatus,
  ReportsSchema,
} from '../../../content/domain/report-api.ts'
import { call } from '../call.ts'

/** The calls of the desk. How an editor shows who they are stands here alone. */

/** What the editor showed at the door. */
export type Token = string

/**
 * A part of the queue.
 *
 * @param after `next` of the part before; `null` for the first
 */
export function getReports(token: Token, status: ReportStatus, after: string | null) {
  const query = new URLSearchParams({ status, ...(after === null ? {} : { after }) })
  return call(ReportsSchema, 'GET', `/api/operator/reports?${query}`, undefined, { token })
}

/** Answers a report. */
export const sendAnswer = (token: Token, id: number, answer: AnswerRequest) =>
  call(AnsweredSchema, 'POST', `/api/operator/reports/${id}/answer`, answer, { token })
