import type { IsoDate } from '../../content/domain/dates.ts'
import {
  type Responsibility,
  type ResponsibilityList,
  responsibilityStatus,
} from '../../content/domain/responsibility.ts'
import { content } from './content.ts'
import { createI18n } from './i18n.ts'
import { CONTENT_LANGUAGE } from './locale.ts'
import { evidenceEntry, evidenceOf } from './responsibilities.ts'
import { type Column, dayCell, lines, tableCsv, tableXlsx } from './table-export.ts'

/**
 * A year's list as CSV and XLSX. One for all languages, because the content has one language. The header of the status names
 * its day.
 */

function columnsOf(year: number, day: IsoDate, site: URL): Column<Responsibility>[] {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const column = (key: string, width: number, cell: Column<Responsibility>['cell']): Column<Responsibility> => ({
    header: t(`responsibilities:export.${key}`, { day }),
    width,
    cell,
  })
  const lawName = (id: string) => content.laws.find(({ value }) => value.id === id)?.value.name ?? id
  const evidence = (text: string) => {
    const entry = evidenceEntry(text)
    return entry.path === undefined ? entry.text : `${entry.text} ${new URL(entry.path, site).href}`
  }
  return [
    column('number', 6, (_, index) => index + 1),
    column('id', 24, ({ id }) => id),
    column('laws', 28, ({ laws }) => lines(laws.map((id) => `《${lawName(id)}》`))),
    column('lead', 24, ({ lead }) => lead),
    column('cooperating', 24, ({ cooperating }) => lines(cooperating)),
    column('audience', 24, ({ audience }) => lines(audience)),
    column('measures', 48, ({ measures }) => lines(measures)),
    column('dueOn', 13, ({ dueOn }) => dayCell(dueOn)),
    column('doneOn', 13, ({ doneOn }) => dayCell(doneOn)),
    column('status', 16, (row) => t(`responsibilities:status.${responsibilityStatus(row, day)}`)),
    column('evidence', 48, (row) => lines(evidenceOf(year, row).map(evidence))),
    column('note', 36, ({ note }) => note ?? null),
    column('continues', 24, ({ continues }) => continues ?? null),
    column('addedOn', 13, ({ addedOn }) => dayCell(addedOn)),
  ]
}

/**
 * The list as CSV.
 *
 * @param day the day whose status is stated
 * @param site address of the site, for links to evidence
 */
export function responsibilityCsv(list: ResponsibilityList, day: IsoDate, site: URL): string {
  return tableCsv(columnsOf(list.year, day, site), list.rows)
}

/** The list as XLSX, with the same columns as the CSV. */
export function responsibilityXlsx(
  list: ResponsibilityList,
  day: IsoDate,
  site: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const sheet = t('responsibilities:export.sheet', { year: list.year, day })
  return tableXlsx(sheet, columnsOf(list.year, day, site), list.rows)
}
