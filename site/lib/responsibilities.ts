import type { IsoDate } from '../../content/domain/dates.ts'
import {
  type ResponsibilityList,
  type ResponsibilityStatus,
  responsibilityStatus,
} from '../../content/domain/responsibility.ts'
import { content } from './content.ts'
import { pagePath } from './pages.ts'

const ORDER: readonly ResponsibilityStatus[] = ['done-on-time', 'done-late', 'under-way', 'planned', 'overdue']

/** How many duties of a list stand where on a day; states without a duty are left out. */
export function countByStatus(
  list: ResponsibilityList,
  day: IsoDate,
): { status: ResponsibilityStatus; count: number }[] {
  const statuses = list.rows.map((row) => responsibilityStatus(row, day))
  return ORDER.map((status) => ({ status, count: statuses.filter((other) => other === status).length })).filter(
    ({ count }) => count > 0,
  )
}

/** Evidence as shown: the title of a page of this site with its address (without language), or a description. */
export function evidenceEntry(evidence: string): { text: string; path?: string } {
  const pages = [
    ...content.explainers.map(({ value }) => ({ value, kind: 'explainer' as const })),
    ...content.lessons.map(({ value }) => ({ value, kind: 'lesson' as const })),
    ...content.campaigns.map(({ value }) => ({ value, kind: 'campaign' as const })),
  ]
  const page = pages.find(({ value, kind }) => `${kind}s/${value.id}` === evidence)
  return page === undefined ? { text: evidence } : { text: page.value.title, path: pagePath(page.kind, page.value.id) }
}
