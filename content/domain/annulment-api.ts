import * as z from 'zod/mini'
import { QuestionIdSchema } from './question-parts.ts'

/**
 * The contract of annulments: a question found wrong after people have answered it is taken out of the marking. Everyone whose paper has it gets
 * its full marks, and what each had before is kept.
 */

/** `POST /api/operator/assessments/{id}/annulments`: the question, and the reason that everyone concerned is told. */
export const AnnulRequestSchema = z.strictObject({
  question: QuestionIdSchema,
  reason: z.string().check(z.trim(), z.minLength(4), z.maxLength(500)),
})

/** An annulment and how far it has come. */
export const AnnulmentSchema = z.strictObject({
  question: QuestionIdSchema,
  reason: z.string(),
  at: z.iso.datetime(),
  /** Staff number or `operator`. */
  by: z.string(),
  /** Attempts that had ended before and have the question in their papers. */
  corrected: z.int(),
  /** Those of them whose marks went up. */
  raised: z.int(),
  /** Whether every attempt has been marked anew. */
  isDone: z.boolean(),
})
export type Annulment = z.output<typeof AnnulmentSchema>

/** `GET /api/operator/assessments/{id}/annulments`: the oldest first. */
export const AnnulmentsSchema = z.strictObject({ annulments: z.array(AnnulmentSchema) })
