import {
  AttemptDetailSchema,
  type GuestRequest,
  SavedSchema,
  type SaveRequest,
  type Scope,
  SessionSchema,
  StandingsSchema,
  StartedSchema,
  type SubmitRequest,
  SubmittedSchema,
  UnitsSchema,
} from '../../content/domain/api.ts'
import { call } from './call.ts'

/**
 * The calls of contests.
 */

export { type Called, type Failure, isPassing, needsSession } from './request.ts'

const attemptPath = (id: string) => `/api/attempts/${encodeURIComponent(id)}`
const assessmentPath = (id: string) => `/api/assessments/${encodeURIComponent(id)}`

/** Registers a guest; the answer sets the session cookie. */
export const signInAsGuest = (guest: GuestRequest) => call(SessionSchema, 'POST', '/api/session/guest', guest)

/** The units a guest may name. */
export const getUnits = () => call(UnitsSchema, 'GET', '/api/units')

/** Starts an attempt, or resumes the one under way. */
export const startAttempt = (assessment: string) =>
  call(StartedSchema, 'POST', `${assessmentPath(assessment)}/attempts`, {})

/** An attempt with its sheet, and its result once it has ended. */
export const getAttempt = (id: string) => call(AttemptDetailSchema, 'GET', attemptPath(id))

/** Saves a whole sheet; `keepalive` when the page is about to go. */
export const saveSheet = (id: string, sheet: SaveRequest, options?: { keepalive?: boolean }) =>
  call(SavedSchema, 'PUT', `${attemptPath(id)}/responses`, sheet, options)

/** Hands an attempt in, with the last sheet. */
export const submitAttempt = (id: string, sheet: SubmitRequest) =>
  call(SubmittedSchema, 'POST', `${attemptPath(id)}/submit`, sheet)

/**
 * A page of the standings.
 *
 * @param limit lines, 1–200
 * @param cursor `nextCursor` of the page before; `null` for the first
 */
export function getStandings(assessment: string, scope: Scope, limit: number, cursor: string | null) {
  const query = new URLSearchParams({ scope, limit: String(limit), ...(cursor === null ? {} : { cursor }) })
  return call(StandingsSchema, 'GET', `${assessmentPath(assessment)}/standings?${query}`)
}
