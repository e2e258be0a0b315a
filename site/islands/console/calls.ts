import {
  AuditSchema,
  CodesSchema,
  PeopleSchema,
  type PersonChange,
  RosterOutcomeSchema,
  RosterPersonSchema,
  RosterUnitsSchema,
  type RosterUpload,
} from '../../../content/domain/roster-api.ts'
import { call } from '../call.ts'
import { readFound } from '../certificate/calls.ts'
import { request } from '../request.ts'

/** The calls of the console. The session's cookie says who asks. */

/** Milliseconds that a roster of 50,000 people may take to be sent and compared. */
const ROSTER_PATIENCE_MS = 120_000

function query(parts: Readonly<Record<string, string | null>>): string {
  return new URLSearchParams(Object.entries(parts).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString()
}

/** All units, and the version of the roster. */
export const getUnits = () => call(RosterUnitsSchema, 'GET', '/api/roster/units')

/** A page of the people of a unit. @param after `next` of the page before, `null` for the first */
export const getPeople = (unit: string, q: string, after: string | null) =>
  call(PeopleSchema, 'GET', `/api/roster/people?${query({ unit, q, after })}`)

/** Sets what is decided about one person. */
export const changePerson = (staffNumber: string, change: PersonChange) =>
  call(RosterPersonSchema, 'PUT', `/api/roster/people/${encodeURIComponent(staffNumber)}`, change)

/** New codes. @param staffNumbers `null` for everyone of the unit */
export const issueCodes = (unit: string, staffNumbers: readonly string[] | null, days: number) =>
  call(CodesSchema, 'POST', '/api/roster/codes', { unit, days, ...(staffNumbers === null ? {} : { staffNumbers }) })

/** The whole roster of a unit: compared, or applied. */
export const putRoster = (upload: RosterUpload) =>
  call(RosterOutcomeSchema, 'PUT', '/api/roster', upload, { signal: AbortSignal.timeout(ROSTER_PATIENCE_MS) })

/** A page of the audit trail. @param before `next` of the page before, `null` for the newest */
export const getAudit = (q: string, before: string | null) =>
  call(AuditSchema, 'GET', `/api/roster/audit?${query({ q, before })}`)

/** Revokes a certificate for good. @param reason its holder is told it */
export const revokeCertificate = (number: string, reason: string) =>
  request(readFound, 'POST', `/api/certificates/${encodeURIComponent(number)}/revoke`, { reason })
