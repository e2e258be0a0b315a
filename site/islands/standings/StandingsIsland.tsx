import { useEffect, useMemo, useState } from 'preact/hooks'
import type { UnitRanking } from '../../../content/domain/assessment-parts.ts'
import { assessmentOfAddress } from '../assessment-of-address.ts'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import { Board } from './Board.tsx'

interface Props {
  texts: IslandTexts
  /** Id of the assessment; `null` to take it from `?id=` of the address. */
  assessment: string | null
  unitsBy: UnitRanking['by'] | null
}

/** The board on a page of its own. */
export function StandingsIsland({ texts, assessment, unitsBy }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const [id, setId] = useState(assessment)
  useEffect(() => setId(assessment ?? assessmentOfAddress()), [assessment])
  return (
    <LanguageContext.Provider value={language}>
      <div class="quiz needs-script">
        {id === null ? (
          <p role="status">{language.t('standings.loading')}</p>
        ) : (
          <Board assessment={id} unitsBy={unitsBy} />
        )}
      </div>
    </LanguageContext.Provider>
  )
}
