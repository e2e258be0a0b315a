import { serviceLang } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'
import { CaseStory } from '../question/CaseStory.tsx'
import type { LawIds } from '../question/CitationText.tsx'
import { Explanation } from '../question/Explanation.tsx'
import { useFocus } from '../use-focus.ts'
import { missedQuestions, type PracticeState, rightCount } from './state.ts'

interface Props {
  state: PracticeState
  laws: LawIds
  onMissed: () => void
  onAnother: () => void
  onTopics: () => void
}

/** The end of a round: how many were right, what was missed and why, what to do next. */
export function Summary({ state, laws, onMissed, onAnother, onTopics }: Props) {
  const { t, locale } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>('summary')
  const missed = missedQuestions(state)
  const right = rightCount(state)
  const total = right + missed.length
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {t('practice.summary')}
      </h2>
      <p class="quiz-score">
        {t('practice.score', { right, total })} {missed.length === 0 && total > 0 && t('practice.all-right')}
      </p>
      {missed.length > 0 && <h3>{t('practice.missed')}</h3>}
      {missed.map((question) => {
        const answer = state.answers[question.id]
        return (
          answer !== undefined && (
            <details class="quiz-fold panel" key={question.id}>
              <summary lang={serviceLang(locale)}>{question.stem}</summary>
              <CaseStory question={question} />
              <Explanation question={question} response={answer.response} outcome={answer.checked} laws={laws} />
            </details>
          )
        )
      })}
      <p class="page-actions">
        {missed.length > 0 && (
          <button type="button" class="button" onClick={onMissed}>
            {t('practice.again-missed')}
          </button>
        )}
        <button type="button" class="button button-plain" onClick={onAnother}>
          {t('practice.another-round')}
        </button>
        <button type="button" class="button button-plain" onClick={onTopics}>
          {t('practice.other-topic')}
        </button>
      </p>
    </section>
  )
}
