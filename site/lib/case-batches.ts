import { batchLabel, type CaseBatch } from '../../content/domain/case-batch.ts'
import { content } from './content.ts'

/** Batches of guiding cases, the oldest first. */
export const caseBatches: readonly CaseBatch[] = content.caseBatches.map(({ value }) => value)

/** Number and title of a batch, as its page and lists name it; content, and so Chinese. */
export function batchTitle({ batch, title }: CaseBatch): string {
  return `${batchLabel(batch)}：${title}`
}

/** The batches as pages of a column, titled with their number. */
export const caseBatchPages = caseBatches.map((batch) => ({ ...batch, title: batchTitle(batch) }))

/** What people search for to find one of the cases, each word once. */
export function batchKeywords({ cases }: CaseBatch): string[] {
  return [...new Set(cases.flatMap(({ keywords }) => keywords))]
}
