import * as z from 'zod/mini'
import { ParticipantSchema } from './api.ts'
import { GrantSchema, RightSchema } from './role.ts'
import { RosterEntrySchema } from './roster.ts'
import { CodeDaysSchema } from './sign-in-code.ts'
import { UnitSchema } from './unit.ts'
import { UnitIdSchema } from './unit-id.ts'

/**
 * The part of the contract that is about units, people, roles and signing in, apart from `api.ts` so that citizens' pages
 * load none of it.
 */

/** Largest roster in bytes: some 100,000 people. */
export const ROSTER_BODY_LIMIT = 24 * 1024 * 1024
/** Entries of a difference that are shown; all of them are counted. */
export const DIFFERENCES_SHOWN = 200
/** People, or lines of the audit trail, of one answer. */
export const ROSTER_PAGE = 100

/** `POST /api/session/roster-code` */
export const RosterCodeRequestSchema = z.strictObject({ code: z.string().check(z.maxLength(100)) })

/** A person of the roster as they see themselves. */
export const PersonSchema = z.strictObject({
  staffNumber: z.string(),
  name: z.string(),
  post: z.nullable(z.string()),
  /** Names of the units from the root down. */
  units: z.array(z.string()),
  grants: z.array(GrantSchema),
  /** What these roles let them do, and where. */
  rights: z.array(RightSchema),
})
export type Person = z.output<typeof PersonSchema>

/** Who is signed in; `person` only for people of the roster. */
export const SignedInSchema = z.strictObject({ participant: ParticipantSchema, person: z.optional(PersonSchema) })

/** `POST /api/session/end` */
export const SignedOutSchema = z.strictObject({})

/** `PUT /api/roster`: the whole roster of a unit and those below it. */
export const RosterUploadSchema = z.strictObject({
  /** The unit that the list is complete for; `null` for everyone. */
  within: z.nullable(UnitIdSchema),
  /** Version of the roster that the difference was made from; see `RosterOutcomeSchema`. */
  base: z.int().check(z.gte(0)),
  /** Units that the list names and that aren't there yet. */
  newUnits: z.array(UnitSchema).check(z.maxLength(10_000)),
  entries: z.array(RosterEntrySchema).check(z.maxLength(200_000)),
  /** `false` shows what would change and changes nothing. */
  apply: z.boolean(),
  /** Says that it is meant that more than a tenth of the people leave. */
  confirmLargeLeave: z.prefault(z.boolean(), false),
})
export type RosterUpload = z.output<typeof RosterUploadSchema>

const ChangeSchema = z.strictObject({ before: RosterEntrySchema, after: RosterEntrySchema })
const Count = z.int().check(z.gte(0))

/** What an upload changes, or has changed. */
export const RosterOutcomeSchema = z.strictObject({
  applied: z.boolean(),
  /** Version of the roster after it; the present one when nothing was applied. */
  version: Count,
  newUnits: Count,
  joined: z.strictObject({ count: Count, first: z.array(RosterEntrySchema) }),
  left: z.strictObject({ count: Count, first: z.array(RosterEntrySchema) }),
  moved: z.strictObject({ count: Count, first: z.array(ChangeSchema) }),
  changed: z.strictObject({ count: Count, first: z.array(ChangeSchema) }),
  unchanged: Count,
  isLargeLeave: z.boolean(),
})
export type RosterOutcome = z.output<typeof RosterOutcomeSchema>

/** `GET /api/roster/units`: the tree with head counts, and the version of the roster. */
export const RosterUnitsSchema = z.strictObject({ version: Count, units: z.array(UnitSchema) })

/** `GET /api/roster/people` */
export const PeopleQuerySchema = z.strictObject({
  unit: UnitIdSchema,
  /** Part of a name, or the beginning of a staff number. */
  q: z.optional(z.string().check(z.maxLength(40))),
  /** Taken from `next` of the part before. */
  after: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
})

/** A person of the roster as administrators see them. */
export const RosterPersonSchema = z.strictObject({
  ...RosterEntrySchema.shape,
  /** Percent that is added to the time of a paper. */
  extraTimePercent: Count,
  grants: z.array(GrantSchema),
  /** Whether a code that was not used yet lets them in, and until when. */
  codeUntil: z.nullable(z.iso.datetime()),
})
export type RosterPerson = z.output<typeof RosterPersonSchema>
export const PeopleSchema = z.strictObject({ people: z.array(RosterPersonSchema), next: z.nullable(z.string()) })
export type People = z.output<typeof PeopleSchema>

/** `POST /api/roster/codes`: new codes for the people of a unit and those below it, or some of them. */
export const CodesRequestSchema = z.strictObject({
  unit: UnitIdSchema,
  staffNumbers: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.minLength(1), z.maxLength(5000))),
  days: z.prefault(CodeDaysSchema, 14),
})

/** A code to hand to a person: this answer is the only place where it stands. */
export const IssuedCodeSchema = z.strictObject({
  staffNumber: z.string(),
  name: z.string(),
  unitPath: z.string(),
  code: z.string(),
})
export const CodesSchema = z.strictObject({
  expiresAt: z.iso.datetime(),
  codes: z.array(IssuedCodeSchema),
  /** Staff numbers that were asked for and aren't there. */
  unknown: z.array(z.string()),
})
export type Codes = z.output<typeof CodesSchema>

/** `PUT /api/roster/people/{staffNumber}`: what an administrator sets for one person; what is left out stays. */
export const PersonChangeSchema = z.strictObject({
  extraTimePercent: z.optional(z.int().check(z.gte(0), z.lte(200))),
  grants: z.optional(z.array(GrantSchema).check(z.maxLength(20))),
  /** Ends every session of the person. */
  signOut: z.optional(z.literal(true)),
})
export type PersonChange = z.output<typeof PersonChangeSchema>

/** `GET /api/roster/audit`, the newest first. */
export const AuditQuerySchema = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(40))),
  /** Taken from `next` of the part before. */
  before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
})

/** A line of the audit trail. */
export const AuditLineSchema = z.strictObject({
  id: z.int(),
  at: z.iso.datetime(),
  /** Staff number of who did it, or `operator`. */
  actor: z.string(),
  action: z.string(),
  /** Whom it is about: a staff number, or a unit. */
  subject: z.string(),
  detail: z.string(),
})
export type AuditLine = z.output<typeof AuditLineSchema>
export const AuditSchema = z.strictObject({ lines: z.array(AuditLineSchema), next: z.nullable(z.string()) })
export type Audit = z.output<typeof AuditSchema>
