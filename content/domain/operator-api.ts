import * as z from 'zod/mini'
import { AssessmentSchema } from './assessment.ts'
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
