import type { FieldError, ProblemDetails } from '../../content/domain/api.ts'

/**
 * Asking the service: every answer is read as a value of a known form, every failure is a value. Nothing here needs zod,
 * which weighs more than a small island; `call.ts` reads answers by their schemas.
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
      /** Seconds after which the service would take the call again, where it says so. */
      readonly retryAfter?: number
    }
  /** Something answered, but not in the form of the contract: a captive portal, or another version of the service. */
  | { readonly kind: 'unreadable' }

/** A value, or why there is none. */
export type Called<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** How a request goes beyond the common. */
export interface RequestOptions {
  /** Lets a save outlive the page. */
  readonly keepalive?: boolean
  /** The operator's. */
  readonly token?: string
  /** In place of the common patience. */
  readonly signal?: AbortSignal
}

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

/** A record by its fields, whatever they are. */
export function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {}
}

function isFieldError(json: unknown): json is FieldError {
  const { pointer, detail } = fieldsOf(json)
  return typeof pointer === 'string' && typeof detail === 'string'
}

/** What a body says of a problem; nothing when it is no problem document. */
function readProblem(json: unknown): Pick<ProblemDetails, 'type' | 'detail'> & { errors: FieldError[] } {
  const { type, detail, errors = [] } = fieldsOf(json)
  const isProblem = typeof type === 'string' && typeof detail === 'string'
  if (!isProblem || !Array.isArray(errors) || !errors.every(isFieldError)) return { type: '', detail: '', errors: [] }
  return { type, detail, errors }
}

/**
 * Asks the service.
 *
 * @param read makes a value of a successful answer, or `null` when it isn't in the form expected
 * @param path starts with `/api/`
 * @param body sent as JSON; left out for GET
 */
export async function request<T>(
  read: (json: unknown) => T | null,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  { token, ...options }: RequestOptions = {},
): Promise<Called<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...options,
    })
  } catch {
    return { ok: false, failure: { kind: 'offline' } }
  }
  const json = await jsonOf(response)
  if (response.ok) {
    const value = read(json)
    return value === null ? { ok: false, failure: { kind: 'unreadable' } } : { ok: true, value }
  }
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    ok: false,
    failure: {
      ...{ kind: 'problem', status: response.status, ...readProblem(json) },
      ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
    },
  }
}
