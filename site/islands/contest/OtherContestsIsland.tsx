import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AssessmentSummary } from '../../../content/domain/assessment-api.ts'
import { localePath, serviceLang } from '../../lib/locale.ts'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import { getAssessments } from './assessments-call.ts'
import { RuleList } from './RuleList.tsx'
import { ruleLines } from './rules.ts'

interface Props {
  texts: IslandTexts
  /** Ids of the assessments that the page lists by itself. */
  listed: readonly string[]
}

/** Contests made at run time. Shows nothing when there are none, or the service doesn't answer. */
export function OtherContestsIsland({ texts, listed }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { t, locale } = language
  const [others, setOthers] = useState<readonly AssessmentSummary[]>([])
  useEffect(() => {
    void getAssessments().then((called) => {
      if (called.ok) setOthers(called.value.assessments.filter(({ id }) => !listed.includes(id)))
    })
  }, [listed])
  if (others.length === 0) return null
  return (
    <LanguageContext.Provider value={language}>
      <section class="quiz">
        <h2>{t('list.others')}</h2>
        {others.map((assessment) => (
          <article class="panel quiz-panel" key={assessment.id}>
            <h3 lang={serviceLang(locale)}>{assessment.title}</h3>
            <RuleList lines={ruleLines(assessment, language)} />
            <a class="button" href={localePath(locale, `/contests/open/?id=${assessment.id}`)}>
              {t('list.enter', { title: assessment.title })}
            </a>
          </article>
        ))}
      </section>
    </LanguageContext.Provider>
  )
}
