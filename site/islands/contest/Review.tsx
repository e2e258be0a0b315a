import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'
import { PlaceLink } from './PlaceLink.tsx'
import type { Place } from './place.ts'
import { unansweredPlaces } from './sheet.ts'
import type { Answering } from './state.ts'

interface Props {
  phase: Answering
  onGo: (place: Place) => void
  onHandIn: () => void
}

/** The last look before handing in: what isn't answered, with links to it. */
export function Review({ phase, onGo, onHandIn }: Props) {
  const { t } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>('review')
  const { questions, sheet, handingIn } = phase
  const missing = unansweredPlaces(questions, sheet.responses)
  const complete = missing.length === 0
  return (
    <section class="quiz-sheet">
      <h2 tabIndex={-1} ref={heading}>
        {t('contest.review')}
      </h2>
      <p>
        {complete
          ? t('contest.review-all', { total: questions.length })
          : t('contest.review-missing', { missing: missing.length })}
      </p>
      <ul class="quiz-unanswered">
        {missing.map((place) => (
          <li key={place}>
            <PlaceLink to={place} onGo={onGo}>
              {t('contest.review-question', { number: place + 1 })}
            </PlaceLink>
          </li>
        ))}
      </ul>
      <p class="page-actions">
        <button type="button" class="button button-plain" onClick={() => onGo(missing[0] ?? questions.length - 1)}>
          {t('contest.review-back')}
        </button>
        <button type="button" class="button" disabled={handingIn !== null} onClick={onHandIn}>
          {t(handingIn !== null ? 'contest.handing-in' : complete ? 'contest.hand-in' : 'contest.hand-in-anyway')}
        </button>
      </p>
    </section>
  )
}
