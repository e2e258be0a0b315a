import * as z from 'zod/mini'
import { DifficultySchema, OptionSchema } from './question.ts'
import { QuestionIdSchema, QuestionTypeSchema } from './question-parts.ts'
import { ExemptionSchema } from './roster.ts'
import { UnitIdSchema } from './unit-id.ts'

/**
 * The part of the contract that is about results as the desk reads them: result sheets, item analysis, misconceptions. Each is of the people of a unit
 * and those below it who are in the roster now; guests are in none of it but where they are asked for.
 */

/** People of one answer. */
export const RESULTS_PAGE = 500
/** Questions of one answer. */
export const ITEMS_PAGE = 200
/** Articles that are shown of a misconception map; all of them are counted. */
export const ARTICLES_SHOWN = 100

const Count = z.int().check(z.gte(0))
const Cursor = z.optional(z.string().check(z.regex(/^\d{1,15}$/)))
const Share = z.number().check(z.gte(0), z.lte(1))
const Correlation = z.nullable(z.number())

/** The assessment that results are of. */
export const ResultsOfSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  passMark: z.number(),
  maxScore: z.number(),
  /** The band that counts as excellent; `null` without one above the pass mark. */
  excellent: z.nullable(z.strictObject({ name: z.string(), from: z.number() })),
  /** Whether every window has closed. */
  isOver: z.boolean(),
})
export type ResultsOf = z.output<typeof ResultsOfSchema>

/** `GET /api/desk/assessments/{id}/results` */
export const ResultsQuerySchema = z.strictObject({
  unit: UnitIdSchema,
  /** Taken from `next` of the part before. */
  after: Cursor,
})

/** A person with the result that counts. */
export const PersonResultSchema = z.strictObject({
  staffNumber: z.string(),
  name: z.string(),
  /** Names of the units from the root down, separated by `/`. */
  unitPath: z.string(),
  standing: z.enum(['exempt', 'absent', 'writing', 'sat']),
  exemption: z.nullable(ExemptionSchema),
  /** Attempts begun. */
  attempts: Count,
  result: z.nullable(
    z.strictObject({
      score: z.number(),
      passed: z.boolean(),
      band: z.nullable(z.string()),
      isExcellent: z.boolean(),
      timeUsedSeconds: Count,
      finishedAt: z.iso.datetime(),
    }),
  ),
})
export type PersonResult = z.output<typeof PersonResultSchema>
export const ResultsSchema = z.strictObject({
  assessment: ResultsOfSchema,
  people: z.array(PersonResultSchema),
  next: z.nullable(z.string()),
})

/** `GET /api/desk/assessments/{id}/units`: the figures of a unit and of each below it, in the order of the tree; see `unitLines`. */
export const UnitResultsQuerySchema = z.strictObject({ unit: UnitIdSchema })
export const UnitResultSchema = z.strictObject({
  unit: UnitIdSchema,
  name: z.string(),
  depth: Count,
  ...{ listed: Count, exempt: Count, due: Count, sat: Count, writing: Count, absent: Count },
  ...{ passed: Count, excellent: Count },
})
export type UnitResult = z.output<typeof UnitResultSchema>
export const UnitResultsSchema = z.strictObject({
  assessment: ResultsOfSchema,
  madeAt: z.iso.datetime(),
  units: z.array(UnitResultSchema),
})

/** Whose answers are analysed: of people of the roster in a unit, or of all guests, who are in no unit for certain. */
const WhoSchema = z.prefault(z.enum(['staff', 'guests']), 'staff')

/** `GET /api/desk/assessments/{id}/items` */
export const ItemsQuerySchema = z.strictObject({ unit: UnitIdSchema, who: WhoSchema, after: Cursor })

/** A question with what `ItemStatistics` says of it; another text under the same id, in a later bank version, is a variant of its own. */
export const ItemSchema = z.strictObject({
  id: QuestionIdSchema,
  /** 1 for the first wording. */
  variant: Count,
  type: QuestionTypeSchema,
  stem: z.string(),
  options: z.array(z.strictObject({ ...OptionSchema.shape, isKey: z.boolean(), chosen: Count })),
  citations: z.array(z.string()),
  difficulty: z.optional(DifficultySchema),
  n: Count,
  isSmall: z.boolean(),
  isAnnulled: z.boolean(),
  omitted: Count,
  facility: Share,
  discrimination: Correlation,
  upperLower: Correlation,
})
export type AnalysedItem = z.output<typeof ItemSchema>
export const ItemsSchema = z.strictObject({
  assessment: ResultsOfSchema,
  people: Count,
  /** Cronbach's α, or `null` and the reason. */
  alpha: z.nullable(z.number()),
  noAlpha: z.nullable(z.enum(['different-papers', 'too-few-questions', 'too-few-people', 'no-spread'])),
  total: Count,
  items: z.array(ItemSchema),
  next: z.nullable(z.string()),
})

/** `GET /api/desk/assessments/{id}/misconceptions` */
export const MisconceptionsQuerySchema = z.strictObject({ unit: UnitIdSchema, who: WhoSchema })

const MissesShape = { n: Count, missed: Count } as const

/** An article with how often it was missed; see `MissedArticle`. */
export const MissedArticleSchema = z.strictObject({
  label: z.string(),
  law: z.nullable(z.string()),
  article: z.nullable(z.string()),
  ...MissesShape,
  questions: z.array(QuestionIdSchema),
  /** The unit itself, and each unit right below it with all below that; empty for guests. */
  units: z.array(z.strictObject({ unit: UnitIdSchema, name: z.string(), ...MissesShape })),
  regions: z.array(z.strictObject({ region: z.string(), ...MissesShape })),
})
export const MisconceptionsSchema = z.strictObject({
  assessment: ResultsOfSchema,
  people: Count,
  /** Articles in all, of which the most missed are shown. */
  total: Count,
  articles: z.array(MissedArticleSchema),
})
