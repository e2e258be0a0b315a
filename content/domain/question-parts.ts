import * as z from 'zod/mini'

/** Parts of a question that the contract of site and worker shares; apart from the whole so that the browser gets no more. */

/** The id of a question, unique within its bank: lower case, digits and hyphens. */
export const QuestionIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,47}$/))

/** Type of a question that is answered on its own: everything but a case, which only groups. */
export const QuestionTypeSchema = z.enum(['single', 'multiple', 'indeterminate', 'true-false', 'fill-in'])
export type QuestionType = z.output<typeof QuestionTypeSchema>

/** The shared stem of a case and the id that its sub-questions have in common. */
export const GroupSchema = z.strictObject({
  id: QuestionIdSchema,
  stem: z.string().check(z.minLength(1), z.maxLength(4000)),
})
export type Group = z.output<typeof GroupSchema>
