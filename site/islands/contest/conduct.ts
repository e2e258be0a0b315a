import type { AttemptDetail, GuestRequest } from '../../../content/domain/api.ts'
import {
  type Called,
  type Failure,
  getAttempt,
  isPassing,
  needsSession,
  saveSheet,
  signInAsGuest,
  startAttempt,
  submitAttempt,
} from '../api-client.ts'
import { secondsLeft } from './clock.ts'
import { keptAttempt, keptParticipant, keptSheet, LAST_HERE } from './memory.ts'
import { type Place, placeFromHash } from './place.ts'
import { hasUnsaved, nextSave, saveDelay } from './sheet.ts'
import type { Answering, ContestEvent, ContestState, HandInBy } from './state.ts'

/**
 * The calls of a contest: what is asked of the service when, and which event each answer becomes.
 */

/** Where the state lives; `get` always gives the newest. */
export interface ContestStore {
  get(): ContestState
  dispatch(event: ContestEvent): void
}

/** What the view may ask for. No promise of these is ever rejected. */
export interface Conduct {
  /** Goes on with the attempt this browser remembers, or shows the rules. */
  open(): Promise<void>
  signIn(guest: GuestRequest): Promise<void>
  signOut(): void
  start(): Promise<void>
  answer(question: string, response: readonly string[]): void
  /** Asks the server for the time, and whether the attempt has ended meanwhile. */
  look(): Promise<void>
  /** Sends at once what isn't saved, in a way that outlives the page. */
  flush(): void
  handIn(by: HandInBy): Promise<void>
  leave(): void
  /** Stops the timer of saving. */
  close(): void
}

const perf = () => performance.now()
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Makes the conduct of one assessment.
 *
 * @param assessment its id
 * @param hash the fragment of the address, read when an attempt opens
 */
export function conductContest(assessment: string, store: ContestStore, hash: () => string): Conduct {
  const { dispatch } = store
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts the attempts opened, so that an answer to an earlier one changes nothing. */
  let opened = 0

  const answering = (): Answering | null => {
    const { phase } = store.get()
    return phase.name === 'answering' ? phase : null
  }

  function show(detail: AttemptDetail): void {
    const { attempt, paper } = detail
    const place: Place = placeFromHash(hash(), paper.questions.length) ?? 0
    opened += 1
    keptAttempt.write(assessment, attempt.id)
    const unsent = keptSheet.read(attempt.id)
    if (detail.result !== undefined || (unsent !== null && unsent.seq <= attempt.seq)) keptSheet.drop(attempt.id)
    dispatch({ type: 'opened', detail, unsent, place, perf: perf() })
    plan()
  }

  /** Looks whether the attempt has ended on the server; if so, shows the result. */
  async function endedMeanwhile(id: string): Promise<boolean> {
    const called = await getAttempt(id)
    if (!called.ok || called.value.result === undefined) return false
    show(called.value)
    return true
  }

  function plan(): void {
    clearTimeout(timer)
    const phase = answering()
    if (phase === null || phase.sheet.sending !== null || phase.handingIn !== null || !hasUnsaved(phase.sheet)) return
    timer = setTimeout(() => void save(), saveDelay(phase.sheet.failures))
  }

  async function save(options?: { keepalive?: boolean }): Promise<void> {
    clearTimeout(timer)
    const phase = answering()
    if (phase === null || phase.sheet.sending !== null || !hasUnsaved(phase.sheet)) return
    const { id } = phase.attempt
    const turn = opened
    const sheet = nextSave(phase.sheet)
    dispatch({ type: 'save-sent' })
    const called = await saveSheet(id, sheet, options)
    if (turn !== opened) return
    if (called.ok) {
      dispatch({ type: 'saved', saved: called.value, perf: perf() })
      const now = answering()
      if (now !== null && !hasUnsaved(now.sheet)) keptSheet.drop(id)
    } else {
      dispatch({ type: 'save-failed', failure: called.failure })
      if (needsSession(called.failure)) return
      if (!isPassing(called.failure) && (await endedMeanwhile(id))) return
    }
    plan()
  }

  function fail(failure: Failure): void {
    if (needsSession(failure)) keptParticipant.drop(LAST_HERE)
    dispatch({ type: 'failed', failure })
  }

  async function open(): Promise<void> {
    dispatch({ type: 'called' })
    const participant = keptParticipant.read(LAST_HERE)
    const id = participant === null ? null : keptAttempt.read(assessment)
    const kept = id === null ? null : await getAttempt(id)
    // While the attempt can't be looked up, starting would lead past it.
    if (kept !== null && !kept.ok && isPassing(kept.failure)) return fail(kept.failure)
    dispatch({ type: 'nothing-to-resume', participant })
    if (kept?.ok) show(kept.value)
    else if (kept !== null && needsSession(kept.failure)) fail(kept.failure)
  }

  async function start(): Promise<void> {
    dispatch({ type: 'called' })
    const started = await startAttempt(assessment)
    if (!started.ok) return fail(started.failure)
    const { attempt } = started.value
    // The answer to a start has no sheet; one that goes on has saved something before.
    const detail: Called<AttemptDetail> =
      attempt.seq === 0 ? { ok: true, value: { ...started.value, responses: {} } } : await getAttempt(attempt.id)
    if (detail.ok) show(detail.value)
    else fail(detail.failure)
  }

  async function signIn(guest: GuestRequest): Promise<void> {
    dispatch({ type: 'called' })
    const called = await signInAsGuest(guest)
    if (!called.ok) return fail(called.failure)
    const { participant } = called.value
    keptParticipant.write(LAST_HERE, participant)
    dispatch({ type: 'signed-in', participant })
    const phase = answering()
    if (phase === null) return
    if (secondsLeft(phase.clock, phase.attempt.deadline, perf()) === 0) await handIn('clock')
    else await save()
  }

  async function handIn(by: HandInBy): Promise<void> {
    const turn = opened
    for (let tries = 0; ; tries += 1) {
      const phase = answering()
      if (phase === null || turn !== opened || (tries === 0 && phase.handingIn === by)) return
      clearTimeout(timer)
      dispatch({ type: 'handing-in', by })
      const { id } = phase.attempt
      const called = await submitAttempt(id, nextSave(phase.sheet))
      if (turn !== opened) return
      if (called.ok) {
        keptSheet.drop(id)
        return dispatch({ type: 'ended', result: called.value.result })
      }
      const { failure } = called
      if (!isPassing(failure) && !needsSession(failure) && (await endedMeanwhile(id))) return
      const goesOn = by === 'clock' && isPassing(failure)
      dispatch({ type: 'hand-in-failed', by, failure, goesOn })
      if (!goesOn) return plan()
      await wait(saveDelay(tries))
    }
  }

  return {
    open,
    signIn,
    start,
    handIn,
    signOut() {
      keptParticipant.drop(LAST_HERE)
      keptAttempt.drop(assessment)
      dispatch({ type: 'signed-out' })
    },
    answer(question, response) {
      dispatch({ type: 'answered', question, response })
      const phase = answering()
      if (phase !== null) keptSheet.write(phase.attempt.id, nextSave(phase.sheet))
      plan()
    },
    async look() {
      const phase = answering()
      if (phase === null) return
      const turn = opened
      const called = await getAttempt(phase.attempt.id)
      if (!called.ok || turn !== opened) return
      if (called.value.result !== undefined) show(called.value)
      else dispatch({ type: 'clock-set', serverNow: called.value.serverNow, perf: perf() })
    },
    flush: () => void save({ keepalive: true }),
    leave() {
      keptAttempt.drop(assessment)
      dispatch({ type: 'left' })
    },
    close: () => clearTimeout(timer),
  }
}
