import type { FieldError, ProblemDetails } from '../../content/domain/api.ts'

/**
 * Problem details (RFC 9457), the one place that knows HTTP status codes of errors.
 */

const KINDS = {
  'bad-request': [400, 'The request does not fit.'],
  'no-session': [401, 'Nobody is signed in.'],
  'no-role': [401, 'This needs a role.'],
  'wrong-code': [401, 'The code does not let you in.'],
  'sign-in-expired': [400, 'This sign-in cannot be finished.'],
  'sign-in-refused': [401, 'The provider does not let you in.'],
  'unknown-person': [403, 'The roster does not have this person.'],
  'not-bound': [403, 'This account is nobody’s yet.'],
  'signed-in-elsewhere': [401, 'You have signed in somewhere else since.'],
  'staff-only': [403, 'Only people of the roster take part.'],
  'not-allowed': [403, 'You may not do this.'],
  'wrong-origin': [403, 'The request comes from another site.'],
  'not-found': [404, 'There is no such thing here.'],
  'method-not-allowed': [405, 'This address does not take that method.'],
  finished: [409, 'The attempt is over.'],
  'not-open': [409, 'The assessment is not open.'],
  'no-attempts-left': [409, 'No attempts are left.'],
  'already-passed': [409, 'You have passed.'],
  withheld: [409, 'Results are not shown yet.'],
  'too-few-questions': [409, 'Too few questions can be asked now.'],
  conflict: [409, 'The request contradicts what is stored.'],
  'queue-full': [409, 'No more can wait for an answer now.'],
  'too-large': [413, 'The request is too large.'],
  'too-many-requests': [429, 'Too many requests from this address.'],
  'provider-unavailable': [503, 'The sign-in provider does not answer.'],
  'not-configured': [503, 'The service is not set up.'],
  internal: [500, 'Something went wrong on the server.'],
} as const satisfies Record<string, readonly [number, string]>

/** The kinds of problem that this service has. */
export type ProblemKind = keyof typeof KINDS

/** Thrown anywhere in a route to answer with a problem. */
export class HttpProblem extends Error {
  readonly kind: ProblemKind
  readonly errors: readonly FieldError[]
  readonly headers: Readonly<Record<string, string>>

  /**
   * @param detail what is wrong and what to do, for a person
   * @param errors the fields at fault
   */
  constructor(
    kind: ProblemKind,
    detail: string,
    errors: readonly FieldError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
    this.name = 'HttpProblem'
    this.kind = kind
    this.errors = errors
    this.headers = headers
  }
}

/** Status code of a kind. */
export function statusOf(kind: ProblemKind): number {
  return KINDS[kind][0]
}

/** The response for a problem. */
export function problemResponse({ kind, message, errors, headers }: HttpProblem): Response {
  const [status, title] = KINDS[kind]
  return respond(
    {
      type: `urn:mingfa:problem:${kind}`,
      title,
      status,
      detail: message,
      ...(errors.length > 0 ? { errors: [...errors] } : {}),
    },
    headers,
  )
}

/** The response for an error nobody foresaw: an id, and nothing of the cause. */
export function internalErrorResponse(errorId: string): Response {
  const [status, title] = KINDS.internal
  return respond({
    type: 'urn:mingfa:problem:internal',
    title,
    status,
    detail: 'Try again in a moment. If it happens again, report the error id.',
    errorId,
  })
}

function respond(problem: ProblemDetails, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  })
}
