import { useLanguage } from '../i18n.ts'
import { QuestionFields } from '../question/QuestionFields.tsx'
import { useFocus } from '../use-focus.ts'
import type { Place } from './place.ts'
import type { Answering } from './state.ts'

interface Props {
  phase: Answering
  index: number
  onAnswer: (question: string, response: string[]) => void
  onGo: (place: Place) => void
}

/** One question of the paper, with the ways back and on. */
export function QuestionPage({ phase, index, onAnswer, onGo }: Props) {
  const { t } = useLanguage()
  const { questions, sheet } = phase
  const question = questions[index]
  const heading = useFocus<HTMLHeadingElement>(index)
  if (question === undefined) return null
  const next: Place = index + 1 < questions.length ? index + 1 : 'review'
  return (
    <form
      class="quiz-sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onGo(next)
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        {t('contest.progress', { number: index + 1, total: questions.length })}
        <small class="muted"> {t('contest.points', { points: question.points })}</small>
      </h2>
      <QuestionFields
        key={question.id}
        question={question}
        response={sheet.responses[question.id] ?? []}
        onAnswer={(response) => onAnswer(question.id, response)}
        locked={phase.handingIn !== null}
      />
      <p class="page-actions">
        {index > 0 && (
          <button type="button" class="button button-plain" onClick={() => onGo(index - 1)}>
            {t('contest.back')}
          </button>
        )}
        <button type="submit" class="button">
          {t(next === 'review' ? 'contest.to-review' : 'contest.next')}
        </button>
      </p>
    </form>
  )
}
