import type { IsoDate } from '../../content/domain/dates.ts'
import {
  type Responsibility,
  type ResponsibilityList,
  responsibilityStatus,
} from '../../content/domain/responsibility.ts'
import { content } from './content.ts'
import { csvText } from './csv.ts'
import { createI18n } from './i18n.ts'
import { CONTENT_LANGUAGE } from './locale.ts'
import { evidenceEntry, evidenceOf } from './responsibilities.ts'
import { type SheetCell, type SheetColumn, xlsxFile } from './xlsx.ts'

/**
 * A year's list as CSV and XLSX, for people who go on working with it. One for all languages, because the content has one
 * language. The header of the status names its day.
 */

interface Column extends SheetColumn {
  readonly cell: (row: Responsibility, index: number) => SheetCell
}

const lines = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join('\n'))
const dayCell = (day: IsoDate | undefined) => (day === undefined ? null : { day })

function columnsOf(year: number, day: IsoDate, site: URL): Column[] {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const column = (key: string, width: number, cell: Column['cell']): Column => ({
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

function csvCell(cell: SheetCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.day : String(cell)
}

/**
 * The list as CSV; several values of a cell stand on lines of their own, days as `2026-03-31`.
 *
 * @param day the day whose status is stated
 * @param site address of the site, for links to evidence
 */
export function responsibilityCsv(list: ResponsibilityList, day: IsoDate, site: URL): string {
  const columns = columnsOf(list.year, day, site)
  return csvText([
    columns.map(({ header }) => header),
    ...list.rows.map((row, index) => columns.map(({ cell }) => csvCell(cell(row, index)))),
  ])
}

/** The list as XLSX, with the same columns as the CSV. */
export function responsibilityXlsx(
  list: ResponsibilityList,
  day: IsoDate,
  site: URL,
): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const columns = columnsOf(list.year, day, site)
  return xlsxFile(
    t('responsibilities:export.sheet', { year: list.year, day }),
    columns,
    list.rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
  )
}
