import sitemap from '@astrojs/sitemap'
import type { AstroIntegration } from 'astro'
import { noticeChangedOn } from '../../content/domain/notice.ts'
import { publishedOn } from '../../content/domain/publication.ts'
import { type Content, readContent } from '../../content/source/content.ts'
import { LOCALES, localePath, pathWithoutLocale } from './locale.ts'
import { type LawAddresses, lawAddresses } from './sitemap-laws.ts'

/** Days of the last change or review by address. */
function changedOn(content: Content, laws: LawAddresses['days']): ReadonlyMap<string, string> {
  const pages = [
    ...content.explainers.map(({ value }) => ['explainers', value] as const),
    ...content.lessons.map(({ value }) => ['lessons', value] as const),
    ...content.campaigns.map(({ value }) => ['campaigns', value] as const),
    ...content.remedies.map(({ value }) => ['remedies', value] as const),
    ...content.documents.map(({ value }) => ['documents', value] as const),
    ...content.caseBatches.map(({ value }) => ['cases', value] as const),
  ]
  const later = (own: { publishedOn: string; reviewedOn: string }) =>
    own.publishedOn > own.reviewedOn ? own.publishedOn : own.reviewedOn
  const { glossary } = content
  const newestNotice = content.notices
    .flatMap(({ value }) => value.notices.map(noticeChangedOn))
    .toSorted()
    .slice(-1)
  const days = [
    ...pages.map(([column, page]) => [`/${column}/${page.id}/`, later(page)] as const),
    ['/glossary/', later({ ...glossary.value, publishedOn: publishedOn(glossary.value.publishAt) })],
    ['/lecturers/', content.lecturers.value.publishedOn],
    ...newestNotice.map((day) => ['/notices/', day] as const),
    ...content.cleanUps.slice(-1).map(({ value }) => ['/documents/clean-ups/', value.publishedOn] as const),
    ...laws,
  ] as const
  return new Map([
    ...days.flatMap(([path, day]) => LOCALES.map((locale) => [localePath(locale, path), day] as const)),
    ...content.englishExplainers.map(
      ({ value }) => [localePath('en', `/explainers/${value.id}/`), later(value)] as const,
    ),
  ])
}

/**
 * The sitemap of all pages in all languages, each with its alternates. `lastmod` is the date of the content, and is left out where a page has none,
 * because a date that changes with every build says nothing.
 *
 * @param folder path of `content/`
 */
export function contentSitemap(folder: string): AstroIntegration {
  // Read when a build asks for the first page, so that a preview starts even while a file can't be read.
  let read: { days: ReadonlyMap<string, string>; left: ReadonlySet<string> } | undefined
  const addresses = () => {
    if (read === undefined) {
      const content = readContent(folder)
      const laws = lawAddresses(content.laws.map(({ value }) => value))
      read = { days: changedOn(content, laws.days), left: laws.left }
    }
    return read
  }
  return sitemap({
    // The address of a contest made at run time carries its id in the query, so the bare page has nothing to show; the
    // desk and the console are for staff as is signing in, the page for offline readers is for them, and posters and certificates are paper.
    filter: (page) =>
      !/\/(contests\/open|certificates\/print|desk|console|sign-in|offline|poster-[a-z]+)\//.test(page) &&
      !addresses().left.has(pathWithoutLocale(new URL(page).pathname)),
    // Each address names the same page in every language. The sitemap's own option would compare every page with every other.
    serialize: (item) => {
      const { pathname } = new URL(item.url)
      const path = pathWithoutLocale(pathname)
      const links = LOCALES.map((lang) => ({ lang, url: new URL(localePath(lang, path), item.url).href }))
      const day = addresses().days.get(pathname)
      return { ...item, links, ...(day === undefined ? {} : { lastmod: day }) }
    },
  })
}
