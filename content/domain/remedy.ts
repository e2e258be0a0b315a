import * as z from 'zod/mini'
import { PageMetaSchema } from './explainer.ts'
import type { Published } from './publication.ts'

/**
 * The remedy navigator (维权导航): what happened → who to turn to → until when → what to bring.
 *
 * A remedy is one situation in the words of the person who is in it, with the ways out in the order in which to try
 * them. The order follows 劳动争议调解仲裁法 第四条、第五条 (negotiate, mediate, arbitrate, sue) and, against an authority,
 * 行政复议法 and 行政诉讼法.
 */

/** What the situations are about: the sections of `/remedies/`, in this order; texts in `locales/<locale>/remedies.json`. */
export const RemedyGroupSchema = z.enum(['pay', 'contract', 'injury', 'insurance', 'hiring', 'authority'])
export type RemedyGroup = z.output<typeof RemedyGroupSchema>

/** Whom one turns to. */
export const ChannelSchema = z.enum([
  '协商',
  '工会',
  '妇联',
  '劳动保障监察',
  '人社部门',
  '劳动能力鉴定',
  '社保经办机构',
  '就业服务机构',
  '征收机构',
  '调解',
  '劳动仲裁',
  '法院',
  '公安机关',
  '行政机关',
  '行政复议',
  '行政诉讼',
  '信访',
  '法律援助',
])
export type Channel = z.output<typeof ChannelSchema>

/** A time limit: the figure that must be seen first, and the day from which it runs. */
export const DeadlineSchema = z.strictObject({
  /** What the limit is on and how long it is, at most 16 characters: 1年内申请仲裁. */
  limit: z.string().check(z.minLength(2), z.maxLength(16)),
  /** Whom it binds: the reader, or the employer or office on the other side. */
  by: z.prefault(z.enum(['reader', 'other']), 'reader'),
  /** From when it runs and what stops it, with the article. */
  from: z.string().check(z.minLength(8), z.maxLength(140)),
})
export type Deadline = z.output<typeof DeadlineSchema>

const Line = z.string().check(z.minLength(2), z.maxLength(140))

/** One way out. Somewhere in it stands the article that opens it. */
export const WaySchema = z.strictObject({
  channel: ChannelSchema,
  /** What to do, as a heading: 向劳动保障监察机构投诉. */
  action: z.string().check(z.minLength(4), z.maxLength(24)),
  /** Which body, and the one of which place. */
  who: Line,
  /** The most important one first; empty where the law sets none. */
  deadlines: z.prefault(z.array(DeadlineSchema).check(z.maxLength(3)), []),
  /** What this way needs beside what every way needs. */
  bring: z.prefault(z.array(Line).check(z.maxLength(4)), []),
  /** What it costs, where the law says so. */
  cost: z.optional(Line),
  /** What happens after that, and what to do when it doesn't help. */
  next: z.array(Line).check(z.minLength(1), z.maxLength(4)),
})
export type Way = z.output<typeof WaySchema>

/** A situation as its file in `content/remedies/` states it; the file's name is its id. */
export const RemedyFileSchema = z.extend(PageMetaSchema, {
  group: RemedyGroupSchema,
  /** Place in its group, each number once. */
  order: z.int().check(z.gte(1)),
  /** What to do today, before anything else. */
  today: z.array(z.string().check(z.minLength(6), z.maxLength(80))).check(z.minLength(2), z.maxLength(4)),
  /** What every way needs. */
  bring: z.array(z.string().check(z.minLength(2), z.maxLength(60))).check(z.minLength(1), z.maxLength(7)),
  /** In the order in which to try them. */
  ways: z.array(WaySchema).check(z.minLength(1), z.maxLength(6)),
  /** What people get wrong here. */
  cautions: z.prefault(z.array(Line).check(z.maxLength(4)), []),
  /** What to read next: pages of this site, such as `explainers/unpaid-wages`. */
  pages: z.array(z.string()),
  /** Ids of `content/glossary.yaml`. */
  terms: z.prefault(z.array(z.string()), []),
})

/** A situation with its id. */
export interface Remedy extends z.output<typeof RemedyFileSchema>, Published {
  readonly id: string
}

/**
 * Anchor of a way out on the page of its situation.
 *
 * @param number which way it is, from 1
 */
export function wayAnchor(number: number): string {
  return `way-${number}`
}
