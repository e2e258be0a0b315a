import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from './dates.ts'
import { PageMetaSchema } from './explainer.ts'
import type { Published } from './publication.ts'

/**
 * Normative documents of a department (政策文件) with their disclosure metadata, told in plain words.
 *
 * The metadata are those that government sites show beside a document: 索引号, 文号, 发布机构, 成文/发布/施行/失效/废止日期,
 * 公开方式, 有效性. A department must publish its normative documents of its own accord (政府信息公开条例 第二十条).
 */

/** What stands in brackets in the title and beside the number of a document that was invented for the demonstration. */
export const FICTIONAL_MARK = '（示例）'

/** 文号: 发文机关代字, year in 〔〕, number without zeros before it; such as 明人社发〔2026〕3号. */
export const DocumentNumberSchema = z.string().check(z.regex(/^.+〔\d{4}〕\d+号$/))

/** Front matter of `content/documents/*.md`. The day of `publishAt` is the 发布日期; `title` may be longer than that of other pages. */
export const DocumentFrontMatterSchema = z.extend(PageMetaSchema, {
  /** At most 50 characters, the mark （示例） of a fictional document included. */
  title: z.string().check(z.minLength(4), z.maxLength(50)),
  /** 索引号: unique, permanent, at most 20 characters. */
  indexNumber: z.string().check(z.minLength(4), z.maxLength(20)),
  /** 文号, such as 明人社发〔2026〕3号. */
  documentNumber: DocumentNumberSchema,
  issuer: z.string().check(z.minLength(2)),
  /** 成文日期. */
  writtenOn: IsoDateSchema,
  /** 施行日期: first day in force. */
  effectiveFrom: IsoDateSchema,
  /** 失效日期: first day on which it is no longer in force by its own terms, the day after its validity period (有效期). */
  expiresOn: z.optional(IsoDateSchema),
  /** Why it has no validity period; obligatory where `expiresOn` is missing, and only there. */
  withoutExpiry: z.optional(z.string().check(z.minLength(6), z.maxLength(60))),
  /** First day on which an amendment of its text is in force; the page then tells the amended text. */
  amendedOn: z.optional(IsoDateSchema),
  /** 废止日期: first day on which it is repealed. */
  repealedOn: z.optional(IsoDateSchema),
  /** Id of the document that amended or repealed it. */
  changedBy: z.optional(z.string()),
  disclosure: z.enum(['主动公开', '依申请公开', '不予公开']),
  /** Invented for the demonstration; title, issuer and page say so. */
  fictional: z.boolean(),
  /** Citations of the articles that the document rests on, such as 《保障农民工工资支付条例》第三十四条. */
  basis: z.array(z.string()).check(z.minLength(1)),
  /** 政策解读: id of the explainer that is its counterpart. Without it and `withoutExplainer`, the explainer is still to come. */
  explainer: z.optional(z.string()),
  /** Day on which its explainer was first published, where the page that stands here now is a later one. */
  explainedOn: z.optional(IsoDateSchema),
  /** Why it has no explainer; never beside `explainer`. */
  withoutExplainer: z.optional(z.string().check(z.minLength(8), z.maxLength(80))),
})

/** The headings that a document's body has, all of them, in this order. */
export const DOCUMENT_HEADINGS = ['这份文件定了什么', '跟谁有关', '我们怎么落实', '政策问答'] as const

/** A document: front matter, id (file name) and Markdown body. */
export interface NormativeDocument extends z.output<typeof DocumentFrontMatterSchema>, Published {
  readonly id: string
  readonly body: string
}

/** 有效性 as shown to readers, in the order of lists. */
export const DOCUMENT_STATUSES = ['有效', '已修改', '尚未施行', '失效', '废止'] as const
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

type DatedDocument = Pick<NormativeDocument, 'effectiveFrom' | 'expiresOn' | 'amendedOn' | 'repealedOn'>

/**
 * Status of a document on a day; a repeal weighs more than the end of its term, and that more than an amendment.
 *
 * @example documentStatus({ effectiveFrom: '2026-03-01', repealedOn: '2028-06-01' }, '2028-06-01') // '废止'
 */
export function documentStatus(document: DatedDocument, day: IsoDate): DocumentStatus {
  const reached = (from: IsoDate | undefined) => from !== undefined && day >= from
  if (reached(document.repealedOn)) return '废止'
  if (reached(document.expiresOn)) return '失效'
  if (!reached(document.effectiveFrom)) return '尚未施行'
  return reached(document.amendedOn) ? '已修改' : '有效'
}

/**
 * What the status becomes after a day, from which day on, the earliest first. With it a page shows the status of the day on
 * which it is viewed.
 *
 * @example statusChanges({ effectiveFrom: '2027-01-01' }, '2026-11-23') // [{ from: '2027-01-01', status: '有效' }]
 */
export function statusChanges(document: DatedDocument, day: IsoDate): { from: IsoDate; status: DocumentStatus }[] {
  const { effectiveFrom, amendedOn, expiresOn, repealedOn } = document
  const days = [effectiveFrom, amendedOn, expiresOn, repealedOn].flatMap((own) =>
    own !== undefined && own > day ? [own] : [],
  )
  const changes: { from: IsoDate; status: DocumentStatus }[] = []
  let before = documentStatus(document, day)
  for (const from of [...new Set(days)].toSorted()) {
    const status = documentStatus(document, from)
    if (status !== before) changes.push({ from, status })
    before = status
  }
  return changes
}

/** The number as readers see it: that of a fictional document with the mark, 明人社发〔2026〕3号（示例）. */
export function shownNumber({
  documentNumber,
  fictional,
}: Pick<NormativeDocument, 'documentNumber' | 'fictional'>): string {
  return fictional ? `${documentNumber}${FICTIONAL_MARK}` : documentNumber
}
