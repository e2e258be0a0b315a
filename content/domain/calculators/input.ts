import { dayOf, lengthOfMonth } from '../calendar.ts'
import type { IsoDate } from '../dates.ts'
import { day as dayValue, money as moneyValue, number as numberValue, type Quantity } from './working.ts'

/**
 * From what someone typed to values within bounds, with every fault at once.
 *
 * Written by hand and not with a schema, because it runs in the page: zod alone would take a third of what a page of a
 * calculator may weigh.
 */

/** What a form holds: name of the field → text as typed. A missing field is a blank one. */
export type RawInput = Readonly<Record<string, string | undefined>>

/** What can be wrong with a field. */
export const FAULTS = [
  'missing',
  'unchosen',
  'not-money',
  'not-number',
  'not-whole',
  'not-half',
  'not-day',
  'too-small',
  'too-large',
  'too-early',
  'too-late',
  'before',
  'in-future',
  'outside-year',
  'nothing',
] as const
export type Fault = (typeof FAULTS)[number]

/** A fault of one field. */
export interface FieldFault {
  readonly field: string
  readonly fault: Fault
  /** The bound that was passed. */
  readonly limit?: Quantity
  /** The field that this one contradicts. */
  readonly other?: string
}

/** Values ready to calculate with, or what to correct, in the order of the form. */
export type Reading<T> = { readonly input: T } | { readonly faults: readonly FieldFault[] }

/** Bounds of a number, both included. */
interface Bounds {
  readonly least?: number
  readonly most: number
}

/** Days before and after these are slips of the keyboard. */
const FIRST_DAY: IsoDate = '1950-01-01'
const LAST_DAY: IsoDate = '2100-12-31'
/** 1,000,000 yuan a month in fen: above it, a slip of the keyboard. */
export const MOST_MONEY = 100_000_000
/** Longer texts are none of the values asked for. */
const LONGEST = 40

/** Full-width digits, commas between thousands, spaces and the unit of money that people type. */
function tidy(text: string): string {
  return text
    .slice(0, LONGEST + 1)
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/元$/, '')
}

function parseDay(text: string): IsoDate | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  if (y === 0 || m < 1 || m > 12 || d < 1 || d > lengthOfMonth(y, m)) return null
  return dayOf(y, m, d)
}

/**
 * Reads the fields of one form and collects their faults. After a fault a method returns a value that nobody uses:
 * `done` gives the faults instead.
 */
export class InputReader {
  readonly #raw: RawInput
  readonly #faults: FieldFault[] = []

  constructor(raw: RawInput) {
    this.#raw = raw
  }

  #text(field: string): string {
    return tidy(this.#raw[field] ?? '')
  }

  /** Whether nothing was typed in a field. */
  blank(field: string): boolean {
    return this.#text(field) === ''
  }

  /** Notes a fault; a field has one at a time, the first. */
  fault(field: string, fault: Fault, detail: Pick<FieldFault, 'limit' | 'other'> = {}): void {
    if (this.sound(field)) this.#faults.push({ field, fault, ...detail })
  }

  /** Whether these fields have no fault so far. */
  sound(...fields: readonly string[]): boolean {
    return !this.#faults.some(({ field }) => fields.includes(field))
  }

  /** One of some words. */
  choice<T extends string>(field: string, options: readonly [T, ...T[]]): T {
    const chosen = options.find((option) => option === this.#raw[field])
    if (chosen === undefined) this.fault(field, 'unchosen')
    return chosen ?? options[0]
  }

  /** Whether a box is ticked. */
  ticked(field: string): boolean {
    return this.#raw[field] === 'yes'
  }

  /** Money in fen, from yuan with at most two decimals. */
  money(field: string, { least = 1, most = MOST_MONEY }: Partial<Bounds> = {}): number {
    return this.#decimal(field, 'not-money', { least, most }, moneyValue)
  }

  /** Money in fen, or `null` when left blank. */
  optionalMoney(field: string, bounds: Partial<Bounds> = {}): number | null {
    return this.blank(field) ? null : this.money(field, bounds)
  }

  /** A number with at most two decimals, in hundredths; blank is 0. */
  hundredths(field: string, most: number): number {
    if (this.blank(field)) return 0
    return this.#decimal(field, 'not-number', { least: 0, most: most * 100 }, (value) => numberValue(value / 100))
  }

  /** A number of whole or half units, in halves; blank is 0. */
  halves(field: string, most: number): number {
    const hundredths = this.hundredths(field, most)
    if (hundredths % 50 !== 0) this.fault(field, 'not-half')
    return hundredths / 50
  }

  #decimal(field: string, fault: Fault, { least = 0, most }: Bounds, quantity: (value: number) => Quantity): number {
    const text = this.#text(field)
    if (text === '') this.fault(field, 'missing')
    const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text) ?? []
    if (whole === undefined) {
      // Digits alone that don't fit are too many of them.
      if (/^\d+(\.\d{0,2})?$/.test(text)) this.fault(field, 'too-large', { limit: quantity(most) })
      this.fault(field, fault)
      return least
    }
    return this.#within(field, Number(whole) * 100 + Number(decimals.padEnd(2, '0')), { least, most }, quantity)
  }

  /** A whole number; a blank field is missing unless `blank` says what it means. */
  whole(field: string, { least = 0, most, blank }: Bounds & { readonly blank?: number }): number {
    const text = this.#text(field)
    if (text === '' && blank !== undefined) return blank
    if (text === '') this.fault(field, 'missing')
    if (!/^\d{1,9}$/.test(text)) {
      this.fault(field, 'not-whole')
      return least
    }
    return this.#within(field, Number(text), { least, most }, numberValue)
  }

  #within(field: string, value: number, { least = 0, most }: Bounds, quantity: (value: number) => Quantity): number {
    if (value < least) this.fault(field, 'too-small', { limit: quantity(least) })
    if (value > most) this.fault(field, 'too-large', { limit: quantity(most) })
    return value
  }

  /** A day that exists, from 1950 to 2100. */
  day(field: string): IsoDate {
    const text = this.#text(field)
    if (text === '') this.fault(field, 'missing')
    const day = parseDay(text)
    if (day === null) this.fault(field, 'not-day')
    else if (day < FIRST_DAY) this.fault(field, 'too-early', { limit: dayValue(FIRST_DAY) })
    else if (day > LAST_DAY) this.fault(field, 'too-late', { limit: dayValue(LAST_DAY) })
    return day ?? FIRST_DAY
  }

  /** A day, or `null` when left blank. */
  optionalDay(field: string): IsoDate | null {
    return this.blank(field) ? null : this.day(field)
  }

  /** Notes a fault when one day stands before another that it can't precede. */
  ordered(first: string, from: IsoDate | null, second: string, to: IsoDate | null): void {
    if (from !== null && to !== null && this.sound(first, second) && to < from) {
      this.fault(second, 'before', { other: first })
    }
  }

  /** Notes a fault for a day that is yet to come. */
  past(field: string, day: IsoDate | null, today: IsoDate): void {
    if (day !== null && this.sound(field) && day > today) this.fault(field, 'in-future')
  }

  /** The values, or every fault. */
  done<T>(input: T): Reading<T> {
    return this.#faults.length === 0 ? { input } : { faults: this.#faults }
  }
}
