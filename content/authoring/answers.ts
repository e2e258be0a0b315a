import * as z from 'zod/mini'
import { SettingSchema } from '../domain/campaign.ts'
import { parseCitation } from '../domain/citation.ts'
import { IsoDateSchema } from '../domain/dates.ts'
import { PublishAtSchema } from '../domain/publication.ts'
import { NewIdSchema } from './ids.ts'

/**
 * What an author says about a new file, before there is one. Messages are in Chinese, since the terminal shows them.
 */

function text(name: string, least: number, most: number) {
  return z.string().check(
    z.trim(),
    z.minLength(least, `${name}至少${least}个字。`),
    z.maxLength(most, `${name}最多${most}个字。`),
    z.refine((value) => !/[\p{Cc}]/u.test(value), `${name}写成一行，不要有换行等控制字符。`),
  )
}

function list<T>(name: string, item: z.ZodMiniType<T>, least: number, most = 20) {
  return z
    .array(item)
    .check(z.minLength(least, `${name}至少要有${least}项。`), z.maxLength(most, `${name}最多${most}项。`))
}

/** A day as an author types it. */
export const DaySchema = z.string().check(
  z.trim(),
  z.refine((value) => IsoDateSchema.safeParse(value).success, '日期写成 2026-12-04 的样子，而且要真有这一天。'),
)

/** A minute of Beijing time as an author types it. */
export const MinuteSchema = z.string().check(
  z.trim(),
  z.refine((value) => PublishAtSchema.safeParse(value).success, '时间写成 2026-12-04 09:00 的样子。'),
)

const CitationSchema = z
  .string()
  .check(z.refine((value) => parseCitation(value) !== null, '法条写成《劳动合同法》第三十八条的样子。'))

/** Title of a page. */
export const TitleSchema = text('标题', 4, 30)
/** Summary of a page. */
export const SummarySchema = text('摘要', 10, 80)
/** A word that people search for. */
export const KeywordSchema = text('搜索词', 2, 20)
/** An office. */
export const OfficeSchema = text('单位名称', 2, 40)
/** What a poster says in large letters. */
export const HeadlineSchema = text('海报大字', 4, 14)
/** The line below it. */
export const PosterLineSchema = text('海报小字', 6, 30)
/** A measure of a duty. */
export const MeasureSchema = text('措施', 4, 100)
/** A group of people. */
export const AudienceSchema = text('对象', 2, 30)
/** Where an activity was. */
export const PlaceSchema = text('地点', 2, 40)
/** What was done at an activity. */
export const ActivitySummarySchema = text('内容', 10, 200)
/** What shows that it took place. */
export const EvidenceSchema = text('佐证', 4, 100)
/** How many people came. */
export const PeopleSchema = z.int('人数写整数。').check(z.gte(1, '人数至少是1。'), z.lte(1_000_000, '人数太大了。'))

const PageFields = {
  id: NewIdSchema,
  title: TitleSchema,
  summary: z.optional(SummarySchema),
  keywords: list('搜索词', KeywordSchema, 0, 12),
  /** Ids of topics. */
  topics: list('主题', z.string(), 1),
  /** Day whose law the page speaks of. */
  asOf: DaySchema,
  publishAt: MinuteSchema,
  drafter: OfficeSchema,
  reviewer: OfficeSchema,
  /** Articles that the author means to cite. */
  citations: list('法条', CitationSchema, 0, 60),
}

const twoOffices = z.refine<{ drafter: string; reviewer: string }>(({ drafter, reviewer }) => drafter !== reviewer, {
  error: '审核单位不能就是起草单位。',
  path: ['reviewer'],
})

const ExplainerAnswersSchema = z
  .strictObject({ kind: z.literal('explainer'), ...PageFields, audience: z.optional(text('给谁看', 4, 60)) })
  .check(twoOffices)

const LessonAnswersSchema = z
  .strictObject({ kind: z.literal('lesson'), ...PageFields, minutes: z.int().check(z.gte(1), z.lte(30)) })
  .check(twoOffices)

const QuestionsAnswersSchema = z.strictObject({
  kind: z.literal('questions'),
  id: NewIdSchema,
  title: TitleSchema,
  /** Id of the topic of all questions of the file. */
  topic: z.string(),
  asOf: DaySchema,
  citations: PageFields.citations,
})

const ResponsibilityAnswersSchema = z.strictObject({
  kind: z.literal('responsibility'),
  id: NewIdSchema,
  /** Ids of the laws to teach. */
  laws: list('法律', z.string(), 1),
  lead: OfficeSchema,
  cooperating: list('配合单位', OfficeSchema, 0),
  audience: list('对象', AudienceSchema, 1),
  measures: list('措施', MeasureSchema, 1, 8),
  /** Last day; its year is the year of the list. */
  dueOn: DaySchema,
  /** Id of the row of the year before that it goes on with. */
  continues: z.optional(z.string()),
})

const ActivityAnswersSchema = z.strictObject({
  kind: z.literal('activity'),
  id: NewIdSchema,
  /** Its year is the year of the file. */
  heldOn: DaySchema,
  title: TitleSchema,
  place: PlaceSchema,
  audience: list('对象', AudienceSchema, 1),
  people: PeopleSchema,
  /** Id of the row of the responsibility list of that year that it serves. */
  responsibility: z.optional(z.string()),
  laws: list('法律', z.string(), 1),
  summary: ActivitySummarySchema,
  evidence: list('佐证', EvidenceSchema, 1, 8),
})

const CampaignAnswersSchema = z
  .strictObject({
    kind: z.literal('campaign'),
    ...PageFields,
    startsOn: DaySchema,
    endsOn: DaySchema,
    owner: OfficeSchema,
    settings: list('场所', SettingSchema, 1, 5),
    /** Pages to hand out, `explainers/<id>` or `lessons/<id>`. */
    handouts: list('材料', z.string(), 1, 12),
    headline: z.optional(HeadlineSchema),
    posterLine: z.optional(PosterLineSchema),
    /** Id of the contest that it sends people to. */
    assessment: z.optional(z.string()),
  })
  .check(
    twoOffices,
    z.refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
      error: '结束那天不能早于开始那天。',
      path: ['endsOn'],
    }),
  )

/** Everything that an author says, for each kind. */
export const AnswersSchema = z.discriminatedUnion('kind', [
  ExplainerAnswersSchema,
  LessonAnswersSchema,
  QuestionsAnswersSchema,
  ResponsibilityAnswersSchema,
  ActivityAnswersSchema,
  CampaignAnswersSchema,
])
export type Answers = z.output<typeof AnswersSchema>
export type AnswersOf<K extends Answers['kind']> = Extract<Answers, { kind: K }>

/** Why a value doesn't fit, as one sentence; `true` when it does. For prompts, which ask again. */
export function fits(schema: z.ZodMiniType, value: unknown): true | string {
  const parsed = schema.safeParse(value)
  return parsed.success || (parsed.error.issues[0]?.message ?? '写得不对。')
}
