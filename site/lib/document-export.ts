import { addDays } from '../../content/domain/calendar.ts'
import type { IsoDate } from '../../content/domain/dates.ts'
import { documentStatus, type NormativeDocument, shownNumber } from '../../content/domain/document.ts'
import { content } from './content.ts'
import { cleanUpOf, documentNamed } from './documents.ts'
import { createI18n } from './i18n.ts'
import { CONTENT_LANGUAGE } from './locale.ts'
import { pagePath } from './pages.ts'
import { type Column, dayCell, lines, tableCsv, tableXlsx } from './table-export.ts'

/**
 * The register of documents as CSV and XLSX. One for all languages, because the content has one language. The header of the
 * status names its day.
 */

function columnsOf(day: IsoDate, site: URL): Column<NormativeDocument>[] {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const column = (
    key: string,
    width: number,
    cell: Column<NormativeDocument>['cell'],
    name = `documents:${key}`,
  ): Column<NormativeDocument> => ({ header: t(name, { day }), width, cell })
  const topicName = (id: string) => content.topics.find((topic) => topic.id === id)?.name ?? id
  const address = (kind: 'document' | 'explainer', id: string) => new URL(pagePath(kind, id), site).href
  return [
    column('number', 6, (_, index) => index + 1, 'documents:export.number'),
    column('indexNumber', 16, ({ indexNumber }) => indexNumber),
    column('documentNumber', 24, (document) => shownNumber(document)),
    column('documentTitle', 48, ({ title }) => title),
    column('issuer', 24, ({ issuer }) => issuer),
    column('office', 28, ({ drafter }) => drafter),
    column('topics', 16, ({ topics }) => lines(topics.map(topicName))),
    column('disclosure', 12, ({ disclosure }) => disclosure),
    column('writtenOn', 13, ({ writtenOn }) => dayCell(writtenOn)),
    column('publishedOn', 13, ({ publishedOn }) => dayCell(publishedOn)),
    column('effectiveFrom', 13, ({ effectiveFrom }) => dayCell(effectiveFrom)),
    column('validUntil', 13, ({ expiresOn }) => dayCell(expiresOn === undefined ? undefined : addDays(expiresOn, -1))),
    column('withoutExpiry', 36, ({ withoutExpiry }) => withoutExpiry ?? null, 'documents:export.withoutExpiry'),
    column('amendedOn', 13, ({ amendedOn }) => dayCell(amendedOn)),
    column('repealedOn', 13, ({ repealedOn }) => dayCell(repealedOn)),
    column('changedBy', 36, ({ changedBy }) => documentNamed(changedBy)?.title ?? null, 'documents:export.changedBy'),
    column('status', 16, (document) => documentStatus(document, day), 'documents:export.status'),
    column('cleanUp', 24, ({ id }) => {
      const found = cleanUpOf(id)
      return found === undefined ? null : cleanUpText(t, found)
    }),
    column('explainer', 48, ({ explainer }) => (explainer === undefined ? null : address('explainer', explainer))),
    column('explainedOn', 13, ({ explainedOn }) => dayCell(explainedOn)),
    column('address', 48, ({ id }) => address('document', id), 'documents:export.address'),
  ]
}

function cleanUpText(t: ReturnType<typeof createI18n>['t'], found: NonNullable<ReturnType<typeof cleanUpOf>>): string {
  return t('documents:cleanUpResult', {
    year: found.cleanUp.year,
    outcome: t(`documents:outcome.${found.outcome}`),
  })
}

/**
 * The register as CSV.
 *
 * @param day the day whose status is stated
 * @param site address of the site, for links
 */
export function documentCsv(documents: readonly NormativeDocument[], day: IsoDate, site: URL): string {
  return tableCsv(columnsOf(day, site), documents)
}

/** The register as XLSX, with the same columns as the CSV. */
export function documentXlsx(
  documents: readonly NormativeDocument[],
  day: IsoDate,
  site: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = createI18n(CONTENT_LANGUAGE)
  return tableXlsx(t('documents:export.sheet', { day }), columnsOf(day, site), documents)
}
