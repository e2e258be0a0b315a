import { useState } from 'preact/hooks'
import type { RosterEntry } from '../../../content/domain/roster.ts'
import type { RosterOutcome } from '../../../content/domain/roster-api.ts'
import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'

interface Props {
  outcome: RosterOutcome
  busy: boolean
  /** `null` once it has been applied. */
  onApply: ((confirmLargeLeave: boolean) => void) | null
}

const who = ({ name, staffNumber, unitPath }: RosterEntry) => `${name}（${staffNumber}） ${unitPath}`

/** What a roster changes, or has changed. */
export function Difference({ outcome, busy, onApply }: Props) {
  const { t } = useLanguage()
  const [sure, setSure] = useState(false)
  const heading = useFocus<HTMLHeadingElement>(outcome.applied ? 'applied' : 'compared')
  const { joined, left, moved, changed, unchanged, newUnits, isLargeLeave, applied, version } = outcome
  const groups = [
    { key: 'joined', count: joined.count, lines: joined.first.map(who) },
    { key: 'left', count: left.count, lines: left.first.map(who) },
    {
      key: 'moved',
      count: moved.count,
      lines: moved.first.map(({ before, after }) => `${who(before)} → ${after.unitPath}`),
    },
    { key: 'changed', count: changed.count, lines: changed.first.map(({ after }) => who(after)) },
  ] as const
  const changes = newUnits + groups.reduce((sum, { count }) => sum + count, 0)
  return (
    <section class="console-difference">
      <h3 tabIndex={-1} ref={heading}>
        {applied ? t('import.applied', { version }) : t('import.difference')}
      </h3>
      <ul>
        {groups.map(({ key, count, lines }) => (
          <li key={key}>
            {t(`import.${key}`, { count })}
            {lines.length > 0 && (
              <details>
                <summary>{t('import.who', { count: lines.length })}</summary>
                <ul>
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
        <li>{t('import.new-units', { count: newUnits })}</li>
        <li>{t('import.unchanged', { count: unchanged })}</li>
      </ul>
      {onApply !== null && changes === 0 && <p>{t('import.nothing')}</p>}
      {onApply !== null && changes > 0 && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onApply(sure)
          }}
        >
          {isLargeLeave && (
            <label class="console-mark">
              <input
                type="checkbox"
                required
                checked={sure}
                onChange={(event) => setSure(event.currentTarget.checked)}
              />
              {t('import.large-leave')}
            </label>
          )}
          <button type="submit" class="button">
            {t(busy ? 'import.applying' : 'import.apply')}
          </button>
        </form>
      )}
    </section>
  )
}
