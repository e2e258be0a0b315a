import { useState } from 'preact/hooks'
import type { PersonChange, RosterPerson } from '../../../content/domain/roster-api.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { useLanguage } from '../i18n.ts'
import { formatInstant } from '../instant.ts'
import { CallFailure } from './CallFailure.tsx'
import { changePerson } from './calls.ts'
import { useCall } from './use-call.ts'

interface Props {
  person: RosterPerson
  units: readonly Unit[]
  mayChange: boolean
  /** Whether the person is marked for a code; `null` where none can be issued. */
  marked: boolean | null
  onMark: (on: boolean) => void
  onChanged: (person: RosterPerson) => void
}

const EXTRA_TIME_MOST = 200

/** One person: what the roster says, extra time, and ending their sessions. */
export function PersonItem({ person, units, mayChange, marked, onMark, onChanged }: Props) {
  const { t, locale } = useLanguage()
  const calls = useCall()
  const [extra, setExtra] = useState(String(person.extraTimePercent))
  const [done, setDone] = useState<'saved' | 'ended' | null>(null)
  const { staffNumber, name, unitPath, post, exemption, extraTimePercent, grants, codeUntil } = person
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id

  const change = async (what: PersonChange, then: 'saved' | 'ended') => {
    setDone(null)
    const changed = await calls.run(() => changePerson(staffNumber, what))
    if (changed === null) return
    onChanged(changed)
    setDone(then)
  }

  const facts = [
    unitPath,
    ...(post === undefined ? [] : [post]),
    ...grants.map(({ role, unit }) => t('people.grant', { role: t(`people.${role}`), unit: unitName(unit) })),
    ...(exemption === undefined
      ? []
      : [t('people.exempt', { reason: exemption.reason, approver: exemption.approver })]),
    ...(extraTimePercent === 0 ? [] : [t('people.extra-is', { percent: extraTimePercent })]),
    ...(codeUntil === null ? [] : [t('people.code-until', { at: formatInstant(locale, codeUntil) })]),
  ]
  const title = `${name}（${staffNumber}）`
  return (
    <li>
      {marked === null ? (
        <p>
          <strong>{title}</strong>
        </p>
      ) : (
        <label class="console-mark">
          <input type="checkbox" checked={marked} onChange={(event) => onMark(event.currentTarget.checked)} />
          <strong>{title}</strong>
        </label>
      )}
      {facts.map((fact) => (
        <p key={fact} class="muted">
          {fact}
        </p>
      ))}
      {mayChange && (
        <details>
          <summary>
            {t('people.settings')}
            <span class="quiz-spoken">{title}</span>
          </summary>
          <CallFailure calls={calls} />
          <form
            class="console-search"
            onSubmit={(event) => {
              event.preventDefault()
              void change({ extraTimePercent: Number(extra) }, 'saved')
            }}
          >
            <p class="quiz-field">
              <label for={`extra-${staffNumber}`}>{t('people.extra')}</label>
              <input
                id={`extra-${staffNumber}`}
                type="number"
                inputMode="numeric"
                min={0}
                max={EXTRA_TIME_MOST}
                step={1}
                required
                value={extra}
                onInput={(event) => setExtra(event.currentTarget.value)}
              />
            </p>
            <button type="submit" class="button button-plain">
              {t('people.save')}
            </button>
          </form>
          <p>
            <button type="button" class="button button-plain" onClick={() => change({ signOut: true }, 'ended')}>
              {t('people.end')}
            </button>
          </p>
          <p role="status">{done !== null && t(`people.${done}`)}</p>
        </details>
      )}
    </li>
  )
}
