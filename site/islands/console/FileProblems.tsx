import { useEffect, useState } from 'preact/hooks'
import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'
import type { FileReading } from './read-file.ts'

interface Props {
  reading: Extract<FileReading, { ok: false }>
}

const SHOWN = 50

/** What is wrong with a file, and the copy that says it beside each row. */
export function FileProblems({ reading: { problems, badRows, copy } }: Props) {
  const { t } = useLanguage()
  const notice = useFocus<HTMLDivElement>(problems.length)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (copy === null) return
    const made = URL.createObjectURL(copy.blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [copy])
  return (
    <div class="quiz-notice quiz-notice-error console-notice" role="alert" tabIndex={-1} ref={notice}>
      <p class="quiz-notice-title">{badRows > 0 ? t('import.bad-rows', { count: badRows }) : t('import.bad-file')}</p>
      {copy !== null && address !== null && (
        <p>
          <a href={address} download={copy.name}>
            {t('import.copy', { name: copy.name })}
          </a>
        </p>
      )}
      <ul>
        {problems.slice(0, SHOWN).map((problem, at) => (
          <li key={at}>{problem}</li>
        ))}
      </ul>
      {problems.length > SHOWN && <p>{t('import.more-problems', { count: problems.length - SHOWN })}</p>}
    </div>
  )
}
