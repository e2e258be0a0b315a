import { useLanguage } from '../i18n.ts'
import { isAnswered } from '../question/response.ts'
import { type Place, placeHash } from './place.ts'
import type { Answering } from './state.ts'
import { unansweredPlaces } from './sheet.ts'

interface Props {
  phase: Answering
  onGo: (place: Place) => void
}

/** All questions by number: which are answered, which is shown. */
export function Navigator({ phase, onGo }: Props) {
  const { t } = useLanguage()
  const { questions, sheet, place } = phase
  const total = questions.length
  const answered = total - unansweredPlaces(questions, sheet.responses).length
  return (
    <nav class="quiz-navigator" aria-label={t('contest.navigator')}>
      <p>{t('contest.navigator-count', { answered, total })}</p>
      <ol>
        {questions.map(({ id }, index) => {
          const done = isAnswered(sheet.responses[id])
          return (
            <li key={id}>
              <a
                href={placeHash(index)}
                class={done ? 'quiz-done' : undefined}
                aria-current={index === place ? 'step' : undefined}
                aria-label={t(done ? 'contest.navigator-answered' : 'contest.navigator-unanswered', {
                  number: index + 1,
                })}
                onClick={(event) => {
                  event.preventDefault()
                  onGo(index)
                }}
              >
                {index + 1}
                {done && <span aria-hidden="true">✓</span>}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
