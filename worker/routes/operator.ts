import { BODY_LIMIT } from '../../content/domain/api.ts'
import { unsupportedRules } from '../../content/domain/assessment.ts'
import {
  AssessmentStoredSchema,
  AssessmentUploadSchema,
  BankStoredSchema,
  BankUploadSchema,
  OPERATOR_BODY_LIMIT,
  PaperOutlooksSchema,
} from '../../content/domain/operator-api.ts'
import { missingForPublication } from '../../content/domain/question.ts'
import { operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { bankOf, forgetCatalogue } from '../objects/bank/catalogue.ts'

/** What only the operator of the deployment may do: store bank versions, open assessments, and see whether papers can be drawn. */

export const storeBank = operation({
  method: 'post',
  path: '/api/operator/banks',
  summary: 'Store a bank version; the same content is stored once',
  capability: 'publish',
  body: { schema: BankUploadSchema, limit: OPERATOR_BODY_LIMIT },
  responses: { 201: BankStoredSchema },
  handle: async ({ env, body }) => {
    const ids = new Set(body.questions.map(({ id }) => id))
    if (ids.size !== body.questions.length) {
      throw new HttpProblem('bad-request', 'Two questions have the same id.', [
        { pointer: '/questions', detail: 'Give each question its own id.' },
      ])
    }
    const errors = body.questions.flatMap((question, index) =>
      missingForPublication(question).map((field) => ({
        pointer: `/questions/${index}/${field}`,
        detail: 'A reviewed bank needs this field.',
      })),
    )
    if (body.reviewed && errors.length > 0) {
      throw new HttpProblem(
        'bad-request',
        'The bank is not complete; store it with "reviewed": false.',
        errors.slice(0, 20),
      )
    }
    return { status: 201, value: await bankOf(env).addBank(body) }
  },
})

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
