import * as z from 'zod/mini'
import { type Participant, ParticipantSchema } from '../../content/domain/api.ts'
import type { Env } from '../env.ts'

/**
 * Sessions: a signed cookie that says who the participant is. Nothing is stored on the server for a guest before the
 * first attempt.
 *
 * Form: `<payload>.<signature>`, both base64url; HMAC-SHA-256 over the payload.
 */

/** Who is signed in, and by which of their sign-ins. */
export interface Session {
  readonly participant: Participant
  /**
   * Counts the sign-ins of a person of the roster, from 1; the newest is the one that holds, so that a later sign-in, or
   * an administrator, ends this one. Guests have 0: they exist in one browser only.
   */
  readonly epoch: number
}

export const SESSION_COOKIE = 'mingfa_session'
/** Seconds that a guest's session lasts. */
export const SESSION_SECONDS = 30 * 24 * 3600
/** Seconds without use after which a person of the roster has to sign in again: a working day and some. */
export const STAFF_SESSION_SECONDS = 12 * 3600
/** Seconds after which the cookie of a person who goes on is made anew, so that a stolen one doesn't live for ever. */
export const ROTATE_SECONDS = 3600
const COOKIE_LENGTH = 2048

const PayloadSchema = z.strictObject({
  ...ParticipantSchema.shape,
  expiresAt: z.int(),
  /** Left out for guests. */
  epoch: z.optional(z.int().check(z.gte(1))),
})
type Payload = z.output<typeof PayloadSchema>

function secondsOf(epoch: number): number {
  return epoch === 0 ? SESSION_SECONDS : STAFF_SESSION_SECONDS
}

const keys = new Map<string, CryptoKey>()
/** Cookies checked before: signature checking costs more than all else in reading a session. */
const checked = new Map<string, Payload>()
const CHECKED_KEPT = 5000

/** The key that everything is signed with which this deployment gives out. */
export async function signingKey(env: Pick<Env, 'SESSION_SECRET'>): Promise<CryptoKey> {
  const secret = env.SESSION_SECRET ?? ''
  const known = keys.get(secret)
  if (known) return known
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )
  keys.set(secret, key)
  return key
}

/** Bytes as base64url without padding, as cookies have them. */
export function encode(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}

/** The bytes of base64url, `null` when it isn't. */
export function decode(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.fromBase64(text, { alphabet: 'base64url' })
  } catch {
    return null
  }
}

/**
 * The `Set-Cookie` value for a session.
 *
 * @param secure whether people reach the site over https
 */
export async function sessionCookie(
  { participant, epoch }: Session,
  env: Env,
  secure: boolean,
  now: number,
): Promise<string> {
  const seconds = secondsOf(epoch)
  const content: Payload = { ...participant, expiresAt: now + seconds * 1000, ...(epoch === 0 ? {} : { epoch }) }
  const payload = new TextEncoder().encode(JSON.stringify(content))
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await signingKey(env), payload))
  // The browser keeps a guest's twice as long as it is valid: see `expiredGuestOf`.
  return cookie(`${encode(payload)}.${encode(signature)}`, epoch === 0 ? 2 * seconds : seconds, secure)
}

/** The `Set-Cookie` value that ends a session in the browser. */
export function noSessionCookie(secure: boolean): string {
  return cookie('', 0, secure)
}

function cookie(value: string, seconds: number, secure: boolean): string {
  return `${SESSION_COOKIE}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** The value of a cookie of a request. */
export function cookieValue(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at !== -1 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

async function readPayload(value: string, env: Env): Promise<Payload | null> {
  const [payloadText, signatureText, ...rest] = value.split('.')
  if (payloadText === undefined || signatureText === undefined || rest.length > 0) return null
  const payload = decode(payloadText)
  const signature = decode(signatureText)
  if (payload === null || signature === null) return null
  if (!(await crypto.subtle.verify('HMAC', await signingKey(env), signature, payload))) return null
  const parsed = PayloadSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)))
  return parsed.success ? parsed.data : null
}

/** What a request's cookie says, whether or not its time is over; `null` without one that we have signed. */
async function payloadOf(request: Request, env: Env): Promise<Payload | null> {
  const value = cookieValue(request, SESSION_COOKIE)
  if (value === null || value.length > COOKIE_LENGTH) return null
  const payload = checked.get(value) ?? (await readPayload(value, env))
  if (payload === null) return null
  if (checked.size >= CHECKED_KEPT) checked.clear()
  checked.set(value, payload)
  return payload
}

/** The session of a request, or `null` without a valid one (none, forged, expired). */
export async function sessionOf(request: Request, env: Env, now: number): Promise<Session | null> {
  const payload = await payloadOf(request, env)
  if (payload === null || now >= payload.expiresAt) return null
  const { id, nickname, unit, epoch = 0 } = payload
  return { participant: { id, nickname, unit }, epoch }
}

/** Whether the cookie of a person of the roster is old enough to be made anew. */
export async function isDueForRotation(request: Request, env: Env, now: number): Promise<boolean> {
  const payload = await payloadOf(request, env)
  if (payload?.epoch === undefined) return false
  return now >= payload.expiresAt - (STAFF_SESSION_SECONDS - ROTATE_SECONDS) * 1000
}

/**
 * The id of a guest whose session has run out, so that who signs in again from the same browser finds the attempt that
 * was under way; `null` for everyone else.
 */
export async function expiredGuestOf(request: Request, env: Env, now: number): Promise<string | null> {
  const payload = await payloadOf(request, env)
  return payload !== null && payload.epoch === undefined && now >= payload.expiresAt ? payload.id : null
}
