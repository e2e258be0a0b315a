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
