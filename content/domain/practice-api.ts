import * as z from 'zod/mini'
import { OutcomeSchema } from './api.ts'
import { GroupSchema, QuestionIdSchema, QuestionTypeSchema } from './question-parts.ts'
import { SetAsideDaysSchema } from './set-aside.ts'

/**
 * The part of the contract that is about practice, apart from `api.ts` so that contests load none of it.
 */

/** A practice question as it is asked. */
export const PracticeQuestionSchema = z.strictObject({
  id: QuestionIdSchema,
  type: QuestionTypeSchema,
  stem: z.string(),
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  topics: z.array(z.string()),
  difficulty: z.optional(z.int()),
  group: z.optional(GroupSchema),
})
export type PracticeQuestion = z.output<typeof PracticeQuestionSchema>

/** `GET /api/practice/questions` */
export const PracticeQuerySchema = z.strictObject({ topic: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))) })
export const PracticeQuestionsSchema = z.strictObject({ questions: z.array(PracticeQuestionSchema) })

/** A question for practice alone, with all that judges an answer to it. */
export const OfflineQuestionSchema = z.extend(PracticeQuestionSchema, {
  key: z.array(z.string()),
  rationale: z.optional(z.string()),
  citations: z.array(z.string()),
  /** Days to come on which it isn't asked, because its law changes. */
  setAside: z.optional(z.array(SetAsideDaysSchema)),
})
export type OfflineQuestion = z.output<typeof OfflineQuestionSchema>

/** `GET /api/practice/offline`: what a browser may keep, so that practice works without network. */
export const OfflinePracticeSchema = z.strictObject({ questions: z.array(OfflineQuestionSchema) })
export type OfflinePractice = z.output<typeof OfflinePracticeSchema>

/** `POST /api/practice/questions/{id}/check` */
export const CheckRequestSchema = z.strictObject({
  response: z.array(z.string().check(z.maxLength(200))).check(z.minLength(1), z.maxLength(12)),
})

export const CheckedSchema = z.strictObject({
  outcome: OutcomeSchema,
  key: z.array(z.string()),
  rationale: z.optional(z.string()),
  citations: z.array(z.string()),
})
export type Checked = z.output<typeof CheckedSchema>
