import { useState } from 'preact/hooks'
import { REPORT_DECISIONS, type ReportDecision } from '../../../content/domain/report.ts'
import type { AnswerRequest, QueuedReport } from '../../../content/domain/report-api.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { FaultSummary } from '../FaultSummary.tsx'
import { type Language, useLanguage } from '../i18n.ts'
import { RadioGroup } from '../RadioGroup.tsx'
import type { Called, Failure } from '../request.ts'
import { TextArea } from '../TextArea.tsx'
import { type AnswerFault, answerFaults } from './state.ts'

interface Props {
  report: QueuedReport
  onSend: (answer: AnswerRequest) => Promise<Called<unknown>>
  /** Leaves the answer that is there as it is. */
  onCancel?: () => void
}

function faultText(fault: AnswerFault, t: Language['t']): string {
  if (fault.field === 'decision') return t('desk.fault-decision')
  return t(`desk.fault-answer-${fault.fault}`, { length: fault.length })
}

/** Decision and answer to one report. What was written stays until it has been sent. */
export function AnswerForm({ report, onSend, onCancel }: Props) {
  const { t } = useLanguage()
  const [decision, setDecision] = useState<ReportDecision | null>(report.answer?.decision ?? null)
  const [text, setText] = useState(report.answer?.text ?? '')
  const [faults, setFaults] = useState<readonly AnswerFault[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const lines = faults.map((fault) => ({ id: `${fault.field}-${report.id}`, text: faultText(fault, t) }))
  const faultAt = (field: AnswerFault['field']) => lines.find(({ id }) => id === `${field}-${report.id}`)?.text
  const isConflict = failure?.kind === 'problem' && failure.status === 409

  const send = async () => {
    if (busy) return
    const found = answerFaults(decision, text)
    setTries(tries + 1)
    setFaults(found)
    setFailure(null)
    if (found.length > 0 || decision === null) return
    setBusy(true)
    const called = await onSend({ decision, text, ...(report.answer === null ? {} : { revise: true }) })
    setBusy(false)
    if (!called.ok) setFailure(called.failure)
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {lines.length > 0 && <FaultSummary title={t('desk.fault-title')} faults={lines} tries={tries} />}
      {failure !== null && (
        <FailureNotice
          key={tries}
          failure={failure}
          text={isConflict ? t('desk.conflict') : undefined}
          onRetry={isConflict ? undefined : send}
        />
      )}
      <RadioGroup
        id={`decision-${report.id}`}
        legend={t('desk.decision')}
        choices={REPORT_DECISIONS.map((value) => ({ value, label: t(`desk.decision-${value}`) }))}
        chosen={decision}
        fault={faultAt('decision')}
        onChoose={setDecision}
      />
      <TextArea
        id={`answer-${report.id}`}
        label={t('desk.answer')}
        hint={t('desk.answer-hint')}
        fault={faultAt('answer')}
        rows={4}
        value={text}
        onInput={setText}
      />
      <p class="page-actions">
        <button type="submit" class="button">
          {t(busy ? 'desk.sending' : 'desk.send')}
        </button>
        {onCancel !== undefined && (
          <button type="button" class="button button-plain" onClick={onCancel}>
            {t('desk.cancel')}
          </button>
        )}
      </p>
    </form>
  )
}
