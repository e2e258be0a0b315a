import { useEffect, useMemo } from 'preact/hooks'
import type { AssessmentSummary } from '../../../content/domain/assessment-api.ts'
import { localePath } from '../../lib/locale.ts'
import type { Failure } from '../api-client.ts'
import { assessmentOfAddress } from '../assessment-of-address.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import type { LawIds } from '../question/CitationText.tsx'
import { useStore } from '../use-store.ts'
import { getAssessments } from './assessments-call.ts'
import { Contest } from './Contest.tsx'
import { ruleLines } from './rules.ts'

interface Props {
  texts: IslandTexts
  laws: LawIds
}

/** `loading`, `unknown` (no such assessment), the assessment, or why it couldn't be looked up. */
type Found = 'loading' | 'unknown' | AssessmentSummary | { readonly failure: Failure }

/** A contest made at run time; `?id=` of the address names it. */
export function OpenContestIsland({ texts, laws }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { t, locale } = language
  const store = useStore((_: Found, found: Found) => found, 'loading')
  const found = store.get()

  const look = async () => {
    store.dispatch('loading')
    const id = assessmentOfAddress()
    const called = await getAssessments()
    if (!called.ok) return store.dispatch({ failure: called.failure })
    store.dispatch(called.value.assessments.find((assessment) => assessment.id === id) ?? 'unknown')
  }
  useEffect(() => void look(), [])

  return (
    <LanguageContext.Provider value={language}>
      {found === 'loading' && (
        <p class="needs-script" role="status">
          {t('contest.opening')}
        </p>
      )}
      {found === 'unknown' && (
        <div class="quiz quiz-notice" role="alert">
          <p>{t('contest.not-found')}</p>
          <a href={localePath(locale, '/contests/')}>{t('contest.to-list')}</a>
        </div>
      )}
      {typeof found === 'object' && 'failure' in found && <FailureNotice failure={found.failure} onRetry={look} />}
      {typeof found === 'object' && 'id' in found && (
        <>
          <h2 class="quiz-open-title">{found.title}</h2>
          <Contest
            taken={found}
            lines={ruleLines(found, language)}
            laws={laws}
            boardPath={found.kind === 'practice' ? null : `/contests/open/standings/?id=${found.id}`}
          />
        </>
      )}
    </LanguageContext.Provider>
  )
}
