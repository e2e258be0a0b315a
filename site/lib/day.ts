import type { IsoDate } from '../../content/domain/dates.ts'
import type { Locale } from './locale.ts'

/**
 * A day as readers write it.
 *
 * @example formatDay('zh-CN', '2026-11-01') // '2026年11月1日'
 */
export function formatDay(locale: Locale, day: IsoDate): string {
  // A calendar day has no time zone; UTC keeps it the day it is.
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
