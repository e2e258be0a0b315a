import * as z from 'zod/mini'
import { type AssessmentKind, AssessmentKindSchema } from './assessment-kind.ts'
import {
  AttemptsRuleSchema,
  BandSchema,
  Count,
  MakeUpWindowSchema,
  MarkingSchema,
  Marks,
  TieBreakSchema,
  UnitRankingSchema,
} from './assessment-parts.ts'
import { InstantSchema } from './dates.ts'
import type { Fault } from './errors.ts'
import { DifficultySchema, type Use } from './question.ts'
import { QuestionTypeSchema } from './question-parts.ts'

/**
 * One configuration for practice, drill, contest and exam: what is drawn, how it is marked, who may when and how often.
 *
 * The real exams and contests that this must be able to express stand in `content/assessments/templates/`.
 */

/** One line of a blueprint: draw so many questions of these types, topics and difficulties. */
export const QuotaSchema = z.strictObject({
  count: Count,
  /** Any of these types; a `case` draws whole cases. */
  types: z.array(z.union([QuestionTypeSchema, z.literal('case')])).check(z.minLength(1)),
  /** Any of these topics; left out, all. */
  topics: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** Any of these difficulties; left out, all. */
  difficulty: z.optional(z.array(DifficultySchema).check(z.minLength(1))),
  /** For cases: each has exactly this many sub-questions, so that all papers have the same length. */
  subQuestions: z.optional(z.int().check(z.gte(2), z.lte(10))),
})
export type Quota = z.output<typeof QuotaSchema>

/** A section of a paper: questions that carry the same marks and stand together. */
export const SectionSchema = z.strictObject({
  title: z.optional(z.string()),
  /** Marks for each question (for each sub-question of a case). */
  points: Marks,
  draw: z.array(QuotaSchema).check(z.minLength(1)),
})

/** What a paper is drawn by. Sections keep their order; questions within one are shuffled. */
export const BlueprintSchema = z.strictObject({ sections: z.array(SectionSchema).check(z.minLength(1)) })
export type Blueprint = z.output<typeof BlueprintSchema>

/** Rules beyond one attempt that real contests and exams have. */
export const ProgramSchema = z.strictObject({
  /** Study credits needed before the first attempt. */
  gate: z.optional(z.strictObject({ required: z.int().check(z.gte(0)), optional: z.int().check(z.gte(0)) })),
  /** Share of the study record in the final result; the rest is the exam. */
  studyShare: z.optional(z.number().check(z.gte(0), z.lte(1))),
  /** Levels that open one after the other, so many a day; each is one paper. */
  levels: z.optional(z.strictObject({ count: Count, perDay: Count, passRight: Count })),
  /** Scores of all attempts are added up. */
  cumulative: z.optional(z.boolean()),
  /** Challenge: seconds for a question; the first wrong answer ends it; marks that count in a day. */
  challenge: z.optional(z.strictObject({ secondsPerQuestion: Count, dailyCap: Marks })),
  /** Who enters the prize draw: everyone who answered, or everyone with at least these marks. */
  drawFrom: z.optional(z.number().check(z.gte(0))),
})

const FileShape = {
  title: z.string().check(z.minLength(4), z.maxLength(40)),
  englishTitle: z.string(),
  summary: z.string().check(z.minLength(10), z.maxLength(200)),
  kind: AssessmentKindSchema,
  /** `null` for open from the start. */
  opensAt: z.nullable(InstantSchema),
  /** `null` for open without end. */
  closesAt: z.nullable(InstantSchema),
  /** Left out, make-up attempts follow the others in the same window. */
  makeUpWindow: z.optional(MakeUpWindowSchema),
  /** `null` for no limit. */
  durationSeconds: z.nullable(z.int().check(z.gte(10), z.lte(24 * 3600))),
  /** Seconds after the limit during which what was under way still arrives. */
  graceSeconds: z.prefault(z.int().check(z.gte(0), z.lte(60)), 5),
  attempts: AttemptsRuleSchema,
  blueprint: BlueprintSchema,
  marking: MarkingSchema,
  /** Marks needed to pass. */
  passMark: z.number().check(z.gte(0)),
  bands: z.prefault(z.array(BandSchema), []),
  tieBreak: TieBreakSchema,
  unitRanking: UnitRankingSchema,
  /** When right answers and rationales are shown: with the result, after the close, or never. */
  reveal: z.enum(['with-result', 'after-close', 'never']),
  /** When marks and verdict are shown: with the result, or to all after the close. Keys never come before them. */
  scoreShown: z.prefault(z.enum(['at-once', 'after-close']), 'at-once'),
  /** Seconds left at which the page tells how much time there is. */
  warnAtSeconds: z.prefault(z.array(z.int().check(z.gte(5), z.lte(7200))).check(z.maxLength(6)), [300, 60, 10]),
  /** Whether anyone with a nickname may take part, or only people of the roster. */
  guests: z.boolean(),
  /** Whether it may draw from a bank version that nobody has reviewed. Contests only. */
  allowUnreviewed: z.prefault(z.boolean(), false),
  /** Position in lists; lower comes first. */
  order: z.prefault(z.int(), 100),
  program: z.prefault(ProgramSchema, {}),
} as const

/** An assessment as `content/assessments/<id>.yaml` states it; its authors read what doesn't add up in Chinese. */
export const AssessmentFileSchema = z.strictObject(FileShape).check(
  z.check(({ value, issues }) => {
    for (const { fault, fix } of assessmentFaults(value)) {
      issues.push({ code: 'custom', input: value, message: fault, params: { fix } })
    }
  }),
)

/** An assessment with its id. */
export const AssessmentSchema = z
  .strictObject({ ...FileShape, id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,47}$/)) })
  .check(
    z.refine((assessment) => assessmentFaults(assessment).length === 0, {
      error: (issue) =>
        assessmentFaults(issue.input as AssessmentNumbers)
          .map(({ english }) => english)
          .join(' '),
    }),
  )
export type Assessment = z.output<typeof AssessmentSchema>
type AssessmentNumbers = Pick<
  Assessment,
  | 'blueprint'
  | 'passMark'
  | 'bands'
  | 'attempts'
  | 'opensAt'
  | 'closesAt'
  | 'makeUpWindow'
  | 'scoreShown'
  | 'kind'
  | 'allowUnreviewed'
>

/** Number of questions on every paper of a blueprint. */
export function questionCount(blueprint: Blueprint): number {
  return sum(blueprint.sections.flatMap((section) => section.draw.map(quotaQuestions)))
}

/** Marks that a perfect paper of a blueprint earns. */
export function maxScore(blueprint: Blueprint): number {
  return sum(blueprint.sections.map((section) => section.points * sum(section.draw.map(quotaQuestions))))
}

function quotaQuestions(quota: Quota): number {
  return quota.count * (quota.types.includes('case') ? (quota.subQuestions ?? 1) : 1)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** What doesn't add up in an assessment. */
export function assessmentFaults(assessment: AssessmentNumbers): Fault[] {
  const faults: Fault[] = []
  const max = maxScore(assessment.blueprint)
  if (assessment.passMark > max) {
    faults.push({
      english: `The pass mark ${assessment.passMark} exceeds the ${max} marks of a paper.`,
      fault: `及格分（passMark）“${assessment.passMark}”超过了一张卷子的总分${max}分。`,
      fix: `改成不超过${max}的分数，或者增加题数、提高每题的分值（points）。`,
    })
  }
  for (const quota of assessment.blueprint.sections.flatMap((section) => section.draw)) {
    if (!quota.types.includes('case')) continue
    if (quota.types.length > 1) {
      faults.push({
        english: 'A quota of cases draws cases only; put other types into a quota of their own.',
        fault: `抽案例题（case）的一项里还有别的题型：“${quota.types.join('、')}”。`,
        fix: '案例题单独写一项，别的题型另写一项，例如 - { count: 2, types: [case], subQuestions: 3 }。',
      })
    }
    if (quota.subQuestions === undefined) {
      faults.push({
        english: 'A quota of cases says how many sub-questions each has.',
        fault: '抽案例题（case）的一项没有写每个案例有几道小题。',
        fix: '加上 subQuestions，例如 - { count: 2, types: [case], subQuestions: 3 }。',
      })
    }
  }
  const from = assessment.bands.map((band) => band.from)
  if (from.some((value, index) => value > max || value >= (from[index - 1] ?? Number.POSITIVE_INFINITY))) {
    faults.push({
      english: `Bands stand from the best down, and none starts above ${max} marks.`,
      fault: `等次（bands）的起始分“${from.join('、')}”没有从高到低排，或者超过了总分${max}分。`,
      fix: '从最好的等次写起，起始分一个比一个低，例如 - { name: 优秀, from: 90 }，再写 - { name: 合格, from: 60 }。',
    })
  }
  const { opensAt, closesAt } = assessment
  if (opensAt !== null && closesAt !== null && Date.parse(opensAt) >= Date.parse(closesAt)) {
    faults.push({
      english: 'It closes before it opens.',
      fault: `结束时间（closesAt）“${closesAt}”不在开始时间（opensAt）“${opensAt}”之后。`,
      fix: '把结束时间改到开始时间以后，例如 closesAt: 2026-12-31T18:00:00+08:00。',
    })
  }
  faults.push(...makeUpFaults(assessment))
  if (assessment.scoreShown === 'after-close' && closesAt === null) {
    faults.push({
      english: 'Marks are shown after the close, but it never closes.',
      fault: '成绩要在结束后公布（scoreShown: after-close），但没有写结束时间（closesAt）。',
      fix: '写上结束时间，例如 closesAt: 2026-12-31T18:00:00+08:00，或者改成 scoreShown: at-once。',
    })
  }
  if (assessment.allowUnreviewed && assessment.kind !== 'contest') {
    faults.push({
      english: 'Only a contest may draw from an unreviewed bank version.',
      fault: `只有竞赛能用没有审核的题库，这里的种类（kind）是“${assessment.kind}”。`,
      fix: '删去 allowUnreviewed: true，或者改成 kind: contest。',
    })
  }
  return faults
}

function makeUpFaults({ attempts, closesAt, makeUpWindow }: AssessmentNumbers): Fault[] {
  const faults: Fault[] = []
  if (makeUpWindow === undefined) {
    if (attempts.makeUp > 0 && (attempts.allowed === null || attempts.per === 'day')) {
      faults.push({
        english:
          'Make-up attempts follow the others, so these need a number for the whole time, or the make-up a window of its own.',
        fault: '有补考（makeUp），但平时的次数（allowed）没有上限或者按天算，不知道从哪一次起算补考。',
        fix: '写上总次数，例如 attempts: { allowed: 1, makeUp: 1 }，或者用 makeUpWindow 另定补考时间。',
      })
    }
    return faults
  }
  if (attempts.makeUp === 0) {
    faults.push({
      english: 'There is a make-up window, but no make-up attempt.',
      fault: '写了补考时间（makeUpWindow），但补考次数（makeUp）是0。',
      fix: '在 attempts 里加上 makeUp: 1，或者删去 makeUpWindow。',
    })
  }
  const { opensAt: from, closesAt: to } = makeUpWindow
  if (closesAt === null || Date.parse(from) < Date.parse(closesAt) || Date.parse(from) >= Date.parse(to)) {
    faults.push({
      english: 'The make-up opens after the main window has closed, and closes after it has opened.',
      fault: `补考时间（makeUpWindow）“${from}”到“${to}”不在考试结束（closesAt）“${closesAt ?? '没有写'}”之后，或者先后颠倒。`,
      fix: '补考的 opensAt 不早于考试的 closesAt，补考的 closesAt 晚于它的 opensAt。',
    })
  }
  return faults
}

/** A stretch of time in which attempts may start. */
export interface OpenWindow {
  /** `null` for without end. */
  readonly closesAt: string | null
  readonly isMakeUp: boolean
}

type Windows = Pick<Assessment, 'opensAt' | 'closesAt' | 'makeUpWindow'>

/** The window that is open at an instant (milliseconds), or `null`. Half-open: it is closed at `closesAt` itself. */
export function windowAt({ opensAt, closesAt, makeUpWindow }: Windows, now: number): OpenWindow | null {
  const holds = (from: string | null, to: string | null) =>
    (from === null || now >= Date.parse(from)) && (to === null || now < Date.parse(to))
  if (holds(opensAt, closesAt)) return { closesAt, isMakeUp: false }
  return makeUpWindow !== undefined && holds(makeUpWindow.opensAt, makeUpWindow.closesAt)
    ? { closesAt: makeUpWindow.closesAt, isMakeUp: true }
    : null
}

/** When the last window closes, `null` for never. */
export function lastClose({ closesAt, makeUpWindow }: Pick<Windows, 'closesAt' | 'makeUpWindow'>): string | null {
  return makeUpWindow?.closesAt ?? closesAt
}

/** Where an assessment stands at an instant (milliseconds); between its main window and its make-up it is coming. */
export function assessmentPhase(assessment: Windows, now: number): 'coming' | 'open' | 'closed' {
  if (windowAt(assessment, now) !== null) return 'open'
  const last = lastClose(assessment)
  return last !== null && now >= Date.parse(last) ? 'closed' : 'coming'
}

/** Whether marks, verdict and standings may be shown at an instant (milliseconds). */
export function showsScores(assessment: Windows & Pick<Assessment, 'scoreShown'>, now: number): boolean {
  return assessment.scoreShown === 'at-once' || assessmentPhase(assessment, now) === 'closed'
}

/** Whether an assessment is for learning, so that it shows keys at once and leaves out what contests and exams ask. */
export function showsKeysAtOnce({ kind }: Pick<Assessment, 'kind'>): boolean {
  return kind === 'practice' || kind === 'drill'
}

/** The use a question must have to be drawn for a kind of assessment. A drill draws on practice questions. */
export function useOf(kind: AssessmentKind): Use {
  return kind === 'drill' ? 'practice' : kind
}

/** Name of the band that a score reaches, or `null`. Bands stand from the best down. */
export function bandOf(bands: Assessment['bands'], score: number): string | null {
  return bands.find((band) => score >= band.from)?.name ?? null
}

/**
 * Rules of an assessment that the service doesn't run yet; such an assessment is a template and can't be opened.
 */
export function unsupportedRules({ program }: Pick<Assessment, 'program'>): string[] {
  return Object.entries(program).flatMap(([rule, value]) => (value === undefined ? [] : [rule]))
}
