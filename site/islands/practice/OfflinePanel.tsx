import { useEffect, useState } from 'preact/hooks'
import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'
import { dropKept, fetchKept, isUsable, type KeptPractice, readKept, topicsOf } from './kept-practice.ts'
import type { TopicChoiceItem } from './TopicChoice.tsx'

/** What the page knows when it is built. */
export interface OfflineProps {
  /** About how many questions can be kept, and their size in kB. */
  readonly questions: number
  readonly size: number
  readonly topics: readonly TopicChoiceItem[]
}

/** How a save went. */
type Saving = 'idle' | 'under-way' | 'failed'

/** Saves questions for practice without network, says what is saved and whether it is in use, and removes it again. */
export function OfflinePanel({ questions, size, topics, asked }: OfflineProps & { readonly asked: boolean }) {
  const { t, locale } = useLanguage()
  const [kept, setKept] = useState<KeptPractice | null>(null)
  const [saving, setSaving] = useState<Saving>('idle')
  const [online, setOnline] = useState(navigator.onLine)
  // The button that was pressed goes away with what it did.
  const [pressed, setPressed] = useState(asked ? 1 : 0)
  const heading = useFocus<HTMLHeadingElement>(pressed === 0 ? null : pressed)

  const save = async () => {
    setSaving('under-way')
    const fetched = await fetchKept(Date.now())
    if (fetched !== null) setKept(fetched)
    setSaving(fetched === null ? 'failed' : 'idle')
    setPressed((count) => count + 1)
  }
  const remove = async () => {
    await dropKept()
    setKept(null)
    setPressed((count) => count + 1)
  }

  useEffect(() => {
    const look = async () => {
      const found = await readKept()
      setKept(found)
      // What is kept follows the service: a contest may have taken one of the questions.
      const fresh = found !== null && navigator.onLine ? await fetchKept(Date.now()) : null
      if (fresh !== null) setKept(fresh)
    }
    void look()
    const connection = () => setOnline(navigator.onLine)
    for (const name of ['online', 'offline']) addEventListener(name, connection)
    return () => {
      for (const name of ['online', 'offline']) removeEventListener(name, connection)
    }
  }, [])

  const usable = kept !== null && isUsable(kept, Date.now())
  const values = kept && {
    questions: kept.questions.length,
    size: Math.ceil(kept.bytes / 1000),
    day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(kept.keptAt),
  }
  const covered = kept === null ? [] : topicsOf(kept)
  return (
    <section class="panel quiz-panel">
      <h3 tabIndex={-1} ref={heading}>
        {t('practice.offline')}
      </h3>
      <div role="status">
        {!online && <p>{t(usable ? 'offline.now' : 'offline.nothing')}</p>}
        {values === null && <p>{t('offline.about', { questions, size })}</p>}
        {values !== null && <p>{t(usable ? 'offline.saved' : 'offline.stale', values)}</p>}
        {usable && (
          <p>
            {t('offline.topics')}
            {topics
              .filter(({ id }) => covered.includes(id))
              .map(({ name }) => name)
              .join(t('offline.join'))}
          </p>
        )}
        {saving === 'failed' && <p>{t('offline.failed')}</p>}
      </div>
      <p class="page-actions">
        {!usable && (
          <button type="button" class="button button-plain" onClick={save} disabled={saving === 'under-way'}>
            {t(saving === 'under-way' ? 'offline.saving' : 'offline.save')}
          </button>
        )}
        {kept !== null && (
          <button type="button" class="button button-plain" onClick={remove}>
            {t('offline.remove')}
          </button>
        )}
      </p>
    </section>
  )
}
