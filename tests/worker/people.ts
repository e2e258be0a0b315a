import { expect } from 'vitest'
import type { Grant } from '../../content/domain/role.ts'
import {
  CodesSchema,
  RosterOutcomeSchema,
  RosterUnitsSchema,
  type RosterUpload,
} from '../../content/domain/roster-api.ts'
import { upload } from '../fixtures/roster.ts'
import { call, OPERATOR, Visitor } from './visitor.ts'

/** People of the roster, as tests need them: made up, given roles, signed in. */

/** The one root of the shipped units. */
export const ROOT = 'ml-hrss'

/** A request with the operator's token. */
export function asOperator(method: string, path: string, body?: unknown): Promise<Response> {
  return call(method, path, { headers: OPERATOR, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

/** Version of the roster. */
export async function version(): Promise<number> {
  return RosterUnitsSchema.parse(await (await asOperator('GET', '/api/roster/units')).json()).version
}

/** Applies a list of people to the roster as it is. */
export async function applied(change: Partial<RosterUpload> & Pick<RosterUpload, 'entries'>) {
  const body = upload(change.entries, { base: await version(), ...change })
  const response = await asOperator('PUT', '/api/roster', body)
  expect(response.status, await response.clone().text()).toBe(200)
  return RosterOutcomeSchema.parse(await response.json())
}

/** A new sign-in code of a person. */
export async function codeOf(staffNumber: string): Promise<string> {
  const response = await asOperator('POST', '/api/roster/codes', { unit: ROOT, staffNumbers: [staffNumber] })
  const { codes } = CodesSchema.parse(await response.json())
  return codes[0]?.code ?? ''
}

/** Tries a code. */
export function enter(code: string, address = '192.0.2.1'): Promise<Response> {
  return call('POST', '/api/session/roster-code', {
    body: JSON.stringify({ code }),
    headers: { 'cf-connecting-ip': address },
  })
}

/** Signs a person of the roster in. */
export async function signIn(staffNumber: string): Promise<Visitor> {
  const response = await enter(await codeOf(staffNumber))
  expect(response.status, await response.clone().text()).toBe(201)
  return Visitor.with(response)
}

/** Signs a person in who is given these roles first. */
export async function withRole(staffNumber: string, ...grants: Grant[]): Promise<Visitor> {
  const response = await asOperator('PUT', `/api/roster/people/${staffNumber}`, { grants })
  expect(response.status, await response.clone().text()).toBe(200)
  return signIn(staffNumber)
}
