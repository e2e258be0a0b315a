import type { IsoDate } from '../../content/domain/dates.ts'
import type { Law } from '../../content/domain/law.ts'
import { formatCitedLaws, type LawDays, type PublishedLawDays } from '../offline/law-days.ts'
import { buildDay, citationUses, content } from './content.ts'
import { type PageKind, pagePath } from './pages.ts'

/** What pages and `/law-dates.json` say of the days on which laws change, so that a kept copy can tell that it is old. */

/**
 * The days on which a law's text changes, seen from a day; a repeal is a change too.
 *
 * @example lawDays(labourLaw, '2026-11-01') // ['2018-12-29']
 */
export function lawDays({ versions, repealedOn }: Pick<Law, 'versions' | 'repealedOn'>, day: IsoDate): LawDays {
  const all = [...versions.map(({ effectiveFrom }) => effectiveFrom), ...(repealedOn === undefined ? [] : [repealedOn])]
  return [all.findLast((change) => change <= day) ?? '', ...all.filter((change) => change > day)]
}

/** `/law-dates.json`: every law of the site. */
export const publishedLawDays: PublishedLawDays = Object.fromEntries(
  content.laws.map(({ value }) => [value.id, lawDays(value, buildDay)]),
)

/** Address of a page without language → ids of the laws that it cites; of a law's page, the law. */
const lawsByPath = new Map(content.laws.map(({ value: { id } }) => [`/laws/${id}/`, new Set([id])]))
for (const { from, to } of citationUses) {
  if (from.kind === 'question') continue
  const path = pagePath(from.kind satisfies PageKind, from.id).replace(/#.*/, '')
  lawsByPath.set(path, (lawsByPath.get(path) ?? new Set()).add(to.law.id))
}

/**
 * The laws that a page cites with their days, for its `mingfa:laws`; nothing for a page that cites none.
 *
 * @param path without language
 */
export function citedLawDays(path: string): string | undefined {
  const ids = lawsByPath.get(path)
  return ids && formatCitedLaws(new Map([...ids].map((id) => [id, publishedLawDays[id] ?? ['']])))
}
