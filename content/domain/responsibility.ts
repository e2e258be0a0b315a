import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from './dates.ts'

/**
 * The yearly responsibility list (普法责任清单): which office teaches which law to whom, how, and by when.
 *
 * 法治宣传教育法 第九条 says that whoever enforces a law teaches it; the list itself comes from the plans that
 * implement it, not from the law.
 */

/** Where a duty stands. `overdue` is computed (see `responsibilityStatus`), never written. */
export const ResponsibilityProgressSchema = z.enum(['planned', 'under-way', 'done'])

/** One row of the list. */
export const ResponsibilitySchema = z.strictObject({
  /** Stands once in a list and is part of the row's address, `/responsibilities/<year>/#<id>`. */
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** Id of the row of the year before that this one goes on with; shown beside it. */
  continues: z.optional(z.string()),
  /** Ids of the laws to teach (`content/laws/`). */
  laws: z.array(z.string()).check(z.minLength(1)),
  /** Office that leads. */
  lead: z.string().check(z.minLength(2)),
  cooperating: z.array(z.string()),
  audience: z.array(z.string()).check(z.minLength(1)),
  /** What will be done, each a sentence. */
  measures: z.array(z.string().check(z.minLength(4))).check(z.minLength(1)),
  /** Last day on which the duty counts as met on time. */
  dueOn: IsoDateSchema,
  progress: ResponsibilityProgressSchema,
  /** Day on which it was met; obligatory with `done`. */
  doneOn: z.optional(IsoDateSchema),
  /** What shows that it was met: pages of this site (`explainers/unpaid-wages`) or a description. */
  evidence: z.array(z.string()),
  /** What readers should know besides, such as why it is late; obligatory when it is overdue on the list's `asOf`. */
  note: z.optional(z.string().check(z.minLength(6), z.maxLength(120))),
  /** Day on which the row joined a list that was already published. */
  addedOn: z.optional(IsoDateSchema),
})
export type Responsibility = z.output<typeof ResponsibilitySchema>

/** The list of one year, `content/responsibilities/<year>.yaml`. */
export const ResponsibilityListSchema = z.strictObject({
  year: z.int().check(z.gte(2016), z.lte(2100)),
  /** Department that publishes the list; a fictional one says 示例. */
  owner: z.string(),
  publishedOn: IsoDateSchema,
  /** Day whose state the rows give: nothing done later, and whatever was overdue by then explained. */
  asOf: IsoDateSchema,
  rows: z.array(ResponsibilitySchema).check(z.minLength(1)),
})
export type ResponsibilityList = z.output<typeof ResponsibilityListSchema>

/** Every status that a row can have on a day, in the order of lists. */
export const RESPONSIBILITY_STATUSES = ['done-on-time', 'done-late', 'under-way', 'planned', 'overdue'] as const
export type ResponsibilityStatus = (typeof RESPONSIBILITY_STATUSES)[number]

/** Computes where a duty stands on a day. A duty is late from the day after `dueOn`. */
export function responsibilityStatus(
  row: Pick<Responsibility, 'progress' | 'dueOn' | 'doneOn'>,
  today: IsoDate,
): ResponsibilityStatus {
  if (row.progress === 'done') return (row.doneOn ?? row.dueOn) <= row.dueOn ? 'done-on-time' : 'done-late'
  return today > row.dueOn ? 'overdue' : row.progress
}
