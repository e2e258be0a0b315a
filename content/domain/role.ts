import * as z from 'zod/mini'
import { UnitIdSchema } from './unit-id.ts'

/**
 * Roles that people are given beside taking part, which everyone may.
 *
 * `unit-administrator` looks after the people of a unit and those below it, `examiner` after banks and exams,
 * `publicity-editor` after content and reports of readers, `administrator` after all of it and after who has which role.
 */
export const GrantedRoleSchema = z.enum(['unit-administrator', 'examiner', 'publicity-editor', 'administrator'])
export type GrantedRole = z.output<typeof GrantedRoleSchema>

/** A role with the unit in which it is held: it holds there and in every unit below. */
export const GrantSchema = z.strictObject({ role: GrantedRoleSchema, unit: UnitIdSchema })
export type Grant = z.output<typeof GrantSchema>

/** What roles let people do at the desk; the worker's `can.ts` says which role gives what. */
export const DeskCapabilitySchema = z.enum([
  'read-people',
  'change-roster',
  'issue-codes',
  'grant-roles',
  'read-audit',
  'publish',
  'approve-banks',
  'annul',
  'read-results',
  'answer-reports',
  'revoke-certificates',
])
export type DeskCapability = z.output<typeof DeskCapabilitySchema>

/** Something that a person may do, in a unit and in every unit below. */
export const RightSchema = z.strictObject({ capability: DeskCapabilitySchema, unit: UnitIdSchema })
export type Right = z.output<typeof RightSchema>
