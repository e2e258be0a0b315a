import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { PageMetaSchema } from './explainer.ts'

/** The five settings of 惠民政策进万家: enterprises, campuses, communities, building sites, the system itself. */
export const SettingSchema = z.enum(['企业', '高校', '社区', '工地', '系统'])

/** Front matter of `content/campaigns/*.md`: a campaign with its time, its settings and the content it uses. */
export const CampaignFrontMatterSchema = z.extend(PageMetaSchema, {
  startsOn: IsoDateSchema,
  /** Last day of the campaign. */
  endsOn: IsoDateSchema,
  owner: z.string(),
  settings: z.array(SettingSchema).check(z.minLength(1)),
  /** Ids of explainers, lessons and assessments that the campaign sends people to. */
  explainers: z.array(z.string()),
  lessons: z.array(z.string()),
  assessment: z.optional(z.string()),
})

/** A campaign: front matter, id (file name) and Markdown body. */
export interface Campaign extends z.output<typeof CampaignFrontMatterSchema> {
  readonly id: string
  readonly body: string
}
