import type { ReportAnswer } from '../../../content/domain/report-api.ts'
import { serviceLang } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'
import { formatInstant } from '../instant.ts'

interface Props {
  answer: ReportAnswer
  /** Whoever reads says what they call the section of the texts: the receipt, or the desk. */
  section: 'receipt' | 'desk'
}

/** The answer to a report, for a list of facts: the same to the reader and at the desk. */
export function AnswerFacts({ answer, section }: Props) {
  const { t, locale } = useLanguage()
  return (
    <>
      <div>
        <dt>{t(section === 'desk' ? 'desk.answer-at' : 'receipt.answered')}</dt>
        <dd>{formatInstant(locale, answer.at)}</dd>
      </div>
      <div>
        <dt>{t(`${section}.decision`)}</dt>
        <dd>{t(`${section}.decision-${answer.decision}`)}</dd>
      </div>
      <div>
        <dt>{t(`${section}.answer`)}</dt>
        <dd class="report-words" lang={serviceLang(locale)}>
          {answer.text}
        </dd>
      </div>
    </>
  )
}
