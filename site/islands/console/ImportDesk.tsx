import { useEffect, useRef, useState } from 'preact/hooks'
import type { output } from 'zod/mini'
import type { Right } from '../../../content/domain/role.ts'
import type { RosterOutcome, RosterUnitsSchema, RosterUpload } from '../../../content/domain/roster-api.ts'
import { useLanguage } from '../i18n.ts'
import { CallFailure } from './CallFailure.tsx'
import { putRoster } from './calls.ts'
import { Difference } from './Difference.tsx'
import { FileProblems } from './FileProblems.tsx'
import type { FileReading } from './read-file.ts'
import { linesOf, treesOf } from './tree.ts'
import { useCall } from './use-call.ts'

interface Props {
  units: output<typeof RosterUnitsSchema>
  rights: readonly Right[]
  /** The roster is another one now. */
  onApplied: () => void
}

/** Blanks that stand for a level in a list of choices, which shows no margins. */
const INDENT = '\u3000'

/** The roster from a file: read, compared with what is there, applied. */
export function ImportDesk({ units, rights, onApplied }: Props) {
  const { t } = useLanguage()
  const calls = useCall()
  const lines = linesOf(treesOf(units.units, rights, 'change-roster'))
  const picker = useRef<HTMLInputElement>(null)
  const [within, setWithin] = useState(lines[0]?.node.unit.id ?? '')
  const [addUnits, setAddUnits] = useState(false)
  const [progress, setProgress] = useState<number | null>(null)
  const [missing, setMissing] = useState(false)
  const [broken, setBroken] = useState(false)
  const [problems, setProblems] = useState<Extract<FileReading, { ok: false }> | null>(null)
  const [upload, setUpload] = useState<RosterUpload | null>(null)
  const [outcome, setOutcome] = useState<RosterOutcome | null>(null)

  const clear = () => {
    setProblems(null)
    setUpload(null)
    setOutcome(null)
    setMissing(false)
    setBroken(false)
  }
  // What was compared holds for one unit and one way of reading.
  useEffect(clear, [within, addUnits])

  const read = async (file: File): Promise<FileReading | null> => {
    setProgress(0)
    try {
      const { readRosterFile } = await import('./read-file.ts')
      const onProgress = (done: number, total: number) => setProgress(Math.floor((100 * done) / Math.max(1, total)))
      return await readRosterFile(file, { units: units.units, addUnits, onProgress })
    } catch {
      // The reader couldn't be loaded, or the file has gone or changed since it was chosen.
      setBroken(true)
      return null
    } finally {
      setProgress(null)
    }
  }

  const compare = async () => {
    if (calls.busy || progress !== null) return
    clear()
    const file = picker.current?.files?.[0]
    if (file === undefined) return setMissing(true)
    const reading = await read(file)
    if (reading === null) return
    if (!reading.ok) return setProblems(reading)
    const next: RosterUpload = {
      within,
      base: units.version,
      newUnits: [...reading.newUnits],
      entries: [...reading.entries],
      apply: false,
      confirmLargeLeave: false,
    }
    const compared = await calls.run(() => putRoster(next))
    if (compared === null) return
    setUpload(next)
    setOutcome(compared)
  }

  const apply = async (confirmLargeLeave: boolean) => {
    if (upload === null) return
    const applied = await calls.run(() => putRoster({ ...upload, apply: true, confirmLargeLeave }))
    if (applied === null) return
    setUpload(null)
    setOutcome(applied)
    onApplied()
  }

  return (
    <section>
      <h2>{t('console.import')}</h2>
      <p>{t('import.lead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void compare()
        }}
      >
        <p class="quiz-field">
          <label for="within">{t('import.within')}</label>
          <select id="within" value={within} onChange={(event) => setWithin(event.currentTarget.value)}>
            {lines.map(({ node, depth }) => (
              <option key={node.unit.id} value={node.unit.id}>
                {INDENT.repeat(depth) + node.unit.name}
              </option>
            ))}
          </select>
        </p>
        <p class="quiz-field">
          <label for="file">{t('import.file')}</label>
          <span id="file-hint" class="muted">
            {t('import.file-hint')}
          </span>
          {missing && (
            <span id="file-fault" class="quiz-fault" role="alert">
              {t('import.missing')}
            </span>
          )}
          <input
            id="file"
            ref={picker}
            type="file"
            accept=".xlsx,.csv"
            aria-invalid={missing}
            aria-describedby={missing ? 'file-hint file-fault' : 'file-hint'}
            onChange={clear}
          />
        </p>
        <label class="console-mark">
          <input type="checkbox" checked={addUnits} onChange={(event) => setAddUnits(event.currentTarget.checked)} />
          {t('import.add-units')}
        </label>
        <button type="submit" class="button">
          {t('import.compare')}
        </button>
      </form>
      {progress !== null && (
        <p>
          <label for="progress">{t('import.reading')}</label> <progress id="progress" max={100} value={progress} />
        </p>
      )}
      {calls.busy && <p role="status">{t('import.asking')}</p>}
      {broken && (
        <p class="quiz-notice quiz-notice-error" role="alert">
          {t('import.broken')}
        </p>
      )}
      {problems !== null && <FileProblems reading={problems} />}
      <CallFailure calls={calls} />
      {outcome !== null && <Difference outcome={outcome} busy={calls.busy} onApply={upload === null ? null : apply} />}
    </section>
  )
}
