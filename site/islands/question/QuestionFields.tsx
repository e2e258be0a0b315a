import { serviceLang } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'
import { CaseStory } from './CaseStory.tsx'
import { type AskedQuestion, optionLetter, takesSeveral, withOption } from './response.ts'

interface Props {
  question: AskedQuestion
  response: readonly string[]
  onAnswer: (response: string[]) => void
  /** Locked once it has been checked. */
  locked?: boolean
  /** Id of the message that something is missing. */
  faultId?: string | undefined
}

/** Longest answer in characters that the service takes. */
const TEXT_LIMIT = 200

/** One question as a group of real controls: shared stem of its case, legend, options or a field. */
export function QuestionFields({ question, response, onAnswer, locked = false, faultId }: Props) {
  const { t, locale } = useLanguage()
  const lang = serviceLang(locale)
  const inputId = `answer-${question.id}`
  return (
    <>
      <CaseStory question={question} />
      <fieldset class="quiz-question" disabled={locked} aria-describedby={faultId}>
        <legend>
          <span class="badge">{t(`question.${question.type}`)}</span>
          <span lang={lang}>{question.stem}</span>
        </legend>
        {question.type === 'fill-in' ? (
          <div class="quiz-fill-in">
            <label for={inputId}>{t('question.answer')}</label>
            <input
              id={inputId}
              type="text"
              lang={lang}
              maxLength={TEXT_LIMIT}
              autoComplete="off"
              value={response[0] ?? ''}
              onInput={(event) => onAnswer([event.currentTarget.value])}
            />
          </div>
        ) : (
          question.options.map((option, place) => (
            <label class="quiz-option" key={option.id}>
              <input
                type={takesSeveral(question) ? 'checkbox' : 'radio'}
                name={inputId}
                value={option.id}
                checked={response.includes(option.id)}
                onChange={(event) => onAnswer(withOption(question, response, option.id, event.currentTarget.checked))}
              />
              <span class="quiz-letter">{optionLetter(place)}</span>
              <span lang={lang}>{option.text}</span>
            </label>
          ))
        )}
      </fieldset>
    </>
  )
}
