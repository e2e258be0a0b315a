/**
 * The languages of the interface and their addresses: Chinese at the root, English under `/en/`.
 *
 * Content (explainers, lessons, laws) exists in Chinese only; pages in another language say so and mark its language.
 */

/** Interface languages as BCP 47 tags, fit for `<html lang>`; the first one is the default. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Language of everything in `content/`. */
export const CONTENT_LANGUAGE: Locale = 'zh-CN'

const PREFIXES: Readonly<Record<Locale, string>> = { 'zh-CN': '', en: 'en' }

/**
 * Address of a page in a language.
 *
 * @param path address without language, starting and (for pages) ending with a slash
 * @example localePath('en', '/laws/labour-law/#art-50') // '/en/laws/labour-law/#art-50'
 */
export function localePath(locale: Locale, path: string): string {
  const prefix = PREFIXES[locale]
  return prefix === '' ? path : `/${prefix}${path}`
}

/** A page in every language: what `getStaticPaths` of `pages/[...locale]/…` returns, with the locale as a prop. */
export function localeStaticPaths(): { params: { locale: string | undefined }; props: { locale: Locale } }[] {
  return LOCALES.map((locale) => ({ params: { locale: PREFIXES[locale] || undefined }, props: { locale } }))
}

/**
 * One page an item in every language, for `pages/[...locale]/…/[slug].astro`; `item` comes as a prop.
 *
 * @param slugOf last part of the item's address
 */
export function itemStaticPaths<T>(items: readonly T[], slugOf: (item: T) => string) {
  return localeStaticPaths().flatMap(({ params, props }) =>
    items.map((item) => ({ params: { ...params, slug: slugOf(item) }, props: { ...props, item } })),
  )
}

/** Value for the `lang` attribute around content: only where it differs from the language of the page. */
export function contentLang(locale: Locale): Locale | undefined {
  return locale === CONTENT_LANGUAGE ? undefined : CONTENT_LANGUAGE
}
