import { SignedInSchema, SignedOutSchema } from '../../../content/domain/roster-api.ts'
import { call } from '../call.ts'

/** The calls of signing in and out. */

/** Who is signed in. */
export const getSession = () => call(SignedInSchema, 'GET', '/api/session')

/** Signs in by a code; the answer sets the session cookie. */
export const signInByCode = (code: string) => call(SignedInSchema, 'POST', '/api/session/roster-code', { code })

/** Signs out; a person of the roster on every device. */
export const signOut = () => call(SignedOutSchema, 'POST', '/api/session/end', {})
