import * as z from 'zod/mini'
import { AssessmentKindSchema } from './assessment-kind.ts'
import {
  AttemptsRuleSchema,
  BandSchema,
  MakeUpWindowSchema,
  MarkingSchema,
  TieBreakSchema,
  UnitRankingSchema,
} from './assessment-parts.ts'

/** What everyone may know of an assessment before it starts: all its rules, and nothing of its questions. */
export const AssessmentSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: AssessmentKindSchema,
  opensAt: z.nullable(z.string()),
  closesAt: z.nullable(z.string()),
  makeUpWindow: z.optional(MakeUpWindowSchema),
  durationSeconds: z.nullable(z.int()),
  questionCount: z.int(),
  /** Marks of a perfect paper. */
  marks: z.number(),
  attempts: AttemptsRuleSchema,
  passMark: z.number(),
  bands: z.array(BandSchema),
  /** Left out when no question takes several options. */
  marking: z.optional(MarkingSchema),
  /** Left out, like `unitRanking`, for practice, which has no standings. */
  tieBreak: z.optional(TieBreakSchema),
  unitRanking: z.optional(UnitRankingSchema),
  reveal: z.enum(['with-result', 'after-close', 'never']),
  scoreShown: z.enum(['at-once', 'after-close']),
  warnAtSeconds: z.array(z.int()),
  guests: z.boolean(),
})
export type AssessmentSummary = z.output<typeof AssessmentSummarySchema>

/** `GET /api/assessments` */
export const AssessmentsSchema = z.strictObject({ assessments: z.array(AssessmentSummarySchema) })
