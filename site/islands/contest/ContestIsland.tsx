import { useMemo } from 'preact/hooks'
import type { AssessmentSummary } from '../../../content/domain/assessment-api.ts'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import type { LawIds } from '../question/CitationText.tsx'
import { Contest } from './Contest.tsx'

interface Props {
  texts: IslandTexts
  rules: AssessmentSummary
  laws: LawIds
}

/** A contest of which the page knows the rules. */
export function ContestIsland({ texts, rules, laws }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  return (
    <LanguageContext.Provider value={language}>
      <Contest
        rules={rules}
        laws={laws}
        boardPath={rules.kind === 'practice' ? null : `/contests/${rules.id}/standings/`}
      />
    </LanguageContext.Provider>
  )
}
