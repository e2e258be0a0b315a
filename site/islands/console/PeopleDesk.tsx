import { useEffect, useState } from 'preact/hooks'
import type { Right } from '../../../content/domain/role.ts'
import type { Codes, RosterPerson } from '../../../content/domain/roster-api.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { useLanguage } from '../i18n.ts'
import { CallFailure } from './CallFailure.tsx'
import { CodesForm } from './CodesForm.tsx'
import { getPeople } from './calls.ts'
import { PersonItem } from './PersonItem.tsx'
import { Slips } from './Slips.tsx'
import { mayIn, treesOf } from './tree.ts'
import { UnitTree } from './UnitTree.tsx'
import { useCall } from './use-call.ts'

interface Props {
  units: readonly Unit[]
  rights: readonly Right[]
}

/** The people of the units that someone looks after. */
export function PeopleDesk({ units, rights }: Props) {
  const { t } = useLanguage()
  const calls = useCall()
  const trees = treesOf(units, rights, 'read-people')
  const [unit, setUnit] = useState<Unit | null>(trees[0]?.unit ?? null)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [people, setPeople] = useState<readonly RosterPerson[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [codes, setCodes] = useState<Codes | null>(null)

  const load = async (of: Unit, q: string, after: string | null) => {
    const found = await calls.run(() => getPeople(of.id, q, after))
    if (found === null) return
    setAsked(q)
    setNext(found.next)
    setPeople(after === null ? found.people : [...(people ?? []), ...found.people])
  }
  useEffect(() => {
    if (unit !== null) void load(unit, '', null)
  }, [])

  if (unit === null) return <p>{t('people.no-units')}</p>
  if (codes !== null) {
    const back = () => {
      setCodes(null)
      setMarked(new Set())
      void load(unit, asked, null)
    }
    return <Slips codes={codes} onBack={back} />
  }

  const choose = (chosen: Unit) => {
    setUnit(chosen)
    setMarked(new Set())
    setTyped('')
    void load(chosen, '', null)
  }
  const mark = (staffNumber: string, on: boolean) => {
    const now = new Set(marked)
    if (on) now.add(staffNumber)
    else now.delete(staffNumber)
    setMarked(now)
  }
  const mayIssue = mayIn(rights, 'issue-codes', unit.id, units)
  const mayChange = mayIn(rights, 'change-roster', unit.id, units)
  return (
    <div class="console-people">
      <section>
        <h2>{t('people.units')}</h2>
        <UnitTree trees={trees} chosen={unit.id} onChoose={choose} />
      </section>
      <section>
        <h2>{unit.name}</h2>
        <form
          class="console-search"
          onSubmit={(event) => {
            event.preventDefault()
            void load(unit, typed.trim(), null)
          }}
        >
          <p class="quiz-field">
            <label for="people-q">{t('people.q')}</label>
            <input
              id="people-q"
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
        <CallFailure calls={calls} onRetry={() => load(unit, typed.trim(), null)} />
        <p role="status">
          {people === null ? t('console.loading') : t('people.shown', { count: people.length, marked: marked.size })}
        </p>
        {mayIssue && <CodesForm key={unit.id} unit={unit} staffNumbers={[...marked]} onIssued={setCodes} />}
        {people !== null && people.length > 0 && (
          <ul class="console-list">
            {people.map((person) => (
              <PersonItem
                key={person.staffNumber}
                person={person}
                units={units}
                mayChange={mayChange}
                marked={mayIssue ? marked.has(person.staffNumber) : null}
                onMark={(on) => mark(person.staffNumber, on)}
                onChanged={(changed) =>
                  setPeople(people.map((each) => (each.staffNumber === changed.staffNumber ? changed : each)))
                }
              />
            ))}
          </ul>
        )}
        {next !== null && (
          <p class="page-actions">
            <button type="button" class="button button-plain" onClick={() => load(unit, asked, next)}>
              {t('console.more')}
            </button>
          </p>
        )}
      </section>
    </div>
  )
}
