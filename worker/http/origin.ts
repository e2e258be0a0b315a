import type { Env } from '../env.ts'
import { HttpProblem } from './problem.ts'

/** The site's own origin: as configured, otherwise the request's. */
export function publicOrigin(request: Request, env: Pick<Env, 'PUBLIC_ORIGIN'>): string {
  return new URL(env.PUBLIC_ORIGIN === '' ? request.url : env.PUBLIC_ORIGIN).origin
}

/**
 * Refuses requests that a browser sends for another site (cross-site request forgery).
 *
 * @throws {HttpProblem} 403 when there is an `Origin` and it isn't ours
 */
export function requireOwnOrigin(request: Request, env: Pick<Env, 'PUBLIC_ORIGIN'>): void {
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== publicOrigin(request, env)) {
    throw new HttpProblem('wrong-origin', 'Use the site itself; requests from other sites are refused.')
  }
}
