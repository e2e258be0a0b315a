import type { IsoDate } from '../../content/domain/dates.ts'
import type { Locale } from './locale.ts'

const formatters = new Map<Locale, Intl.DateTimeFormat>()

/** Making one takes longer than everything else on a list of days. */
function formatterOf(locale: Locale): Intl.DateTimeFormat {
  // A calendar day has no time zone; UTC keeps it the day it is.
  const formatter = formatters.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  formatters.set(locale, formatter)
  return formatter
}

/**
 * A day as readers write it.
 *
 * @example formatDay('zh-CN', '2026-11-01') // '2026年11月1日'
 */
export function formatDay(locale: Locale, day: IsoDate): string {
  return formatterOf(locale).format(new Date(`${day}T00:00:00Z`))
}
