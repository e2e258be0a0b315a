import { Feed } from 'feed'
import { startOfBeijingDay } from '../../content/domain/dates.ts'
import { createI18n } from './i18n.ts'
import { CONTENT_LANGUAGE } from './locale.ts'
import { COLUMN_OF, type PageKind, pagePath } from './pages.ts'
import { site } from './site.ts'

/** Kinds whose column has a feed: those with pages of their own. */
export type FeedKind = Exclude<PageKind, 'term' | 'calculator'>

/** A page as a feed shows it. */
export interface FeedPage {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly drafter: string
  readonly publishedOn: string
  readonly reviewedOn: string
}

/** Entries in a feed; readers that were away longer have the column's page. */
const ENTRIES = 50

/** Address of a column's feed. */
export function feedPath(kind: FeedKind): string {
  return `/${COLUMN_OF[kind]}/atom.xml`
}

/**
 * The Atom feed (RFC 4287) of a column, the newest page first. Its dates are those of the content, so that building again
 * changes nothing.
 *
 * @param origin address of the site
 */
export function atomFeed(kind: FeedKind, pages: readonly FeedPage[], origin: URL): string {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const address = (path: string) => new URL(path, origin).href
  const dayStart = (day: string) => new Date(startOfBeijingDay(day))
  const newest = pages.toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn)).slice(0, ENTRIES)
  const changed = pages
    .map(({ publishedOn, reviewedOn }) => (publishedOn > reviewedOn ? publishedOn : reviewedOn))
    .sort()
  const feed = new Feed({
    id: address(`/${COLUMN_OF[kind]}/`),
    link: address(`/${COLUMN_OF[kind]}/`),
    feedLinks: { atom: address(feedPath(kind)) },
    title: `${t(`${COLUMN_OF[kind]}:title`)} - ${site.name}`,
    language: CONTENT_LANGUAGE,
    updated: dayStart(changed.at(-1) ?? '1970-01-01'),
    copyright: site.owner,
    generator: site.name,
  })
  for (const { id, title, summary, drafter, publishedOn, reviewedOn } of newest) {
    feed.addItem({
      id: address(pagePath(kind, id)),
      link: address(pagePath(kind, id)),
      title,
      description: summary,
      author: [{ name: drafter }],
      published: dayStart(publishedOn),
      date: dayStart(publishedOn > reviewedOn ? publishedOn : reviewedOn),
    })
  }
  return feed.atom1()
}
