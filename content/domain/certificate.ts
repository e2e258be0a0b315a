import { type Assessment, showsScores } from './assessment.ts'
import { countingAttempt, type EarlierAttempt } from './entitlement.ts'
import { gradeOf } from './scoring.ts'

/**
 * Certificates of passed exams: who may have one. What they say is in `open-badge.ts`, how they are numbered in `certificate-number.ts`.
 */

/** The rules that decide. */
type Rules = Pick<
  Assessment,
  'kind' | 'attempts' | 'opensAt' | 'closesAt' | 'makeUpWindow' | 'passMark' | 'bands' | 'tieBreak' | 'scoreShown'
>

/** Why there is no certificate (yet). */
export type CertificateRefusal = 'not-an-exam' | 'withheld' | 'not-ended' | 'not-passed' | 'not-final'

/** Whether the result of an attempt passes; one that hasn't ended doesn't. */
export function passes(rules: Pick<Rules, 'passMark' | 'bands'>, attempt: EarlierAttempt | null): boolean {
  return attempt !== null && attempt.score !== null && gradeOf(rules, attempt.score).passed
}

/**
 * The attempt that a certificate is issued for: the one that counts, once its result is shown, passes, and can't be replaced by a worse one.
 *
 * Only with `counts: last` can a later attempt take a pass away; then the certificate waits until none can follow. A make-up never does, since it
 * counts only if it is better.
 *
 * @param attempts of one participant at the exam, in the order of their start
 * @param now milliseconds since 1970 UTC
 */
export function certifiedAttempt<T extends EarlierAttempt>(
  rules: Rules,
  attempts: readonly T[],
  now: number,
): T | CertificateRefusal {
  if (rules.kind !== 'exam') return 'not-an-exam'
  if (!showsScores(rules, now)) return 'withheld'
  const counting = countingAttempt(rules, attempts)
  if (counting === null) return 'not-ended'
  if (!passes(rules, counting)) return 'not-passed'
  return mayBeReplaced(rules, attempts, now) ? 'not-final' : counting
}

function mayBeReplaced(
  { attempts: { counts, allowed, per }, closesAt }: Rules,
  attempts: readonly EarlierAttempt[],
  now: number,
): boolean {
  if (counts !== 'last') return false
  if (attempts.some(({ state }) => state === 'in_progress')) return true
  if (closesAt !== null && now >= Date.parse(closesAt)) return false
  return allowed === null || per === 'day' || attempts.length < allowed
}
