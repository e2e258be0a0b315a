import { contains, parseSpans } from '../laws/days.ts'
import { formatDay } from '../lib/day.ts'
import type { Locale } from '../lib/locale.ts'

/**
 * Pages on the day they are read: what takes effect or ends at midnight in Beijing does so without a build. Every state that
 * something will have stands in the page, with its span of days; one of them is shown.
 */

/** Puts a day into an element of the page. */
export function sayDay(time: HTMLTimeElement, day: string): void {
  time.dateTime = day
  // The page says in which language its days are; the conversion to Traditional sets it too.
  time.textContent = formatDay((time.lang || document.documentElement.lang) as Locale, day)
}

/**
 * Shows what holds on a day: of the elements with `data-phase` those whose span has the day, and the day itself in `time`
 * elements with `data-today`.
 *
 * @param today ISO day in Beijing
 */
export function showDay(today: string): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-phase]')) {
    const [span] = parseSpans(element.dataset.phase ?? '')
    if (span) element.hidden = !contains(span, today)
  }
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-today]')) sayDay(time, today)
}
