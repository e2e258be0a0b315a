import { useState } from 'preact/hooks'
import type { Codes } from '../../../content/domain/roster-api.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { useLanguage } from '../i18n.ts'
import { CallFailure } from './CallFailure.tsx'
import { issueCodes } from './calls.ts'
import { useCall } from './use-call.ts'

interface Props {
  unit: Unit
  /** Who is marked. */
  staffNumbers: readonly string[]
  onIssued: (codes: Codes) => void
}

const DAYS = 14
const DAYS_MOST = 90

/** Issues sign-in codes, for who is marked or for everyone of a unit. */
export function CodesForm({ unit, staffNumbers, onIssued }: Props) {
  const { t } = useLanguage()
  const calls = useCall()
  const [days, setDays] = useState(String(DAYS))
  const [sure, setSure] = useState(false)
  const isForAll = staffNumbers.length === 0

  const issue = async () => {
    const codes = await calls.run(() => issueCodes(unit.id, isForAll ? null : staffNumbers, Number(days)))
    if (codes !== null) onIssued(codes)
  }

  return (
    <details class="console-codes">
      <summary>{t('codes.title')}</summary>
      <CallFailure calls={calls} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void issue()
        }}
      >
        <p>
          {isForAll ? t('codes.for-all', { unit: unit.name }) : t('codes.for-marked', { count: staffNumbers.length })}
        </p>
        <p class="muted">{t('codes.note')}</p>
        <p class="quiz-field">
          <label for="code-days">{t('codes.days')}</label>
          <input
            id="code-days"
            type="number"
            inputMode="numeric"
            min={1}
            max={DAYS_MOST}
            step={1}
            required
            value={days}
            onInput={(event) => setDays(event.currentTarget.value)}
          />
        </p>
        {isForAll && (
          <label class="console-mark">
            <input type="checkbox" required checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
            {t('codes.sure')}
          </label>
        )}
        <button type="submit" class="button">
          {t(calls.busy ? 'codes.issuing' : 'codes.issue')}
        </button>
      </form>
    </details>
  )
}
