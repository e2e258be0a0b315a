import { type Assessment, windowAt } from './assessment.ts'
import { type AttemptClock, timeUsedSeconds } from './attempt.ts'
import { beijingDay } from './dates.ts'
import { type RankedResult, takesPlaceOf } from './ranking.ts'

/**
 * What follows from the attempts that a participant has made: whether another may start, and which of them counts.
 *
 * A make-up (补考) attempt is one beyond those that everybody has, for people who were absent or didn't pass.
 */

/** An attempt as far as it matters here. */
export interface EarlierAttempt extends Pick<AttemptClock, 'state' | 'startedAt' | 'finishedAt'> {
  /** Marks, `null` before the end. */
  readonly score: number | null
}

/** The rules that decide. */
type Rules = Pick<Assessment, 'attempts' | 'opensAt' | 'closesAt' | 'makeUpWindow' | 'passMark' | 'tieBreak'>

/** What ranks an attempt that has ended. */
export function rankedResultOf({ score, ...attempt }: Omit<EarlierAttempt, 'state'>): RankedResult {
  return {
    score: score ?? 0,
    timeUsedSeconds: timeUsedSeconds(attempt),
    finishedAt: attempt.finishedAt ?? attempt.startedAt,
  }
}

/**
 * Whether an attempt is a make-up: it started in the make-up window or, where there is none, after all attempts that everybody has.
 *
 * @param index place among the participant's attempts in the order of their start
 */
export function isMakeUp({ attempts, makeUpWindow }: Rules, startedAt: number, index: number): boolean {
  if (attempts.makeUp === 0) return false
  if (makeUpWindow !== undefined) return startedAt >= Date.parse(makeUpWindow.opensAt)
  return attempts.allowed !== null && index >= attempts.allowed
}

/**
 * The attempt whose result counts: by the rule of the assessment, except that a make-up counts as soon as it is better; `null` before the first has
 * ended.
 *
 * @param attempts in the order of their start
 */
export function countingAttempt<T extends EarlierAttempt>(rules: Rules, attempts: readonly T[]): T | null {
  let counting: T | null = null
  for (const [index, attempt] of attempts.entries()) {
    if (attempt.state === 'in_progress') continue
    const rule = isMakeUp(rules, attempt.startedAt, index) ? 'best' : rules.attempts.counts
    if (counting === null || takesPlaceOf(rankedResultOf(attempt), rankedResultOf(counting), rule, rules.tieBreak)) {
      counting = attempt
    }
  }
  return counting
}

/** Whether another attempt may start now, or why not. */
export type Verdict = 'may-start' | 'not-open' | 'no-attempts-left' | 'already-passed'

/**
 * Whether another attempt may start. Make-up attempts are for people who haven't passed: in a window of their own, or once the other attempts are
 * used.
 *
 * @param attempts of this participant at this assessment, in the order of their start
 */
export function mayStart(rules: Rules, attempts: readonly EarlierAttempt[], now: number): Verdict {
  const window = windowAt(rules, now)
  if (window === null) return 'not-open'
  const { allowed, per, makeUp } = rules.attempts
  const made = attempts.filter(({ startedAt }, index) => isMakeUp(rules, startedAt, index)).length
  if (!window.isMakeUp) {
    const today = beijingDay(now)
    const counted = per === 'day' ? attempts.filter(({ startedAt }) => beijingDay(startedAt) === today) : attempts
    if (allowed === null || counted.length < allowed) return 'may-start'
    if (makeUp === 0 || rules.makeUpWindow !== undefined) return 'no-attempts-left'
  }
  const counting = countingAttempt(rules, attempts)
  if (counting !== null && (counting.score ?? 0) >= rules.passMark) return 'already-passed'
  return made < makeUp ? 'may-start' : 'no-attempts-left'
}
