import { addDays, dayOf, daysBetween, later, partsOf } from '../calendar.ts'
import type { IsoDate } from '../dates.ts'
import { type Calculation, calculation } from './calculation.ts'
import { InputReader, type RawInput, type Reading } from './input.ts'
import { notCovered, periodOn } from './period.ts'
import type { AnnualLeaveRules } from './rule.ts'
import { divideRounded, money, number, type Outcome, type Statement, statement } from './working.ts'

/** What takes away the leave of the year, 职工带薪年休假条例 第四条; sick leave is counted in months instead. */
export const LEAVE_EXCLUSIONS = ['schoolHolidays', 'personalLeave'] as const

/** Someone's year at one employer. */
export interface AnnualLeaveInput {
  /** Calendar year. */
  readonly year: number
  /** Full years of work in the whole life, at all employers. */
  readonly yearsWorked: number
  /** Whether they have worked twelve months without a break. */
  readonly continuous: boolean
  readonly schoolHolidays: boolean
  readonly personalLeave: boolean
  /** Full months of sick leave in the year. */
  readonly sickMonths: number
  /** First day at this employer, when it lies in the year. */
  readonly joinedOn: IsoDate | null
  /** Last day at this employer, when it lies in the year. */
  readonly leftOn: IsoDate | null
  /** Leave taken in the year, in half days. */
  readonly takenHalves: number
  /** Average monthly wage of the last twelve months without overtime pay, in fen; `null` leaves the pay out. */
  readonly monthlyWage: number | null
}

/** Days of leave, and amounts in fen; amounts are `null` without a wage. */
export interface AnnualLeaveFigures {
  /** Days of a whole year by years of work. */
  readonly fullDays: number
  /** Days due in this year at this employer. */
  readonly dueDays: number
  /** Days due and not taken. */
  readonly openDays: number
  /** Pay for the open days, the ordinary wage included. */
  readonly pay: number | null
  /** The part of it that comes on top of the ordinary wage. */
  readonly extra: number | null
}

/** Reads the form: `year`, `yearsWorked`, `continuous` (yes, no), boxes, `sickMonths`, days, `taken` (days), `monthlyWage`. */
export function readAnnualLeave(raw: RawInput): Reading<AnnualLeaveInput> {
  const form = new InputReader(raw)
  const input = {
    year: form.whole('year', { least: 1990, most: 2100 }),
    yearsWorked: form.whole('yearsWorked', { most: 60 }),
    continuous: form.choice('continuous', ['yes', 'no']) === 'yes',
    schoolHolidays: form.ticked('schoolHolidays'),
    personalLeave: form.ticked('personalLeave'),
    sickMonths: form.whole('sickMonths', { most: 12, blank: 0 }),
    joinedOn: form.optionalDay('joinedOn'),
    leftOn: form.optionalDay('leftOn'),
    takenHalves: form.halves('taken', 60),
    monthlyWage: form.optionalMoney('monthlyWage'),
  }
  for (const [field, day] of [
    ['joinedOn', input.joinedOn],
    ['leftOn', input.leftOn],
  ] as const) {
    if (day !== null && form.sound('year', field) && partsOf(day).year !== input.year) {
      form.fault(field, 'outside-year', { other: 'year' })
    }
  }
  form.ordered('joinedOn', input.joinedOn, 'leftOn', input.leftOn)
  return form.done(input)
}

/**
 * Days of annual leave in a calendar year, and the pay for those not taken.
 *
 * The bracket goes by the years of work; who joins in the year gets the share of the remaining days, who leaves is paid
 * for the share of the days passed, less leave taken. Shares are exact fractions; parts of a day fall away, as both
 * articles say. A rule covers a year when it is in force from its first day.
 *
 * Sources: 职工带薪年休假条例 第三条 (days), 第四条 (exclusions), 第五条 (pay); 企业职工带薪年休假实施办法 第三条, 第五条 (joining),
 * 第八条 (next year), 第十条, 第十一条 (pay), 第十二条 (leaving).
 */
export function calculateAnnualLeave(
  periods: AnnualLeaveRules['periods'],
  input: AnnualLeaveInput,
): Outcome<AnnualLeaveFigures> {
  const firstDay = dayOf(input.year, 1, 1)
  const rule = periodOn(periods, firstDay)
  if (rule === null) return notCovered(periods, firstDay)
  const { figures, sources } = rule
  const bracket = figures.brackets.findLast(({ fromYears }) => input.yearsWorked >= fromYears)
  const none = (key: string, values: Statement['values'], from: readonly string[]): Outcome<AnnualLeaveFigures> => ({
    kind: 'calculated',
    figures: { fullDays: bracket?.days ?? 0, dueDays: 0, openDays: 0, pay: null, extra: null },
    answer: [statement('none', { year: number(input.year) })],
    working: [statement(key, values, from)],
    notes: [
      // What the year has given already isn't taken back; the next year pays for it.
      ...(input.takenHalves > 0 && bracket !== undefined && key.startsWith('excluded-') && key !== 'excluded-school'
        ? [statement('next-year', {}, sources.nextYear)]
        : []),
      statement('better', {}, sources.better),
    ],
  })

  if (!input.continuous) return none('not-continuous', {}, sources.continuous)
  if (bracket === undefined) return none('no-year', { years: number(input.yearsWorked) }, sources.days)
  if (input.schoolHolidays) return none('excluded-school', {}, sources.excluded)
  if (input.personalLeave) return none('excluded-personal', {}, sources.excluded)
  if (input.sickMonths >= bracket.sickMonths) {
    return none('excluded-sick', { months: number(bracket.sickMonths) }, sources.excluded)
  }

  const fullDays = bracket.days
  const nextYear = dayOf(input.year + 1, 1, 1)
  const taken = number(input.takenHalves / 2)
  const working = [statement('bracket', { years: number(input.yearsWorked), days: number(fullDays) }, sources.days)]
  const share = { days: number(fullDays), yearDays: number(figures.yearDays) }
  let dueDays = fullDays
  let openHalves: number
  if (input.leftOn !== null) {
    const passed = daysBetween(later(firstDay, input.joinedOn ?? firstDay), addDays(input.leftOn, 1))
    dueDays = Math.floor((passed * fullDays) / figures.yearDays)
    const open = (passed * fullDays * 2 - input.takenHalves * figures.yearDays) / (figures.yearDays * 2)
    openHalves = Math.max(0, Math.floor(open)) * 2
    working.push(
      statement(
        'leaving',
        { ...share, passed: number(passed), taken, open: number(openHalves / 2), exact: number(open) },
        sources.leaving,
      ),
    )
  } else {
    if (input.joinedOn !== null) {
      const left = daysBetween(input.joinedOn, nextYear)
      const exact = (left * fullDays) / figures.yearDays
      // 366 days of a leap year are no reason for more than the whole leave.
      dueDays = Math.min(fullDays, Math.floor(exact))
      working.push(
        statement(
          'joining',
          { ...share, left: number(left), exact: number(exact), due: number(dueDays) },
          sources.joining,
        ),
      )
    }
    openHalves = Math.max(0, dueDays * 2 - input.takenHalves)
    if (input.takenHalves > 0) {
      working.push(statement('open', { due: number(dueDays), taken, open: number(openHalves / 2) }))
    }
  }

  const openDays = openHalves / 2
  const answer = [
    input.leftOn === null
      ? statement('due', { year: number(input.year), days: number(dueDays), open: number(openDays) })
      : statement('due-on-leaving', { open: number(openDays) }),
  ]
  const notes: Statement[] = []
  let pay: number | null = null
  let extra: number | null = null
  if (input.monthlyWage !== null && openDays > 0) {
    const wage = input.monthlyWage
    const payAt = (percent: number) => divideRounded(wage * openHalves * percent, figures.paidDays * 200)
    pay = payAt(figures.payPercent)
    extra = payAt(figures.payPercent - figures.paidPercent)
    const daily = divideRounded(wage * 4, figures.paidDays * 4)
    working.push(
      statement(
        'daily-wage',
        { wage: money(wage), paidDays: number(figures.paidDays), daily: money(daily) },
        sources.dailyWage,
      ),
      statement(
        'pay',
        {
          wage: money(wage),
          paidDays: number(figures.paidDays),
          open: number(openDays),
          percent: number(figures.payPercent),
          pay: money(pay),
        },
        sources.pay,
      ),
      statement('extra', { paid: number(figures.paidPercent), extra: money(extra) }, sources.pay),
    )
    answer.push(statement('pay', { pay: money(pay), extra: money(extra) }))
    notes.push(statement('declined', {}, sources.declined))
  }
  if (input.leftOn !== null) notes.push(statement('no-taking-back', {}, sources.leaving))
  notes.push(statement('better', {}, sources.better))
  return { kind: 'calculated', figures: { fullDays, dueDays, openDays, pay, extra }, answer, working, notes }
}

/** From the form to the outcome. */
export function runAnnualLeave(periods: AnnualLeaveRules['periods'], raw: RawInput): Calculation {
  return calculation(readAnnualLeave(raw), (input) => calculateAnnualLeave(periods, input))
}
