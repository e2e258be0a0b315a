import { parseReceipt } from '../../content/domain/report.ts'
import {
  AnsweredSchema,
  AnswerRequestSchema,
  REPORT_BODY_LIMIT,
  ReportReceivedSchema,
  ReportRequestSchema,
  ReportStateSchema,
  ReportsQuerySchema,
  ReportsSchema,
} from '../../content/domain/report-api.ts'
import type { Env } from '../env.ts'
import { check } from '../http/body.ts'
import { operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { limitReports } from '../http/rate-limit.ts'
import type { Reports } from '../objects/reports/object.ts'

/** Reports of wrong or stale statements: anyone sends them and reads the answer by a receipt, editors answer. */

function reportsOf(env: Env): DurableObjectStub<Reports> {
  return env.REPORTS.getByName('reports')
}

/** One sentence for every receipt that leads to nothing, so that it doesn't tell which form would. */
const NO_REPORT = 'There is no report with this receipt. Reports are deleted a year after their answer.'

export const sendReport = operation({
  method: 'post',
  path: '/api/reports',
  summary: 'Report a wrong or stale statement',
  capability: 'report',
  body: { schema: ReportRequestSchema, limit: REPORT_BODY_LIMIT },
  responses: { 201: ReportReceivedSchema },
  find: async ({ request, env }) => limitReports(request, env),
  handle: async ({ env, body }) => {
    const outcome = await reportsOf(env).receive(body)
    if (!('refused' in outcome)) return { status: 201, value: outcome }
    throw new HttpProblem(
      'queue-full',
      outcome.refused === 'page-full'
        ? 'Many reports of this page wait for an answer already. Try again in some days.'
        : 'Too many reports wait for an answer. Try again in some days.',
    )
  },
})

export const readReport = operation({
  method: 'get',
  path: '/api/reports/{receipt}',
  summary: 'The answer to a report, once there is one',
  capability: 'report',
  responses: { 200: ReportStateSchema },
  handle: async ({ env, path }) => {
    const receipt = parseReceipt(path['receipt'] ?? '')
    const value = receipt === null ? null : await reportsOf(env).state(receipt)
    if (value === null) throw new HttpProblem('not-found', NO_REPORT)
    return { status: 200, value }
  },
})

export const listReports = operation({
  method: 'get',
  path: '/api/operator/reports',
  summary: 'Reports that wait for an answer, the oldest first; or answered ones, the newest first',
  capability: 'answer-reports',
  query: ReportsQuerySchema,
  responses: { 200: ReportsSchema },
  handle: async ({ env, url }) => {
    const { status, after } = check(ReportsQuerySchema, Object.fromEntries(url.searchParams))
    return { status: 200, value: await reportsOf(env).list(status, after === undefined ? null : Number(after)) }
  },
})

export const answerReport = operation({
  method: 'post',
  path: '/api/operator/reports/{id}/answer',
  summary: 'Answer a report; the same answer again changes nothing, another one needs "revise": true',
  capability: 'answer-reports',
  body: { schema: AnswerRequestSchema, limit: REPORT_BODY_LIMIT },
  responses: { 200: AnsweredSchema },
  handle: async ({ env, path, body }) => {
    const id = /^[1-9]\d{0,14}$/.test(path['id'] ?? '') ? Number(path['id']) : 0
    const outcome = await reportsOf(env).answer(id, body)
    if (!('refused' in outcome)) return { status: 200, value: outcome }
    if (outcome.refused === 'not-found') throw new HttpProblem('not-found', 'There is no report with this id.')
    throw new HttpProblem(
      'conflict',
      'It has another answer already. Send "revise": true to put this one in its place.',
    )
  },
})
