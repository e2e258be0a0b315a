import type { QuestionResult } from '../../../content/domain/api.ts'
import { useLanguage } from '../i18n.ts'

/** A sign before the words, so that outcomes differ in shape too and not by colour alone. */
const SIGNS = { right: '✓', partial: '◐', wrong: '✗', unanswered: '○', annulled: '＋' } as const

/** How a question came out: sign and words. */
export function OutcomeMark({ outcome }: Pick<QuestionResult, 'outcome'>) {
  const { t } = useLanguage()
  return (
    <span class={`quiz-outcome quiz-outcome-${outcome}`}>
      <span aria-hidden="true">{SIGNS[outcome]}</span> {t(`question.${outcome}`)}
    </span>
  )
}
