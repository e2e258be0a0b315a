import { dayOf } from '../calendar.ts'
import { type Calculation, calculation } from './calculation.ts'
import { InputReader, type RawInput, type Reading } from './input.ts'
import { notCovered, periodOn } from './period.ts'
import { RETIREMENT_GROUPS, type RetirementGroup } from './retirement-group.ts'
import type { RetirementRules } from './rule.ts'
import { number, type Outcome, type Quantity, statement, type YearMonth } from './working.ts'

/** Who asks. Month and year are enough, so nobody has to give a date of birth. */
export interface RetirementInput {
  readonly group: RetirementGroup
  readonly birthYear: number
  /** 1 to 12. */
  readonly birthMonth: number
}

/** Months of retirement; ages and contributions in months. */
export interface RetirementFigures {
  readonly age: number
  readonly month: YearMonth
  /** Earliest month by one's own will; the same as `month` when there is no earlier one. */
  readonly earliest: YearMonth
  /** Latest month by agreement. */
  readonly latest: YearMonth
  /** Contributions needed to retire in `month` and in `earliest`. */
  readonly contributions: number
  readonly earliestContributions: number
}

/** Reads the form: `group`, `birthYear`, `birthMonth`. */
export function readRetirement(raw: RawInput): Reading<RetirementInput> {
  const form = new InputReader(raw)
  return form.done({
    group: form.choice('group', RETIREMENT_GROUPS),
    birthYear: form.whole('birthYear', { least: 1930, most: 2015 }),
    birthMonth: form.whole('birthMonth', { least: 1, most: 12 }),
  })
}

/** A month as a count from year 0, so that months can be added. */
const toCount = (year: number, month: number): number => year * 12 + month - 1
const toMonth = (count: number): YearMonth => dayOf(Math.floor(count / 12), (count % 12) + 1, 1).slice(0, 7)

/**
 * The statutory retirement age under the gradual change, to the month: one month later for every `stepMonths` months by
 * which the former age is reached after the start, the first month at once, up to the final age.
 *
 * Example: a man of January 1965 reaches 60 in January 2025, the first month of the change, and retires at 60 years and
 * 1 month. Who reached the former age before the change isn't covered by it: the result says so.
 *
 * Source: the decision of 2024-09-13 of the NPC Standing Committee on gradually raising the statutory retirement age.
 */
export function calculateRetirement(
  periods: RetirementRules['periods'],
  { group, birthYear, birthMonth }: RetirementInput,
): Outcome<RetirementFigures> {
  const birth = toCount(birthYear, birthMonth)
  const month = (count: number): Quantity => ({ unit: 'month', value: toMonth(count) })
  const age = (months: number): Quantity => ({ unit: 'age', value: months })
  const length = (months: number): Quantity => ({ unit: 'months', value: months })
  // The former age is the same in every period; the day on which it is reached chooses the period.
  const formerMonths = (periods[0]?.figures.groups[group].formerAge ?? 0) * 12
  const reached = birth + formerMonths
  const reachedOn = `${toMonth(reached)}-01`
  const rule = periodOn(periods, reachedOn)
  if (rule === null) {
    return notCovered(periods, reachedOn, [statement('former-age', { age: age(formerMonths), month: month(reached) })])
  }

  const { figures, sources, effectiveFrom } = rule
  const { formerAge, finalAge, stepMonths } = figures.groups[group]
  const [startYear = 0, startMonth = 1] = effectiveFrom.split('-').map(Number)
  const since = reached - toCount(startYear, startMonth)
  const most = (finalAge - formerAge) * 12
  const delay = Math.min(Math.floor(since / stepMonths) + 1, most)
  const retirement = reached + delay
  const earliest = Math.max(reached, retirement - figures.earlierMonths)
  const latest = retirement + figures.laterMonths
  const contributionsFor = (count: number) => {
    const { months, risesFrom, perYear, most: limit } = figures.contributions
    const rises = Math.max(0, Math.floor(count / 12) - risesFrom + 1)
    return Math.min(months + rises * perYear, limit)
  }
  const [contributions, earliestContributions] = [contributionsFor(retirement), contributionsFor(earliest)]
  return {
    kind: 'calculated',
    figures: {
      age: formerMonths + delay,
      month: toMonth(retirement),
      earliest: toMonth(earliest),
      latest: toMonth(latest),
      contributions,
      earliestContributions,
    },
    answer: [
      statement('month', { month: month(retirement), age: age(formerMonths + delay) }),
      statement('earliest', {
        month: month(earliest),
        age: age(earliest - birth),
        contributions: length(earliestContributions),
      }),
      statement('latest', { month: month(latest), age: age(latest - birth) }),
      statement('contributions', { contributions: length(contributions) }),
    ],
    working: [
      statement('former', { age: age(formerMonths), month: month(reached) }, sources.age),
      delay === most
        ? statement(
            'full-delay',
            { step: number(stepMonths), delay: number(delay), final: age(finalAge * 12) },
            sources.age,
          )
        : statement(
            'delay',
            {
              step: number(stepMonths),
              since: number(since),
              delay: number(delay),
              start: month(toCount(startYear, startMonth)),
            },
            sources.age,
          ),
      statement('month', { month: month(retirement), age: age(formerMonths + delay) }, sources.age),
      statement(
        'earlier',
        { most: length(figures.earlierMonths), former: age(formerMonths), month: month(earliest) },
        sources.earlier,
      ),
      statement('later', { most: length(figures.laterMonths), month: month(latest) }, sources.later),
      statement(
        'contributions',
        {
          months: length(figures.contributions.months),
          from: number(figures.contributions.risesFrom),
          perYear: number(figures.contributions.perYear),
          most: length(figures.contributions.most),
          year: number(Math.floor(retirement / 12)),
          contributions: length(contributions),
        },
        sources.contributions,
      ),
    ],
    notes: [statement('as-it-stands'), statement('special')],
  }
}

/** From the form to the outcome. */
export function runRetirement(periods: RetirementRules['periods'], raw: RawInput): Calculation {
  return calculation(readRetirement(raw), (input) => calculateRetirement(periods, input))
}
