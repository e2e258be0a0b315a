import type { IsoDate } from './dates.ts'

/**
 * Calendar arithmetic on days, by the Gregorian calendar. Nothing here depends on a time zone.
 */

const MS_PER_DAY = 86_400_000

function atMidnight(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** Year, month (1–12) and date of a day. */
export function partsOf(day: IsoDate): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

/** Number of days in a month (1–12). */
export function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The day of these parts; the date must exist. */
export function dayOf(year: number, month: number, date: number): IsoDate {
  return `${`${year}`.padStart(4, '0')}-${`${month}`.padStart(2, '0')}-${`${date}`.padStart(2, '0')}`
}

/** The day some days later, or earlier for a negative number. */
export function addDays(day: IsoDate, count: number): IsoDate {
  return new Date(atMidnight(day) + count * MS_PER_DAY).toISOString().slice(0, 10)
}

/**
 * Days from one day up to, but without, another.
 *
 * @example daysBetween('2026-02-28', '2026-03-01') // 1
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((atMidnight(to) - atMidnight(from)) / MS_PER_DAY)
}

function monthsOn(day: IsoDate, count: number): { year: number; month: number; date: number; length: number } {
  const { year, month, date } = partsOf(day)
  const total = year * 12 + month - 1 + count
  const target = { year: Math.floor(total / 12), month: (total % 12) + 1 }
  return { ...target, date, length: lengthOfMonth(target.year, target.month) }
}

/**
 * The first day after some full months that begin on `day`, this day counted: the same date, or the first of the next
 * month where the month has no such date.
 *
 * @param count at least 0
 * @example afterMonths('2025-03-01', 1) // '2025-04-01': the month was full on 31 March
 * @example afterMonths('2025-01-31', 1) // '2025-03-01': the month was full on 28 February
 */
export function afterMonths(day: IsoDate, count: number): IsoDate {
  const { year, month, date, length } = monthsOn(day, count)
  return date <= length ? dayOf(year, month, date) : addDays(dayOf(year, month, length), 1)
}

/**
 * The day that corresponds to `day` some months later: the same date, or the last of the month where it has none.
 *
 * @example correspondingDay('2024-02-29', 12) // '2025-02-28'
 */
export function correspondingDay(day: IsoDate, count: number): IsoDate {
  const { year, month, date, length } = monthsOn(day, count)
  return dayOf(year, month, Math.min(date, length))
}

/**
 * How many full months lie between two days, the first counted and the second not.
 *
 * @example fullMonths('2025-01-01', '2025-07-01') // 6: work until 30 June
 */
export function fullMonths(from: IsoDate, to: IsoDate): number {
  const [a, b] = [partsOf(from), partsOf(to)]
  let months = (b.year - a.year) * 12 + b.month - a.month
  while (months > 0 && afterMonths(from, months) > to) months -= 1
  return Math.max(0, months)
}

/** The earlier of two days. */
export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b
}

/** The later of two days. */
export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b
}
