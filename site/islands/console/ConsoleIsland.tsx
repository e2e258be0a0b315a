import { useEffect, useMemo, useState } from 'preact/hooks'
import type { output } from 'zod/mini'
import type { Person, RosterUnitsSchema } from '../../../content/domain/roster-api.ts'
import { getSession } from '../account/calls.ts'
import { endedElsewhere } from '../account/failures.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import { type Failure, needsSession } from '../request.ts'
import { AuditDesk } from './AuditDesk.tsx'
import { getUnits } from './calls.ts'
import { ImportDesk } from './ImportDesk.tsx'
import { PeopleDesk } from './PeopleDesk.tsx'
import { RevokeDesk } from './RevokeDesk.tsx'
import { mayAnywhere, mayIn } from './tree.ts'

type Units = output<typeof RosterUnitsSchema>

interface Props {
  texts: IslandTexts
}

const DESKS = ['people', 'import', 'certificates', 'audit'] as const
type Desk = (typeof DESKS)[number]

/** Why nobody gets further than the door. */
type Closed = 'signed-out' | 'elsewhere' | 'no-role'

function desksOf({ rights }: Person, { units }: Units): Desk[] {
  // The audit trail is one for all units: who may read it may do so at the root.
  const roots = units.filter(({ parent }) => parent === null)
  const open: Readonly<Record<Desk, boolean>> = {
    people: mayAnywhere(rights, 'read-people'),
    import: mayAnywhere(rights, 'change-roster'),
    certificates: mayAnywhere(rights, 'revoke-certificates'),
    audit: roots.length === 1 && roots.every(({ id }) => mayIn(rights, 'read-audit', id, units)),
  }
  return DESKS.filter((desk) => open[desk])
}

/** The console: who is signed in, and the desks that their roles open. */
export function ConsoleIsland({ texts }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { t } = language
  const [closed, setClosed] = useState<Closed | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [person, setPerson] = useState<Person | null>(null)
  const [units, setUnits] = useState<Units | null>(null)
  const [chosen, setChosen] = useState<Desk | null>(null)

  const fail = (found: Failure) => {
    if (needsSession(found)) setClosed(endedElsewhere(found) ? 'elsewhere' : 'signed-out')
    else setFailure(found)
  }

  const load = async () => {
    setFailure(null)
    const session = await getSession()
    if (!session.ok) return fail(session.failure)
    const found = session.value.person
    if (found === undefined) return setClosed('signed-out')
    if (!mayAnywhere(found.rights, 'read-people')) return setClosed('no-role')
    const asked = await getUnits()
    if (!asked.ok) return fail(asked.failure)
    setPerson(found)
    setUnits(asked.value)
  }

  useEffect(() => {
    const desk = () => setChosen(DESKS.find((each) => location.hash === `#${each}`) ?? null)
    desk()
    void load()
    addEventListener('hashchange', desk)
    return () => removeEventListener('hashchange', desk)
  }, [])

  const desks = person === null || units === null ? [] : desksOf(person, units)
  const desk = chosen !== null && desks.includes(chosen) ? chosen : desks[0]
  return (
    <LanguageContext.Provider value={language}>
      <div class="quiz console needs-script">
        {failure !== null && <FailureNotice failure={failure} onRetry={load} />}
        {closed !== null && (
          <div class="quiz-notice">
            <p>{t(`console.${closed}`)}</p>
            {closed !== 'no-role' && (
              <p>
                <a class="button" href="/sign-in/?from=/console/">
                  {t('console.sign-in')}
                </a>
              </p>
            )}
          </div>
        )}
        {closed === null && failure === null && person === null && <p role="status">{t('console.opening')}</p>}
        {person !== null && units !== null && (
          <>
            <p class="console-who">
              {t('console.as', { name: person.name, unit: person.units.join(' / ') })}{' '}
              <a href="/sign-in/">{t('console.account')}</a>
            </p>
            <nav class="page-actions console-desks" aria-label={t('console.desks')}>
              {desks.map((each) => (
                <a
                  key={each}
                  href={`#${each}`}
                  class={each === desk ? 'button' : 'button button-plain'}
                  aria-current={each === desk ? 'page' : undefined}
                >
                  {t(`console.${each}`)}
                </a>
              ))}
            </nav>
            {desk === 'people' && <PeopleDesk units={units.units} rights={person.rights} />}
            {desk === 'import' && <ImportDesk units={units} rights={person.rights} onApplied={load} />}
            {desk === 'certificates' && <RevokeDesk />}
            {desk === 'audit' && <AuditDesk />}
          </>
        )}
      </div>
    </LanguageContext.Provider>
  )
}
