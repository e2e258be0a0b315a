import { useEffect, useState } from 'preact/hooks'
import type { AuditLine } from '../../../content/domain/roster-api.ts'
import { type TextKey, useLanguage } from '../i18n.ts'
import { formatInstant } from '../instant.ts'
import { CallFailure } from './CallFailure.tsx'
import { getAudit } from './calls.ts'
import { useCall } from './use-call.ts'

/** What is done most; other actions are shown under the name that the trail has for them. */
const ACTIONS: ReadonlyMap<string, TextKey> = new Map([
  ['audit.read', 'audit.audit-read'],
  ['certificate.issue', 'audit.certificate-issue'],
  ['certificate.revoke', 'audit.certificate-revoke'],
  ['code.issue', 'audit.code-issue'],
  ['people.read', 'audit.people-read'],
  ['person.change', 'audit.person-change'],
  ['person.extra-time', 'audit.person-extra-time'],
  ['person.grants', 'audit.person-grants'],
  ['person.join', 'audit.person-join'],
  ['person.leave', 'audit.person-leave'],
  ['person.move', 'audit.person-move'],
  ['person.sign-out', 'audit.person-sign-out'],
  ['roster.import', 'audit.roster-import'],
  ['sign-in', 'audit.sign-in'],
  ['sign-out', 'audit.sign-out'],
] as const)

/** The audit trail, the newest first. */
export function AuditDesk() {
  const { t, locale } = useLanguage()
  const calls = useCall()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const [lines, setLines] = useState<readonly AuditLine[] | null>(null)
  const [next, setNext] = useState<string | null>(null)

  const load = async (asked: string, before: string | null) => {
    const found = await calls.run(() => getAudit(asked, before))
    if (found === null) return
    setQ(asked)
    setNext(found.next)
    setLines(before === null ? found.lines : [...(lines ?? []), ...found.lines])
  }
  useEffect(() => void load('', null), [])

  return (
    <section>
      <h2>{t('console.audit')}</h2>
      <p>{t('audit.lead')}</p>
      <form
        class="console-search"
        onSubmit={(event) => {
          event.preventDefault()
          void load(typed.trim(), null)
        }}
      >
        <p class="quiz-field">
          <label for="audit-q">{t('audit.q')}</label>
          <input
            id="audit-q"
            type="search"
            maxLength={40}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </p>
        <button type="submit" class="button">
          {t('console.search')}
        </button>
      </form>
      <CallFailure calls={calls} onRetry={() => load(typed.trim(), null)} />
      {lines === null && calls.busy && <p role="status">{t('console.loading')}</p>}
      {lines !== null && (
        <p role="status">{t(lines.length === 0 ? 'audit.none' : 'audit.shown', { count: lines.length })}</p>
      )}
      {lines !== null && lines.length > 0 && (
        <ol class="console-list">
          {lines.map(({ id, at, actor, action, subject, detail }) => {
            const known = ACTIONS.get(action)
            return (
              <li key={id}>
                <p>
                  <strong>{known === undefined ? action : t(known)}</strong>
                  {subject !== '' && ` ${subject}`}
                </p>
                <p class="muted">{t('audit.by', { at: formatInstant(locale, at), actor })}</p>
                {detail !== '' && <p class="console-words">{detail}</p>}
              </li>
            )
          })}
        </ol>
      )}
      {next !== null && (
        <p class="page-actions">
          <button type="button" class="button button-plain" onClick={() => load(q, next)}>
            {t('console.more')}
          </button>
        </p>
      )}
    </section>
  )
}
