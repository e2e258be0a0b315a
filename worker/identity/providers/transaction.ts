import * as z from 'zod/mini'
import { ProviderIdSchema, SitePathSchema } from '../../../content/domain/sign-in-api.ts'
import type { Env } from '../../env.ts'
import { cookieValue, decode, encode, signingKey } from '../session.ts'

/**
 * A sign-in under way at a provider, kept by the browser in a signed cookie, so that only the browser that began it can
 * finish it. Used once: `Roster` remembers states that came back.
 */

/** Name of the cookie. */
export const TRANSACTION_COOKIE = 'mingfa_sign_in'
/** Seconds to sign in at the provider, second factor included. */
export const TRANSACTION_SECONDS = 600
const TRANSACTION_PATH = '/api/session/callback'
const COOKIE_LENGTH = 4096

const TransactionSchema = z.strictObject({
  provider: ProviderIdSchema,
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: SitePathSchema,
  page: SitePathSchema,
  /** Participant's id of whoever binds an account; `null` for signing in. */
  bindTo: z.nullable(z.uuid()),
  expiresAt: z.int(),
})
/** See above. */
export type Transaction = z.output<typeof TransactionSchema>

/** What is signed: never to be taken for a session, which is signed with the same key. */
function signedBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`sign-in under way ${encode(payload)}`)
}

/** The cookie's value for a sign-in. */
export async function sealTransaction(transaction: Transaction, env: Pick<Env, 'SESSION_SECRET'>): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(transaction))
  const signature = await crypto.subtle.sign('HMAC', await signingKey(env), signedBytes(payload))
  return `${encode(payload)}.${encode(new Uint8Array(signature))}`
}

/** The `Set-Cookie` value; with an empty value it forgets the sign-in. */
export function transactionCookie(value: string, secure: boolean): string {
  const seconds = value === '' ? 0 : TRANSACTION_SECONDS
  // Lax: the way back from the provider is a navigation from another site.
  return `${TRANSACTION_COOKIE}=${value}; Max-Age=${seconds}; Path=${TRANSACTION_PATH}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The sign-in under way of a browser, `null` without one (none, forged, expired). */
export async function transactionOf(
  request: Request,
  env: Pick<Env, 'SESSION_SECRET'>,
  now: number,
): Promise<Transaction | null> {
  const value = cookieValue(request, TRANSACTION_COOKIE)
  if (value === null || value.length > COOKIE_LENGTH) return null
  const [payloadText = '', signatureText = '', ...rest] = value.split('.')
  const [payload, signature] = [decode(payloadText), decode(signatureText)]
  if (payload === null || signature === null || rest.length > 0) return null
  if (!(await crypto.subtle.verify('HMAC', await signingKey(env), signature, signedBytes(payload)))) return null
  const parsed = TransactionSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)))
  return parsed.success && now < parsed.data.expiresAt ? parsed.data : null
}
