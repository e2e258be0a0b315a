import sitemap from '@astrojs/sitemap'
import type { AstroIntegration } from 'astro'
import { readContent } from '../../content/source/content.ts'
import { LOCALES, localePath } from './locale.ts'

/** Days of the last change or review by address without language. */
function changedOn(folder: string): ReadonlyMap<string, string> {
  const content = readContent(folder)
  const pages = [
    ...content.explainers.map(({ value }) => ['explainers', value] as const),
    ...content.lessons.map(({ value }) => ['lessons', value] as const),
    ...content.campaigns.map(({ value }) => ['campaigns', value] as const),
  ]
  return new Map(
    pages.map(([column, { id, publishedOn, reviewedOn }]) => [
      `/${column}/${id}/`,
      publishedOn > reviewedOn ? publishedOn : reviewedOn,
    ]),
  )
}

/**
 * The sitemap of all pages in all languages. `lastmod` is the date of the content, and is left out where a page has none,
 * because a date that changes with every build says nothing.
 *
 * @param folder path of `content/`
 */
export function contentSitemap(folder: string): AstroIntegration {
  const days = changedOn(folder)
  const dayOf = new Map(
    [...days].flatMap(([path, day]) => LOCALES.map((locale) => [localePath(locale, path), day] as const)),
  )
  return sitemap({
    // The address of a contest made at run time carries its id in the query, so the bare page has nothing to show.
    filter: (page) => !page.includes('/contests/open/'),
    serialize: (item) => {
      const day = dayOf.get(new URL(item.url).pathname)
      return day === undefined ? item : { ...item, lastmod: day }
    },
  })
}
