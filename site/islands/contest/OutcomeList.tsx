import { serviceLang } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'
import { CaseStory } from '../question/CaseStory.tsx'
import type { LawIds } from '../question/CitationText.tsx'
import { Explanation } from '../question/Explanation.tsx'
import { OutcomeMark } from '../question/OutcomeMark.tsx'
import type { Ended } from './state.ts'

interface Props {
  phase: Ended
  laws: LawIds
}

/** Each question with its answers, as far as they are revealed; those that came out right stay folded. */
export function OutcomeList({ phase, laws }: Props) {
  const { t, locale } = useLanguage()
  const { result, questions, responses } = phase
  const outcomes = new Map(result.questions?.map((each) => [each.id, each]))
  return (
    <section>
      <h2>{t('result.review')}</h2>
      {result.questions === undefined && <p>{t('result.no-key')}</p>}
      {questions.map((question, index) => {
        const outcome = outcomes.get(question.id)
        return (
          <details class="quiz-fold panel" key={question.id} open={outcome?.outcome !== 'right'}>
            <summary>
              <h3>{t('result.question', { number: index + 1 })}</h3>{' '}
              {outcome !== undefined && (
                <>
                  <OutcomeMark outcome={outcome.outcome} />{' '}
                  <span class="muted">{t('result.earned', { earned: outcome.earned, points: outcome.points })}</span>
                </>
              )}
            </summary>
            <CaseStory question={question} />
            <p class="quiz-stem" lang={serviceLang(locale)}>
              {question.stem}
            </p>
            <Explanation
              question={question}
              response={responses[question.id] ?? []}
              outcome={outcome ?? {}}
              laws={laws}
            />
          </details>
        )
      })}
    </section>
  )
}
