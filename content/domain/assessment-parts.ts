import * as z from 'zod/mini'
import { InstantSchema } from './dates.ts'

/**
 * Rules of an assessment one by one, apart from `assessment.ts` so that a browser can read rules without the checks of a whole configuration.
 */

/** How many of something there are. */
export const Count = z.int().check(z.gte(1), z.lte(500))
/** Marks of one question. */
export const Marks = z.number().check(z.gt(0), z.lte(1000))

/** How a question with several keys is marked (multiple and indeterminate). */
export const MarkingSchema = z.discriminatedUnion('kind', [
  /** Full marks for exactly the key, otherwise none. */
  z.strictObject({ kind: z.literal('all-or-nothing') }),
  /**
   * Full marks for the key; for a part of it without anything wrong `each` marks an option,
   * or the proportional share when `each` is left out; a wrong option gives none.
   */
  z.strictObject({ kind: z.literal('partial'), each: z.optional(Marks) }),
  /** Each right option earns its share; each wrong one costs `penalty` shares, so that ticking everything doesn't pay; never below zero. */
  z.strictObject({ kind: z.literal('per-option'), penalty: z.number().check(z.gt(0), z.lte(10)) }),
])
export type Marking = z.output<typeof MarkingSchema>

/** How many attempts there are, and which of them counts. */
export const AttemptsRuleSchema = z.strictObject({
  /** `null` for any number. */
  allowed: z.nullable(Count),
  /** Whether `allowed` is for the whole time or for each Beijing day. */
  per: z.prefault(z.enum(['total', 'day']), 'total'),
  counts: z.prefault(z.enum(['best', 'last', 'first']), 'best'),
  /** Attempts added for people who were absent or didn't pass; with a `makeUpWindow` they are the ones in it. */
  makeUp: z.prefault(z.int().check(z.gte(0), z.lte(20)), 0),
})

/** When the make-up (补考) is held, where it has a time of its own. Half-open like the main window. */
export const MakeUpWindowSchema = z.strictObject({ opensAt: InstantSchema, closesAt: InstantSchema })

/** What decides between equal scores: less time used, the earlier finish, or nothing (they share the rank). */
export const TieBreakSchema = z.enum(['time', 'finish', 'none'])
export type TieBreak = z.output<typeof TieBreakSchema>

/** How units and regions are ranked. */
export const UnitRankingSchema = z.strictObject({
  /** Participants by head count, or the average of the people's scores. */
  by: z.enum(['participation', 'average']),
  /**
   * Small-unit rule: a unit counts as if it had at least this many people in the denominator, so that one
   * eager person in a unit of one doesn't lead the list.
   */
  atLeast: z.int().check(z.gte(1), z.lte(1000)),
})
export type UnitRanking = z.output<typeof UnitRankingSchema>

/** A name for a range of scores, such as 优秀 from 90. */
export const BandSchema = z.strictObject({ name: z.string().check(z.minLength(1)), from: z.number().check(z.gte(0)) })
