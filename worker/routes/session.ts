import { BODY_LIMIT, GuestRequestSchema, SessionSchema } from '../../content/domain/api.ts'
import { maskedName } from '../../content/domain/masked-name.ts'
import { RosterCodeRequestSchema, SignedInSchema, SignedOutSchema } from '../../content/domain/roster-api.ts'
import type { Env } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { operation, sessionOfCall } from '../http/operation.ts'
import { publicOrigin } from '../http/origin.ts'
import { HttpProblem } from '../http/problem.ts'
import { expiredGuestOf, isDueForRotation, noSessionCookie, type Session, sessionCookie } from '../identity/session.ts'
import { shardStub } from '../objects/attempts/address.ts'
import { shardOf } from '../objects/attempts/attempt-id.ts'
import type { Holder } from '../objects/attempts/store.ts'
import { catalogueOf } from '../objects/bank/catalogue.ts'
import { rosterOf, unitsOf } from '../objects/roster/address.ts'
import type { SignedIn } from '../objects/roster/object.ts'

/** Signing in and out. */

/** Whether people reach the site over https, so that cookies may say so. */
export function isSecure(request: Request, env: Env): boolean {
  return publicOrigin(request, env).startsWith('https:')
}

function cookieOf(session: Session, request: Request, env: Env): Promise<string> {
  return sessionCookie(session, env, isSecure(request, env), Date.now())
}

/** The answer to a sign-in of a person of the roster: who they are, and the cookie; earlier sign-ins end. */
export async function sessionReply(request: Request, env: Env, { uuid, epoch, name, unit }: SignedIn) {
  await endEarlierSessions(env, { uuid, epoch })
  // The cookie, and what is stored with attempts, has the name as others may see it.
  const participant = { id: uuid, nickname: maskedName(name), unit }
  const person = await rosterOf(env).personOf(uuid, epoch)
  return {
    value: { participant, ...(person === null ? {} : { person }) },
    cookies: [await cookieOf({ participant, epoch }, request, env)],
  }
}

/** Tells the shard that holds a person's attempts which of their sign-ins holds, so that earlier ones end there at once. */
export async function endEarlierSessions(env: Env, holder: Holder): Promise<void> {
  const { shards } = await catalogueOf(env)
  await shardStub(env, shardOf(holder.uuid, shards)).signedIn(holder)
}

export const signInAsGuest = operation({
  method: 'post',
  path: '/api/session/guest',
  summary: 'Take part under a nickname',
  capability: 'read',
  body: { schema: GuestRequestSchema, limit: BODY_LIMIT },
  responses: { 201: SessionSchema },
  handle: async ({ request, env, body }) => {
    const { nickname, unit = null } = body
    if (unit !== null && !(await unitsOf(env)).some(({ id }) => id === unit)) {
      throw new HttpProblem('bad-request', 'Choose a unit from /api/units, or leave it out.', [
        { pointer: '/unit', detail: 'There is no such unit.' },
      ])
    }
    const id = (await expiredGuestOf(request, env, Date.now())) ?? crypto.randomUUID()
    const participant = { id, nickname, unit }
    return {
      status: 201,
      value: { participant },
      cookies: [await cookieOf({ participant, epoch: 0 }, request, env)],
    }
  },
})

export const signInByRosterCode = operation({
  method: 'post',
  path: '/api/session/roster-code',
  summary: 'Sign in as a person of the roster by a code, which lets in once; earlier sign-ins of the person end',
  capability: 'read',
  body: { schema: RosterCodeRequestSchema, limit: BODY_LIMIT },
  responses: { 201: SignedInSchema },
  handle: async ({ request, env, body }) => {
    const { address } = clientAddress(request, env)
    const outcome = await rosterOf(env).signIn(body.code, address)
    if (outcome === null)
      throw new HttpProblem(
        'wrong-code',
        'Check the code for slips. Each lets in once and for a limited time; the administrator of your unit can give you a new one.',
      )
    if ('wait' in outcome)
      throw new HttpProblem(
        'too-many-requests',
        `Too many codes that do not fit. Wait ${outcome.wait} s and try again.`,
        [],
        {
          'retry-after': String(outcome.wait),
        },
      )
    return { status: 201, ...(await sessionReply(request, env, outcome)) }
  },
})

export const readSession = operation({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in; makes the cookie of a person of the roster anew from time to time',
  capability: 'take-part',
  responses: { 200: SignedInSchema },
  handle: async (call) => {
    const { request, env } = call
    const session = sessionOfCall(call)
    const { participant, epoch } = session
    if (epoch === 0) return { status: 200, value: { participant } }
    const person = await rosterOf(env).personOf(participant.id, epoch)
    if (person === null)
      throw new HttpProblem('signed-in-elsewhere', 'You have signed in on another device since, or were signed out.')
    const rotate = await isDueForRotation(request, env, Date.now())
    return {
      status: 200,
      value: { participant, person },
      ...(rotate ? { cookies: [await cookieOf(session, request, env)] } : {}),
    }
  },
})

export const signOut = operation({
  method: 'post',
  path: '/api/session/end',
  summary: 'Sign out; a person of the roster on every device',
  capability: 'take-part',
  responses: { 200: SignedOutSchema },
  handle: async (call) => {
    const { request, env } = call
    const { participant, epoch } = sessionOfCall(call)
    const after = epoch === 0 ? null : await rosterOf(env).signOut(participant.id, epoch)
    if (after !== null) await endEarlierSessions(env, { uuid: participant.id, epoch: after })
    return { status: 200, value: {}, cookies: [noSessionCookie(isSecure(request, env))] }
  },
})
