import type { Failure } from './api-client.ts'
import { type TextKey, useLanguage } from './i18n.ts'
import { useFocus } from './use-focus.ts'

interface Props {
  failure: Failure
  /** Tries again; left out where that makes no sense. */
  onRetry?: (() => void) | undefined
  /** Text in place of the general one. */
  text?: string | undefined
}

/** How the service starts the type of its problems. */
const PROBLEM = 'urn:mingfa:problem:'

/** Problems with a text of their own. */
const OWN_TEXTS = [
  'not-open',
  'no-attempts-left',
  'already-passed',
  'staff-only',
  'withheld',
  'too-few-questions',
] as const

function keyOf(failure: Failure): TextKey {
  if (failure.kind !== 'problem') return `failure.${failure.kind}`
  const { status, type } = failure
  const own = OWN_TEXTS.find((name) => type === `${PROBLEM}${name}`)
  if (own !== undefined) return `failure.${own}`
  if (status === 429) return 'failure.too-many'
  if (status >= 500) return 'failure.server'
  if (status === 404) return 'failure.not-found'
  return status === 403 || status === 409 ? 'failure.not-allowed' : 'failure.other'
}

/** Says what failed and takes the focus, so that nobody waits for something that won't come. */
export function FailureNotice({ failure, onRetry, text }: Props) {
  const { t } = useLanguage()
  const notice = useFocus<HTMLDivElement>(`${failure.kind}`)
  const status = failure.kind === 'problem' ? failure.status : 0
  const key = keyOf(failure)
  // The service speaks English; its words help only where ours are too general.
  const detail = failure.kind === 'problem' && text === undefined && key === 'failure.other' ? failure.detail : ''
  return (
    <div class="quiz-notice quiz-notice-error" role="alert" tabIndex={-1} ref={notice}>
      <p class="quiz-notice-title">{t('failure.title')}</p>
      <p>{text ?? t(key, { status })}</p>
      {detail !== '' && <p class="muted">{t('failure.says', { detail })}</p>}
      {onRetry !== undefined && (
        <button type="button" class="button button-plain" onClick={onRetry}>
          {t('failure.retry')}
        </button>
      )}
    </div>
  )
}
