import * as z from 'zod/mini'
import { BEIJING_OFFSET_MS } from './beijing-day.ts'

export { beijingDay } from './beijing-day.ts'

/**
 * Calendar dates and instants as the law and the contests use them.
 *
 * A day is a Beijing day (UTC+8, no summer time since 1991), because that is the day on which a law takes
 * effect and a daily quota starts anew. Dates are ISO strings, so they compare with `<`.
 */

/** What authors read of a day that doesn't exist; callers of the API read the message beside it. */
export const NO_SUCH_DAY = { fault: '没有这一天。', fix: '对照日历改正日期。' } as const

/** A calendar date `YYYY-MM-DD` that exists. */
export const IsoDateSchema = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine(
    (text) => {
      const date = new Date(`${text}T00:00:00Z`)
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
    },
    { error: 'no such day', params: NO_SUCH_DAY },
  ),
)
export type IsoDate = z.output<typeof IsoDateSchema>

/** An instant with offset, such as `2026-12-04T09:00:00+08:00`. */
export const InstantSchema = z.iso.datetime({ offset: true })

/**
 * The minute of an instant in Beijing, `YYYY-MM-DD HH:mm`.
 *
 * @param now milliseconds since 1970 UTC
 * @example beijingMinute(Date.parse('2026-12-31T16:05:00Z')) // '2027-01-01 00:05'
 */
export function beijingMinute(now: number): string {
  return new Date(now + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/**
 * The instant at which a Beijing day starts, in milliseconds since 1970 UTC.
 *
 * @example new Date(startOfBeijingDay('2027-01-01')).toISOString() // '2026-12-31T16:00:00.000Z'
 */
export function startOfBeijingDay(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) - BEIJING_OFFSET_MS
}
