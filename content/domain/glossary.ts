import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { PublishAtSchema } from './publication.ts'

/** Words of labour and social-insurance law in plain language (`content/glossary.yaml`). */

/** One word. */
export const TermSchema = z.strictObject({
  /** Part of its address `/glossary/#<id>`. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  term: z.string().check(z.minLength(2), z.maxLength(16)),
  /** First letter of its pinyin, under which the index has it. */
  initial: z.string().check(z.regex(/^[A-Z]$/)),
  /** Other words that people use for it. */
  aliases: z.prefault(z.array(z.string().check(z.minLength(2), z.maxLength(20))).check(z.maxLength(6)), []),
  /** What it means, in our own words. */
  meaning: z.string().check(z.minLength(10), z.maxLength(120)),
  /** Where the law says so: 《劳动合同法》第四十六条. Left out where no law defines the word. */
  citation: z.optional(z.string()),
  /** Ids of terms to compare. */
  see: z.prefault(z.array(z.string()).check(z.maxLength(4)), []),
  /** Pages of this site on the matter, such as `explainers/unpaid-wages`. */
  pages: z.prefault(z.array(z.string()).check(z.maxLength(4)), []),
})
export type Term = z.output<typeof TermSchema>

/** The whole glossary: one page, drafted and reviewed as one. */
export const GlossarySchema = z.strictObject({
  /** The day whose law it speaks of; citations resolve against it. */
  asOf: IsoDateSchema,
  publishAt: PublishAtSchema,
  drafter: z.string().check(z.minLength(2)),
  reviewer: z.string().check(z.minLength(2)),
  reviewedOn: IsoDateSchema,
  /** By initial, from A to Z. */
  terms: z.array(TermSchema).check(z.minLength(1)),
})
export type Glossary = z.output<typeof GlossarySchema>
