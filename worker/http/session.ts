import * as z from 'zod/mini'
import { type Participant, ParticipantSchema } from '../../content/domain/api.ts'
import type { Env } from '../env.ts'

/**
 * Sessions: a signed cookie that says who the participant is. Nothing is stored on the server for a guest before the
 * first attempt.
 *
 * Form: `<payload>.<signature>`, both base64url; HMAC-SHA-256 over the payload.
 */

export const SESSION_COOKIE = 'mingfa_session'
/** Seconds that a guest's session lasts. */
export const SESSION_SECONDS = 30 * 24 * 3600
const SECRET_LENGTH = 32

const COOKIE_LENGTH = 2048

const PayloadSchema = z.strictObject({ ...ParticipantSchema.shape, expiresAt: z.int() })
type Payload = z.output<typeof PayloadSchema>

const keys = new Map<string, CryptoKey>()
/** Cookies checked before: signature checking costs more than all else in reading a session. */
const checked = new Map<string, Payload>()
const CHECKED_KEPT = 5000

async function signingKey(env: Env): Promise<CryptoKey> {
  const secret = env.SESSION_SECRET ?? ''
  if (secret.length < SECRET_LENGTH)
    throw new Error(`SESSION_SECRET is missing or shorter than ${SECRET_LENGTH} characters`)
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

function encode(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
}

function decode(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.fromBase64(text, { alphabet: 'base64url' })
  } catch {
    return null
  }
}

/**
 * The `Set-Cookie` value for a participant.
 *
 * @param secure whether people reach the site over https
 */
export async function sessionCookie(participant: Participant, env: Env, secure: boolean, now: number): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify({ ...participant, expiresAt: now + SESSION_SECONDS * 1000 }))
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', await signingKey(env), payload))
  const value = `${encode(payload)}.${encode(signature)}`
  // The browser keeps it twice as long as it is valid: see `expiredIdOf`.
  return `${SESSION_COOKIE}=${value}; Max-Age=${2 * SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

function cookieValue(request: Request): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at !== -1 && part.slice(0, at).trim() === SESSION_COOKIE) return part.slice(at + 1).trim()
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
  const value = cookieValue(request)
  if (value === null || value.length > COOKIE_LENGTH) return null
  const payload = checked.get(value) ?? (await readPayload(value, env))
  if (payload === null) return null
  if (checked.size >= CHECKED_KEPT) checked.clear()
  checked.set(value, payload)
  return payload
}

/** The participant of a request, or `null` without a valid session (none, forged, expired). */
export async function participantOf(request: Request, env: Env, now: number): Promise<Participant | null> {
  const payload = await payloadOf(request, env)
  if (payload === null || now >= payload.expiresAt) return null
  const { id, nickname, unit } = payload
  return { id, nickname, unit }
}

/**
 * The id of someone whose session has run out, so that who signs in again from the same browser finds the attempt that
 * was under way; `null` for everyone else.
 */
export async function expiredIdOf(request: Request, env: Env, now: number): Promise<string | null> {
  const payload = await payloadOf(request, env)
  return payload !== null && now >= payload.expiresAt ? payload.id : null
}
