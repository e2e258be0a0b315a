import * as z from 'zod/mini'
import { formatChineseNumber } from './chinese-number.ts'
import { PageMetaSchema } from './explainer.ts'
import type { Published } from './publication.ts'

/**
 * Guiding cases (典型案例), published in numbered batches: administrative organs teach the law by publishing and explaining
 * typical cases (法治宣传教育法 第十八条). Facts are invented, the law is real.
 */

/** One case of a batch. Every text may have citations. */
export const GuidingCaseSchema = z.strictObject({
  /** Its place in the batch, from 1. */
  number: z.int().check(z.gte(1), z.lte(20)),
  /** At most 30 characters: who against whom about what. */
  title: z.string().check(z.minLength(4), z.maxLength(30)),
  /** Ids from `content/topics.yaml`. */
  topics: z.array(z.string()).check(z.minLength(1)),
  /** Words that people search for and the text may not have. */
  keywords: z.array(z.string().check(z.minLength(2), z.maxLength(20))).check(z.minLength(2), z.maxLength(12)),
  /** 案情: what happened, a paragraph each. */
  facts: z.array(z.string().check(z.minLength(20), z.maxLength(300))).check(z.minLength(1), z.maxLength(4)),
  /** 争议焦点: at most 80 characters; shown where the case is found. */
  question: z.string().check(z.minLength(8), z.maxLength(80)),
  /** 处理结果: who decided what. */
  result: z.string().check(z.minLength(10), z.maxLength(300)),
  /** 为什么这样处理: the steps from the articles to the result, a paragraph each. */
  reasoning: z.array(z.string().check(z.minLength(20), z.maxLength(300))).check(z.minLength(1), z.maxLength(5)),
  /** 要旨: what to take from it for the next case, at most 120 characters. */
  point: z.string().check(z.minLength(10), z.maxLength(120)),
})
export type GuidingCase = z.output<typeof GuidingCaseSchema>

/** A batch as its file `content/cases/<year>-<batch>.yaml` states it. */
export const CaseBatchFileSchema = z.extend(z.omit(PageMetaSchema, { topics: true, keywords: true }), {
  /** Number of the batch, counted on from 1 through all years. */
  batch: z.int().check(z.gte(1), z.lte(999)),
  /** Department that publishes it; a fictional one says 示例. */
  issuer: z.string().check(z.minLength(2)),
  cases: z.array(GuidingCaseSchema).check(z.minLength(1), z.maxLength(20)),
})

/** A batch with its id, the file's name. */
export interface CaseBatch extends z.output<typeof CaseBatchFileSchema>, Published {
  readonly id: string
}

/** @example batchLabel(3) // '第三批' */
export function batchLabel(batch: number): string {
  return `第${formatChineseNumber(batch)}批`
}

/** Anchor of a case on the page of its batch. */
export function caseAnchor(number: number): string {
  return `case-${number}`
}
