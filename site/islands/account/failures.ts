import type { Translate } from '../i18n.ts'
import type { Failure } from '../request.ts'

/** What failures of signing in mean for a person. */

/** Whether a session ended because the same person signed in elsewhere, or was signed out. */
export function endedElsewhere(failure: Failure): boolean {
  return failure.kind === 'problem' && failure.type === 'urn:mingfa:problem:signed-in-elsewhere'
}

/** What a refused code says to whoever typed it; nothing where the general text fits. */
export function codeFailureText(failure: Failure, t: Translate): string | undefined {
  if (failure.kind !== 'problem') return undefined
  if (failure.status === 401) return t('account.wrong')
  if (failure.status !== 429 || failure.retryAfter === undefined) return undefined
  const { retryAfter } = failure
  return retryAfter < 60
    ? t('account.wait-seconds', { seconds: retryAfter })
    : t('account.wait-minutes', { minutes: Math.ceil(retryAfter / 60) })
}

/** Problems of signing in at a provider that have words of their own. */
const OWN_WORDS = ['not-bound', 'unknown-person', 'sign-in-expired', 'provider-unavailable'] as const

/** What the problem that a provider's answer met says to a person. */
export function providerProblemText(problem: string, t: Translate): string {
  return t(`account.problem-${OWN_WORDS.find((own) => own === problem) ?? 'other'}`)
}
