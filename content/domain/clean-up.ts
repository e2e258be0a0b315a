import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { DocumentNumberSchema } from './document.ts'
import { PublicationFields, type Published } from './publication.ts'

/**
 * Clean-up rounds (规范性文件清理): from time to time a department goes through all its normative documents and says of each whether
 * it stays in force (继续有效), is declared to have lost force (宣布失效) or is repealed (宣布废止).
 *
 * A round is about everything that the round before kept and everything published since, so nothing drops out unseen; and
 * what it says balances: kept + expired + repealed = reviewed.
 */

/** What a round says of a document, in the order of lists. */
export const CLEAN_UP_OUTCOMES = ['kept', 'expired', 'repealed'] as const
export type CleanUpOutcome = (typeof CLEAN_UP_OUTCOMES)[number]

/** A document that was reviewed: one of this site by `document`, any other by `number` and `title`. */
export const ReviewedDocumentSchema = z.strictObject({
  /** Id of a document of this site (`content/documents/`). */
  document: z.optional(z.string()),
  /** 文号 of a document that isn't on this site. */
  number: z.optional(DocumentNumberSchema),
  /** Title of a document that isn't on this site. */
  title: z.optional(z.string().check(z.minLength(4), z.maxLength(60))),
  /** Why, or what is to be done with it. */
  note: z.optional(z.string().check(z.minLength(4), z.maxLength(60))),
})
export type ReviewedDocument = z.output<typeof ReviewedDocumentSchema>

const CountSchema = z.int().check(z.gte(0))

/** One round, `content/clean-ups/<year>.yaml`. */
export const CleanUpFileSchema = z.strictObject({
  year: z.int().check(z.gte(2016), z.lte(2100)),
  /** At most 40 characters; a fictional department's ends with （示例）. */
  title: z.string().check(z.minLength(4), z.maxLength(40)),
  /** Department that reviewed its documents; a fictional one says 示例. */
  owner: z.string().check(z.minLength(2)),
  /** Documents published until then, this day included, were reviewed. */
  asOf: IsoDateSchema,
  ...PublicationFields,
  /** The figures as announced. */
  totals: z.strictObject({
    reviewed: CountSchema,
    kept: CountSchema,
    expired: CountSchema,
    repealed: CountSchema,
  }),
  /** 继续有效. */
  kept: z.array(ReviewedDocumentSchema),
  /** 宣布失效: its term or its task had ended. */
  expired: z.array(ReviewedDocumentSchema),
  /** 宣布废止. */
  repealed: z.array(ReviewedDocumentSchema),
})

/** A round with its id, the name of its file. */
export interface CleanUp extends z.output<typeof CleanUpFileSchema>, Published {
  readonly id: string
}

/** Anchor of a round on the page of all rounds. */
export function cleanUpAnchor({ year }: Pick<CleanUp, 'year'>): string {
  return `round-${year}`
}
