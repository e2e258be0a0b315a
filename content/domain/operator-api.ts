import * as z from 'zod/mini'
import { AssessmentSchema } from './assessment.ts'
import { IsoDateSchema } from './dates.ts'
import { BankVersionSchema, QuestionSchema } from './question.ts'

/**
 * The operator's part of the contract, apart from `api.ts` so that none of it reaches a browser.
 */

/** Largest body of an operator's request (a bank version) in bytes. */
export const OPERATOR_BODY_LIMIT = 8 * 1024 * 1024

/** `POST /api/operator/banks` (operator only): a bank version without id; the server computes it. */
export const BankUploadSchema = z.omit(BankVersionSchema, { id: true })
export const BankStoredSchema = z.strictObject({ id: z.string(), questions: z.int() })

/** A stored bank version, as a list names it. */
export const StoredBankSchema = z.strictObject({
  id: BankVersionSchema.shape.id,
  title: z.string(),
  /** Whether every question has what a published one needs. */
  reviewed: z.boolean(),
  asOf: IsoDateSchema,
  questions: z.int(),
  storedAt: z.iso.datetime(),
  /** Staff number, `operator`, or `null` for the version that comes with the software. */
  storedBy: z.nullable(z.string()),
  /** Staff number or `operator`; `null` as long as nobody has approved. The version that comes with the software needs nobody. */
  approvedBy: z.nullable(z.string()),
  approvedAt: z.nullable(z.iso.datetime()),
  /** Whether papers of exams may be drawn from it. */
  isActive: z.boolean(),
})
export type StoredBank = z.output<typeof StoredBankSchema>

/** `GET /api/operator/banks`: every version, the newest first. */
export const StoredBanksSchema = z.strictObject({ banks: z.array(StoredBankSchema) })

/** `GET /api/operator/banks/{id}`: a version with its questions and their keys, for who reviews or extends it. */
export const BankContentSchema = z.strictObject({ bank: StoredBankSchema, questions: z.array(QuestionSchema) })

/** `GET /api/operator/banks/{id}/comparison?with=<id>`: what the first has that the second hasn't, and the other way round. */
export const BankComparisonQuerySchema = z.strictObject({ with: BankVersionSchema.shape.id })
export const BankComparisonSchema = z.strictObject({
  added: z.array(QuestionSchema),
  removed: z.array(QuestionSchema),
  changed: z.array(z.strictObject({ before: QuestionSchema, after: QuestionSchema, fields: z.array(z.string()) })),
  same: z.int(),
})

/** `POST /api/operator/banks/{id}/approve` takes no field. */
export const ApproveRequestSchema = z.strictObject({})

/** `POST /api/operator/assessments` (operator only): an assessment and the bank version it draws from. */
export const AssessmentUploadSchema = z.strictObject({ bank: BankVersionSchema.shape.id, assessment: AssessmentSchema })
export const AssessmentStoredSchema = z.strictObject({ id: z.string(), release: z.string() })

/** An assessment with the days on which no paper can be drawn, because questions are set aside. */
export const PaperOutlookSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** How many questions it may ask, those that are set aside included. */
  questions: z.int(),
  /** The first is today, or the day on which it opens; empty when nothing is missing on any day that is known. */
  days: z.array(
    z.strictObject({
      day: IsoDateSchema,
      /** For a person, in Chinese: which quotas fall short, and which questions would fill them once they are reviewed. */
      text: z.array(z.string()),
      waiting: z.array(z.strictObject({ id: z.string(), reasons: z.array(z.string()) })),
    }),
  ),
})
export type PaperOutlook = z.output<typeof PaperOutlookSchema>

/** `GET /api/operator/papers` (operator only): every assessment that isn't over. */
export const PaperOutlooksSchema = z.strictObject({ assessments: z.array(PaperOutlookSchema) })
