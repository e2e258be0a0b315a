import type { IsoDate } from '../dates.ts'

/**
 * What a calculator says: the answer and its working as statements, or that no rule covers the date.
 *
 * A statement names its wording by a key and carries the values and the sources; the words are the site's
 * (`site/locales/<locale>/calculators.json`). Sources come from the rules as data, never from code.
 */

/** A month of the calendar, `YYYY-MM`. */
export type YearMonth = string

/** A value with its unit, ready to be written in the reader's language. */
export type Quantity =
  /** Money in fen (a hundredth of a yuan). */
  | { readonly unit: 'money'; readonly value: number }
  | { readonly unit: 'day'; readonly value: IsoDate }
  | { readonly unit: 'month'; readonly value: YearMonth }
  /** A plain number: hours, days, per cent. */
  | { readonly unit: 'number'; readonly value: number }
  /** An age in months: 723 is 60 years and 3 months. */
  | { readonly unit: 'age'; readonly value: number }
  /** A length of time in months: 186 is 15 years and 6 months. */
  | { readonly unit: 'months'; readonly value: number }

/** One sentence of an answer, of its working or of its notes. */
export interface Statement {
  /** Names the wording. */
  readonly key: string
  readonly values: Readonly<Record<string, Quantity>>
  /** Citations such as 《劳动法》第四十四条第一项, and names of documents; empty where the statement only counts. */
  readonly sources: readonly string[]
}

/** A calculation that a rule covers. */
export interface Calculated<Figures> {
  readonly kind: 'calculated'
  /** The result as plain values; the statements say the same in words. */
  readonly figures: Figures
  /** What the reader came for; the first statement is the heading of the result. */
  readonly answer: readonly Statement[]
  /** Each step with the source that it rests on. */
  readonly working: readonly Statement[]
  /** What to mind: limits of the calculation, rights beside it. */
  readonly notes: readonly Statement[]
}

/** Days that the rules cover, half-open; `to` is `null` while no end is known. */
export interface CoveredDays {
  readonly from: IsoDate
  readonly to: IsoDate | null
}

/** No rule covers the day asked for; nothing is calculated from another day's rule. */
export interface NotCovered {
  readonly kind: 'not-covered'
  readonly asked: IsoDate
  readonly covered: readonly CoveredDays[]
  readonly notes: readonly Statement[]
}

/** The outcome of a calculator. */
export type Outcome<Figures = unknown> = Calculated<Figures> | NotCovered

/** Makes a statement. */
export function statement(
  key: string,
  values: Readonly<Record<string, Quantity>> = {},
  sources: readonly string[] = [],
): Statement {
  return { key, values, sources }
}

/** Money in fen as a value. */
export const money = (fen: number): Quantity => ({ unit: 'money', value: fen })
/** A calendar day as a value. */
export const day = (value: IsoDate): Quantity => ({ unit: 'day', value })
/** A plain number as a value. */
export const number = (value: number): Quantity => ({ unit: 'number', value })

/**
 * Divides whole numbers and rounds half up, exactly.
 *
 * Amounts are rounded once, at the end, to the fen, the smallest amount that can be paid.
 *
 * @param dividend at least 0; both must be safe integers
 * @throws {RangeError} when they aren't
 * @example divideRounded(600000 * 300, 174) // 1034483
 */
export function divideRounded(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor) || dividend < 0 || divisor <= 0) {
    throw new RangeError(`not exact: ${dividend} / ${divisor}`)
  }
  const rest = dividend % divisor
  return (dividend - rest) / divisor + (rest * 2 >= divisor ? 1 : 0)
}
