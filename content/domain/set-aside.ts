import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from './dates.ts'

/**
 * When a question is not drawn into new papers, because the law that it cites has moved on or hasn't taken effect yet.
 *
 * The days come with the bank and the clock is the server's, so a law that takes effect at midnight sets its questions aside at
 * midnight. Questions kept in a browser bring their days along, and its clock decides. An attempt keeps the questions of the day on which it began.
 */

/** Days on which a question is set aside: from `from` (inclusive; left out, since ever) to `until` (exclusive; left out, for good). */
export const SetAsideDaysSchema = z.strictObject({ from: z.optional(IsoDateSchema), until: z.optional(IsoDateSchema) })
export type SetAsideDays = z.output<typeof SetAsideDaysSchema>

/** The same with the reason. */
export const SetAsideSchema = z.extend(SetAsideDaysSchema, {
  /** Why, for the operator: 《行政复议法》第二十条：2027-01-01 起改了文字. */
  reason: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type SetAside = z.output<typeof SetAsideSchema>

/** What a question has to have to be set aside. */
interface Settable<Days extends SetAsideDays = SetAsideDays> {
  readonly setAside?: readonly Days[] | undefined
  readonly group?: { readonly id: string } | undefined
}

/**
 * Why a question is set aside on a day; empty when it may be drawn.
 *
 * @param day Beijing day
 * @example setAsideOn({ setAside: [{ from: '2027-01-01', reason: '…' }] }, '2026-12-31') // []
 */
export function setAsideOn<Days extends SetAsideDays>({ setAside = [] }: Settable<Days>, day: IsoDate): Days[] {
  return setAside.filter(({ from = '', until }) => from <= day && (until === undefined || day < until))
}

/**
 * The questions that may be drawn on a day, in their order; a case of which one question is set aside is left out as a whole.
 *
 * @param day Beijing day
 */
export function drawableOn<T extends Settable>(questions: readonly T[], day: IsoDate): readonly T[] {
  const out = new Set(questions.filter((question) => setAsideOn(question, day).length > 0))
  if (out.size === 0) return questions
  const cases = new Set([...out].flatMap(({ group }) => (group === undefined ? [] : [group.id])))
  return questions.filter((question) => !out.has(question) && !(question.group && cases.has(question.group.id)))
}

/** The days after `day` on which questions are set aside or come back, the earliest first. */
export function turningDays(questions: readonly Settable[], day: IsoDate): IsoDate[] {
  const days = questions.flatMap(({ setAside = [] }) => setAside.flatMap(({ from = '', until = '' }) => [from, until]))
  return [...new Set(days)].filter((own) => own > day).toSorted()
}
