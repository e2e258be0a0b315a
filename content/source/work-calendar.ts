import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as z from 'zod/mini'
import { IsoDateSchema } from '../domain/dates.ts'
import type { WorkCalendar } from '../domain/working-days.ts'

/**
 * The official calendar, from the data of `chinese-days` (the yearly 国务院办公厅关于部分节假日安排的通知). Its functions take a year that it
 * doesn't have for one without holidays, so only the data are used.
 */

const DaysSchema = z.record(IsoDateSchema, z.string())

/** `dist/chinese-days.json`: days off with those of weekends; weekend days on which people work; the weekdays given for them. */
const ChineseDaysSchema = z.object({ holidays: DaysSchema, workdays: DaysSchema })

/**
 * From this day of the last year on, nothing is known: New Year is arranged by the notice of the next year, which reaches back
 * (work on 2006-12-30 and 31, 2007-12-29, 2011-12-31 and 2018-12-29; off on 2018-12-31).
 */
const NEW_YEAR_REACHES_BACK_TO = '12-25'

/**
 * Makes the calendar of the data of `chinese-days`.
 *
 * @throws {Error} when the data have another form, or a gap of a year
 */
export function workCalendarOf(data: unknown): WorkCalendar {
  const { holidays, workdays } = ChineseDaysSchema.parse(data)
  const daysOff = new Set(Object.keys(holidays))
  const years = [...new Set([...daysOff].map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || last - first + 1 !== years.length)
    throw new Error(`the holidays of chinese-days aren't those of years in a row: ${years.join(', ')}`)
  return {
    from: `${first}-01-01`,
    until: `${last}-${NEW_YEAR_REACHES_BACK_TO}`,
    daysOff,
    makeUpDays: new Set(Object.keys(workdays)),
  }
}

/** The calendar that the installed version of `chinese-days` knows. */
export function readWorkCalendar(): WorkCalendar {
  const path = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json')
  return workCalendarOf(JSON.parse(readFileSync(path, 'utf8')))
}
