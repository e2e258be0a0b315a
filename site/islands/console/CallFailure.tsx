import { FailureNotice } from '../FailureNotice.tsx'
import { type TextKey, useLanguage } from '../i18n.ts'
import { type Failure, needsSession } from '../request.ts'
import type { Calls } from './use-call.ts'

interface Props {
  calls: Calls
  onRetry?: (() => void) | undefined
}

const FAULTS_SHOWN = 20

function keyOf(failure: Failure): TextKey | null {
  if (failure.kind !== 'problem') return null
  if (needsSession(failure)) return 'console.session-lost'
  if (failure.status === 403) return 'console.not-yours'
  if (failure.status === 409) return 'console.conflict'
  return failure.errors.length > 0 ? 'console.refused' : null
}

/** Why the last call failed, in words for who looks after people, and every fault that the service names. */
export function CallFailure({ calls: { failure, turn }, onRetry }: Props) {
  const { t } = useLanguage()
  if (failure === null) return null
  const key = keyOf(failure)
  const faults = failure.kind === 'problem' ? failure.errors : []
  return (
    <>
      <FailureNotice
        key={turn}
        failure={failure}
        text={key === null ? undefined : t(key)}
        onRetry={key === null ? onRetry : undefined}
      />
      {failure.kind === 'problem' && needsSession(failure) && (
        <p>
          <a href="/sign-in/?from=/console/">{t('console.sign-in')}</a>
        </p>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, FAULTS_SHOWN).map(({ pointer, detail }) => (
            <li key={pointer + detail}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  )
}
