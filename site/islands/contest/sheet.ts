import type { output } from 'zod/mini'
import type { PublicQuestionSchema, ResponsesSchema, SaveRequest } from '../../../content/domain/api.ts'
import { isAnswered } from '../question/response.ts'

/**
 * The sheet of answers and its way to the server: the whole sheet goes each time, under a number that only grows.
 */

type PublicQuestion = output<typeof PublicQuestionSchema>
/** Question id → shown option ids, or one text. */
export type Responses = output<typeof ResponsesSchema>

/** A sheet, and how much of it the server has. */
export interface Sheet {
  readonly responses: Responses
  /** The highest sequence number that anyone is known to have used. */
  readonly seq: number
  /** Changes made since the sheet was opened. */
  readonly changes: number
  /** Of these, the changes that the server has kept. */
  readonly kept: number
  /** A save under way: its number, and the changes it has. */
  readonly sending: { readonly seq: number; readonly changes: number } | null
  /** Saves that failed since the last that didn't. */
  readonly failures: number
}

/** What the participant reads about saving. */
export type SaveStatus = 'nothing-yet' | 'saved' | 'saving' | 'will-retry'

function fitting(questions: readonly PublicQuestion[], responses: Responses): Responses {
  return Object.fromEntries(
    questions.flatMap(({ id, type, options }) => {
      const response = Object.hasOwn(responses, id) ? (responses[id] ?? []) : []
      const known =
        type === 'fill-in' ? response : response.filter((chosen) => options.some((option) => option.id === chosen))
      return isAnswered(known) ? [[id, known]] : []
    }),
  )
}

/**
 * Opens a sheet: the server's, or the one kept in this browser when its number shows that it is newer.
 *
 * Answers that don't belong to the paper are dropped, because the server would refuse the whole sheet for them.
 */
export function openSheet(
  questions: readonly PublicQuestion[],
  server: SaveRequest,
  unsent: SaveRequest | null,
): Sheet {
  const newer = unsent !== null && unsent.seq > server.seq
  return {
    responses: fitting(questions, newer ? unsent.responses : server.responses),
    seq: server.seq,
    changes: newer ? 1 : 0,
    kept: 0,
    sending: null,
    failures: 0,
  }
}

/** The sheet with one answer changed; an empty one is taken off. */
export function withResponse(sheet: Sheet, id: string, response: readonly string[]): Sheet {
  const { [id]: _, ...others } = sheet.responses
  const responses = isAnswered(response) ? { ...others, [id]: [...response] } : others
  return { ...sheet, responses, changes: sheet.changes + 1 }
}

/** What the next save sends. */
export function nextSave(sheet: Sheet): SaveRequest {
  return { seq: sheet.seq + 1, responses: sheet.responses }
}

/** The sheet once `nextSave` is on its way. */
export function withSaveSent(sheet: Sheet): Sheet {
  const seq = sheet.seq + 1
  return { ...sheet, seq, sending: { seq, changes: sheet.changes } }
}

/**
 * The sheet after the server's answer. A number other than the one sent means that another window saved something
 * newer: ours is sent again above it, so that the window used last wins.
 */
export function withSaveDone(sheet: Sheet, savedSeq: number): Sheet {
  const { sending } = sheet
  const kept = sending !== null && savedSeq === sending.seq ? sending.changes : sheet.kept
  return { ...sheet, seq: Math.max(sheet.seq, savedSeq), kept, sending: null, failures: 0 }
}

/** The sheet after a save that failed. */
export function withSaveFailed(sheet: Sheet): Sheet {
  return { ...sheet, sending: null, failures: sheet.failures + 1 }
}

/** Whether the server lacks something. */
export function hasUnsaved(sheet: Sheet): boolean {
  return sheet.changes > sheet.kept
}

/** What to tell about saving. */
export function saveStatus(sheet: Sheet): SaveStatus {
  if (sheet.failures > 0) return 'will-retry'
  if (hasUnsaved(sheet)) return 'saving'
  return sheet.seq === 0 ? 'nothing-yet' : 'saved'
}

const FIRST_SAVE_MS = 1000
const LONGEST_WAIT_MS = 30_000

/** Milliseconds to wait before the next save: one second after a change, doubling with each failure up to thirty. */
export function saveDelay(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_SAVE_MS * 2 ** failures)
}

/** Indices of the questions without an answer. */
export function unansweredPlaces(questions: readonly { readonly id: string }[], responses: Responses): number[] {
  return questions.flatMap(({ id }, index) => (isAnswered(responses[id]) ? [] : [index]))
}
