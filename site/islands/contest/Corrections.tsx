import { useLanguage } from '../i18n.ts'
import type { Ended } from './state.ts'

/** Questions that were annulled after the attempt had ended: why, and the marks before and after. */
export function Corrections({ phase: { result, questions } }: { phase: Pick<Ended, 'result' | 'questions'> }) {
  const { t } = useLanguage()
  return (
    <>
      {(result.corrections ?? []).map(({ question, ...correction }) => (
        <p class="quiz-notice" key={question}>
          {t('result.corrected', { number: questions.findIndex(({ id }) => id === question) + 1, ...correction })}
        </p>
      ))}
    </>
  )
}
