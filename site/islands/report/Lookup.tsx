import { useEffect, useRef, useState } from 'preact/hooks'
import { groupedReceipt, parseReceipt } from '../../../content/domain/report.ts'
import type { ReportState } from '../../../content/domain/report-api.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { FaultSummary } from '../FaultSummary.tsx'
import { useLanguage } from '../i18n.ts'
import { formatInstant } from '../instant.ts'
import type { Failure } from '../request.ts'
import { useFocus } from '../use-focus.ts'
import { AnswerFacts } from './AnswerFacts.tsx'
import { getReport } from './calls.ts'
import { type ReportedPage, readPage } from './reported-page.ts'

interface Props {
  /** What `?receipt=` of the address says, or nothing. */
  asked: string
}

/** What has become of a report, found by its receipt. */
export function Lookup({ asked }: Props) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(asked)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [found, setFound] = useState<ReportState | null>(null)
  /** Tells the answer to the newest question from those that come late. */
  const newest = useRef(0)

  const look = async (text: string) => {
    const receipt = parseReceipt(text)
    newest.current += 1
    const question = newest.current
    setTries(question)
    setFault(receipt === null)
    setFailure(null)
    setFound(null)
    if (receipt === null) return
    setTyped(groupedReceipt(receipt))
    setBusy(true)
    const called = await getReport(receipt)
    if (question !== newest.current) return
    setBusy(false)
    if (called.ok) setFound(called.value)
    else setFailure(called.failure)
  }

  useEffect(() => {
    if (asked !== '') void look(asked)
  }, [asked])

  const isUnknown = failure?.kind === 'problem' && failure.status === 404
  return (
    <section class="report-lookup">
      <h2>{t('receipt.lookup')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void look(typed)
        }}
      >
        {fault && (
          <FaultSummary
            title={t('failure.title')}
            faults={[{ id: 'receipt', text: t('receipt.fault') }]}
            tries={tries}
          />
        )}
        {failure !== null && (
          <FailureNotice
            key={tries}
            failure={failure}
            text={isUnknown ? t('receipt.unknown') : undefined}
            onRetry={isUnknown ? undefined : () => look(typed)}
          />
        )}
        <p class="quiz-field">
          <label for="receipt">{t('receipt.label')}</label>
          <span id="receipt-hint" class="muted">
            {t('receipt.hint')}
          </span>
          <input
            id="receipt"
            class="report-code-field"
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            spellcheck={false}
            aria-invalid={fault}
            aria-describedby="receipt-hint"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </p>
        <button type="submit" class="button button-plain">
          {t(busy ? 'receipt.looking' : 'receipt.submit')}
        </button>
      </form>
      {found !== null && <Found state={found} question={tries} />}
    </section>
  )
}

function Found({ state: { at, page, answer }, question }: { state: ReportState; question: number }) {
  const { t, locale } = useLanguage()
  const [{ title, lang }, setPage] = useState<ReportedPage>({ path: page, title: page })
  const heading = useFocus<HTMLHeadingElement>(question)

  useEffect(() => {
    void readPage(page).then(setPage)
  }, [page])

  return (
    <div class="panel report-found">
      <h3 tabIndex={-1} ref={heading}>
        {t('receipt.state')}
      </h3>
      {answer === null && <p>{t('receipt.open')}</p>}
      <dl class="facts">
        <div>
          <dt>{t('receipt.page')}</dt>
          <dd>
            <a href={page} lang={lang}>
              {title}
            </a>
          </dd>
        </div>
        <div>
          <dt>{t('receipt.received')}</dt>
          <dd>{formatInstant(locale, at)}</dd>
        </div>
        {answer !== null && <AnswerFacts answer={answer} section="receipt" />}
      </dl>
    </div>
  )
}
