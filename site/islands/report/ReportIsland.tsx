import { useEffect, useMemo, useState } from 'preact/hooks'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import { useStore } from '../use-store.ts'
import { sendReport } from './calls.ts'
import { Lookup } from './Lookup.tsx'
import { Received } from './Received.tsx'
import { ReportForm } from './ReportForm.tsx'
import { pathOfAddress, pathOfQuery, type ReportedPage, readPage } from './reported-page.ts'
import { FIRST_STATE, faultsOf, type ReportFormState, reportFormReducer, requestOf } from './state.ts'

interface Props {
  texts: IslandTexts
}

/** The page that the address of the form names, or the one that led here. */
function pathThatLedHere(): string | null {
  const named = pathOfQuery(new URLSearchParams(location.search).get('page'))
  const from = document.referrer === '' ? null : pathOfAddress(document.referrer, location.origin)
  return named ?? (from === location.pathname ? null : from)
}

async function chosenPage({ page, address }: ReportFormState): Promise<ReportedPage | null> {
  if (typeof page !== 'string') return page
  const path = page === 'finding' ? pathThatLedHere() : pathOfAddress(address, location.origin)
  return path === null ? null : readPage(path)
}

/** Reporting a statement, and reading the answer: `?page=` names the page concerned, `?receipt=` the answer to read. */
export function ReportIsland({ texts }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { get, dispatch } = useStore(reportFormReducer, FIRST_STATE)
  const [receipt, setReceipt] = useState('')
  const state = get()

  useEffect(() => {
    setReceipt(new URLSearchParams(location.search).get('receipt')?.slice(0, 40) ?? '')
    const path = pathThatLedHere()
    if (path === null) return dispatch({ type: 'page-asked' })
    void readPage(path).then((page) => {
      if (get().page === 'finding') dispatch({ type: 'page-found', page })
    })
  }, [get, dispatch])

  const send = async () => {
    if (get().busy) return
    dispatch({ type: 'called' })
    const page = await chosenPage(get())
    const faults = faultsOf(get(), page)
    const request = requestOf(get(), page)
    if (faults.length > 0 || request === null) return dispatch({ type: 'refused', faults })
    const called = await sendReport(request)
    if (!called.ok) return dispatch({ type: 'failed', failure: called.failure })
    if (page !== null) dispatch({ type: 'page-found', page })
    dispatch({ type: 'received', received: called.value })
  }

  return (
    <LanguageContext.Provider value={language}>
      <div class="quiz needs-script">
        {receipt === '' &&
          (state.received === null ? (
            <ReportForm
              state={state}
              onType={(field, value) => dispatch({ type: 'typed', field, value })}
              onKind={(kind) => dispatch({ type: 'kind-chosen', kind })}
              onAskPage={() => dispatch({ type: 'page-asked' })}
              onSend={send}
            />
          ) : (
            <Received receipt={state.received.receipt} page={typeof state.page === 'string' ? null : state.page} />
          ))}
        {state.received === null && <Lookup key={receipt} asked={receipt} />}
        {receipt !== '' && (
          <p class="page-actions">
            <a class="button button-plain" href="./">
              {language.t('receipt.another')}
            </a>
          </p>
        )}
      </div>
    </LanguageContext.Provider>
  )
}
