import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'

/**
 * The record of legal-publicity activities (普法活动记录): what was held, when, where, for whom, with how many people.
 *
 * An activity serves a row of the responsibility list of its year and is shown there.
 */

/** One activity that has taken place. */
export const ActivitySchema = z.strictObject({
  /** Stands once in the file of a year. */
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** At most 30 characters. */
  title: z.string().check(z.minLength(4), z.maxLength(30)),
  /** Day on which it was held; of several days, the last. */
  heldOn: IsoDateSchema,
  place: z.string().check(z.minLength(2), z.maxLength(40)),
  /** Whom it was for. */
  audience: z.array(z.string().check(z.minLength(2))).check(z.minLength(1)),
  /** How many people came. */
  people: z.int().check(z.gte(1), z.lte(1_000_000)),
  /** Id of the row of the responsibility list of that year that it serves. */
  responsibility: z.optional(z.string()),
  /** Ids of the laws that were taught (`content/laws/`). */
  laws: z.array(z.string()).check(z.minLength(1)),
  /** What was done, one or two sentences. */
  summary: z.string().check(z.minLength(10), z.maxLength(200)),
  /** What shows it: pages of this site (`campaigns/winter-wages-2026`) or a description of what is on file. */
  evidence: z.array(z.string().check(z.minLength(4))).check(z.minLength(1)),
})
export type Activity = z.output<typeof ActivitySchema>

/** The activities of a year, `content/activities/<year>.yaml`, in any order. */
export const ActivityListSchema = z.strictObject({
  year: z.int().check(z.gte(2016), z.lte(2100)),
  /** Department that keeps the record; a fictional one says 示例. */
  owner: z.string().check(z.minLength(2)),
  activities: z.array(ActivitySchema).check(z.minLength(1)),
})
export type ActivityList = z.output<typeof ActivityListSchema>

/**
 * The activities that serve a duty, the earliest first.
 *
 * @param year of the responsibility list
 * @param row id of its row
 */
export function activitiesFor(lists: readonly ActivityList[], year: number, row: string): Activity[] {
  return lists
    .filter((list) => list.year === year)
    .flatMap((list) => list.activities)
    .filter(({ responsibility }) => responsibility === row)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
}

/**
 * An activity in one line, as evidence of a duty.
 *
 * @example activityLine(activity) // '活动记录：2026-11-20，云澜市某项目部，进工地讲工资，农民工86人。讲了工资专用账户。'
 */
export function activityLine({ heldOn, place, title, audience, people, summary }: Activity): string {
  return `活动记录：${heldOn}，${place}，${title}，${audience.join('、')}${people}人。${summary}`
}
