import type * as z from 'zod/mini'
import {
  AssessmentsSchema,
  AttemptDetailSchema,
  CheckedSchema,
  type FieldError,
  type GuestRequest,
  PracticeQuestionsSchema,
  ProblemDetailsSchema,
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

/**
 * Calls to the service: every answer is parsed with its schema, every failure is a value.
 */

/** Why a call gave no value. */
export type Failure =
  /** No answer came: no network, or the service is down. */
  | { readonly kind: 'offline' }
  /** The service refused (RFC 9457). `type` and `detail` are empty when the body was no problem document. */
  | {
      readonly kind: 'problem'
      readonly status: number
      readonly type: string
      readonly detail: string
      readonly errors: readonly FieldError[]
    }
  /** Something answered, but not in the form of the contract: a captive portal, or another version of the service. */
  | { readonly kind: 'unreadable' }

/** A value, or why there is none. */
export type Called<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** Seconds after which a call without an answer counts as offline. */
const PATIENCE_MS = 15_000

/** Whether a later try of the same call may succeed without anyone doing anything. */
export function isPassing(failure: Failure): boolean {
  if (failure.kind !== 'problem') return true
  return failure.status >= 500 || failure.status === 429 || failure.status === 408
}

/** Whether the service asks for a session first. */
export function needsSession(failure: Failure): boolean {
  return failure.kind === 'problem' && failure.status === 401
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

/**
 * Calls the service.
 *
 * @param schema form of a successful answer
 * @param path starts with `/api/`
 * @param body sent as JSON; left out for GET
 * @param options `keepalive` lets a save outlive the page
 */
async function call<T>(
  schema: z.ZodMiniType<T>,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  options: { keepalive?: boolean } = {},
): Promise<Called<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...options,
    })
  } catch {
    return { ok: false, failure: { kind: 'offline' } }
  }
  const json = await jsonOf(response)
  if (response.ok) {
    const parsed = schema.safeParse(json)
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, failure: { kind: 'unreadable' } }
  }
  const problem = ProblemDetailsSchema.safeParse(json)
  const { type, detail, errors = [] } = problem.success ? problem.data : { type: '', detail: '' }
  return { ok: false, failure: { kind: 'problem', status: response.status, type, detail, errors } }
}

const attemptPath = (id: string) => `/api/attempts/${encodeURIComponent(id)}`
const assessmentPath = (id: string) => `/api/assessments/${encodeURIComponent(id)}`

/** Registers a guest; the answer sets the session cookie. */
export const signInAsGuest = (guest: GuestRequest) => call(SessionSchema, 'POST', '/api/session/guest', guest)

/** The units a guest may name. */
export const getUnits = () => call(UnitsSchema, 'GET', '/api/units')

/** Assessments that the service runs now, with those made at run time. */
export const getAssessments = () => call(AssessmentsSchema, 'GET', '/api/assessments')

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

/** Practice questions of a topic; `null` for all topics. */
export function getPracticeQuestions(topic: string | null) {
  const query = topic === null ? '' : `?${new URLSearchParams({ topic })}`
  return call(PracticeQuestionsSchema, 'GET', `/api/practice/questions${query}`)
}

/** Checks one answer of practice. */
export const checkAnswer = (question: string, response: readonly string[]) =>
  call(CheckedSchema, 'POST', `/api/practice/questions/${encodeURIComponent(question)}/check`, { response })
