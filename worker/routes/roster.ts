import { BODY_LIMIT } from '../../content/domain/api.ts'
import {
  AuditQuerySchema,
  AuditSchema,
  CodesRequestSchema,
  CodesSchema,
  PeopleQuerySchema,
  PeopleSchema,
  PersonChangeSchema,
  ROSTER_BODY_LIMIT,
  RosterOutcomeSchema,
  RosterPersonSchema,
  RosterUnitsSchema,
  RosterUploadSchema,
} from '../../content/domain/roster-api.ts'
import type { UnitPath } from '../../content/domain/unit-path.ts'
import { check } from '../http/body.ts'
import { type Asked, operation, requireScope } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Capability } from '../identity/can.ts'
import { forgetUnits, rosterOf } from '../objects/roster/address.ts'
import { endEarlierSessions } from './session.ts'

/** The roster: units and people, their codes and roles, and the audit trail. Each within the units of whoever asks. */

/** A unit that isn't there and one that someone else looks after look the same. */
function outOfReach(): HttpProblem {
  return new HttpProblem('not-allowed', 'There is no such unit or person among those that you look after.')
}

/** @throws {HttpProblem} 403 unless the unit is there and the caller may use the capability in it */
export async function requireUnit(call: Asked, capability: Capability, unit: string): Promise<void> {
  requirePath(call, capability, await rosterOf(call.env).pathOf(unit))
}

function requirePath(call: Asked, capability: Capability, path: UnitPath | null): void {
  if (path === null) throw outOfReach()
  requireScope(call, capability, path)
}

export const listRosterUnits = operation({
  method: 'get',
  path: '/api/roster/units',
  summary: 'All units with their head counts, and the version of the roster',
  capability: 'read-people',
  responses: { 200: RosterUnitsSchema },
  handle: async ({ env }) => {
    const roster = rosterOf(env)
    const [version, units] = await Promise.all([roster.version(), roster.units()])
    return { status: 200, value: { version, units } }
  },
})

export const putRoster = operation({
  method: 'put',
  path: '/api/roster',
  summary: 'The whole roster of a unit: shows what changes, and changes it with "apply": true, all or nothing',
  capability: 'change-roster',
  body: { schema: RosterUploadSchema, limit: ROSTER_BODY_LIMIT },
  responses: { 200: RosterOutcomeSchema },
  handle: async (call) => {
    const { env, actor, body } = call
    if (body.within === null) requireScope(call, 'change-roster', await rosterOf(env).rootPath())
    else await requireUnit(call, 'change-roster', body.within)
    const result = await rosterOf(env).import(actor.name, body)
    if (!('refused' in result)) {
      if (result.outcome.applied) forgetUnits()
      return { status: 200, value: result.outcome }
    }
    if (result.refused === 'faults')
      throw new HttpProblem('bad-request', 'The roster does not fit; nothing was changed.', result.faults)
    if (result.refused === 'changed-meanwhile')
      throw new HttpProblem(
        'conflict',
        `The roster has changed meanwhile (version ${result.version}). Look at the differences again.`,
      )
    throw new HttpProblem(
      'conflict',
      `${result.outcome.left.count} people would leave, more than a tenth. If that is meant, send "confirmLargeLeave": true.`,
    )
  },
})

export const listPeople = operation({
  method: 'get',
  path: '/api/roster/people',
  summary: 'People of a unit and those below it',
  capability: 'read-people',
  query: PeopleQuerySchema,
  responses: { 200: PeopleSchema },
  handle: async (call) => {
    const { unit, q = '', after = '0' } = check(PeopleQuerySchema, Object.fromEntries(call.url.searchParams))
    await requireUnit(call, 'read-people', unit)
    return { status: 200, value: await rosterOf(call.env).people(call.actor.name, unit, q, Number(after)) }
  },
})

export const changePerson = operation({
  method: 'put',
  path: '/api/roster/people/{staffNumber}',
  summary: 'Extra time, roles, and ending the sessions of one person',
  capability: 'change-roster',
  body: { schema: PersonChangeSchema, limit: BODY_LIMIT },
  responses: { 200: RosterPersonSchema },
  handle: async (call) => {
    const { env, actor, body } = call
    const staffNumber = call.path['staffNumber'] ?? ''
    const roster = rosterOf(env)
    requirePath(call, 'change-roster', await roster.pathOfPerson(staffNumber))
    if (body.grants !== undefined) {
      requireScope(call, 'grant-roles', 'somewhere')
      // Roles that are taken away count too: nobody takes one that was given further up.
      const concerned = [...body.grants, ...(await roster.grantsOfPerson(staffNumber))]
      for (const unit of new Set(concerned.map((grant) => grant.unit))) await requireUnit(call, 'grant-roles', unit)
    }
    const outcome = await roster.change(actor.name, staffNumber, body)
    if (outcome === null) throw outOfReach()
    if (outcome.ended !== null) await endEarlierSessions(env, outcome.ended)
    return { status: 200, value: outcome.person }
  },
})

export const issueCodes = operation({
  method: 'post',
  path: '/api/roster/codes',
  summary: 'New sign-in codes for the people of a unit and those below it; their earlier ones no longer hold',
  capability: 'issue-codes',
  body: { schema: CodesRequestSchema, limit: BODY_LIMIT },
  responses: { 201: CodesSchema },
  handle: async (call) => {
    const { unit, staffNumbers = null, days } = call.body
    await requireUnit(call, 'issue-codes', unit)
    return { status: 201, value: await rosterOf(call.env).issueCodes(call.actor.name, unit, staffNumbers, days) }
  },
})

export const readAudit = operation({
  method: 'get',
  path: '/api/roster/audit',
  summary: 'The audit trail, the newest first',
  capability: 'read-audit',
  query: AuditQuerySchema,
  responses: { 200: AuditSchema },
  handle: async (call) => {
    requireScope(call, 'read-audit', await rosterOf(call.env).rootPath())
    const { q = '', before } = check(AuditQuerySchema, Object.fromEntries(call.url.searchParams))
    return {
      status: 200,
      value: await rosterOf(call.env).audit(call.actor.name, q, before === undefined ? null : Number(before)),
    }
  },
})
