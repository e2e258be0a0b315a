import type { Quantity, Statement } from '../../../content/domain/calculators/working.ts'
import { formatDay } from '../../lib/day.ts'
import type { Wording } from './say.ts'

/** Values of a result as readers write them. */

const FEN = 100
/** Digits after the point of a plain number; what is beyond them is cut, so that 3.99 days never look like 4. */
const DECIMALS = 10_000
/** Less than any real digit, more than the noise of binary fractions. */
const NOISE = 1e-6

function formatMoney(fen: number, { locale, say }: Wording): string {
  const digits = fen % FEN === 0 ? 0 : 2
  const amount = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return say('units.money', { value: amount.format(fen / FEN) })
}

function formatYears(unit: 'age' | 'months', value: number, { say }: Wording): string {
  const [years, months] = [Math.floor(value / 12), value % 12]
  return months === 0
    ? say(`units.${unit}-even`, { years: `${years}` })
    : say(`units.${unit}`, { years: `${years}`, months: `${months}` })
}

/**
 * A value in the language of the page.
 *
 * @example formatQuantity({ unit: 'money', value: 517250 }, wording) // '5,172.50元'
 */
export function formatQuantity(quantity: Quantity, wording: Wording): string {
  const { unit, value } = quantity
  switch (unit) {
    case 'money':
      return formatMoney(value, wording)
    case 'day':
      return formatDay(wording.locale, value)
    case 'month':
      return new Intl.DateTimeFormat(wording.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${value}-01T00:00:00Z`),
      )
    case 'number':
      return `${Math.trunc(value * DECIMALS + Math.sign(value) * NOISE) / DECIMALS}`
    default:
      return formatYears(unit, value, wording)
  }
}

/**
 * A statement in words.
 *
 * @param part of the texts: `answer`, `working` or `notes`
 */
export function sayStatement(part: string, { key, values }: Statement, wording: Wording): string {
  const written = Object.entries(values).map(([name, quantity]) => [name, formatQuantity(quantity, wording)] as const)
  return wording.say(`${part}.${key}`, Object.fromEntries(written))
}
