import * as z from 'zod/mini'
import type { ClockId } from './clock.ts'
import { IsoDateSchema } from './dates.ts'
import { DocumentNumberSchema } from './document.ts'

/**
 * The ledger of decisions of enforcement (行政执法决定) that a department has to publish: when each was made, and when it was published.
 * The decisions themselves stand where the department publishes them; here they only set a clock going.
 */

/** 行政许可, 行政处罚, any other. */
export const DecisionKindSchema = z.enum(['licence', 'penalty', 'other'])
export type DecisionKind = z.output<typeof DecisionKindSchema>

/** One decision. */
export const DecisionSchema = z.strictObject({
  kind: DecisionKindSchema,
  /** 文号; stands once in all ledgers. */
  number: DocumentNumberSchema,
  /** At most 40 characters; names no person. */
  title: z.string().check(z.minLength(4), z.maxLength(40)),
  /** Office that has to publish it. */
  office: z.string().check(z.minLength(2)),
  decidedOn: IsoDateSchema,
  /** Missing until it is published. */
  publishedOn: z.optional(IsoDateSchema),
})
export type Decision = z.output<typeof DecisionSchema>

/** The decisions of a year, `content/decisions/<year>.yaml`, in any order. */
export const DecisionListSchema = z.strictObject({
  year: z.int().check(z.gte(2016), z.lte(2100)),
  /** Department that keeps the ledger; a fictional one says 示例. */
  owner: z.string().check(z.minLength(2)),
  decisions: z.array(DecisionSchema).check(z.minLength(1)),
})
export type DecisionList = z.output<typeof DecisionListSchema>

/** The clock that a decision sets going. */
export function clockOf(kind: DecisionKind): ClockId {
  return kind === 'other' ? 'enforcement' : 'licence'
}
