import { useState } from 'preact/hooks'
import { REPORT_KINDS } from '../../../content/domain/report.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { FaultSummary } from '../FaultSummary.tsx'
import { type Language, useLanguage } from '../i18n.ts'
import { RadioGroup } from '../RadioGroup.tsx'
import type { Failure } from '../request.ts'
import { TextArea } from '../TextArea.tsx'
import { useFocus } from '../use-focus.ts'
import type { FieldFault, ReportFormState, ReportTexts } from './state.ts'

interface Props {
  state: ReportFormState
  onType: (field: keyof ReportTexts, value: string) => void
  onKind: (kind: (typeof REPORT_KINDS)[number]) => void
  onAskPage: () => void
  onSend: () => void
}

function faultText(fault: FieldFault, t: Language['t']): string {
  switch (fault.field) {
    case 'page':
    case 'kind':
      return t(`report.fault-${fault.field}-missing`)
    case 'text':
      return t(`report.fault-text-${fault.fault}`, { length: fault.length })
    case 'quote':
      return t(`report.fault-quote-${fault.fault}`, { length: fault.length })
  }
}

/** Own words for the refusals that a report can meet. */
function failureText(failure: Failure, t: Language['t']): string | undefined {
  if (failure.kind !== 'problem') return undefined
  if (failure.type === 'urn:mingfa:problem:queue-full') return t('report.failed-full')
  return failure.status === 429 ? t('report.failed-often') : undefined
}

/** Page, kind, sentence, and what is wrong with it. */
export function ReportForm({ state, onType, onKind, onAskPage, onSend }: Props) {
  const { t } = useLanguage()
  const { page, kind, address, quote, text, failure } = state
  const [changing, setChanging] = useState(false)
  const addressField = useFocus<HTMLInputElement>(changing ? 'page' : null)
  const faults = state.faults.map((fault) => ({ id: `report-${fault.field}`, text: faultText(fault, t) }))
  const faultAt = (id: string) => faults.find((fault) => fault.id === id)?.text
  const pageFault = faultAt('report-page')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {faults.length > 0 && <FaultSummary title={t('report.fault-title')} faults={faults} tries={state.tries} />}
      {failure !== null && (
        <FailureNotice
          key={state.tries}
          failure={failure}
          text={failureText(failure, t)}
          onRetry={failureText(failure, t) === undefined ? onSend : undefined}
        />
      )}
      {page === 'asked' ? (
        <p class="quiz-field report-field report-page">
          <label for="report-page">{t('report.page')}</label>
          <span id="report-page-hint" class="muted">
            {t('report.page-hint')}
          </span>
          {pageFault !== undefined && (
            <span id="report-page-fault" class="quiz-fault">
              {pageFault}
            </span>
          )}
          <input
            id="report-page"
            ref={addressField}
            type="text"
            inputMode="url"
            autoComplete="off"
            aria-invalid={pageFault !== undefined}
            aria-describedby={pageFault === undefined ? 'report-page-hint' : 'report-page-hint report-page-fault'}
            value={address}
            onInput={(event) => onType('address', event.currentTarget.value)}
          />
        </p>
      ) : (
        <div class="report-page">
          <p class="report-label">{t('report.page')}</p>
          {page === 'finding' ? (
            <p class="muted">{t('report.page-finding')}</p>
          ) : (
            <p>
              <a href={page.path} lang={page.lang}>
                {page.title}
              </a>
              <button
                type="button"
                class="quiz-link"
                onClick={() => {
                  setChanging(true)
                  onAskPage()
                }}
              >
                {t('report.page-change')}
              </button>
            </p>
          )}
        </div>
      )}
      <RadioGroup
        id="report-kind"
        legend={t('report.kind')}
        choices={REPORT_KINDS.map((value) => ({ value, label: t(`report.kind-${value}`) }))}
        chosen={kind}
        fault={faultAt('report-kind')}
        onChoose={onKind}
      />
      <TextArea
        id="report-quote"
        label={t('report.quote')}
        hint={t('report.quote-hint')}
        fault={faultAt('report-quote')}
        rows={2}
        value={quote}
        onInput={(value) => onType('quote', value)}
      />
      <TextArea
        id="report-text"
        label={t('report.text')}
        hint={t('report.text-hint')}
        fault={faultAt('report-text')}
        rows={5}
        value={text}
        onInput={(value) => onType('text', value)}
      />
      <button type="submit" class="button">
        {t(state.busy ? 'report.sending' : 'report.submit')}
      </button>
    </form>
  )
}
