import { useEffect, useMemo } from 'preact/hooks'
import type { AnswerRequest, ReportStatus } from '../../../content/domain/report-api.ts'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import { useStore } from '../use-store.ts'
import { getReports, sendAnswer } from './calls.ts'
import { Queue } from './Queue.tsx'
import { deskReducer, FIRST_STATE } from './state.ts'
import { TokenForm } from './TokenForm.tsx'
import { isToken, keepToken, readToken } from './token.ts'

interface Props {
  texts: IslandTexts
}

/** The desk where editors answer reports. */
export function DeskIsland({ texts }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { get, dispatch } = useStore(deskReducer, FIRST_STATE)
  const state = get()

  const load = async (status: ReportStatus, more: boolean) => {
    const { token, next, busy } = get()
    if (token === null || (more && busy)) return
    dispatch({ type: 'asked', status, more })
    const called = await getReports(token, status, more ? next : null)
    if (called.ok) return dispatch({ type: 'loaded', status, more, queue: called.value })
    dispatch({ type: 'failed', failure: called.failure })
    keepToken(get().token)
  }

  const enter = (token: string) => {
    if (!isToken(token)) return dispatch({ type: 'refused', fault: token === '' ? 'missing' : 'wrong' })
    keepToken(token)
    dispatch({ type: 'entered', token })
    void load('open', false)
  }

  const answer = async (id: number, request: AnswerRequest) => {
    const called = await sendAnswer(get().token ?? '', id, request)
    if (called.ok) dispatch({ type: 'answered', report: called.value.report })
    return called
  }

  const leave = () => {
    keepToken(null)
    dispatch({ type: 'left' })
  }

  useEffect(() => {
    const token = readToken()
    if (token !== null) enter(token)
  }, [])

  return (
    <LanguageContext.Provider value={language}>
      <div class="quiz needs-script">
        {state.token === null ? (
          <TokenForm refused={state.refused} tries={state.tries} onEnter={enter} />
        ) : (
          <Queue state={state} onLoad={load} onAnswer={answer} onLeave={leave} />
        )}
      </div>
    </LanguageContext.Provider>
  )
}
