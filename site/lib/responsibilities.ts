import { activitiesFor, activityLine } from '../../content/domain/activity.ts'
import type { IsoDate } from '../../content/domain/dates.ts'
import {
  RESPONSIBILITY_STATUSES,
  type Responsibility,
  type ResponsibilityList,
  type ResponsibilityStatus,
  responsibilityStatus,
} from '../../content/domain/responsibility.ts'
import { content } from './content.ts'
import { namedPage } from './named-pages.ts'

/** The lists of all years, the newest first. */
export const responsibilityLists: readonly ResponsibilityList[] = content.responsibilities.map(({ value }) => value)

/** The list of a year; none when there isn't one. */
export function listOf(year: number): ResponsibilityList | undefined {
  return responsibilityLists.find((list) => list.year === year)
}

/** Address of a year's list, without language; with a row, of its place in the list. */
export function listPath(year: number, row?: Responsibility): string {
  return `/responsibilities/${year}/${row === undefined ? '' : `#${row.id}`}`
}

/** The row of the year before that a row goes on with. */
export function rowBefore(list: ResponsibilityList, row: Responsibility): Responsibility | undefined {
  if (row.continues === undefined) return undefined
  return listOf(list.year - 1)?.rows.find(({ id }) => id === row.continues)
}

/** The rows of the year after that go on with a row. */
export function rowsAfter(list: ResponsibilityList, row: Responsibility): readonly Responsibility[] {
  return listOf(list.year + 1)?.rows.filter(({ continues }) => continues === row.id) ?? []
}

/** How many rows stand where on a day; states without a row are left out. */
export function countByStatus(
  rows: readonly Responsibility[],
  day: IsoDate,
): { status: ResponsibilityStatus; count: number }[] {
  const statuses = rows.map((row) => responsibilityStatus(row, day))
  return RESPONSIBILITY_STATUSES.map((status) => ({
    status,
    count: statuses.filter((other) => other === status).length,
  })).filter(({ count }) => count > 0)
}

/** The offices that lead a row in any of some lists, in the order in which they come first. */
export function leadOffices(lists: readonly ResponsibilityList[]): string[] {
  return [...new Set(lists.flatMap(({ rows }) => rows.map(({ lead }) => lead)))]
}

const activities = content.activities.map(({ value }) => value)

/** What shows that a duty of a year is met: what its row names, then the activities recorded for it. */
export function evidenceOf(year: number, row: Responsibility): string[] {
  return [...row.evidence, ...activitiesFor(activities, year, row.id).map(activityLine)]
}

/** Evidence as shown: the title of a page of this site with its address (without language), or a description. */
export function evidenceEntry(evidence: string): { text: string; path?: string } {
  const page = namedPage(evidence)
  return page === undefined ? { text: evidence } : { text: page.title, path: page.path }
}
