import { serviceLang } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'
import type { AskedQuestion } from './response.ts'

/** The story that a question shares with others of its case; nothing for a question on its own. */
export function CaseStory({ question }: { question: AskedQuestion }) {
  const { t, locale } = useLanguage()
  if (question.group === undefined) return null
  return (
    <div class="quiz-case">
      <p class="quiz-case-title">{t('question.case')}</p>
      <p lang={serviceLang(locale)}>{question.group.stem}</p>
    </div>
  )
}
