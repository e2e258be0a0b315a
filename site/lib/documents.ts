import { CLEAN_UP_OUTCOMES, type CleanUp, type CleanUpOutcome } from '../../content/domain/clean-up.ts'
import type { IsoDate } from '../../content/domain/dates.ts'
import {
  DOCUMENT_STATUSES,
  type DocumentStatus,
  documentStatus,
  type NormativeDocument,
  statusChanges,
} from '../../content/domain/document.ts'
import type { Topic } from '../../content/domain/topic.ts'
import { afterWorkingDays, UncoveredDayError } from '../../content/domain/working-days.ts'
import { readWorkCalendar } from '../../content/source/work-calendar.ts'
import { buildDay, content } from './content.ts'
import { documents } from './pages.ts'

/** 有效性 as a part of class names, of addresses and of texts; one word with that of a law where they mean the same. */
export const STATUS_KEYS: Readonly<Record<DocumentStatus, string>> = {
  有效: 'in-force',
  已修改: 'amended',
  尚未施行: 'not-yet-in-force',
  失效: 'expired',
  废止: 'repealed',
}

/** A status that a document has or will have, with its half-open span of days; an empty text leaves a side open. */
export interface StatusPhase {
  readonly status: DocumentStatus
  readonly from: string
  readonly to: string
}

/** The status of a document on a day and every later one, so that a page can show that of the day on which it is viewed. */
export function statusPhases(document: NormativeDocument, day: IsoDate = buildDay): StatusPhase[] {
  const changes = [{ from: '', status: documentStatus(document, day) }, ...statusChanges(document, day)]
  return changes.map(({ from, status }, index) => ({ status, from, to: changes[index + 1]?.from ?? '' }))
}

/** All documents, those published last first. */
export const listedDocuments: readonly NormativeDocument[] = documents.toSorted(
  (a, b) => b.publishedOn.localeCompare(a.publishedOn) || a.id.localeCompare(b.id),
)

/** The statuses that any document has or will have, in the order of lists. */
export const documentStatuses: readonly DocumentStatus[] = DOCUMENT_STATUSES.filter((status) =>
  documents.some((document) => statusPhases(document).some((phase) => phase.status === status)),
)

/** The years in which documents were published, the newest first. */
export const documentYears: readonly string[] = [
  ...new Set(listedDocuments.map(({ publishedOn }) => publishedOn.slice(0, 4))),
]

/** The offices that drafted documents, by name. */
export const documentOffices: readonly string[] = [...new Set(documents.map(({ drafter }) => drafter))].toSorted(
  new Intl.Collator('zh-CN').compare,
)

/** The topics that have a document. */
export const documentTopics: readonly Topic[] = content.topics.filter(({ id }) =>
  documents.some(({ topics }) => topics.includes(id)),
)

/**
 * A 文号 in a form that sorts by organ, year and number.
 *
 * @example numberKey('明人社发〔2026〕3号') // '明人社发〔2026〕00003号'
 */
export function numberKey(documentNumber: string): string {
  return documentNumber.replace(/\d+(?=号$)/, (number) => number.padStart(5, '0'))
}

/** The documents that an explainer is the counterpart of (政策解读 ↔ 文件), the newest first. */
export function documentsOf(explainer: string): readonly NormativeDocument[] {
  return listedDocuments.filter((document) => document.explainer === explainer)
}

/** The document with an id, or none. */
export function documentNamed(id: string | undefined): NormativeDocument | undefined {
  return documents.find((document) => document.id === id)
}

/** The documents that a document amended or repealed. */
export function changedByDocument(id: string): readonly NormativeDocument[] {
  return documents.filter((document) => document.changedBy === id)
}

/** The clean-up rounds, the newest first. */
export const cleanUps: readonly CleanUp[] = content.cleanUps.map(({ value }) => value).toReversed()

/** What the newest round that reviewed a document says of it; none when no round did. */
export function cleanUpOf(id: string): { readonly cleanUp: CleanUp; readonly outcome: CleanUpOutcome } | undefined {
  for (const cleanUp of cleanUps) {
    const outcome = CLEAN_UP_OUTCOMES.find((own) => cleanUp[own].some(({ document }) => document === id))
    if (outcome !== undefined) return { cleanUp, outcome }
  }
  return undefined
}

const calendar = readWorkCalendar()

/** The last day on which the explainer of a document is in time; none where the calendar doesn't reach so far. */
export function explainerDueOn({ publishedOn }: NormativeDocument): IsoDate | undefined {
  try {
    return afterWorkingDays(calendar, publishedOn, content.clocks.value.clocks.explainer.workingDays)
  } catch (error) {
    if (error instanceof UncoveredDayError) return undefined
    throw error
  }
}
