import { REPORT_LIMITS, type ReportDecision, type TextFault, textFault } from '../../../content/domain/report.ts'
import type { QueuedReport, ReportStatus, Reports } from '../../../content/domain/report-api.ts'
import { type Failure, needsSession } from '../request.ts'
import type { Token } from './calls.ts'

/**
 * The desk: who is let in, the part of the queue that is shown, and what has just been answered.
 */

/** Where the desk stands. */
export interface DeskState {
  /** `null` before an editor has been let in. */
  readonly token: Token | null
  /** What was wrong with the last token, and how many there were. */
  readonly refused: 'missing' | 'wrong' | null
  readonly tries: number
  readonly status: ReportStatus
  /** `null` until the queue has come. */
  readonly reports: readonly QueuedReport[] | null
  readonly next: string | null
  /** Reports that wait, shown or not. */
  readonly open: number
  readonly busy: boolean
  readonly failure: Failure | null
  /** The report just answered. */
  readonly answered: number | null
  /** The first of the reports that came with "more", which takes the focus. */
  readonly firstOfMore: number | null
}

/** What can happen. */
export type DeskEvent =
  | { readonly type: 'entered'; readonly token: Token }
  | { readonly type: 'refused'; readonly fault: 'missing' | 'wrong' }
  | { readonly type: 'left' }
  | { readonly type: 'asked'; readonly status: ReportStatus; readonly more: boolean }
  | { readonly type: 'loaded'; readonly status: ReportStatus; readonly more: boolean; readonly queue: Reports }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'answered'; readonly report: QueuedReport }

/** The start: nobody has been let in. */
export const FIRST_STATE: DeskState = {
  token: null,
  refused: null,
  tries: 0,
  status: 'open',
  reports: null,
  next: null,
  open: 0,
  busy: false,
  failure: null,
  answered: null,
  firstOfMore: null,
}

/** What an event makes of the state. */
export function deskReducer(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'entered':
      return { ...FIRST_STATE, token: event.token, tries: state.tries }
    case 'refused':
      return { ...FIRST_STATE, refused: event.fault, tries: state.tries + 1 }
    case 'left':
      return { ...FIRST_STATE, tries: state.tries }
    case 'asked': {
      const { status, more } = event
      const shown = more ? state : { ...state, reports: state.status === status ? state.reports : null, next: null }
      return { ...shown, status, busy: true, failure: null, answered: null, firstOfMore: null }
    }
    case 'loaded': {
      // Meanwhile the editor has turned to the other part of the queue.
      if (event.status !== state.status) return state
      const { reports, next, open } = event.queue
      const before = event.more ? (state.reports ?? []) : []
      const firstOfMore = event.more ? (reports[0]?.id ?? null) : null
      return { ...state, reports: [...before, ...reports], next, open, busy: false, firstOfMore }
    }
    case 'failed':
      // The token doesn't hold any more: the editor has to show another one.
      if (needsSession(event.failure)) return { ...FIRST_STATE, refused: 'wrong', tries: state.tries + 1 }
      return { ...state, busy: false, failure: event.failure }
    case 'answered': {
      const { report } = event
      const reports = (state.reports ?? []).flatMap((each) => {
        if (each.id !== report.id) return [each]
        return state.status === 'open' ? [] : [report]
      })
      const open = state.status === 'open' ? state.open - 1 : state.open
      return { ...state, reports, open, answered: report.id, firstOfMore: null }
    }
  }
}

/** What is wrong with an answer. */
export type AnswerFault =
  | { readonly field: 'decision' }
  | { readonly field: 'answer'; readonly fault: TextFault; readonly length: number }

/** What is wrong with an answer, in the order of its fields. */
export function answerFaults(decision: ReportDecision | null, text: string): AnswerFault[] {
  const fault = textFault(text, REPORT_LIMITS.leastText, REPORT_LIMITS.text)
  return [
    ...(decision === null ? [{ field: 'decision' } as const] : []),
    ...(fault === null ? [] : [{ field: 'answer', fault, length: [...text.trim()].length } as const]),
  ]
}
