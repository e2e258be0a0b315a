import type { IsoDate } from '../dates.ts'
import { type Calculation, calculation } from './calculation.ts'
import { InputReader, type RawInput, type Reading } from './input.ts'
import { notCovered, periodOn } from './period.ts'
import type { OvertimeRules } from './rule.ts'
import { divideRounded, money, number, type Outcome, type Statement, statement } from './working.ts'

/** Kinds of overtime, in the order of 劳动法 第四十四条. */
export const OVERTIME_KINDS = ['workday', 'restDay', 'holiday'] as const
type OvertimeKind = (typeof OVERTIME_KINDS)[number]

/** Overtime of one month. */
export interface OvertimeInput {
  /** A day in the month of the overtime; chooses the rule. */
  readonly day: IsoDate
  /** Monthly wage for normal working hours, in fen. */
  readonly monthlyWage: number
  /** Hours of each kind, in hundredths. */
  readonly hours: Readonly<Record<OvertimeKind, number>>
}

/** Amounts in fen. */
export interface OvertimeFigures {
  readonly total: number
  readonly pay: Readonly<Record<OvertimeKind, number>>
}

/** Hours of the longest month. */
const MOST_HOURS = 744

/** Reads the form: `day`, `monthlyWage` (yuan), `workday`, `restDay`, `holiday` (hours, blank is none). */
export function readOvertime(raw: RawInput): Reading<OvertimeInput> {
  const form = new InputReader(raw)
  const input = {
    day: form.day('day'),
    monthlyWage: form.money('monthlyWage'),
    hours: {
      workday: form.hundredths('workday', MOST_HOURS),
      restDay: form.hundredths('restDay', MOST_HOURS),
      holiday: form.hundredths('holiday', MOST_HOURS),
    },
  }
  if (form.sound(...OVERTIME_KINDS) && OVERTIME_KINDS.every((kind) => input.hours[kind] === 0)) {
    form.fault('workday', 'nothing')
  }
  return form.done(input)
}

/**
 * Overtime pay of a month: hours × per cent × (monthly wage ÷ (paid days × hours a day)).
 *
 * Each kind is rounded to the fen once, half up; the hourly wage itself is never rounded, so that nothing is lost.
 *
 * Source: 劳动法 第四十四条; the hours of a day 国务院关于职工工作时间的规定 第三条; the paid days of a month as the rules say.
 */
export function calculateOvertime(
  periods: OvertimeRules['periods'],
  { day, monthlyWage, hours }: OvertimeInput,
): Outcome<OvertimeFigures> {
  const rule = periodOn(periods, day)
  if (rule === null) return notCovered(periods, day)
  const { figures, sources } = rule
  // Quarters of a day, so that the divisor is a whole number.
  const quarterHours = figures.paidDays * figures.hoursPerDay * 4
  const payFor = (kind: OvertimeKind) =>
    divideRounded(monthlyWage * hours[kind] * figures.percent[kind], (quarterHours / 4) * 100 * 100)
  const pay = { workday: payFor('workday'), restDay: payFor('restDay'), holiday: payFor('holiday') }
  const total = pay.workday + pay.restDay + pay.holiday
  const kinds = OVERTIME_KINDS.filter((kind) => hours[kind] > 0)
  const conversion = {
    wage: money(monthlyWage),
    days: number(figures.paidDays),
    hoursPerDay: number(figures.hoursPerDay),
    hours: number(quarterHours / 4),
  }
  const working = [
    statement('hourly-wage', { ...conversion, hourly: money(divideRounded(monthlyWage * 4, quarterHours)) }, [
      ...sources.hourlyWage,
    ]),
    ...kinds.map((kind) =>
      statement(
        `pay-${kind}`,
        {
          wage: money(monthlyWage),
          monthHours: number(quarterHours / 4),
          hours: number(hours[kind] / 100),
          percent: number(figures.percent[kind]),
          pay: money(pay[kind]),
        },
        sources[kind],
      ),
    ),
    ...(kinds.length > 1 ? [statement('sum', { total: money(total) })] : []),
  ]
  const notes: Statement[] = [statement('least', {}, sources.least)]
  if (hours.restDay > 0) notes.push(statement('day-in-lieu', {}, sources.restDay))
  if (hours.workday > figures.monthlyHours * 100) {
    notes.push(statement('too-many-hours', { most: number(figures.monthlyHours) }, sources.monthlyHours))
  }
  return {
    kind: 'calculated',
    figures: { total, pay },
    answer: [statement('total', { total: money(total) })],
    working,
    notes,
  }
}

/** From the form to the outcome. */
export function runOvertime(periods: OvertimeRules['periods'], raw: RawInput): Calculation {
  return calculation(readOvertime(raw), (input) => calculateOvertime(periods, input))
}
