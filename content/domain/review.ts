import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'

/**
 * Confirmations that content was read against a new text of a law and is still right: who, when, against which text.
 *
 * They are files of the content, `content/reviews/<law>.yaml`, and so change like any other content. What needs other words
 * isn't confirmed but rewritten, with a new `asOf`.
 */

/** Kinds of content that cite laws, as `<kind>/<id>` names them in a review. */
export const REVIEWED_KINDS = [
  'questions',
  'explainers',
  'lessons',
  'campaigns',
  'documents',
  'cases',
  'remedies',
  'calculators',
  'glossary',
] as const

/** One confirmation. */
export const ReviewSchema = z.strictObject({
  /** The text that was read: the day on which it takes effect; of a repeal, the first day without the law. */
  version: IsoDateSchema,
  /** Office that reviewed. */
  reviewer: z.string().check(z.minLength(2)),
  reviewedOn: IsoDateSchema,
  /** What was read: `questions/wages-001`, `explainers/unpaid-wages`, `explainers/en/unpaid-wages`, `cases/2026-2#case-3`. */
  items: z.array(z.string().check(z.regex(/^[a-z]+\/[A-Za-z0-9/#._-]+$/))).check(z.minLength(1)),
  /** What the review found, such as why a changed article changes nothing here. */
  note: z.optional(z.string().check(z.minLength(4), z.maxLength(200))),
})
export type Review = z.output<typeof ReviewSchema>

/** The confirmations about one law, `content/reviews/<law>.yaml`. */
export const ReviewFileSchema = z.strictObject({ reviews: z.array(ReviewSchema).check(z.minLength(1)) })

/** The confirmations about one law, with its id. */
export interface LawReviews extends z.output<typeof ReviewFileSchema> {
  /** Id of the law; the name of the file. */
  readonly id: string
}
