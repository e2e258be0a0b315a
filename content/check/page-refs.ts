import type { IsoDate } from '../domain/dates.ts'
import type { Content } from '../source/content.ts'

/** Columns of pages that other content names as `<column>/<id>`. */
export const PAGE_REF = /^(explainers|lessons|campaigns|remedies|calculators)\//

/** What other content needs of a page that it names. */
export interface ReferencedPage {
  readonly title: string
  readonly publishedOn: IsoDate
}

/** Every page that can be named as `<column>/<id>` (`explainers/unpaid-wages`). */
export function referencedPages(content: Content): ReadonlyMap<string, ReferencedPage> {
  const named = (column: string, pages: readonly { value: ReferencedPage & { id: string } }[]) =>
    pages.map(({ value }) => [`${column}/${value.id}`, value] as const)
  return new Map([
    ...named('explainers', content.explainers),
    ...named('lessons', content.lessons),
    ...named('campaigns', content.campaigns),
    ...named('remedies', content.remedies),
    ...named('calculators', content.rules),
  ])
}
