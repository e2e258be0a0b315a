import type { Env } from '../env.ts'
import { rosterOf } from '../objects/roster/address.ts'
import { type Actor, ANYONE, type Capability, OPERATOR, proofOf, sameSecret } from './can.ts'
import { sessionOf } from './session.ts'

async function isOperator(request: Request, env: Env): Promise<boolean> {
  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  return (
    token !== undefined &&
    env.OPERATOR_TOKEN !== undefined &&
    env.OPERATOR_TOKEN !== '' &&
    (await sameSecret(token, env.OPERATOR_TOKEN))
  )
}

/**
 * Who makes a request, as far as a capability needs to know: the roster is asked for roles only where a role is needed,
 * and each time, so that taking one away works at once.
 */
export async function actorOf(request: Request, env: Env, capability: Capability): Promise<Actor> {
  if (request.headers.has('authorization')) return (await isOperator(request, env)) ? OPERATOR : ANYONE
  const session = await sessionOf(request, env, Date.now())
  if (session === null) return ANYONE
  const { id } = session.participant
  const grants =
    proofOf(capability) === 'role' && session.epoch > 0 ? await rosterOf(env).grantsOf(id, session.epoch) : []
  return { name: id, session, held: [{ role: 'participant', unit: null }, ...grants] }
}
