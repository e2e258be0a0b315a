import { type DocumentStatus, documentStatus, type NormativeDocument } from '../../content/domain/document.ts'
import type { Topic } from '../../content/domain/topic.ts'
import { buildDay, content } from './content.ts'
import { documents } from './pages.ts'

/** 有效性 as a part of class names and ids; one word with that of a law where they mean the same. */
export const STATUS_KEYS: Readonly<Record<DocumentStatus, string>> = {
  有效: 'in-force',
  已修改: 'amended',
  尚未施行: 'not-yet-in-force',
  失效: 'expired',
  废止: 'repealed',
}

/** A document with its status on the day of the build. */
export interface ListedDocument {
  readonly document: NormativeDocument
  readonly status: DocumentStatus
}

const listed: readonly ListedDocument[] = documents
  .map((document) => ({ document, status: documentStatus(document, buildDay) }))
  .toSorted((a, b) => b.document.publishedOn.localeCompare(a.document.publishedOn))

/** All documents by the year of publication, the newest first. */
export const documentsByYear: readonly (readonly [year: string, documents: readonly ListedDocument[]])[] = [
  ...Map.groupBy(listed, ({ document }) => document.publishedOn.slice(0, 4)),
]

/** The topics that have a document, with those documents. */
export const documentsByTopic: readonly { readonly topic: Topic; readonly documents: readonly ListedDocument[] }[] =
  content.topics.flatMap((topic) => {
    const own = listed.filter(({ document }) => document.topics.includes(topic.id))
    return own.length === 0 ? [] : [{ topic, documents: own }]
  })

/** How many documents have a status on the day of the build. */
export function countDocuments(status: DocumentStatus): number {
  return listed.filter((own) => own.status === status).length
}

/** The documents that an explainer is the counterpart of (政策解读 ↔ 文件), the newest first. */
export function documentsOf(explainer: string): readonly ListedDocument[] {
  return listed.filter(({ document }) => document.explainer === explainer)
}

/** The document with an id, or none. */
export function documentNamed(id: string | undefined): NormativeDocument | undefined {
  return documents.find((document) => document.id === id)
}

/** The documents that a document amended or repealed. */
export function changedByDocument(id: string): readonly NormativeDocument[] {
  return documents.filter((document) => document.changedBy === id)
}
