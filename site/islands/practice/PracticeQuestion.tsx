import type { PracticeQuestion as Asked } from '../../../content/domain/practice-api.ts'
import type { Failure } from '../api-client.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import type { LawIds } from '../question/CitationText.tsx'
import { Explanation } from '../question/Explanation.tsx'
import { OutcomeMark } from '../question/OutcomeMark.tsx'
import { QuestionFields } from '../question/QuestionFields.tsx'
import { useFocus } from '../use-focus.ts'
import { MissingAnswer } from './MissingAnswer.tsx'
import type { PracticeState } from './state.ts'

interface Props {
  state: PracticeState
  question: Asked
  laws: LawIds
  onAnswer: (response: string[]) => void
  onCheck: () => void
  onNext: () => void
}

/** A contest may have taken the question while it was open here. */
const isClosed = (failure: Failure | null) => failure?.kind === 'problem' && failure.status === 404

/** One question, and after checking what it was about. */
export function PracticeQuestion({ state, question, laws, onAnswer, onCheck, onNext }: Props) {
  const { t } = useLanguage()
  const { busy, failure, missing } = state
  const answer = state.answers[question.id]
  const heading = useFocus<HTMLHeadingElement>(question.id)
  const feedback = useFocus<HTMLHeadingElement>(answer === undefined ? null : question.id)
  const closed = isClosed(failure)
  const last = state.place + 1 === state.round.length
  const faultId = missing ? 'answer-missing' : undefined
  return (
    <form
      class="quiz-sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (answer === undefined) onCheck()
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        {t('practice.progress', { number: state.place + 1, total: state.round.length })}
      </h2>
      {missing && <MissingAnswer id="answer-missing" question={question} />}
      {failure !== null && (
        <FailureNotice
          failure={failure}
          text={closed ? t('practice.closed') : undefined}
          onRetry={closed ? undefined : onCheck}
        />
      )}
      <QuestionFields
        question={question}
        response={answer?.response ?? state.response}
        onAnswer={onAnswer}
        locked={answer !== undefined}
        faultId={faultId}
      />
      {answer === undefined ? (
        <p class="page-actions">
          {!closed && (
            <button type="submit" class="button">
              {t(busy ? 'practice.checking' : 'practice.check')}
            </button>
          )}
          {failure !== null && (
            <button type="button" class="button button-plain" onClick={onNext}>
              {t('practice.skip')}
            </button>
          )}
        </p>
      ) : (
        <section class={`quiz-feedback quiz-feedback-${answer.checked.outcome}`}>
          <h3 tabIndex={-1} ref={feedback}>
            <OutcomeMark outcome={answer.checked.outcome} />
          </h3>
          <Explanation question={question} response={answer.response} outcome={answer.checked} laws={laws} />
          <button type="button" class="button" onClick={onNext}>
            {t(last ? 'practice.finish' : 'practice.next')}
          </button>
        </section>
      )}
    </form>
  )
}
