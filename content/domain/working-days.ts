import { addDays } from './calendar.ts'
import type { IsoDate } from './dates.ts'

/**
 * Counting in working days (工作日): days on which offices work, by the weekday and by what the State Council decides for each
 * year about holidays (全国年节及纪念日放假办法 第二条, 第六条, 第七条: 统一放假调休). A Saturday or Sunday that makes up for a holiday is a
 * working day, a weekday that it makes up for isn't.
 *
 * The day of the event isn't counted: 民法典 第二百零一条第一款 (开始的当日不计入，自下一日开始计算), 民事诉讼法 第八十五条第二款. Days off don't count
 * either (行政许可法 第八十二条, 行政处罚法 第八十五条, 行政复议法 第八十八条第二款), so a last day is never one.
 *
 * A day of which the decision isn't known has no answer: it throws, since weekdays alone would be a guess.
 */

/** The days that differ from the weekday, over the time for which they are known. */
export interface WorkCalendar {
  /** First day that is known. */
  readonly from: IsoDate
  /** First day after `from` that is no longer known. */
  readonly until: IsoDate
  /** Days off by decision, weekends among them or not. */
  readonly daysOff: ReadonlySet<IsoDate>
  /** Saturdays and Sundays on which people work. */
  readonly makeUpDays: ReadonlySet<IsoDate>
}

/** Thrown where a count needs a day that the calendar doesn't know. */
export class UncoveredDayError extends Error {
  readonly day: IsoDate

  constructor(day: IsoDate, { from, until }: WorkCalendar) {
    super(`the calendar of working days has ${from} to ${addDays(until, -1)}, not ${day}`)
    this.name = 'UncoveredDayError'
    this.day = day
  }
}

/**
 * Whether offices work on a day.
 *
 * @throws {UncoveredDayError} when the calendar doesn't know the day
 * @example isWorkingDay(calendar, '2026-02-14') // true: a Saturday that makes up for a day of Spring Festival
 */
export function isWorkingDay(calendar: WorkCalendar, day: IsoDate): boolean {
  if (day < calendar.from || day >= calendar.until) throw new UncoveredDayError(day, calendar)
  if (calendar.makeUpDays.has(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !calendar.daysOff.has(day)
}

/**
 * The last day of a period of working days.
 *
 * @param event its day isn't counted, whether or not it is a working day
 * @param count of working days, at least 1
 * @throws {UncoveredDayError} when the calendar doesn't know a day of the period
 * @example afterWorkingDays(calendar, '2026-02-12', 3) // '2026-02-24': 13, 14 (made up), 24 February
 */
export function afterWorkingDays(calendar: WorkCalendar, event: IsoDate, count: number): IsoDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`${count} isn't a number of working days`)
  let day = event
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/**
 * How many working days are left: those after one day, up to and with another. 0 when `to` isn't after `from`.
 *
 * @throws {UncoveredDayError} when the calendar doesn't know a day between
 * @example workingDaysLeft(calendar, '2026-09-30', '2026-10-08') // 1
 */
export function workingDaysLeft(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1
  return count
}
