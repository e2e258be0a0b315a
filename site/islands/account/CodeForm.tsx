import { useState } from 'preact/hooks'
import { groupedCode, readCode } from '../../../content/domain/sign-in-code.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { FaultSummary } from '../FaultSummary.tsx'
import { useLanguage } from '../i18n.ts'
import type { Failure } from '../request.ts'
import { codeFailureText } from './failures.ts'

interface Props {
  /** The code that the address brought along, or nothing. */
  brought: string
  busy: boolean
  failure: Failure | null
  /** @param code as `readCode` gives it */
  onSend: (code: string) => void
}

/** A code as it is shown: in groups, once it can be one. */
function shown(typed: string): string {
  const code = readCode(typed)
  return code === null ? typed : groupedCode(code)
}

/** The field for a code from a slip. */
export function CodeForm({ brought, busy, failure, onSend }: Props) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(() => shown(brought))
  const [fault, setFault] = useState(false)
  const [tries, setTries] = useState(0)

  const send = () => {
    if (busy) return
    const code = readCode(typed)
    setTries(tries + 1)
    setFault(code === null)
    if (code !== null) onSend(code)
  }

  return (
    <form
      class="panel quiz-panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h2>{t('account.by-code')}</h2>
      {fault && (
        <FaultSummary
          title={t('account.fault-title')}
          faults={[{ id: 'code', text: t('account.fault') }]}
          tries={tries}
        />
      )}
      {!fault && failure !== null && <FailureNotice key={tries} failure={failure} text={codeFailureText(failure, t)} />}
      {brought !== '' && tries === 0 && <p>{t('account.brought')}</p>}
      <p class="quiz-field">
        <label for="code">{t('account.code')}</label>
        <span id="code-hint" class="muted">
          {t('account.code-hint')}
        </span>
        <input
          id="code"
          class="account-code"
          type="text"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellcheck={false}
          aria-invalid={fault}
          aria-describedby="code-hint"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => setTyped(shown(typed))}
        />
      </p>
      <button type="submit" class="button">
        {t(busy ? 'account.sending' : 'account.send')}
      </button>
      <p class="muted">{t('account.no-code')}</p>
    </form>
  )
}
