import type {
  AttemptDetail,
  AttemptView,
  Participant,
  Result,
  Saved,
  SaveRequest,
} from '../../../content/domain/api.ts'
import { type Failure, isPassing, needsSession } from '../api-client.ts'
import { clockFrom, corrected, type ServerClock } from './clock.ts'
import type { Place } from './place.ts'
import {
  openSheet,
  type Responses,
  type Sheet,
  withResponse,
  withSaveDone,
  withSaveFailed,
  withSaveSent,
} from './sheet.ts'

/**
 * One participant's way through a contest: sign in, read the rules, answer, review, hand in, see the result.
 */

/** The questions of a paper, without keys. */
export type PaperQuestions = AttemptDetail['paper']['questions']

/** Who hands in: the participant, or the browser when the time is up. */
export type HandInBy = 'participant' | 'clock'

/** An attempt under way. */
export interface Answering {
  readonly name: 'answering'
  readonly attempt: AttemptView
  readonly questions: PaperQuestions
  readonly clock: ServerClock
  readonly sheet: Sheet
  readonly place: Place
  readonly handingIn: HandInBy | null
}

/** An attempt that has ended. */
export interface Ended {
  readonly name: 'ended'
  readonly attempt: AttemptView
  readonly questions: PaperQuestions
  readonly responses: Responses
  readonly result: Result
}

/** The rules are shown, nothing has started. */
export interface Ready {
  readonly name: 'ready'
  /** The participant did something to get here, so the focus follows. */
  readonly moved: boolean
}

/** `opening`: looking for an attempt to go on with. */
export type Phase = { readonly name: 'opening' } | Ready | Answering | Ended

/** Everything the view shows. */
export interface ContestState {
  readonly phase: Phase
  /** Who is signed in as far as this browser knows. */
  readonly participant: Participant | null
  /** The session is gone in the midst of something; answers stay. */
  readonly sessionLost: boolean
  /** A call that the participant waits for is under way. */
  readonly busy: boolean
  readonly failure: Failure | null
}

/** What can happen. `perf` is a reading of `performance.now()` when the answer arrived. */
export type ContestEvent =
  | { readonly type: 'nothing-to-resume'; readonly participant: Participant | null }
  | { readonly type: 'called' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'signed-in'; readonly participant: Participant }
  | { readonly type: 'signed-out' }
  | {
      readonly type: 'opened'
      readonly detail: AttemptDetail
      readonly unsent: SaveRequest | null
      readonly place: Place
      readonly perf: number
    }
  | { readonly type: 'answered'; readonly question: string; readonly response: readonly string[] }
  | { readonly type: 'went'; readonly place: Place }
  | { readonly type: 'clock-set'; readonly serverNow: string; readonly perf: number }
  | { readonly type: 'save-sent' }
  | { readonly type: 'saved'; readonly saved: Saved; readonly perf: number }
  | { readonly type: 'save-failed'; readonly failure: Failure }
  | { readonly type: 'handing-in'; readonly by: HandInBy }
  | { readonly type: 'hand-in-failed'; readonly by: HandInBy; readonly failure: Failure; readonly goesOn: boolean }
  | { readonly type: 'ended'; readonly result: Result }
  | { readonly type: 'left' }

/** Before anything is known; also what the server renders. */
export const FIRST_STATE: ContestState = {
  phase: { name: 'opening' },
  participant: null,
  sessionLost: false,
  busy: false,
  failure: null,
}

/** What an event makes of the state. */
export function contestReducer(state: ContestState, event: ContestEvent): ContestState {
  switch (event.type) {
    case 'nothing-to-resume':
      return {
        ...state,
        phase: { name: 'ready', moved: false },
        participant: event.participant,
        busy: false,
        failure: null,
      }
    case 'called':
      return { ...state, busy: true, failure: null }
    case 'failed': {
      const lost = needsSession(event.failure)
      const busy = false
      return lost
        ? { ...state, busy, participant: null, phase: moved(state.phase) }
        : { ...state, busy, failure: event.failure }
    }
    case 'signed-in':
      return {
        ...state,
        busy: false,
        failure: null,
        participant: event.participant,
        sessionLost: false,
        phase: moved(state.phase),
      }
    case 'signed-out':
      return { ...FIRST_STATE, phase: { name: 'ready', moved: true } }
    case 'opened':
      return { ...state, busy: false, failure: null, sessionLost: false, phase: phaseOf(event) }
    case 'left':
      return { ...state, phase: { name: 'ready', moved: true }, failure: null }
    default:
      return state.phase.name === 'answering' ? whileAnswering(state, state.phase, event) : state
  }
}

function moved(phase: Phase): Phase {
  return phase.name === 'ready' ? { ...phase, moved: true } : phase
}

function phaseOf({ detail, unsent, place, perf }: Extract<ContestEvent, { type: 'opened' }>): Phase {
  const { attempt, paper, responses, result, serverNow } = detail
  const { questions } = paper
  if (result !== undefined) return { name: 'ended', attempt, questions, responses, result }
  const sheet = openSheet(questions, { seq: attempt.seq, responses }, unsent)
  return { name: 'answering', attempt, questions, clock: clockFrom(serverNow, perf), sheet, place, handingIn: null }
}

type EventWhileAnswering = Extract<
  ContestEvent,
  {
    type:
      | 'answered'
      | 'went'
      | 'clock-set'
      | 'save-sent'
      | 'saved'
      | 'save-failed'
      | 'handing-in'
      | 'hand-in-failed'
      | 'ended'
  }
>

function whileAnswering(state: ContestState, phase: Answering, event: EventWhileAnswering): ContestState {
  const next = (change: Partial<Answering>): ContestState => ({ ...state, phase: { ...phase, ...change } })
  switch (event.type) {
    case 'answered':
      return next({ sheet: withResponse(phase.sheet, event.question, event.response) })
    case 'went':
      return { ...next({ place: event.place }), failure: null }
    case 'clock-set':
      return next({ clock: clockFrom(event.serverNow, event.perf) })
    case 'save-sent':
      return next({ sheet: withSaveSent(phase.sheet) })
    case 'saved': {
      const { savedSeq, remainingSeconds } = event.saved
      const clock = corrected(phase.clock, phase.attempt.deadline, remainingSeconds, event.perf)
      return next({ sheet: withSaveDone(phase.sheet, savedSeq), clock })
    }
    case 'save-failed': {
      const lost = needsSession(event.failure)
      // Only what trying again won't cure is put before the participant; the rest shows in the status of saving.
      const failure = lost || isPassing(event.failure) ? state.failure : event.failure
      return { ...next({ sheet: withSaveFailed(phase.sheet) }), failure, sessionLost: state.sessionLost || lost }
    }
    case 'handing-in':
      return { ...next({ handingIn: event.by }), failure: null }
    case 'hand-in-failed': {
      // The clock may have taken over while the participant's own try was under way.
      if (phase.handingIn !== event.by) return state
      const lost = needsSession(event.failure)
      const failure = lost ? null : event.failure
      return { ...next({ handingIn: event.goesOn ? event.by : null }), failure, sessionLost: state.sessionLost || lost }
    }
    case 'ended': {
      const { attempt, questions, sheet } = phase
      const ended: Ended = { name: 'ended', attempt, questions, responses: sheet.responses, result: event.result }
      return { ...state, phase: ended, failure: null, sessionLost: false, busy: false }
    }
  }
}
