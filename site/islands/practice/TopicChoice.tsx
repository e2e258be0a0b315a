import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import type { PracticeState } from './state.ts'

/** A topic with its name in the language of the page. */
export interface TopicChoiceItem {
  readonly id: string
  readonly name: string
}

interface Props {
  state: PracticeState
  topics: readonly TopicChoiceItem[]
  onChoose: (topic: string | null) => void
  onStart: () => void
}

/** The list of topics to choose from. */
export function TopicChoice({ state, topics, onChoose, onStart }: Props) {
  const { t } = useLanguage()
  const choices = [{ id: null, name: t('practice.all') }, ...topics]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onStart()
      }}
    >
      {state.failure !== null && <FailureNotice failure={state.failure} onRetry={onStart} />}
      {state.empty && (
        <p class="quiz-notice" role="alert">
          {t('practice.empty')}
        </p>
      )}
      <fieldset class="quiz-topics">
        <legend>
          <h2>{t('practice.topics')}</h2>
        </legend>
        {choices.map(({ id, name }) => (
          <label class="quiz-option" key={id ?? ''}>
            <input
              type="radio"
              name="topic"
              value={id ?? ''}
              checked={state.topic === id}
              onChange={() => onChoose(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="button">
        {t(state.busy ? 'practice.loading' : 'practice.start')}
      </button>
    </form>
  )
}
