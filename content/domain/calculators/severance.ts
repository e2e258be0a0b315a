import { addDays, afterMonths, fullMonths, later } from '../calendar.ts'
import type { IsoDate } from '../dates.ts'
import { type Calculation, calculation } from './calculation.ts'
import { InputReader, type RawInput, type Reading } from './input.ts'
import { notCovered, periodOn } from './period.ts'
import type { SeveranceRules } from './rule.ts'
import { day, divideRounded, money, number, type Outcome, type Statement, statement } from './working.ts'

/**
 * Why the contract ended: in a way for which severance is due (劳动合同法 第四十六条), under 第四十条 without thirty days'
 * notice, or unlawfully (第八十七条).
 */
export const SEVERANCE_REASONS = ['lawful', 'no-notice', 'unlawful'] as const
export type SeveranceReason = (typeof SEVERANCE_REASONS)[number]

/** The end of an employment. Money in fen. */
export interface SeveranceInput {
  readonly reason: SeveranceReason
  readonly startedOn: IsoDate
  /** The last day of the employment, which counts. */
  readonly endedOn: IsoDate
  /** Average monthly wage of the last twelve months, everything included. */
  readonly wage: number
  /** Wage of the last month, which pays for the notice; `null` unless the reason is `no-notice`. */
  readonly lastWage: number | null
  /** Average monthly wage of the place in the year before; `null` leaves the cap out. */
  readonly localAverage: number | null
  /** Minimum monthly wage of the place; `null` leaves the floor out. */
  readonly minimumWage: number | null
}

/** Amounts in fen. */
export interface SeveranceFigures {
  /** What is due in all. */
  readonly total: number
  /** Half months of wage that the years of work give. */
  readonly halfMonths: number
  /** The monthly wage that counts. */
  readonly base: number
  /** The month's wage in place of notice; 0 unless the reason is `no-notice`. */
  readonly notice: number
}

/** Reads the form: `reason`, `startedOn`, `endedOn`, `wage`, `lastWage`, `localAverage`, `minimumWage` (yuan). */
export function readSeverance(raw: RawInput): Reading<SeveranceInput> {
  const form = new InputReader(raw)
  const reason = form.choice('reason', SEVERANCE_REASONS)
  const input = {
    reason,
    startedOn: form.day('startedOn'),
    endedOn: form.day('endedOn'),
    wage: form.money('wage'),
    lastWage: form.sound('reason') && reason === 'no-notice' ? form.money('lastWage') : null,
    localAverage: form.optionalMoney('localAverage'),
    minimumWage: form.optionalMoney('minimumWage'),
  }
  form.ordered('startedOn', input.startedOn, 'endedOn', input.endedOn)
  return form.done(input)
}

/**
 * Severance: a month's wage for each full year, also for six months or more; half a month's for less. Twice as much for
 * unlawful dismissal.
 *
 * The last day counts as a day of work, so that 1 January to 30 June is six months. Years of work go from
 * `countFrom` on (劳动合同法 第九十七条), but for unlawful dismissal from the first day of work (实施条例 第二十五条). For earlier
 * years the rules of their time hold, which are no part of the data: the result says so. Amounts are rounded to the fen
 * once, half up.
 *
 * Sources: 劳动合同法 第四十条, 第四十六条, 第四十七条, 第八十七条, 第九十七条; 劳动合同法实施条例 第二十条, 第二十五条, 第二十七条.
 */
export function calculateSeverance(
  periods: SeveranceRules['periods'],
  input: SeveranceInput,
): Outcome<SeveranceFigures> {
  const rule = periodOn(periods, input.endedOn)
  if (rule === null) return notCovered(periods, input.endedOn)
  const { figures, sources } = rule
  const unlawful = input.reason === 'unlawful'
  const from = unlawful ? input.startedOn : later(input.startedOn, figures.countFrom)
  const before = !unlawful && input.startedOn < figures.countFrom
  const working: Statement[] = []
  const notes: Statement[] = []
  if (before) {
    working.push(statement('count-from', { from: day(figures.countFrom) }, sources.countFrom))
    notes.push(statement('earlier-years', { from: day(figures.countFrom) }, sources.countFrom))
  } else if (unlawful && input.startedOn < figures.countFrom) {
    working.push(statement('count-from-start', { from: day(input.startedOn) }, sources.unlawfulYears))
  }

  const end = addDays(input.endedOn, 1)
  const months = fullMonths(from, end)
  const restDays = afterMonths(from, months) < end
  const rest = months % 12
  const partHalves = rest >= figures.wholeYearMonths ? 2 : rest > 0 || restDays ? 1 : 0
  const counted = Math.floor(months / 12) * 2 + partHalves
  working.push(
    statement(
      `years-${(['even', 'half', 'whole'] as const)[partHalves]}`,
      {
        from: day(from),
        to: day(input.endedOn),
        years: number(Math.floor(months / 12)),
        months: number(rest),
        count: number(counted / 2),
      },
      sources.years,
    ),
  )

  let base = input.wage
  let halfMonths = counted
  if (input.minimumWage !== null && input.wage < input.minimumWage) {
    base = input.minimumWage
    working.push(statement('minimum-wage', { wage: money(input.wage), base: money(base) }, sources.minimumWage))
  }
  const most = input.localAverage === null ? null : input.localAverage * figures.capTimes
  if (most !== null && base > most) {
    working.push(
      statement(
        'cap',
        { wage: money(base), times: number(figures.capTimes), base: money(most), years: number(figures.capYears) },
        sources.cap,
      ),
    )
    base = most
    if (halfMonths > figures.capYears * 2) {
      halfMonths = figures.capYears * 2
      working.push(statement('cap-years', { years: number(figures.capYears) }, sources.cap))
    }
  } else if (most !== null) {
    working.push(
      statement('below-cap', { wage: money(base), times: number(figures.capTimes), most: money(most) }, sources.cap),
    )
  } else {
    notes.push(statement('cap-unchecked', { times: number(figures.capTimes) }, [...sources.cap, ...sources.localWage]))
  }

  const severance = divideRounded(base * halfMonths, 2)
  const amount = { base: money(base), count: number(halfMonths / 2) }
  working.push(statement('severance', { ...amount, severance: money(severance) }, sources.wage))
  let total = severance
  let notice = 0
  if (unlawful) {
    total = divideRounded(base * halfMonths * figures.unlawfulTimes, 2)
    working.push(
      statement('unlawful', { ...amount, times: number(figures.unlawfulTimes), total: money(total) }, sources.unlawful),
    )
    notes.push(statement('not-both', {}, sources.unlawfulYears), statement('reinstatement', {}, sources.reinstatement))
  } else if (input.lastWage !== null) {
    notice = input.lastWage
    total = severance + notice
    working.push(
      statement('notice', { severance: money(severance), notice: money(notice), total: money(total) }, sources.notice),
    )
  }
  if (!unlawful) notes.push(statement('payment', {}, sources.payment))
  return {
    kind: 'calculated',
    figures: { total, halfMonths, base, notice },
    answer: [
      statement(`total-${input.reason}`, { total: money(total), count: number(halfMonths / 2), base: money(base) }),
    ],
    working,
    notes,
  }
}

/** From the form to the outcome. */
export function runSeverance(periods: SeveranceRules['periods'], raw: RawInput): Calculation {
  return calculation(readSeverance(raw), (input) => calculateSeverance(periods, input))
}
