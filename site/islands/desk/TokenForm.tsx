import { useState } from 'preact/hooks'
import { FaultSummary } from '../FaultSummary.tsx'
import { useLanguage } from '../i18n.ts'

interface Props {
  refused: 'missing' | 'wrong' | null
  tries: number
  onEnter: (token: string) => void
}

/** Asks for the token that lets an editor in. */
export function TokenForm({ refused, tries, onEnter }: Props) {
  const { t } = useLanguage()
  const [token, setToken] = useState('')
  const fault = refused === null ? null : t(`desk.token-${refused}`)
  return (
    <form
      class="panel quiz-panel desk-token"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onEnter(token.trim())
      }}
    >
      {fault !== null && (
        <FaultSummary title={t('desk.token-title')} faults={[{ id: 'token', text: fault }]} tries={tries} />
      )}
      <p class="quiz-field report-field">
        <label for="token">{t('desk.token')}</label>
        <span id="token-hint" class="muted">
          {t('desk.token-hint')}
        </span>
        <input
          id="token"
          type="password"
          autoComplete="off"
          aria-invalid={fault !== null}
          aria-describedby="token-hint"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </p>
      <button type="submit" class="button">
        {t('desk.enter')}
      </button>
    </form>
  )
}
