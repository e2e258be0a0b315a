/**
 * The day in Beijing (UTC+8, no summer time since 1991). Apart from the schemas of `dates.ts`, so that a page that only
 * asks for the day doesn't load zod.
 */

/** Offset of Beijing from UTC in milliseconds. */
export const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000

/**
 * The Beijing day of an instant, as an `IsoDate`.
 *
 * @param now milliseconds since 1970 UTC
 * @example beijingDay(Date.parse('2026-12-31T16:00:00Z')) // '2027-01-01'
 */
export function beijingDay(now: number): string {
  return new Date(now + BEIJING_OFFSET_MS).toISOString().slice(0, 10)
}
