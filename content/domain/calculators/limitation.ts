import { addDays, correspondingDay, daysBetween, later } from '../calendar.ts'
import type { IsoDate } from '../dates.ts'
import { type Calculation, calculation } from './calculation.ts'
import { InputReader, type RawInput, type Reading } from './input.ts'
import { notCovered, periodOn } from './period.ts'
import type { LimitationRules } from './rule.ts'
import { day, number, type Outcome, type Statement, statement } from './working.ts'

/** Wages that are owed have a rule of their own while the employment lasts (第二十七条第四款). */
export const CLAIMS = ['wages', 'other'] as const

/** Fields for interruptions; more of them change nothing in kind. */
export const INTERRUPTION_FIELDS = ['interrupted1', 'interrupted2', 'interrupted3'] as const

/** A claim and what has happened to it. */
export type LimitationInput =
  | {
      readonly claim: 'wages'
      /** The last day of the employment; `null` while it lasts. */
      readonly endedOn: IsoDate | null
      readonly today: IsoDate
    }
  | {
      readonly claim: 'other'
      /** Day on which they knew, or should have known, that their right was infringed. */
      readonly knownOn: IsoDate
      /** Days on which they claimed it, turned to an authority, or the other side agreed to pay. */
      readonly interruptedOn: readonly IsoDate[]
      /** Time in which they couldn't apply for good reason: its first day, and the day on which the reason was gone. */
      readonly suspended: { readonly from: IsoDate; readonly until: IsoDate } | null
      readonly today: IsoDate
    }

/** Where a claim stands: `edge` is the last day by one way of counting and a day late by the other. */
export type LimitationStatus = 'no-limit' | 'open' | 'edge' | 'passed'

/** When the time is up. */
export interface LimitationFigures {
  readonly status: LimitationStatus
  /** Last day that is in time by any way of counting; `null` without a limit. */
  readonly safeDay: IsoDate | null
}

/** Reads the form: `claim`; for wages `employed` (yes, no) and `endedOn`; otherwise `knownOn`, interruptions, suspension. */
export function readLimitation(raw: RawInput, today: IsoDate): Reading<LimitationInput> {
  const form = new InputReader(raw)
  const claim = form.choice('claim', CLAIMS)
  if (!form.sound('claim')) return form.done<LimitationInput>({ claim: 'wages', endedOn: null, today })
  if (claim === 'wages') {
    const employed = form.choice('employed', ['yes', 'no'])
    const endedOn = form.sound('employed') && employed === 'no' ? form.day('endedOn') : null
    return form.done<LimitationInput>({ claim, endedOn, today })
  }
  const knownOn = form.day('knownOn')
  form.past('knownOn', knownOn, today)
  const interruptedOn = INTERRUPTION_FIELDS.flatMap((field) => {
    const date = form.optionalDay(field)
    form.ordered('knownOn', knownOn, field, date)
    form.past(field, date, today)
    return date === null ? [] : [date]
  })
  const from = form.optionalDay('suspendedFrom')
  const until = form.optionalDay('suspendedUntil')
  if (from !== null && until === null) form.fault('suspendedUntil', 'missing')
  if (until !== null && from === null) form.fault('suspendedFrom', 'missing')
  form.ordered('suspendedFrom', from, 'suspendedUntil', until)
  form.ordered('knownOn', knownOn, 'suspendedUntil', until)
  return form.done<LimitationInput>({
    claim,
    knownOn,
    interruptedOn: interruptedOn.toSorted(),
    suspended: from === null || until === null ? null : { from, until },
    today,
  })
}

/**
 * The last day on which to apply for arbitration.
 *
 * The statute doesn't say whether the first day counts, nor what becomes of a last day that is a holiday. So the safe
 * day is the one before the corresponding day a year later, in time by any way of counting; on the corresponding day itself
 * the status is `edge`. An interruption starts the year anew, if it came in time; a suspension adds its days. For wages
 * after the end of the employment neither is counted, because the article speaks of them for the ordinary year.
 *
 * Source: 劳动争议调解仲裁法 第二十七条.
 */
export function calculateLimitation(
  periods: LimitationRules['periods'],
  input: LimitationInput,
): Outcome<LimitationFigures> {
  const asked = input.claim === 'wages' ? (input.endedOn ?? input.today) : input.knownOn
  const rule = periodOn(periods, asked)
  if (rule === null) return notCovered(periods, asked)
  const { figures, sources } = rule
  const months = number(figures.months)
  const notes = [statement('counting', {}, sources.period), statement('complaint', {}, sources.complaint)]

  if (input.claim === 'wages' && input.endedOn === null) {
    return {
      kind: 'calculated',
      figures: { status: 'no-limit', safeDay: null },
      answer: [statement('no-limit')],
      working: [statement('employed', {}, sources.employed), statement('after-the-end', { months }, sources.ended)],
      notes: [statement('no-waiting', {}, sources.complaint)],
    }
  }

  let start = asked
  const safeFrom = (from: IsoDate) => addDays(correspondingDay(from, figures.months), -1)
  let safeDay = safeFrom(start)
  const working: Statement[] = []
  if (input.claim === 'wages') {
    working.push(statement('ended', { start: day(start), months, safeDay: day(safeDay) }, sources.ended))
    notes.push(statement('wages-interruption', {}, sources.interruption))
  } else {
    const { suspended } = input
    const extended = (from: IsoDate): { last: IsoDate; added: number } => {
      const last = safeFrom(from)
      if (suspended === null || suspended.from > last || suspended.until <= from) return { last, added: 0 }
      const added = daysBetween(later(suspended.from, from), suspended.until)
      return { last: addDays(last, added), added }
    }
    let current = extended(start)
    working.push(statement('known', { start: day(start), months, safeDay: day(safeDay) }, sources.period))
    for (const interruption of input.interruptedOn) {
      if (interruption > current.last) {
        working.push(
          statement('interrupted-late', { day: day(interruption), safeDay: day(current.last) }, sources.interruption),
        )
        continue
      }
      start = interruption
      current = extended(start)
      working.push(
        statement(
          'interrupted',
          { day: day(interruption), months, safeDay: day(safeFrom(interruption)) },
          sources.interruption,
        ),
      )
    }
    if (suspended !== null) {
      const values = { from: day(suspended.from), until: day(suspended.until) }
      working.push(
        current.added > 0
          ? statement(
              'suspended',
              { ...values, days: number(current.added), safeDay: day(current.last) },
              sources.suspension,
            )
          : statement('suspended-outside', values, sources.suspension),
      )
    }
    safeDay = current.last
  }

  const { today } = input
  const status = today <= safeDay ? 'open' : today === addDays(safeDay, 1) ? 'edge' : 'passed'
  return {
    kind: 'calculated',
    figures: { status, safeDay },
    answer: [
      statement(status, {
        safeDay: day(safeDay),
        days: number(Math.abs(daysBetween(today, safeDay))),
      }),
    ],
    working,
    notes: status === 'passed' ? [statement('passed', {}, sources.interruption), ...notes] : notes,
  }
}

/** From the form to the outcome. */
export function runLimitation(periods: LimitationRules['periods'], raw: RawInput, today: IsoDate): Calculation {
  return calculation(readLimitation(raw, today), (input) => calculateLimitation(periods, input))
}
