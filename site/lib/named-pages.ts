import { referencedPages } from '../../content/check/page-refs.ts'
import { content } from './content.ts'
import { createI18n } from './i18n.ts'
import { CONTENT_LANGUAGE } from './locale.ts'

/**
 * Pages that content names: evidence and handouts as `<column>/<id>`, the target of a poster as an address. Titles are in
 * the language of the content.
 */

/** A page by its title; `path` is without language. */
export interface NamedPage {
  readonly title: string
  readonly path: string
}

const PAGES: ReadonlyMap<string, NamedPage> = new Map(
  [...referencedPages(content)].map(([ref, { title }]) => [ref, { title, path: `/${ref}/` }]),
)

/** The page of a name such as `explainers/unpaid-wages`; none when it names no page. */
export function namedPage(name: string): NamedPage | undefined {
  return PAGES.get(name)
}

/** The title of the page that an address without language leads to. */
export function titleAt(path: string): string {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const titles = new Map([
    ['/', t('site:nav.home')],
    ...(['practice', 'contests', 'responsibilities'] as const).map(
      (key) => [`/${key}/`, t(`site:nav.${key}`)] as const,
    ),
    ...[...PAGES.values()].map((page) => [page.path, page.title] as const),
    ...content.laws.map(({ value }) => [`/laws/${value.id}/`, `《${value.name}》`] as const),
    ...content.assessments.map(({ value }) => [`/contests/${value.id}/`, value.title] as const),
    ...content.topics.map(
      ({ id, name }) => [`/practice/?topic=${id}`, t('site:practiceTopic', { topic: name })] as const,
    ),
  ])
  return titles.get(path) ?? path
}
