import { useEffect, useMemo, useState } from 'preact/hooks'
import type { output } from 'zod/mini'
import type { SignedInSchema } from '../../../content/domain/roster-api.ts'
import { keptParticipant, LAST_HERE } from '../contest/memory.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import { type Failure, needsSession } from '../request.ts'
import { codeOfFragment, entryAddress, hasEntered, problemOf, returnPath } from './addresses.ts'
import { CodeForm } from './CodeForm.tsx'
import { getSession, signInByCode, signOut } from './calls.ts'
import { endedElsewhere, providerProblemText } from './failures.ts'
import { ProviderButtons } from './ProviderButtons.tsx'
import { SignedInPanel } from './SignedInPanel.tsx'

type Who = output<typeof SignedInSchema>

interface Props {
  texts: IslandTexts
}

/** What the address of the page says; nothing of it changes while the page is open. */
interface Brought {
  readonly code: string
  readonly back: string | null
  /** The problem that a provider's answer met. */
  readonly problem: string | null
}

/** Signing in by a code, who one is, signing out. */
export function AccountIsland({ texts }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { t } = language
  const [brought, setBrought] = useState<Brought | null>(null)
  /** `undefined` until it is known. */
  const [who, setWho] = useState<Who | null | undefined>(undefined)
  const [notice, setNotice] = useState<'elsewhere' | 'out' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [leaveFailure, setLeaveFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [moved, setMoved] = useState(false)

  const enter = (found: Who) => {
    // Contests look here for whom they greet, and ask a person of the roster for no nickname.
    keptParticipant.write(LAST_HERE, found.participant)
    setNotice(null)
    setWho(found)
  }

  const look = async () => {
    setFailure(null)
    const called = await getSession()
    if (called.ok) {
      enter(called.value)
      const back = returnPath(location.search)
      if (hasEntered(location.search) && back !== null) location.replace(back)
      return
    }
    if (!needsSession(called.failure)) return setFailure(called.failure)
    keptParticipant.drop(LAST_HERE)
    setNotice(endedElsewhere(called.failure) ? 'elsewhere' : null)
    setWho(null)
  }

  const send = async (code: string) => {
    setBusy(true)
    setFailure(null)
    const called = await signInByCode(code)
    setBusy(false)
    if (!called.ok) return setFailure(called.failure)
    enter(called.value)
    setMoved(true)
    if (brought !== null && brought.back !== null) location.assign(brought.back)
  }

  const leave = async () => {
    setBusy(true)
    setLeaveFailure(null)
    const called = await signOut()
    setBusy(false)
    // Who was signed out already is where they want to be.
    if (!called.ok && !needsSession(called.failure)) return setLeaveFailure(called.failure)
    keptParticipant.drop(LAST_HERE)
    setNotice('out')
    setWho(null)
  }

  useEffect(() => {
    const code = codeOfFragment(location.hash)
    setBrought({ code, back: returnPath(location.search), problem: problemOf(location.search) })
    // A code lets in once, but needn't stay in the list of pages visited until then.
    if (code !== '') history.replaceState(null, '', location.pathname + location.search)
    void look()
  }, [])

  const isKnown = who !== undefined && brought !== null
  return (
    <LanguageContext.Provider value={language}>
      <div class="quiz needs-script">
        {!isKnown && failure === null && <p role="status">{t('account.looking')}</p>}
        {who === undefined && failure !== null && <FailureNotice failure={failure} onRetry={look} />}
        {isKnown && brought.problem !== null && !busy && (
          <p class="quiz-notice quiz-notice-error" role="alert">
            {providerProblemText(brought.problem, t)}
          </p>
        )}
        {notice !== null && (
          <p class="quiz-notice" role="status">
            {t(`account.${notice}`)}
          </p>
        )}
        {isKnown && who !== null && (
          <SignedInPanel
            who={who}
            focused={moved}
            back={brought.back}
            busy={busy}
            failure={leaveFailure}
            onSignOut={leave}
          />
        )}
        {isKnown && (who === null || who.person === undefined) && (
          <CodeForm brought={brought.code} busy={busy} failure={failure} onSend={send} />
        )}
        {isKnown && (
          <ProviderButtons bind={who?.person !== undefined} returnTo={entryAddress(location.pathname, brought.back)} />
        )}
      </div>
    </LanguageContext.Provider>
  )
}
