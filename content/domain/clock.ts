import * as z from 'zod/mini'

/**
 * The clocks that run in working days (工作日时钟): how long a department has to publish what it must, from which event.
 *
 * How long is a setting of the department, `content/clocks.yaml`, because part of it is its own rule or that of its
 * superior; what is set there names its basis.
 */

/**
 * - `explainer`: a document was published → its explainer is.
 * - `disclosure`: a document was written → it is published.
 * - `licence`: a licence or penalty was decided (行政许可, 行政处罚) → the decision is published.
 * - `enforcement`: any other decision of enforcement → the decision is published.
 */
export const CLOCK_IDS = ['explainer', 'disclosure', 'licence', 'enforcement'] as const
export type ClockId = (typeof CLOCK_IDS)[number]

/** One clock. */
export const ClockSchema = z.strictObject({
  /** At most 20 characters: what is due. */
  name: z.string().check(z.minLength(2), z.maxLength(20)),
  workingDays: z.int().check(z.gte(1), z.lte(250)),
  /** What rule says so: a citation, or the name of a document or plan. */
  basis: z.string().check(z.minLength(4)),
})
export type Clock = z.output<typeof ClockSchema>

/** `content/clocks.yaml`. */
export const ClocksSchema = z.strictObject({
  /** What is due within so many working days is said to come due. */
  remindWorkingDays: z.int().check(z.gte(1), z.lte(60)),
  clocks: z.strictObject({
    explainer: ClockSchema,
    disclosure: ClockSchema,
    licence: ClockSchema,
    enforcement: ClockSchema,
  }),
})
export type Clocks = z.output<typeof ClocksSchema>
