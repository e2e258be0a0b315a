import type { Scope, StandingEntry } from '../../../content/domain/api.ts'
import type { UnitRanking } from '../../../content/domain/assessment-parts.ts'
import { formatSeconds } from '../contest/clock.ts'
import { useLanguage } from '../i18n.ts'
import { ownLine } from './state.ts'

interface Props {
  scope: Scope
  entries: readonly StandingEntry[]
  me: StandingEntry | null
  unitsBy: UnitRanking['by'] | null
  /** Language of names where it differs from the page's. */
  lang: string | undefined
}

/** The lines of the board; the own one is marked in words. */
export function BoardTable({ scope, entries, me, unitsBy, lang }: Props) {
  const { t } = useLanguage()
  const people = scope === 'people'
  const own = ownLine(entries, me)
  const percent = !people && unitsBy === 'participation'
  return (
    <table class="quiz-standings">
      <caption class="quiz-spoken">{t(`standings.caption-${scope}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('standings.rank')}</th>
          <th scope="col">{t(`standings.name-${scope}`)}</th>
          <th scope="col">{t(people || unitsBy === null ? 'standings.score-marks' : `standings.score-${unitsBy}`)}</th>
          {!people && <th scope="col">{t('standings.participants')}</th>}
          <th scope="col">{t(people ? 'standings.time-people' : 'standings.time-mean')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <tr
            key={index}
            class={index === own ? 'quiz-own' : undefined}
            aria-current={index === own ? 'true' : undefined}
          >
            <td>{entry.rank}</td>
            <th scope="row" lang={lang}>
              {entry.name}
              {index === own && <span class="badge">{t('standings.me')}</span>}
            </th>
            <td>{percent ? t('standings.percent', { value: entry.score }) : entry.score}</td>
            {!people && <td>{entry.participants}</td>}
            <td>{formatSeconds(entry.timeUsedSeconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
