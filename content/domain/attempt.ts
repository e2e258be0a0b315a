import { type Assessment, windowAt } from './assessment.ts'
import { bankOptionId, type Paper, type PaperQuestion } from './paper.ts'
import type { Responses } from './scoring.ts'

/**
 * The life of one attempt. The clock is always the server's: `now` comes in as a parameter, and no request carries a time.
 */

/** `expired` means that the server handed it in at the deadline with the responses saved until then. */
export type AttemptState = 'in_progress' | 'submitted' | 'expired'

/** What the life cycle needs to know of an attempt. Times in milliseconds since 1970. */
export interface AttemptClock {
  readonly state: AttemptState
  readonly startedAt: number
  /** Last instant for answering; `null` without limit. */
  readonly deadline: number | null
  /** Sequence number of the sheet kept, 0 before the first save. */
  readonly seq: number
  readonly finishedAt: number | null
}

/** What can happen to an attempt. */
export type AttemptEvent =
  | { readonly type: 'save'; readonly seq: number }
  | { readonly type: 'submit'; readonly seq: number | 'next' | null }
  | { readonly type: 'tick' }

/** What follows from an event. */
export interface Transition {
  readonly attempt: AttemptClock
  /** The sheet that came with the event replaces the one kept. */
  readonly keepSheet: boolean
  /** The attempt has just ended and is to be scored. */
  readonly ended: boolean
  /** The event came after the end and changed nothing. */
  readonly refused: boolean
}

/** The instant at which the server hands an attempt in: the deadline plus the grace that is on its way. */
export function cutOff(deadline: number | null, graceSeconds: number): number | null {
  return deadline === null ? null : deadline + graceSeconds * 1000
}

/**
 * The deadline of an attempt that starts now: after `durationSeconds` and the extra time of the participant, but not after the window closes, since
 * then keys may be shown to others.
 *
 * @param extraTimePercent of the duration, rounded up to the second
 */
export function deadlineOf(
  assessment: Pick<Assessment, 'durationSeconds' | 'opensAt' | 'closesAt' | 'makeUpWindow'>,
  now: number,
  extraTimePercent = 0,
): number | null {
  const { durationSeconds } = assessment
  const closesAt = windowAt(assessment, now)?.closesAt ?? null
  const ends = [
    ...(durationSeconds === null ? [] : [now + Math.ceil((durationSeconds * (100 + extraTimePercent)) / 100) * 1000]),
    ...(closesAt === null ? [] : [Date.parse(closesAt)]),
  ]
  return ends.length === 0 ? null : Math.min(...ends)
}

/**
 * What an event does to an attempt at an instant.
 *
 * - After the cut-off every event first ends the attempt as `expired` with the sheet kept until then.
 * - A save with an older or equal `seq` changes nothing (a replay or a late packet), gaps are fine.
 * - A submit may bring a last sheet, under its `seq` or as the `next` one; `null` says that it brings none. Submitting
 *   again changes nothing.
 */
export function transition(attempt: AttemptClock, event: AttemptEvent, now: number, graceSeconds: number): Transition {
  const unchanged = { attempt, keepSheet: false, ended: false, refused: false }
  if (attempt.state !== 'in_progress') return { ...unchanged, refused: event.type === 'save' }
  const end = cutOff(attempt.deadline, graceSeconds)
  if (end !== null && now >= end) {
    return {
      attempt: { ...attempt, state: 'expired', finishedAt: attempt.deadline },
      keepSheet: false,
      ended: true,
      refused: event.type === 'save',
    }
  }
  if (event.type === 'tick') return unchanged
  const seq = event.seq === 'next' ? attempt.seq + 1 : (event.seq ?? attempt.seq)
  const keepSheet = seq > attempt.seq
  const kept = keepSheet ? { ...attempt, seq } : attempt
  if (event.type === 'save') return { ...unchanged, attempt: kept, keepSheet }
  const finishedAt = attempt.deadline === null ? now : Math.min(now, attempt.deadline)
  return { attempt: { ...kept, state: 'submitted', finishedAt }, keepSheet, ended: true, refused: false }
}

/** Whole seconds until the deadline, never negative; `null` without limit. */
export function remainingSeconds(attempt: Pick<AttemptClock, 'deadline'>, now: number): number | null {
  return attempt.deadline === null ? null : Math.max(0, Math.ceil((attempt.deadline - now) / 1000))
}

/** Whole seconds used, rounded up, so that nobody has zero. */
export function timeUsedSeconds(attempt: Pick<AttemptClock, 'startedAt' | 'finishedAt'>): number {
  return Math.max(1, Math.ceil(((attempt.finishedAt ?? attempt.startedAt) - attempt.startedAt) / 1000))
}

/** One response that doesn't belong to the paper: which field, and why. */
export interface ResponseFault {
  readonly question: string
  readonly fault: string
}

const TEXT_LIMIT = 200

/**
 * What in a sheet doesn't belong to the paper: questions it doesn't have, options it doesn't show, an option twice,
 * several answers to a question with one. Empty when the sheet can be saved.
 */
export function responseFaults(paper: Paper, responses: Responses): ResponseFault[] {
  const items = new Map(paper.questions.map((item) => [item.question.id, item]))
  return Object.entries(responses).flatMap(([question, response]) => {
    const item = items.get(question)
    const fault = item === undefined ? 'This question is not in the paper.' : faultOf(item, response)
    return fault === null ? [] : [{ question, fault }]
  })
}

function faultOf(item: PaperQuestion, response: readonly string[]): string | null {
  const { type } = item.question
  if (type === 'fill-in') {
    if (response.length > 1) return 'A fill-in question takes one text.'
    return (response[0] ?? '').length > TEXT_LIMIT ? `An answer has at most ${TEXT_LIMIT} characters.` : null
  }
  const unknown = response.filter((id) => bankOptionId(item, id) === undefined)
  if (unknown.length > 0)
    return `Not an option of this question: ${unknown.map((id) => JSON.stringify(id)).join(', ')}.`
  if (new Set(response).size !== response.length) return 'An option is named twice.'
  if ((type === 'single' || type === 'true-false') && response.length > 1) return 'This question takes one option.'
  return null
}
