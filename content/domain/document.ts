import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from './dates.ts'

/**
 * Normative documents of a department with their disclosure metadata.
 *
 * Fields follow the disclosure metadata of government sites: 索引号, 文号, 发布机构, 成文/发布/施行/废止日期, 公开方式, 有效性.
 */
export const NormativeDocumentSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  title: z.string().check(z.minLength(4)),
  /** 索引号: unique, permanent, at most 20 characters. */
  indexNumber: z.string().check(z.minLength(4), z.maxLength(20)),
  /** 文号, such as 明人社发〔2026〕3号. */
  documentNumber: z.string().check(z.regex(/^.+〔\d{4}〕\d+号$/)),
  issuer: z.string(),
  writtenOn: IsoDateSchema,
  publishedOn: IsoDateSchema,
  effectiveFrom: IsoDateSchema,
  /** First day on which it is no longer in force by its own terms. */
  expiresOn: z.optional(IsoDateSchema),
  repealedOn: z.optional(IsoDateSchema),
  amended: z.prefault(z.boolean(), false),
  disclosure: z.enum(['主动公开', '依申请公开', '不予公开']),
  /** Invented for the demonstration; shown as such. */
  fictional: z.boolean(),
  /** Id of the explainer that belongs to it. */
  explainer: z.optional(z.string()),
})
export type NormativeDocument = z.output<typeof NormativeDocumentSchema>

/** 有效性 as shown to readers. */
export type DocumentStatus = '有效' | '已修改' | '失效' | '废止' | '尚未施行'

/** Status of a document on a day; a repeal weighs more than the end of its term. */
export function documentStatus(
  document: Pick<NormativeDocument, 'effectiveFrom' | 'expiresOn' | 'repealedOn' | 'amended'>,
  day: IsoDate,
): DocumentStatus {
  if (document.repealedOn !== undefined && day >= document.repealedOn) return '废止'
  if (document.expiresOn !== undefined && day >= document.expiresOn) return '失效'
  if (day < document.effectiveFrom) return '尚未施行'
  return document.amended ? '已修改' : '有效'
}
