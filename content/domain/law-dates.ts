import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'

/**
 * `content/law-dates.yaml`: days on which texts of laws take effect, where imported sources don't say so.
 *
 * A text is found by its law and the day on which it was adopted or published. A day belongs here only with the words on
 * which it rests: a text without one stays undated, and is never taken to be in force.
 */

/** When one text of a law takes effect. */
export const LawDateSchema = z
  .strictObject({
    /** Name or full title of the law. */
    law: z.string().check(z.minLength(2)),
    /** Day on which the text was adopted. */
    adoptedOn: z.optional(IsoDateSchema),
    /** Day on which the text was published. */
    publishedOn: z.optional(IsoDateSchema),
    /** First day in force. */
    effectiveFrom: IsoDateSchema,
    /** Where that is said: the decision and its article. */
    basis: z.string().check(z.minLength(4)),
  })
  .check(
    z.refine((date) => date.adoptedOn !== undefined || date.publishedOn !== undefined, {
      error: 'neither adoptedOn nor publishedOn',
      params: {
        fault: '通过日期（adoptedOn）和公布日期（publishedOn）都没有写。',
        fix: '至少写一个，用来认出是哪一份文本。',
      },
    }),
  )
export type LawDate = z.output<typeof LawDateSchema>

/** The whole file. */
export const LawDatesSchema = z.array(LawDateSchema)
