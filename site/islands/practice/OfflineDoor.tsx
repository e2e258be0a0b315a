import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { PRACTICE_CACHE } from '../../offline/names.ts'
import { useLanguage } from '../i18n.ts'
import type { OfflineProps } from './OfflinePanel.tsx'

/** What was loaded, and whether the reader asked for it. */
interface Opened {
  readonly Panel: ComponentType<OfflineProps & { readonly asked: boolean }>
  readonly asked: boolean
}

/**
 * The way to practice without network. What is behind it is loaded by those who ask for it, who have kept questions, or
 * who have no network now.
 */
export function OfflineDoor(props: OfflineProps) {
  const { t } = useLanguage()
  const [panel, setPanel] = useState<Opened | null>(null)
  const open = (asked: boolean) =>
    import('./OfflinePanel.tsx').then(
      ({ OfflinePanel }) => setPanel((opened) => opened ?? { Panel: OfflinePanel, asked }),
      // Lost with the network: asking for questions says so.
      () => undefined,
    )

  useEffect(() => {
    const lost = () => void open(false)
    addEventListener('offline', lost)
    const look = async () => {
      if (!navigator.onLine || (await caches.has(PRACTICE_CACHE))) await open(false)
    }
    // Where browsers keep nothing, such as without https, there is nothing to look for.
    look().catch(() => undefined)
    return () => removeEventListener('offline', lost)
  }, [])

  if (panel !== null) return <panel.Panel {...props} asked={panel.asked} />
  return (
    <p class="page-actions">
      <button type="button" class="button button-plain" onClick={() => open(true)}>
        {t('practice.offline')}
      </button>
    </p>
  )
}
