/** Days as the pages of laws carry them: spans that are half-open, from a day (inclusive) to another (exclusive). */

/** A span of days; an empty text leaves a side open. ISO days in Beijing. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** Reads spans such as `2018-01-01/2024-01-01 2024-01-01/`. */
export function parseSpans(text: string): Span[] {
  return text.split(' ').flatMap((part) => {
    const [from = '', to] = part.split('/')
    return to === undefined ? [] : [{ from, to }]
  })
}

/** Whether a day lies in a span. */
export function contains({ from, to }: Span, day: string): boolean {
  return from <= day && (to === '' || day < to)
}

/** What an address with `?on=` asks for. */
export type Asked =
  | { readonly kind: 'nothing' }
  /** Not a day of the calendar. */
  | { readonly kind: 'malformed' }
  /** No text is known to be in force on that day. */
  | { readonly kind: 'none'; readonly day: string }
  /** The page shows the text in force on that day. */
  | { readonly kind: 'here'; readonly day: string }
  /** The text of another page, by its key. */
  | { readonly kind: 'elsewhere'; readonly day: string; readonly key: string }

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/**
 * The text that a reader is to see on the page of a law.
 *
 * @param on of the address, or `null`; without it, the text in force today is meant
 * @param periods in which the texts are in force
 * @param here key of the text on the page
 * @param today ISO day in Beijing
 * @example askedText('2023-12-31', parseSpans('2018-01-01/2024-01-01 2024-01-01/'), '2024-01-01', '2026-11-01')
 * // { kind: 'elsewhere', day: '2023-12-31', key: '2018-01-01' }
 */
export function askedText(on: string | null, periods: readonly Span[], here: string, today: string): Asked {
  if (on !== null && !isDay(on)) return { kind: 'malformed' }
  const day = on ?? today
  const key = periods.find((period) => contains(period, day))?.from
  if (key !== undefined && key !== here) return { kind: 'elsewhere', day, key }
  if (on === null) return { kind: 'nothing' }
  return { kind: key === undefined ? 'none' : 'here', day }
}
