import { DeskCapabilitySchema, type Grant, type GrantedRole, type Right } from '../../content/domain/role.ts'
import type { UnitPath } from '../../content/domain/unit-path.ts'
import type { Session } from './session.ts'

/**
 * Who may do what: the one place that decides.
 */

/** Every role. `anyone` is everybody, `operator` whoever holds the deployment's token and is nobody's participant. */
export type Role = 'anyone' | 'participant' | GrantedRole | 'operator'

/** A role as it is held: within a unit and those below it, or without bounds (`null`). */
export interface Held {
  readonly role: Role
  readonly unit: string | null
}

/** Whoever makes a request. */
export interface Actor {
  /** What the audit trail calls them: a participant's id, `operator`, or `anyone`. */
  readonly name: string
  readonly session: Session | null
  readonly held: readonly Held[]
}

/** What can be asked for. The second line's are bounded by units. */
export type Capability =
  | ('read' | 'report' | 'take-part' | 'publish' | 'approve-banks' | 'annul' | 'answer-reports')
  | (
      | 'read-people'
      | 'change-roster'
      | 'issue-codes'
      | 'grant-roles'
      | 'read-audit'
      | 'read-results'
      | 'revoke-certificates'
    )

/** Where: the path of a unit, or `somewhere` for whether it may be done at all. */
export type Scope = UnitPath | 'somewhere'

const EVERYONES: readonly Capability[] = ['read', 'report']
const PEOPLE: readonly Capability[] = ['read-people', 'change-roster', 'issue-codes', 'read-results']
const ALL: readonly Capability[] = [
  ...EVERYONES,
  ...PEOPLE,
  'publish',
  'approve-banks',
  'annul',
  'answer-reports',
  'grant-roles',
  'read-audit',
  'revoke-certificates',
]

const ALLOWED: Readonly<Record<Role, readonly Capability[]>> = {
  anyone: EVERYONES,
  participant: [...EVERYONES, 'take-part'],
  'unit-administrator': PEOPLE,
  examiner: ['publish', 'approve-banks', 'annul', 'read-people', 'read-results', 'revoke-certificates'],
  'publicity-editor': ['answer-reports'],
  administrator: ALL,
  operator: ALL,
}

/** Whoever shows nothing. */
export const ANYONE: Actor = { name: 'anyone', session: null, held: [{ role: 'anyone', unit: null }] }

/** Whoever shows the deployment's token. */
export const OPERATOR: Actor = { name: 'operator', session: null, held: [{ role: 'operator', unit: null }] }

/** Whether a role that is held gives a capability in a scope: the scope's unit is the role's, or lies below it. */
export function can({ role, unit }: Held, capability: Capability, scope: Scope): boolean {
  return ALLOWED[role].includes(capability) && (unit === null || scope === 'somewhere' || scope.includes(unit))
}

/** Whether any of an actor's roles gives a capability in a scope. */
export function may({ held }: Pick<Actor, 'held'>, capability: Capability, scope: Scope = 'somewhere'): boolean {
  return held.some((one) => can(one, capability, scope))
}

/** What the roles of a person let them do at the desk, each once for every unit in which a role gives it. */
export function rightsOf(grants: readonly Grant[]): Right[] {
  return DeskCapabilitySchema.options.flatMap((capability) => {
    const units = grants.filter((grant) => can(grant, capability, 'somewhere')).map(({ unit }) => unit)
    return [...new Set(units)].map((unit) => ({ capability, unit }))
  })
}

/** What someone has to show for a capability: nothing, a session, or a session with a role that gives it. */
export function proofOf(capability: Capability): 'none' | 'session' | 'role' {
  if (ALLOWED.anyone.includes(capability)) return 'none'
  return ALLOWED.participant.includes(capability) ? 'session' : 'role'
}

/** Compares two texts in a time that doesn't tell where they differ: by all bytes of their hashes. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const hash = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  const [left, right] = await Promise.all([hash(a), hash(b)])
  return left.reduce((difference, byte, index) => difference | (byte ^ (right[index] ?? 0)), 0) === 0
}
