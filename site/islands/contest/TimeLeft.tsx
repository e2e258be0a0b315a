import { useEffect, useRef, useState } from 'preact/hooks'
import { useLanguage } from '../i18n.ts'
import { announcementDue, formatSeconds, type ServerClock, secondsLeft } from './clock.ts'

interface Props {
  clock: ServerClock
  deadline: string
  /** Seconds left at which the time is told. */
  warnAtSeconds: readonly number[]
  onTimeUp: () => void
}

const TICK_MS = 250

/** The time left: shown every second, spoken at set points only. */
export function TimeLeft({ clock, deadline, warnAtSeconds, onTimeUp }: Props) {
  const { t } = useLanguage()
  const read = () => secondsLeft(clock, deadline, performance.now())
  const [left, setLeft] = useState(read)
  const [said, setSaid] = useState<number | null>(null)
  const before = useRef(left)
  const timeUp = useRef(onTimeUp)
  timeUp.current = onTimeUp

  useEffect(() => {
    const tick = () => {
      const now = read()
      const due = announcementDue(before.current, now, warnAtSeconds)
      if (due !== null) setSaid(due)
      before.current = now
      setLeft(now)
      if (now === 0) {
        clearInterval(timer)
        timeUp.current()
      }
    }
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [clock, deadline])

  return (
    <>
      <p class={`quiz-clock ${left !== null && left <= 60 ? 'quiz-clock-short' : ''}`} role="timer" aria-live="off">
        {t('contest.time-left')} <strong>{formatSeconds(left ?? 0)}</strong>
      </p>
      <p class="quiz-spoken" aria-live="polite">
        {said !== null &&
          (said % 60 === 0
            ? t('contest.left-minutes', { minutes: said / 60 })
            : t('contest.left-seconds', { seconds: said }))}
      </p>
    </>
  )
}
