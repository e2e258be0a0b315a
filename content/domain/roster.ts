import * as z from 'zod/mini'

/** The roster: who belongs to a department, by staff number; and what changed between two of them. */

/** A text of one line, without spaces at its edges. */
function text(most: number) {
  return z.string().check(z.minLength(1), z.maxLength(most), z.regex(/^\S(?:[^\n\r\t]*\S)?$/))
}

/** Longest texts, in characters. */
export const ROSTER_LIMITS = {
  staffNumber: 32,
  name: 40,
  unitPath: 200,
  post: 60,
  reason: 200,
  attachment: 120,
  approver: 40,
} as const

/** Why someone doesn't sit the exams, and who approved of it. */
export const ExemptionSchema = z.strictObject({
  /** Reason, such as 距法定退休年龄不足两年. */
  reason: text(ROSTER_LIMITS.reason),
  /** Name of the file that proves it. */
  attachment: z.optional(text(ROSTER_LIMITS.attachment)),
  /** Who approved; nobody is exempt without. */
  approver: text(ROSTER_LIMITS.approver),
})

/** A person of the roster. */
export const RosterEntrySchema = z.strictObject({
  /** Staff number 工号: the only thing by which people are told apart. */
  staffNumber: z.string().check(z.regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._/-]{0,30}[\p{L}\p{N}])?$/u)),
  name: text(ROSTER_LIMITS.name),
  /** Names of the units from the root down, separated by `/`: `明江省人社厅（示例）/云澜市人社局`. */
  unitPath: text(ROSTER_LIMITS.unitPath),
  post: z.optional(text(ROSTER_LIMITS.post)),
  exemption: z.optional(ExemptionSchema),
})
export type RosterEntry = z.output<typeof RosterEntrySchema>

/** What of a person can change. */
export type RosterField = Exclude<keyof RosterEntry, 'staffNumber'>

/** A person who is on both rosters, otherwise. */
export interface RosterChange {
  readonly before: RosterEntry
  readonly after: RosterEntry
  readonly fields: readonly RosterField[]
}

/** What applying a roster would do. Someone who moved and has another post is in both lists. */
export interface RosterDifference {
  readonly joined: readonly RosterEntry[]
  readonly left: readonly RosterEntry[]
  /** Those whose unit is another. */
  readonly moved: readonly RosterChange[]
  /** Those with another name, post or exemption. */
  readonly changed: readonly RosterChange[]
  readonly unchanged: number
  /** More than a tenth left: perhaps a part of the file is missing. */
  readonly isLargeLeave: boolean
}

const LARGE_LEAVE = 0.1

/**
 * The form in which two staff numbers are the same: half width, upper case.
 *
 * @example staffNumberForm('ｍｌ００１') // 'ML001'
 */
export function staffNumberForm(staffNumber: string): string {
  return staffNumber.normalize('NFKC').toUpperCase()
}

function byStaffNumber(entries: readonly RosterEntry[]): Map<string, RosterEntry> {
  const map = new Map(entries.map((entry) => [staffNumberForm(entry.staffNumber), entry]))
  if (map.size < entries.length) throw new RangeError('A staff number stands twice in a roster.')
  return map
}

const FIELDS: readonly RosterField[] = ['name', 'unitPath', 'post', 'exemption']

function sameExemption(one: RosterEntry['exemption'], other: RosterEntry['exemption']): boolean {
  return (['reason', 'attachment', 'approver'] as const).every((field) => one?.[field] === other?.[field])
}

function changedFields(before: RosterEntry, after: RosterEntry): RosterField[] {
  return FIELDS.filter((field) =>
    field === 'exemption' ? !sameExemption(before.exemption, after.exemption) : before[field] !== after[field],
  )
}

/**
 * Compares two rosters by staff number, never by name: people of one name are common, and a new name isn't a new person.
 *
 * @throws {RangeError} when a staff number stands twice in one of them
 * @example rosterDifference(before, before).unchanged === before.length // true
 */
export function rosterDifference(before: readonly RosterEntry[], after: readonly RosterEntry[]): RosterDifference {
  const [old, now] = [byStaffNumber(before), byStaffNumber(after)]
  const joined = after.filter(({ staffNumber }) => !old.has(staffNumberForm(staffNumber)))
  const left = before.filter(({ staffNumber }) => !now.has(staffNumberForm(staffNumber)))
  const changes = after.flatMap((entry): RosterChange[] => {
    const was = old.get(staffNumberForm(entry.staffNumber))
    const fields = was === undefined ? [] : changedFields(was, entry)
    return was === undefined || fields.length === 0 ? [] : [{ before: was, after: entry, fields }]
  })
  return {
    joined,
    left,
    moved: changes.filter(({ fields }) => fields.includes('unitPath')),
    changed: changes.filter(({ fields }) => fields.some((field) => field !== 'unitPath')),
    unchanged: after.length - joined.length - changes.length,
    isLargeLeave: left.length > before.length * LARGE_LEAVE,
  }
}
