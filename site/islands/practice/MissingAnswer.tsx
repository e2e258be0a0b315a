import { useLanguage } from '../i18n.ts'
import type { AskedQuestion } from '../question/response.ts'
import { useFocus } from '../use-focus.ts'

interface Props {
  id: string
  question: AskedQuestion
}

/** Error summary: what is missing, with a link to the first control. */
export function MissingAnswer({ id, question }: Props) {
  const { t } = useLanguage()
  const summary = useFocus<HTMLDivElement>(question.id)
  const toField = (event: Event) => {
    event.preventDefault()
    document.querySelector<HTMLInputElement>('.quiz-question input')?.focus()
  }
  return (
    <div class="quiz-notice quiz-notice-error" role="alert" tabIndex={-1} ref={summary}>
      <p class="quiz-notice-title">{t('practice.missing-title')}</p>
      <p id={id}>
        <a href={`#answer-${question.id}`} onClick={toField}>
          {t('practice.missing')}
        </a>
      </p>
    </div>
  )
}
