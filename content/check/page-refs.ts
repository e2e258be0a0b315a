import type { IsoDate } from '../domain/dates.ts'
import type { Content } from '../source/content.ts'

/** Columns of pages that other content names as `<column>/<id>`. */
export const PAGE_REF = /^(explainers|lessons|campaigns|remedies|calculators)\//

/** Every page that can be named as `<column>/<id>` (`explainers/unpaid-wages`), with the day of its publication. */
export function publishedPages(content: Content): ReadonlyMap<string, IsoDate> {
  const days = (column: string, pages: readonly { value: { id: string; publishedOn: IsoDate } }[]) =>
    pages.map(({ value }) => [`${column}/${value.id}`, value.publishedOn] as const)
  return new Map([
    ...days('explainers', content.explainers),
    ...days('lessons', content.lessons),
    ...days('campaigns', content.campaigns),
    ...days('remedies', content.remedies),
    ...days('calculators', content.rules),
  ])
}
