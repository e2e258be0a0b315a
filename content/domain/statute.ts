import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { ArticleNumberSchema, LawLevelSchema } from './law.ts'

/**
 * Official text of a law, as a deployment imports it (`npm run laws:import`) into `.data/laws/`. It is data of the deployment and
 * never part of this repository; what we say of an article ourselves is a `LawVersion` with gists.
 *
 * The divisions follow 立法法 (2023) art. 65: 编, 章, 节, 条, 款, 项, 目.
 */

/** A paragraph (款) of an article: its text, and the items (项) listed under it. */
export const StatuteParagraphSchema = z.strictObject({
  text: z.string(),
  /** With their numbers: `（一）…`. Sub-items (目) stand in the item's text, a line each. */
  items: z.optional(z.array(z.string()).check(z.minLength(1))),
})
export type StatuteParagraph = z.output<typeof StatuteParagraphSchema>

/** An article (条) of an imported text. */
export const StatuteArticleSchema = z.strictObject({
  number: ArticleNumberSchema,
  /** Headings of the part, chapter and section that it stands in, outermost first: `第四章 劳动合同的解除和终止`. */
  path: z.array(z.string()),
  paragraphs: z.array(StatuteParagraphSchema).check(z.minLength(1)),
})
export type StatuteArticle = z.output<typeof StatuteArticleSchema>

/** What a text says of how it came about. */
export const StatuteEventSchema = z.strictObject({
  date: IsoDateSchema,
  /** As written: `2012年12月28日第十一届全国人民代表大会常务委员会第三十次会议修正`. */
  event: z.string(),
})
export type StatuteEvent = z.output<typeof StatuteEventSchema>

/** Status as the source states it. A hint for the reader of an import; what is in force is computed from the dates. */
export const StatedStatusSchema = z.enum(['现行有效', '已被修改', '废止或失效', '尚未施行'])
export type StatedStatus = z.output<typeof StatedStatusSchema>

/** One imported text of a law: the contents of `.data/laws/<lawId>/<key>.json`. */
export const StatuteTextSchema = z.strictObject({
  /** Id of the law, part of its address: that of its file in `content/laws/`, or else made from its name. */
  lawId: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** Full official title: 中华人民共和国劳动合同法. */
  title: z.string(),
  /** Name used in citations, without 中华人民共和国. */
  name: z.string(),
  level: LawLevelSchema,
  issuer: z.optional(z.string()),
  adoptedOn: z.optional(IsoDateSchema),
  publishedOn: z.optional(IsoDateSchema),
  /** First day in force. Absent for an undated text, which is never taken to be in force. */
  effectiveFrom: z.optional(IsoDateSchema),
  /** First day on which the law is no longer in force, where the source says so. */
  repealedOn: z.optional(IsoDateSchema),
  statedStatus: z.optional(StatedStatusSchema),
  history: z.array(StatuteEventSchema),
  /** Lines before the first article that aren't title, history or table of contents. */
  preamble: z.array(z.string()),
  /** In the order of the text. */
  articles: z.array(StatuteArticleSchema).check(z.minLength(1)),
  /** What stands after the last article: tables, forms, decisions. */
  annexes: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()) })),
})
export type StatuteText = z.output<typeof StatuteTextSchema>

/**
 * Key of a text among the versions of its law, part of its address: the day it takes effect, or for an undated text the day
 * of its publication or adoption.
 *
 * @example statuteKey({ effectiveFrom: '2018-12-29' }) // '2018-12-29'
 * @example statuteKey({ publishedOn: '2010-12-20' }) // 'published-2010-12-20'
 */
export function statuteKey({
  effectiveFrom,
  publishedOn,
  adoptedOn,
}: Pick<StatuteText, 'effectiveFrom' | 'publishedOn' | 'adoptedOn'>): string {
  if (effectiveFrom !== undefined) return effectiveFrom
  if (publishedOn !== undefined) return `published-${publishedOn}`
  return adoptedOn === undefined ? 'undated' : `adopted-${adoptedOn}`
}
