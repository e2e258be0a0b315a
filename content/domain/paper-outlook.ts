import { type Assessment, type Blueprint, lastClose } from './assessment.ts'
import { beijingDay, type IsoDate } from './dates.ts'
import { candidatesFor, drawPaper, type Shortfall, ShortfallError } from './paper.ts'
import type { Question } from './question.ts'
import { drawableOn, setAsideOn, turningDays } from './set-aside.ts'

/**
 * Whether papers can still be drawn, on a day and on those to come: questions set aside may leave a bank too small.
 */

/** A question, or a case as a whole, that would fill a quota and is set aside. */
export interface WaitingQuestion {
  readonly id: string
  readonly reasons: readonly string[]
}

/** A day from which papers can't be drawn, what is missing, and which questions would do when they are reviewed. */
export interface ShortPaper {
  readonly day: IsoDate
  readonly shortfalls: readonly Shortfall[]
  readonly waiting: readonly WaitingQuestion[]
}

const TRIAL_SEED = '0'.repeat(16)

/**
 * What keeps a paper from being drawn on a day, or `null` when nothing does.
 *
 * @param pool questions of the bank that the assessment may ask
 * @param day Beijing day
 */
export function shortPaperOn(pool: readonly Question[], blueprint: Blueprint, day: IsoDate): ShortPaper | null {
  const drawable = drawableOn(pool, day)
  try {
    drawPaper(drawable, blueprint, TRIAL_SEED)
    return null
  } catch (error) {
    if (!(error instanceof ShortfallError)) throw error
    const kept = new Set(drawable)
    const setAside = pool.filter((question) => !kept.has(question))
    const ids = new Set(error.shortfalls.flatMap(({ quota }) => candidatesFor(setAside, quota)))
    const waiting = [...ids].map((id) => {
      const own = setAside.filter((question) => question.id === id || question.group?.id === id)
      const reasons = own.flatMap((question) => setAsideOn(question, day).map(({ reason }) => reason))
      return { id, reasons: [...new Set(reasons)] }
    })
    return { day, shortfalls: error.shortfalls, waiting }
  }
}

/**
 * The days, from `from` on, on which it turns out that papers can't be drawn.
 *
 * @param from Beijing day
 * @param last the last day that matters; left out, all days to come
 */
export function shortPapers(
  pool: readonly Question[],
  blueprint: Blueprint,
  from: IsoDate,
  last?: IsoDate,
): ShortPaper[] {
  return [from, ...turningDays(pool, from)]
    .filter((day) => last === undefined || day <= last)
    .flatMap((day) => shortPaperOn(pool, blueprint, day) ?? [])
}

/** The days on which an assessment may be begun, from a day on: the first, and the last if it closes. */
export function daysOpen(
  assessment: Pick<Assessment, 'opensAt' | 'closesAt' | 'makeUpWindow'>,
  today: IsoDate,
): { first: IsoDate; last: IsoDate | undefined } {
  const { opensAt } = assessment
  const closesAt = lastClose(assessment)
  const opensOn = opensAt === null ? today : beijingDay(Date.parse(opensAt))
  return {
    first: opensOn > today ? opensOn : today,
    // It is closed at `closesAt` itself, which may be the first moment of a day.
    last: closesAt === null ? undefined : beijingDay(Date.parse(closesAt) - 1),
  }
}

/** A quota in Chinese, as operators and authors read it: `第1大题抽题第2项（题型 single，主题 wages）要抽6道，题库里还差2道`. */
export function shortfallText({ section, line, wanted, missing, quota }: Shortfall): string {
  const filters = [
    `题型 ${quota.types.join('、')}`,
    ...(quota.topics === undefined ? [] : [`主题 ${quota.topics.join('、')}`]),
    ...(quota.difficulty === undefined ? [] : [`难度 ${quota.difficulty.join('、')}`]),
  ]
  return `第${section}大题抽题第${line}项（${filters.join('，')}）要抽${wanted}道，题库里还差${missing}道`
}

/** A day without papers in Chinese, a line a quota and a question. */
export function shortPaperText({ day, shortfalls, waiting }: ShortPaper): string[] {
  return [
    `${day} 起抽不满一张卷子：`,
    ...shortfalls.map((shortfall) => `  ${shortfallText(shortfall)}。`),
    ...(waiting.length === 0 ? [] : ['  这些题审核以后可以再抽：']),
    ...waiting.map(({ id, reasons }) => `    ${id}　${reasons.join('；')}`),
  ]
}
