import { addDays, afterMonths, daysBetween, earlier, fullMonths } from '../calendar.ts'
import type { IsoDate } from '../dates.ts'
import { type Calculation, calculation } from './calculation.ts'
import { InputReader, type RawInput, type Reading } from './input.ts'
import { notCovered, periodOn } from './period.ts'
import type { DoubleWagesRules } from './rule.ts'
import { day, divideRounded, money, number, type Outcome, type Statement, statement } from './working.ts'

/** An employment without a written contract, so far or for some time. */
export interface DoubleWagesInput {
  readonly startedOn: IsoDate
  /** Day on which a written contract was signed; `null` when none was. */
  readonly signedOn: IsoDate | null
  /** The last day of the employment; `null` while it lasts. */
  readonly endedOn: IsoDate | null
  /** Monthly wage of that time, in fen. */
  readonly monthlyWage: number
  /** The Beijing day of the question, up to which an employment that lasts is counted. */
  readonly today: IsoDate
}

/** Which days count, and the amount in fen. */
export interface DoubleWagesFigures {
  /** The second wage: what is due beside the ordinary wage. */
  readonly extra: number
  /** First and last day that count; `null` when none does. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly months: number
  /** Days beyond the full months. */
  readonly days: number
  /** Day from which a contract without end is taken to exist; `null` when it isn't. */
  readonly openEndedFrom: IsoDate | null
}

/** Reads the form: `startedOn`, `signed` and `left` (yes, no), `signedOn`, `endedOn`, `monthlyWage` (yuan). */
export function readDoubleWages(raw: RawInput, today: IsoDate): Reading<DoubleWagesInput> {
  const form = new InputReader(raw)
  const startedOn = form.day('startedOn')
  const signedOn = form.choice('signed', ['no', 'yes']) === 'yes' ? form.day('signedOn') : null
  const endedOn = form.choice('left', ['no', 'yes']) === 'yes' ? form.day('endedOn') : null
  const monthlyWage = form.money('monthlyWage')
  form.past('startedOn', startedOn, today)
  form.past('signedOn', signedOn, today)
  form.ordered('startedOn', startedOn, 'endedOn', endedOn)
  form.past('endedOn', endedOn, today)
  if (signedOn !== null && endedOn !== null && form.sound('signedOn', 'endedOn') && signedOn > endedOn) {
    form.fault('endedOn', 'before', { other: 'signedOn' })
  }
  return form.done({ startedOn, signedOn, endedOn, monthlyWage, today })
}

/**
 * Double wages for a missing written contract: from the day after the first full month to the day before the contract is
 * signed, to the last day of work, or to the day before the year is full; eleven months at most.
 *
 * The first day of work counts: who starts on 1 March has a full month on 31 March, gets double wages from 1 April, and
 * has a full year on 1 March. Full months have the monthly wage; the days beyond them have their share of the month in
 * which they lie. The amount is rounded to the fen once, half up.
 *
 * Sources: 劳动合同法 第八十二条, 第十四条; 劳动合同法实施条例 第六条, 第七条.
 */
export function calculateDoubleWages(
  periods: DoubleWagesRules['periods'],
  { startedOn, signedOn, endedOn, monthlyWage, today }: DoubleWagesInput,
): Outcome<DoubleWagesFigures> {
  const rule = periodOn(periods, startedOn)
  if (rule === null) return notCovered(periods, startedOn)
  const { figures, sources } = rule
  const from = afterMonths(startedOn, figures.fromMonths)
  const fullYear = afterMonths(startedOn, figures.toMonths)
  const lastDay = endedOn ?? today
  const beforeSigning = signedOn === null ? null : addDays(signedOn, -1)
  const to = earlier(earlier(addDays(fullYear, -1), lastDay), beforeSigning ?? lastDay)
  const unsigned = signedOn === null || signedOn >= fullYear
  const openEndedFrom = unsigned && lastDay >= fullYear ? fullYear : null

  const start = statement('start', { startedOn: day(startedOn), from: day(from) }, sources.start)
  if (to < from) {
    const reason =
      signedOn !== null && signedOn <= lastDay ? 'signed-in-time' : endedOn !== null ? 'left-in-time' : 'not-yet'
    return {
      kind: 'calculated',
      figures: { extra: 0, from: null, to: null, months: 0, days: 0, openEndedFrom },
      answer: [statement('none')],
      working: [start, statement(reason, { to: day(to), from: day(from) }, sources.inTime)],
      notes: [statement('refusal', {}, sources.refusal)],
    }
  }

  const end = addDays(to, 1)
  const months = fullMonths(startedOn, end) - figures.fromMonths
  const monthStart = afterMonths(startedOn, figures.fromMonths + months)
  const days = daysBetween(monthStart, end)
  const monthDays = daysBetween(monthStart, afterMonths(startedOn, figures.fromMonths + months + 1))
  const extra = divideRounded(monthlyWage * (months * monthDays + days), monthDays)
  const why =
    to === addDays(fullYear, -1) ? 'full-year' : to === beforeSigning ? 'signed' : endedOn !== null ? 'left' : 'today'
  const counted = { from: day(from), to: day(to), months: number(months), days: number(days) }
  const working: Statement[] = [
    start,
    statement(`until-${why}`, { to: day(to) }, why === 'full-year' ? sources.fullYear : sources.signed),
    days === 0
      ? statement('months', counted)
      : statement('months-and-days', { ...counted, monthDays: number(monthDays) }),
    days === 0
      ? statement('amount', { wage: money(monthlyWage), months: number(months), extra: money(extra) }, sources.start)
      : statement(
          'amount-with-days',
          {
            wage: money(monthlyWage),
            months: number(months),
            days: number(days),
            monthDays: number(monthDays),
            extra: money(extra),
          },
          sources.start,
        ),
  ]
  const answer = [statement('extra', { extra: money(extra), from: day(from), to: day(to) })]
  if (openEndedFrom !== null) answer.push(statement('open-ended', { from: day(openEndedFrom) }, sources.openEnded))
  return {
    kind: 'calculated',
    figures: { extra, from, to, months, days, openEndedFrom },
    answer,
    working,
    notes: [
      statement('limitation', {}, sources.limitation),
      statement('counting'),
      statement('refusal', {}, sources.refusal),
    ],
  }
}

/** From the form to the outcome. */
export function runDoubleWages(periods: DoubleWagesRules['periods'], raw: RawInput, today: IsoDate): Calculation {
  return calculation(readDoubleWages(raw, today), (input) => calculateDoubleWages(periods, input))
}
