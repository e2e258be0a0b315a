import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from '../dates.ts'
import { PageMetaSchema } from '../explainer.ts'
import type { Published } from '../publication.ts'
import { RETIREMENT_GROUPS } from './retirement-group.ts'

/**
 * Rules of the calculators as data: `content/rules/<calculator>.yaml`.
 *
 * A file has periods from old to new. A period is in force from `effectiveFrom` (inclusive) to `effectiveTo`
 * (exclusive); only the last one may be without end. Days between or outside the periods aren't covered, and a
 * calculator says so instead of taking a neighbouring rule.
 */

/** What a point of a rule rests on: a citation, or the name of one of the file's `documents`. */
export const RuleSourceSchema = z.string().check(z.minLength(4), z.maxLength(80))

const SourcesSchema = z.array(RuleSourceSchema).check(z.minLength(1))

/** What every file of rules says of itself; the Chinese texts are in `PageMetaSchema`. */
const RuleFileMeta = {
  ...PageMetaSchema.shape,
  englishTitle: z.string().check(z.minLength(4), z.maxLength(80)),
  englishSummary: z.string().check(z.minLength(10), z.maxLength(200)),
  /** Ids of the explainers that go with it; they link back. */
  explainers: z.array(z.string()),
  /** Documents without a file in `content/laws/` on which rules rest, by the names under which sources give them. */
  documents: z.prefault(z.array(z.string().check(z.minLength(4))), []),
}

function periods<const Point extends string, Figures extends z.ZodMiniType>(
  figures: Figures,
  points: readonly [Point, ...Point[]],
) {
  const period = z.strictObject({
    effectiveFrom: IsoDateSchema,
    /** First day on which it is no longer in force. */
    effectiveTo: z.optional(IsoDateSchema),
    figures,
    /** Each point of the rule with what it rests on. */
    sources: z.record(z.enum(points), SourcesSchema),
  })
  return z.array(period).check(z.minLength(1))
}

const count = z.int().check(z.gte(1), z.lte(1000))
/** Days or hours that stand in the rules with quarters at most, such as 21.75. */
const quarters = z.number().check(z.gte(1), z.lte(400), z.multipleOf(0.25))

/** Overtime pay, per cent of the hourly wage. */
export const OvertimeRulesSchema = z.strictObject({
  ...RuleFileMeta,
  calculator: z.literal('overtime'),
  periods: periods(
    z.strictObject({
      /** Paid days of a month (月计薪天数). */
      paidDays: quarters,
      hoursPerDay: count,
      percent: z.strictObject({ workday: count, restDay: count, holiday: count }),
      /** Most hours of overtime in a month. */
      monthlyHours: count,
    }),
    ['hourlyWage', 'workday', 'restDay', 'holiday', 'monthlyHours', 'least', 'otherHours'],
  ),
})
export type OvertimeRules = z.output<typeof OvertimeRulesSchema>

/** Annual leave and the pay for leave not taken. */
export const AnnualLeaveRulesSchema = z.strictObject({
  ...RuleFileMeta,
  calculator: z.literal('annual-leave'),
  periods: periods(
    z.strictObject({
      /** From how many years of work how many days of leave, and from how many months of sick leave none. */
      brackets: z.array(z.strictObject({ fromYears: count, days: count, sickMonths: count })).check(z.minLength(1)),
      /** Days by which the year's leave is divided. */
      yearDays: count,
      paidDays: quarters,
      /** Pay for a day not taken, per cent of a day's wage. */
      payPercent: count,
      /** Per cent of it that the ordinary wage has paid already. */
      paidPercent: count,
    }),
    [
      'continuous',
      'days',
      'excluded',
      'nextYear',
      'joining',
      'leaving',
      'dailyWage',
      'pay',
      'declined',
      'better',
      'others',
    ],
  ),
})
export type AnnualLeaveRules = z.output<typeof AnnualLeaveRulesSchema>

/** Severance (经济补偿) and damages for unlawful dismissal. */
export const SeveranceRulesSchema = z.strictObject({
  ...RuleFileMeta,
  calculator: z.literal('severance'),
  periods: periods(
    z.strictObject({
      /** Years of work before this day don't count for severance. */
      countFrom: IsoDateSchema,
      /** From how many months a part of a year counts as a year. */
      wholeYearMonths: count,
      /** How many times the local average wage is the most that counts. */
      capTimes: count,
      /** Most years for who earns more than that. */
      capYears: count,
      /** How many times severance is due for unlawful dismissal. */
      unlawfulTimes: count,
    }),
    [
      'years',
      'wage',
      'countFrom',
      'cap',
      'minimumWage',
      'notice',
      'unlawful',
      'unlawfulYears',
      'reinstatement',
      'payment',
      'localWage',
      'reasons',
      'partTime',
      'injury',
    ],
  ),
})
export type SeveranceRules = z.output<typeof SeveranceRulesSchema>

/** Double wages for a missing written contract. */
export const DoubleWagesRulesSchema = z.strictObject({
  ...RuleFileMeta,
  calculator: z.literal('double-wages'),
  periods: periods(
    z.strictObject({
      /** Months after the start of work until double wages begin. */
      fromMonths: count,
      /** Months after the start of work until they end. */
      toMonths: count,
    }),
    ['start', 'signed', 'fullYear', 'openEnded', 'inTime', 'refusal', 'limitation', 'partTime', 'notRenewed'],
  ),
})
export type DoubleWagesRules = z.output<typeof DoubleWagesRulesSchema>

/** The limitation period for labour arbitration. */
export const LimitationRulesSchema = z.strictObject({
  ...RuleFileMeta,
  calculator: z.literal('limitation'),
  periods: periods(z.strictObject({ months: count }), [
    'period',
    'interruption',
    'suspension',
    'employed',
    'ended',
    'complaint',
    'scope',
  ]),
})
export type LimitationRules = z.output<typeof LimitationRulesSchema>

/** The gradual change of the retirement age. */
export const RetirementRulesSchema = z.strictObject({
  ...RuleFileMeta,
  calculator: z.literal('retirement'),
  periods: periods(
    z.strictObject({
      /** Ages in years; one month later for every `stepMonths` months after the start. */
      groups: z.record(
        z.enum(RETIREMENT_GROUPS),
        z.strictObject({ formerAge: count, finalAge: count, stepMonths: count }),
      ),
      /** Most months that one may retire earlier or later of one's own will. */
      earlierMonths: count,
      laterMonths: count,
      /** Months of contributions needed: `months`, and from `risesFrom` on `perYear` more each year, up to `most`. */
      contributions: z.strictObject({ months: count, risesFrom: z.int(), perYear: count, most: count }),
    }),
    ['age', 'earlier', 'later', 'contributions'],
  ),
})
export type RetirementRules = z.output<typeof RetirementRulesSchema>

/** A file of rules; `calculator` says which. */
export const RuleFileSchema = z.discriminatedUnion('calculator', [
  OvertimeRulesSchema,
  AnnualLeaveRulesSchema,
  SeveranceRulesSchema,
  DoubleWagesRulesSchema,
  LimitationRulesSchema,
  RetirementRulesSchema,
])
export type RuleFile = z.output<typeof RuleFileSchema>
export type CalculatorId = RuleFile['calculator']

/** What a calculator needs of its file: which it is, and the periods. */
export type RulesOf<File extends RuleFile> = File extends RuleFile ? Pick<File, 'calculator' | 'periods'> : never
/** The rules of any calculator. */
export type Rules = RulesOf<RuleFile>

/** A file of rules with its id, which is that of its calculator. */
export type RuleSet = RuleFile & Published & { readonly id: string }

/** Faults of the order of periods, each a Chinese sentence with the place of the period. */
export function periodFaults(
  periods: readonly { readonly effectiveFrom: IsoDate; readonly effectiveTo?: IsoDate | undefined }[],
): { index: number; fault: string }[] {
  return periods.flatMap(({ effectiveFrom, effectiveTo }, index) => {
    const faults: string[] = []
    const next = periods[index + 1]
    if (effectiveTo !== undefined && effectiveTo <= effectiveFrom) {
      faults.push(`${effectiveFrom} 起的时期在 ${effectiveTo} 就结束了，不在开始那天之后。`)
    }
    if (next !== undefined && next.effectiveFrom <= effectiveFrom) {
      faults.push(`${next.effectiveFrom} 起的时期排在了 ${effectiveFrom} 起的时期后面。`)
    } else if (next !== undefined && (effectiveTo === undefined || effectiveTo > next.effectiveFrom)) {
      faults.push(`${effectiveFrom} 起的时期和 ${next.effectiveFrom} 起的时期重叠。`)
    }
    return faults.map((fault) => ({ index, fault }))
  })
}
