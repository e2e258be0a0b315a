import { BODY_LIMIT } from '../../content/domain/api.ts'
import { unsupportedRules } from '../../content/domain/assessment.ts'
import {
  AssessmentStoredSchema,
  AssessmentUploadSchema,
  PaperOutlooksSchema,
} from '../../content/domain/operator-api.ts'
import { operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { bankOf, forgetCatalogue } from '../objects/bank/catalogue.ts'

/** Opening assessments, and seeing whether papers can be drawn. */

export const openAssessment = operation({
  method: 'post',
  path: '/api/operator/assessments',
  summary: 'Open an assessment on a bank version',
  capability: 'publish',
  body: { schema: AssessmentUploadSchema, limit: BODY_LIMIT },
  responses: { 201: AssessmentStoredSchema },
  handle: async ({ env, body }) => {
    const rules = unsupportedRules(body.assessment)
    if (rules.length > 0)
      throw new HttpProblem('conflict', `The service does not run these rules: ${rules.join(', ')}.`)
    const outcome = await bankOf(env).addAssessment(body.assessment, body.bank)
    if ('refused' in outcome) throw new HttpProblem('conflict', outcome.refused)
    forgetCatalogue()
    return { status: 201, value: outcome }
  },
})

export const readPaperOutlook = operation({
  method: 'get',
  path: '/api/operator/papers',
  summary: 'Whether papers can be drawn, now and on the days on which laws change, and which questions await a review',
  capability: 'publish',
  responses: { 200: PaperOutlooksSchema },
  handle: async ({ env }) => ({ status: 200, value: { assessments: await bankOf(env).outlook() } }),
})
