import type { Assessment } from './assessment.ts'
import type { Unit } from './unit.ts'

/**
 * Result sheets: who was due, who sat, who passed and who was excellent, by unit with all units below it.
 *
 * People who are exempt (免考) are listed by themselves and are in no denominator, whether they sat all the same or not.
 */

/** Where a person stands: `writing` has begun and not handed in yet. */
export type Standing = 'exempt' | 'absent' | 'writing' | 'sat'

/** A person as far as unit figures need them. */
export interface SheetPerson {
  /** Id of the unit. */
  readonly unit: string
  readonly isExempt: boolean
  /** Whether an attempt was begun. */
  readonly hasBegun: boolean
  /** The result that counts, `null` without one. */
  readonly result: { readonly passed: boolean; readonly isExcellent: boolean } | null
}

/** Heads of a unit and of all below it. */
export interface UnitFigures {
  /** In the roster 在册. */
  readonly listed: number
  /** Exempt 免考. */
  readonly exempt: number
  /** Due 应考 = 在册 − 免考. */
  readonly due: number
  /** Sat 参考: those due who began, also if they are writing still. */
  readonly sat: number
  /** Of these, still writing: without result. */
  readonly writing: number
  /** Absent 缺考 = 应考 − 参考. */
  readonly absent: number
  /** Passed 及格. */
  readonly passed: number
  /** Excellent 优秀. */
  readonly excellent: number
}

/** A line of the sheet of units. */
export interface UnitLine extends UnitFigures {
  readonly unit: Unit
  /** Levels below the unit that the sheet is of, 0 for itself. */
  readonly depth: number
}

/** A rate: which figures it divides, and its formula as people read it below the sheet. */
export interface Rate {
  readonly name: string
  readonly of: keyof UnitFigures
  readonly by: keyof UnitFigures
  readonly formula: string
}

/** The rates of a sheet. Passes are counted among those who sat, so that the two rates say different things. */
export const RATES = {
  sat: {
    name: '参考率',
    of: 'sat',
    by: 'due',
    formula: '参考率＝参考人数÷应考人数×100%；应考人数＝在册人数－免考人数',
  },
  passed: { name: '及格率', of: 'passed', by: 'sat', formula: '及格率＝及格人数÷参考人数×100%' },
  excellent: { name: '优秀率', of: 'excellent', by: 'sat', formula: '优秀率＝优秀人数÷参考人数×100%' },
} as const satisfies Readonly<Record<string, Rate>>

/** What stands where a rate would be 0 ÷ 0. */
export const NO_RATE = '—'

/** A rate of a unit, from 0 to 1; `null` for 0 ÷ 0. */
export function rateOf(figures: UnitFigures, { of, by }: Rate): number | null {
  return figures[by] === 0 ? null : figures[of] / figures[by]
}

/**
 * A rate as people read it, in percent with two decimals.
 *
 * @example rateText(2 / 3) // '66.67%'
 * @example rateText(null) // '—'
 */
export function rateText(rate: number | null): string {
  return rate === null ? NO_RATE : `${(Math.round(rate * 10_000) / 100).toFixed(2)}%`
}

/** Where a person stands. */
export function standingOf({ isExempt, hasBegun, result }: Omit<SheetPerson, 'unit'>): Standing {
  if (isExempt) return 'exempt'
  if (result !== null) return 'sat'
  return hasBegun ? 'writing' : 'absent'
}

/**
 * The band that counts as excellent: the best one, if it asks for more than passing does; otherwise there is no excellence to speak of.
 *
 * @example excellentBand({ passMark: 60, bands: [{ name: '优秀', from: 90 }, { name: '合格', from: 60 }] })?.name // '优秀'
 */
export function excellentBand({
  bands,
  passMark,
}: Pick<Assessment, 'bands' | 'passMark'>): Assessment['bands'][number] | null {
  const [best] = bands
  return best !== undefined && best.from > passMark ? best : null
}

function figuresOf(people: readonly SheetPerson[]): UnitFigures {
  const due = people.filter(({ isExempt }) => !isExempt)
  const count = (standing: Standing) => due.filter((person) => standingOf(person) === standing).length
  const [writing, absent] = [count('writing'), count('absent')]
  return {
    listed: people.length,
    exempt: people.length - due.length,
    due: due.length,
    sat: due.length - absent,
    writing,
    absent,
    passed: due.filter(({ result }) => result?.passed).length,
    excellent: due.filter(({ result }) => result?.isExcellent).length,
  }
}

function added(one: UnitFigures, other: UnitFigures): UnitFigures {
  return {
    listed: one.listed + other.listed,
    exempt: one.exempt + other.exempt,
    due: one.due + other.due,
    sat: one.sat + other.sat,
    writing: one.writing + other.writing,
    absent: one.absent + other.absent,
    passed: one.passed + other.passed,
    excellent: one.excellent + other.excellent,
  }
}

/**
 * The figures of a unit and of each unit below it, each with all below it: a unit stands before those below it, and those of one level stand in the
 * order of the list.
 *
 * @param people of these units; those of other units are passed over
 * @returns nothing when there is no such unit
 */
export function unitLines(units: readonly Unit[], people: readonly SheetPerson[], root: string): UnitLine[] {
  const byUnit = Map.groupBy(people, ({ unit }) => unit)
  const below = Map.groupBy(units, ({ parent }) => parent)
  const linesOf = (unit: Unit, depth: number): [UnitLine, ...UnitLine[]] => {
    const parts = (below.get(unit.id) ?? []).map((each) => linesOf(each, depth + 1))
    const own = figuresOf(byUnit.get(unit.id) ?? [])
    const figures = parts.reduce((sum, [line]) => added(sum, line), own)
    return [{ ...figures, unit, depth }, ...parts.flat()]
  }
  const unit = units.find(({ id }) => id === root)
  return unit === undefined ? [] : linesOf(unit, 0)
}
