import { useLanguage } from '../i18n.ts'
import { isAnswered } from '../question/response.ts'
import { PlaceLink } from './PlaceLink.tsx'
import type { Place } from './place.ts'
import { unansweredPlaces } from './sheet.ts'
import type { Answering } from './state.ts'

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
              <PlaceLink
                to={index}
                onGo={onGo}
                class={done ? 'quiz-done' : undefined}
                current={index === place}
                label={t(done ? 'contest.navigator-answered' : 'contest.navigator-unanswered', { number: index + 1 })}
              >
                {index + 1}
                {done && <span aria-hidden="true">✓</span>}
              </PlaceLink>
            </li>
          )
        })}
      </ol>
      {place !== 'review' && (
        <p>
          <PlaceLink to="review" onGo={onGo}>
            {t('contest.to-review')}
          </PlaceLink>
        </p>
      )}
    </nav>
  )
}
