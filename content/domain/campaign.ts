import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { PageMetaSchema } from './explainer.ts'
import type { Published } from './publication.ts'

/** The five settings of 惠民政策进万家: enterprises, campuses, communities, building sites, the system itself. */
export const SettingSchema = z.enum(['企业', '高校', '社区', '工地', '系统'])
export type Setting = z.output<typeof SettingSchema>

/** What names a setting in an address, such as `#kit-site`. */
export const SETTING_IDS: Readonly<Record<Setting, string>> = {
  企业: 'enterprise',
  高校: 'campus',
  社区: 'community',
  工地: 'site',
  系统: 'system',
}

const StepsSchema = z.array(z.string().check(z.minLength(4), z.maxLength(60))).check(z.minLength(1), z.maxLength(8))

/** What a poster for a venue says; its QR code leads to `target`. */
export const PosterSchema = z.strictObject({
  /** Read from three metres: at most 14 characters. */
  headline: z.string().check(z.minLength(4), z.maxLength(14)),
  /** One line below it. */
  line: z.string().check(z.minLength(6), z.maxLength(30)),
  /** Address on this site without language, such as `/explainers/unpaid-wages/` or `/practice/?topic=wages`. */
  target: z.string().check(z.startsWith('/')),
})

/** What a team takes along to one setting. */
export const CampaignKitSchema = z.strictObject({
  setting: SettingSchema,
  /** Who answers questions of the team: an office (a fictional one says 示例), or a number. */
  contact: z.string().check(z.minLength(4), z.maxLength(40)),
  /** Pages to print and hand out: `explainers/<id>` or `lessons/<id>`. */
  handouts: z.array(z.string().check(z.regex(/^(explainers|lessons)\/[a-z0-9-]+$/))).check(z.minLength(1)),
  /** Ids of topics to practise afterwards (`content/topics.yaml`). */
  topics: z.array(z.string()).check(z.minLength(1)),
  poster: PosterSchema,
  /** The talk, point by point. */
  talk: StepsSchema,
  checklist: z.strictObject({ before: StepsSchema, onTheDay: StepsSchema, after: StepsSchema }),
})
export type CampaignKit = z.output<typeof CampaignKitSchema>

/** Front matter of `content/campaigns/*.md`: a campaign with its time, its settings and the content it uses. */
export const CampaignFrontMatterSchema = z.extend(PageMetaSchema, {
  startsOn: IsoDateSchema,
  /** Last day of the campaign. */
  endsOn: IsoDateSchema,
  owner: z.string(),
  settings: z.array(SettingSchema).check(z.minLength(1)),
  /** One kit a setting, in any order. */
  kits: z.array(CampaignKitSchema).check(z.minLength(1)),
  /** Ids of explainers, lessons and assessments that the campaign sends people to. */
  explainers: z.array(z.string()),
  lessons: z.array(z.string()),
  assessment: z.optional(z.string()),
})

/** A campaign: front matter, id (file name) and Markdown body. */
export interface Campaign extends z.output<typeof CampaignFrontMatterSchema>, Published {
  readonly id: string
  readonly body: string
}
