import * as z from 'zod/mini'
import { GroupSchema, QuestionIdSchema, QuestionTypeSchema } from './question-parts.ts'
import { UnitIdSchema } from './unit-id.ts'

/**
 * The contract between site and worker: the schema of every request and response.
 *
 * The worker validates with these, the site types its calls by them, and the OpenAPI document is made from them.
 * Response schemas are closed (`strictObject`): a field that isn't named here can't be meant to leave the server.
 */

/** Largest request body in bytes. */
export const BODY_LIMIT = 256 * 1024

const Instant = z.iso.datetime()

/** A line of an RFC 9457 problem that names the field at fault. */
export const FieldErrorSchema = z.strictObject({
  /** JSON Pointer (RFC 6901) to the field, `""` for the body as a whole. */
  pointer: z.string(),
  detail: z.string(),
})
export type FieldError = z.output<typeof FieldErrorSchema>

/** Problem details as in RFC 9457. */
export const ProblemDetailsSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.optional(z.array(FieldErrorSchema)),
  /** Given with 5xx: the number under which the log has the cause. */
  errorId: z.optional(z.string()),
})
export type ProblemDetails = z.output<typeof ProblemDetailsSchema>

/** `GET /api/health` */
export const HealthSchema = z.strictObject({ status: z.literal('ok'), version: z.string() })

/** `GET /api/units`. Head counts stay inside. */
export const UnitsSchema = z.strictObject({
  units: z.array(
    z.strictObject({ id: UnitIdSchema, name: z.string(), parent: z.nullable(z.string()), region: z.string() }),
  ),
})

/** Controls, lone surrogates, private and unassigned characters, and the letters that show as blanks (Hangul fillers, empty braille). */
const CONTROL = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/u

/** A nickname: 1–24 characters after trimming, nothing invisible. */
export const NicknameSchema = z.string().check(
  z.trim(),
  z.refine((text) => {
    const { length } = [...text]
    return length >= 1 && length <= 24
  }, 'has 1 to 24 characters'),
  z.refine((text) => !CONTROL.test(text), 'has no control or invisible characters'),
)

/** `POST /api/session/guest` */
export const GuestRequestSchema = z.strictObject({
  nickname: NicknameSchema,
  unit: z.optional(z.nullable(UnitIdSchema)),
})
export type GuestRequest = z.output<typeof GuestRequestSchema>

/** Whoever is signed in. */
export const ParticipantSchema = z.strictObject({ id: z.uuid(), nickname: z.string(), unit: z.nullable(z.string()) })
export type Participant = z.output<typeof ParticipantSchema>

export const SessionSchema = z.strictObject({ participant: ParticipantSchema })

/** `POST …/attempts` takes no field. */
export const StartRequestSchema = z.strictObject({})

export const AttemptStateSchema = z.enum(['in_progress', 'submitted', 'expired'])

/** An attempt id: shard and UUID. */
export const AttemptIdSchema = z
  .string()
  .check(z.regex(/^\d{1,4}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

export const AttemptSchema = z.strictObject({
  id: AttemptIdSchema,
  assessmentId: z.string(),
  state: AttemptStateSchema,
  startedAt: Instant,
  deadline: z.nullable(Instant),
  seq: z.int(),
})
export type AttemptView = z.output<typeof AttemptSchema>

/** A question without key and rationale. */
export const PublicQuestionSchema = z.strictObject({
  id: QuestionIdSchema,
  type: QuestionTypeSchema,
  stem: z.string(),
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  points: z.number(),
  group: z.optional(GroupSchema),
})

export const StartedSchema = z.strictObject({
  attempt: AttemptSchema,
  paper: z.strictObject({ questions: z.array(PublicQuestionSchema) }),
  serverNow: Instant,
})
export type Started = z.output<typeof StartedSchema>

/** Most questions that a sheet can have. */
const SHEET_LIMIT = 500

/** A sheet of responses: question id → option ids, or one text. */
export const ResponsesSchema = z
  .record(QuestionIdSchema, z.array(z.string().check(z.maxLength(200))).check(z.maxLength(12)))
  .check(z.refine((sheet) => Object.keys(sheet).length <= SHEET_LIMIT, `has at most ${SHEET_LIMIT} questions`))

const Seq = z.int().check(z.gte(0), z.lte(2 ** 31 - 1))

/** `PUT /api/attempts/{id}/responses` */
export const SaveRequestSchema = z.strictObject({ seq: Seq, responses: ResponsesSchema })
export type SaveRequest = z.output<typeof SaveRequestSchema>

export const SavedSchema = z.strictObject({ savedSeq: z.int(), remainingSeconds: z.nullable(z.int()) })
export type Saved = z.output<typeof SavedSchema>

/** `POST /api/attempts/{id}/submit` */
export const SubmitRequestSchema = z.strictObject({ seq: z.optional(Seq), responses: z.optional(ResponsesSchema) })
export type SubmitRequest = z.output<typeof SubmitRequestSchema>

/** How an answer came out. */
export const OutcomeSchema = z.enum(['right', 'partial', 'wrong', 'unanswered', 'annulled'])

/** How a question came out; `key`, `rationale` and `citations` only when the assessment reveals them. */
export const QuestionResultSchema = z.strictObject({
  id: QuestionIdSchema,
  points: z.number(),
  earned: z.number(),
  outcome: OutcomeSchema,
  key: z.optional(z.array(z.string())),
  rationale: z.optional(z.string()),
  citations: z.optional(z.array(z.string())),
})
export type QuestionResult = z.output<typeof QuestionResultSchema>

/** What the annulment of a question changed in a result. */
export const CorrectionSchema = z.strictObject({
  question: QuestionIdSchema,
  reason: z.string(),
  at: Instant,
  /** Marks of the whole attempt. */
  before: z.number(),
  after: z.number(),
})
export type Correction = z.output<typeof CorrectionSchema>

export const ResultSchema = z.strictObject({
  /** `null`, like verdict and band, as long as marks aren't shown. */
  score: z.nullable(z.number()),
  maxScore: z.number(),
  passed: z.nullable(z.boolean()),
  band: z.nullable(z.string()),
  timeUsedSeconds: z.int(),
  finishedAt: Instant,
  /** When marks will be shown; missing when they are. */
  shownAt: z.optional(Instant),
  /** Missing when the assessment reveals nothing, or not yet. */
  questions: z.optional(z.array(QuestionResultSchema)),
  /** Annulments since the attempt ended, the oldest first; missing when there were none. */
  corrections: z.optional(z.array(CorrectionSchema)),
})
export type Result = z.output<typeof ResultSchema>

export const SubmittedSchema = z.strictObject({ result: ResultSchema })

/** `GET /api/attempts/{id}` */
export const AttemptDetailSchema = z.strictObject({
  attempt: AttemptSchema,
  paper: z.strictObject({ questions: z.array(PublicQuestionSchema) }),
  responses: ResponsesSchema,
  result: z.optional(ResultSchema),
  serverNow: Instant,
})
export type AttemptDetail = z.output<typeof AttemptDetailSchema>

export const ScopeSchema = z.enum(['people', 'units', 'regions'])
export type Scope = z.output<typeof ScopeSchema>

/** `GET …/standings` */
export const StandingsQuerySchema = z.strictObject({
  scope: z.prefault(ScopeSchema, 'people'),
  limit: z.prefault(z.string().check(z.regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'is a whole number from 1 to 200')), '50'),
  /** Taken from `nextCursor` of the page before. */
  cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
})

export const StandingEntrySchema = z.strictObject({
  rank: z.int(),
  name: z.string(),
  /** Marks of people; participation in percent or average marks of units and regions. */
  score: z.number(),
  timeUsedSeconds: z.int(),
  /** People with a result, for units and regions. */
  participants: z.optional(z.int()),
})
export type StandingEntry = z.output<typeof StandingEntrySchema>

export const StandingsSchema = z.strictObject({
  entries: z.array(StandingEntrySchema),
  total: z.int(),
  /** The caller's own line in the standings of people; `null` without session or result. */
  me: z.nullable(StandingEntrySchema),
  updatedAt: Instant,
  nextCursor: z.nullable(z.string()),
})
export type Standings = z.output<typeof StandingsSchema>
