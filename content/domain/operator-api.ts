import * as z from 'zod/mini'
import { AssessmentSchema } from './assessment.ts'
import { IsoDateSchema } from './dates.ts'
import { BankVersionSchema } from './question.ts'

/**
 * The operator's part of the contract, apart from `api.ts` so that none of it reaches a browser.
 */

/** Largest body of an operator's request (a bank version) in bytes. */
export const OPERATOR_BODY_LIMIT = 8 * 1024 * 1024

/** `POST /api/operator/banks` (operator only): a bank version without id; the server computes it. */
export const BankUploadSchema = z.omit(BankVersionSchema, { id: true })
export const BankStoredSchema = z.strictObject({ id: z.string(), questions: z.int() })

/** `POST /api/operator/assessments` (operator only): an assessment and the bank version it draws from. */
export const AssessmentUploadSchema = z.strictObject({ bank: BankVersionSchema.shape.id, assessment: AssessmentSchema })
export const AssessmentStoredSchema = z.strictObject({ id: z.string(), release: z.string() })

/** An assessment with the days on which no paper can be drawn, because questions are set aside. */
export const PaperOutlookSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** How many questions it may ask, those that are set aside included. */
  questions: z.int(),
  /** The first is today, or the day on which it opens; empty when nothing is missing on any day that is known. */
  days: z.array(
    z.strictObject({
      day: IsoDateSchema,
      /** For a person, in Chinese: which quotas fall short, and which questions would fill them once they are reviewed. */
      text: z.array(z.string()),
      waiting: z.array(z.strictObject({ id: z.string(), reasons: z.array(z.string()) })),
    }),
  ),
})
export type PaperOutlook = z.output<typeof PaperOutlookSchema>

/** `GET /api/operator/papers` (operator only): every assessment that isn't over. */
export const PaperOutlooksSchema = z.strictObject({ assessments: z.array(PaperOutlookSchema) })
