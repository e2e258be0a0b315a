import { useMemo } from 'preact/hooks'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import type { LawIds } from '../question/CitationText.tsx'
import { Contest } from './Contest.tsx'
import type { RuleLine, Taken } from './rules.ts'

interface Props {
  texts: IslandTexts
  taken: Taken
  lines: readonly RuleLine[]
  laws: LawIds
}

/** A contest of which the page knows the rules. */
export function ContestIsland({ texts, taken, lines, laws }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  return (
    <LanguageContext.Provider value={language}>
      <Contest
        taken={taken}
        lines={lines}
        laws={laws}
        boardPath={taken.kind === 'practice' ? null : `/contests/${taken.id}/standings/`}
      />
    </LanguageContext.Provider>
  )
}
