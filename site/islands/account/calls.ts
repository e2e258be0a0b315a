import type { output } from 'zod/mini'
import { SignedInSchema, SignedOutSchema } from '../../../content/domain/roster-api.ts'
import {
  type BeginRequestSchema,
  BegunSchema,
  type ProviderId,
  ProvidersSchema,
} from '../../../content/domain/sign-in-api.ts'
import { call } from '../call.ts'

/** The calls of signing in and out. */

/** Who is signed in. */
export const getSession = () => call(SignedInSchema, 'GET', '/api/session')

/** Signs in by a code; the answer sets the session cookie. */
export const signInByCode = (code: string) => call(SignedInSchema, 'POST', '/api/session/roster-code', { code })

/** Signs out; a person of the roster on every device. */
export const signOut = () => call(SignedOutSchema, 'POST', '/api/session/end', {})

/** The ways of signing in that are set up. */
export const getProviders = () => call(ProvidersSchema, 'GET', '/api/session/providers')

/** Begins to sign in at a provider, or to bind an account there; the answer says where to go. */
export const beginSignIn = (provider: ProviderId, request: output<typeof BeginRequestSchema>) =>
  call(BegunSchema, 'POST', `/api/session/providers/${provider}/begin`, request)
