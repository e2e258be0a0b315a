import { BODY_LIMIT, GuestRequestSchema, SessionSchema } from '../../content/domain/api.ts'
import { operation, participantOfCall } from '../http/operation.ts'
import { publicOrigin } from '../http/origin.ts'
import { HttpProblem } from '../http/problem.ts'
import { expiredIdOf, sessionCookie } from '../http/session.ts'
import { shipped } from '../shipped.ts'

/** Signing in. */

export const signInAsGuest = operation({
  method: 'post',
  path: '/api/session/guest',
  summary: 'Take part under a nickname',
  capability: 'read',
  body: { schema: GuestRequestSchema, limit: BODY_LIMIT },
  responses: { 201: SessionSchema },
  handle: async ({ request, env, body }) => {
    const { nickname, unit = null } = body
    if (unit !== null && !shipped().units.some(({ id }) => id === unit)) {
      throw new HttpProblem('bad-request', 'Choose a unit from /api/units, or leave it out.', [
        { pointer: '/unit', detail: 'There is no such unit.' },
      ])
    }
    const id = (await expiredIdOf(request, env, Date.now())) ?? crypto.randomUUID()
    const participant = { id, nickname, unit }
    const secure = publicOrigin(request, env).startsWith('https:')
    return {
      status: 201,
      value: { participant },
      headers: { 'set-cookie': await sessionCookie(participant, env, secure, Date.now()) },
    }
  },
})

export const readSession = operation({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in',
  capability: 'take-part',
  responses: { 200: SessionSchema },
  handle: async (call) => ({ status: 200, value: { participant: participantOfCall(call) } }),
})
