import { useState } from 'preact/hooks'
import type { AnswerRequest, QueuedReport } from '../../../content/domain/report-api.ts'
import { formatDay } from '../../lib/day.ts'
import { useLanguage } from '../i18n.ts'
import { formatInstant } from '../instant.ts'
import { AnswerFacts } from '../report/AnswerFacts.tsx'
import type { Called } from '../request.ts'
import { useFocus } from '../use-focus.ts'
import { AnswerForm } from './AnswerForm.tsx'

interface Props {
  report: QueuedReport
  /** Takes the focus, as the first of those that have just come. */
  focused: boolean
  onAnswer: (answer: AnswerRequest) => Promise<Called<unknown>>
}

/** One report: what the reader says, and the answer or the form for it. */
export function ReportCard({ report, focused, onAnswer }: Props) {
  const { t, locale } = useLanguage()
  const [revising, setRevising] = useState(false)
  const heading = useFocus<HTMLHeadingElement>(focused ? report.id : null)
  const { id, kind, page, title, quote, text, publishedOn, at, times, answer } = report
  const facts = [
    [t('desk.at'), formatInstant(locale, at)],
    ...(publishedOn === null
      ? []
      : [[t('desk.published'), t('desk.published-on', { day: formatDay(locale, publishedOn) })]]),
    ...(times === 1 ? [] : [[t('desk.times'), t('desk.times-value', { times })]]),
  ]
  return (
    <li class="panel desk-report">
      <h3 tabIndex={-1} ref={heading}>
        {t('desk.heading', { id, kind: t(`desk.kind-${kind}`) })}
      </h3>
      <dl class="facts">
        <div>
          <dt>{t('desk.page')}</dt>
          <dd>
            <a href={page} target="_blank" rel="noopener">
              {title}
              {t('desk.new-window')}
            </a>
          </dd>
        </div>
        {quote !== null && (
          <div>
            <dt>{t('desk.quote')}</dt>
            <dd class="report-words">
              <q>{quote}</q>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('desk.text')}</dt>
          <dd class="report-words">{text}</dd>
        </div>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {answer !== null && !revising && <AnswerFacts answer={answer} section="desk" />}
      </dl>
      {answer === null && <AnswerForm report={report} onSend={onAnswer} />}
      {answer !== null && revising && (
        <AnswerForm
          report={report}
          onSend={async (revised) => {
            const called = await onAnswer(revised)
            if (called.ok) setRevising(false)
            return called
          }}
          onCancel={() => {
            setRevising(false)
            heading.current?.focus()
          }}
        />
      )}
      {answer !== null && !revising && (
        <p class="page-actions">
          <button
            type="button"
            class="button button-plain"
            onClick={() => {
              setRevising(true)
              heading.current?.focus()
            }}
          >
            {t('desk.revise')}
          </button>
        </p>
      )}
    </li>
  )
}
