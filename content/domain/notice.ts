import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from './dates.ts'
import { DocumentNumberSchema } from './document.ts'

/**
 * The ledger of legal-publicity notices (普法提示单).
 *
 * 法治宣传教育法 第五十七条: a judicial-administration department (司法行政部门) at county level or above that finds that a
 * department or unit of its level does not do its duty of legal publicity sends it a notice in time; whoever gets one
 * improves in time and reports back. The article sets no number of days, no form and no publication, and it doesn't
 * speak of notices to businesses: a deadline here is the one that the notice itself asks for, and what a department
 * writes to an employer is a reminder (`reminder`), which has neither the basis nor the consequences (第五十九条) of a
 * notice.
 */

/** `statutory`: a notice under 第五十七条. `reminder`: what a department writes to a unit that it supervises. */
export const NoticeKindSchema = z.enum(['statutory', 'reminder'])
export type NoticeKind = z.output<typeof NoticeKindSchema>

/** The addressee's answer, as published. */
export const NoticeReplySchema = z.strictObject({
  /** Day on which the issuer got it. */
  repliedOn: IsoDateSchema,
  /** What was done, in two or three sentences. */
  text: z.string().check(z.minLength(10), z.maxLength(300)),
  publishedOn: IsoDateSchema,
})

/** One entry of the ledger. */
export const NoticeSchema = z.strictObject({
  /** Year and number in the ledger, `2026-03`; part of its address `/notices/#notice-2026-03`. */
  id: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  kind: NoticeKindSchema,
  /** 文号, such as 明司提〔2026〕3号. */
  number: DocumentNumberSchema,
  /** At most 30 characters: what it is about. */
  title: z.string().check(z.minLength(4), z.maxLength(30)),
  issuer: z.string().check(z.minLength(2)),
  addressee: z.string().check(z.minLength(2)),
  /** The day whose law its citations mean. */
  issuedOn: IsoDateSchema,
  publishedOn: IsoDateSchema,
  /** What was found. */
  matter: z.string().check(z.minLength(10), z.maxLength(200)),
  /** Citations of the articles concerned. */
  basis: z.array(z.string()).check(z.minLength(1)),
  /** What the addressee is asked to do, each a sentence. */
  actions: z.array(z.string().check(z.minLength(4), z.maxLength(100))).check(z.minLength(1)),
  /** Last day on which a reply counts as in time; asked for by the notice, not by the law. */
  replyBy: IsoDateSchema,
  reply: z.optional(NoticeReplySchema),
})
export type Notice = z.output<typeof NoticeSchema>

/** The ledger of a year, `content/notices/<year>.yaml`, in the order in which the notices were issued. */
export const NoticeListSchema = z.strictObject({
  year: z.int().check(z.gte(2016), z.lte(2100)),
  /** Department that keeps the ledger; a fictional one says 示例. */
  owner: z.string(),
  notices: z.array(NoticeSchema).check(z.minLength(1)),
})
export type NoticeList = z.output<typeof NoticeListSchema>

const KIND_NAMES: Readonly<Record<NoticeKind, string>> = { statutory: '普法提示', reminder: '普法提醒' }

/** Title of a notice away from the ledger: 普法提示：宣传材料有过时的内容. */
export function noticeTitle({ kind, title }: Pick<Notice, 'kind' | 'title'>): string {
  return `${KIND_NAMES[kind]}：${title}`
}

/** Where a notice stands, in the order of lists. */
export const NOTICE_STATUSES = ['overdue', 'open', 'replied', 'replied-late'] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]

/** Computes where a notice stands on a day. A reply is late from the day after `replyBy`. */
export function noticeStatus(notice: Pick<Notice, 'replyBy' | 'reply'>, today: IsoDate): NoticeStatus {
  if (notice.reply !== undefined) return notice.reply.repliedOn <= notice.replyBy ? 'replied' : 'replied-late'
  return today > notice.replyBy ? 'overdue' : 'open'
}

/** Day of the last change of an entry as readers see it. */
export function noticeChangedOn({ publishedOn, reply }: Pick<Notice, 'publishedOn' | 'reply'>): IsoDate {
  return reply?.publishedOn ?? publishedOn
}

/** Anchor of a notice on the page of the ledger. */
export function noticeAnchor(id: string): string {
  return `notice-${id}`
}
