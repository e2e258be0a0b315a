import type { AnswerRequest, ReportStatus } from '../../../content/domain/report-api.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import type { Called } from '../request.ts'
import { useFocus } from '../use-focus.ts'
import { ReportCard } from './ReportCard.tsx'
import type { DeskState } from './state.ts'

interface Props {
  state: DeskState
  onLoad: (status: ReportStatus, more: boolean) => void
  onAnswer: (id: number, answer: AnswerRequest) => Promise<Called<unknown>>
  onLeave: () => void
}

const STATUSES = ['open', 'answered'] as const

/** The part of the queue that the editor has chosen. */
export function Queue({ state, onLoad, onAnswer, onLeave }: Props) {
  const { t } = useLanguage()
  const { status, reports, open, next, busy, failure, answered, firstOfMore } = state
  const heading = useFocus<HTMLHeadingElement>('queue')
  const said = useFocus<HTMLParagraphElement>(answered)
  return (
    <section>
      <div class="page-actions">
        {STATUSES.map((each) => (
          <button
            key={each}
            type="button"
            class={status === each ? 'button' : 'button button-plain'}
            aria-pressed={status === each}
            onClick={() => onLoad(each, false)}
          >
            {t(`desk.${each}`, { count: open })}
          </button>
        ))}
        <button type="button" class="button button-plain" onClick={() => onLoad(status, false)}>
          {t('desk.refresh')}
        </button>
        <button type="button" class="button button-plain" onClick={onLeave}>
          {t('desk.leave')}
        </button>
      </div>
      <h2 tabIndex={-1} ref={heading}>
        {t(`desk.queue-${status}`)}
      </h2>
      {answered !== null && (
        <p class="quiz-notice" role="status" tabIndex={-1} ref={said}>
          {t('desk.sent', { id: answered })}
        </p>
      )}
      {failure !== null && <FailureNotice failure={failure} onRetry={() => onLoad(status, false)} />}
      {reports === null && busy && <p role="status">{t('desk.loading')}</p>}
      {reports?.length === 0 && next === null && answered === null && <p role="status">{t(`desk.empty-${status}`)}</p>}
      {reports !== null && reports.length > 0 && (
        <ol class="desk-reports">
          {reports.map((report) => (
            <ReportCard
              key={report.id}
              report={report}
              focused={report.id === firstOfMore}
              onAnswer={(answer) => onAnswer(report.id, answer)}
            />
          ))}
        </ol>
      )}
      {next !== null && (
        <p class="page-actions">
          <button type="button" class="button button-plain" onClick={() => onLoad(status, true)}>
            {t(busy ? 'desk.loading' : 'desk.more')}
          </button>
        </p>
      )}
    </section>
  )
}
