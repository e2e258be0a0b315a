import type { QuestionResult } from '../../../content/domain/api.ts'
import { serviceLang } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'
import { CitationText, type LawIds } from './CitationText.tsx'
import { type AskedQuestion, answerTexts } from './response.ts'

interface Props {
  question: AskedQuestion
  response: readonly string[]
  /** Key, rationale and citations are shown as far as they are there. */
  outcome: Pick<QuestionResult, 'key' | 'rationale' | 'citations'>
  laws: LawIds
}

/** What was answered, what is right, why, and where the law says so. */
export function Explanation({ question, response, outcome, laws }: Props) {
  const { t, locale } = useLanguage()
  const lang = serviceLang(locale)
  const { key, rationale, citations = [] } = outcome
  const answer = (texts: readonly string[]) =>
    texts.length === 0 ? t('question.none') : texts.map((text) => <p key={text}>{text}</p>)
  return (
    <dl class="quiz-explanation">
      <dt>{t('question.yours')}</dt>
      <dd lang={lang}>{answer(answerTexts(question, response))}</dd>
      {key !== undefined && (
        <>
          <dt>{t(question.type === 'fill-in' ? 'question.key-fill-in' : 'question.key')}</dt>
          <dd lang={lang}>{answer(answerTexts(question, key))}</dd>
        </>
      )}
      {rationale !== undefined && (
        <>
          <dt>{t('question.rationale')}</dt>
          <dd lang={lang}>
            <CitationText text={rationale} laws={laws} />
          </dd>
        </>
      )}
      {citations.length > 0 && (
        <>
          <dt>{t('question.citations')}</dt>
          <dd lang={lang}>
            <ul>
              {citations.map((citation) => (
                <li key={citation}>
                  <CitationText text={citation} laws={laws} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}
