/**
 * The languages of the pages and their addresses: Simplified Chinese at the root, Traditional under `/hant/`, English under `/en/`.
 *
 * Content (explainers, lessons, laws) is written in Simplified Chinese. Pages in Traditional are converted as a whole when
 * they are rendered (`middleware.ts`), content and interface alike. English pages say that content is in Chinese and mark it,
 * apart from the explainers that exist in English.
 */

/** Languages as BCP 47 tags, fit for `<html lang>`; the first one is the default. */
export const LOCALES = ['zh-CN', 'zh-Hant', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** Language of everything in `content/`, and of what the service answers. */
export const CONTENT_LANGUAGE = 'zh-CN' satisfies Locale

/** Pages in this language are converted from Simplified Chinese. */
export const TRADITIONAL = 'zh-Hant' satisfies Locale

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '简体', 'zh-Hant': '繁體', en: 'English' }

const PREFIXES: Readonly<Record<Locale, string>> = { 'zh-CN': '', 'zh-Hant': 'hant', en: 'en' }

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

/**
 * The address without language of a page in any language.
 *
 * @example pathWithoutLocale('/en/laws/') // '/laws/'
 */
export function pathWithoutLocale(address: string): string {
  const [, first = '', ...rest] = address.split('/')
  return Object.values(PREFIXES).includes(first) && first !== '' ? `/${rest.join('/')}` : address
}

/** The languages that are built. `MINGFA_TRADITIONAL=skip` leaves Traditional out, to measure or to look at something else. */
export function builtLocales(): Locale[] {
  return LOCALES.filter((locale) => locale !== TRADITIONAL || process.env['MINGFA_TRADITIONAL'] !== 'skip')
}

/** A page in every language: what `getStaticPaths` of `pages/[...locale]/…` returns, with the locale as a prop. */
export function localeStaticPaths(): { params: { locale: string | undefined }; props: { locale: Locale } }[] {
  return builtLocales().map((locale) => ({ params: { locale: PREFIXES[locale] || undefined }, props: { locale } }))
}

/**
 * One page an item in every language, for `pages/[...locale]/…/[slug].astro`; `item` comes as a prop.
 *
 * @param slugOf last part of the item's address
 */
export function itemStaticPaths<T>(items: readonly T[], slugOf: (item: T) => string) {
  const locales = localeStaticPaths()
  // The languages of an item one after the other, so that they can share what was made for it.
  return items.flatMap((item) =>
    locales.map(({ params, props }) => ({ params: { ...params, slug: slugOf(item) }, props: { ...props, item } })),
  )
}

/** Whether a page speaks Chinese, in Simplified or Traditional characters. */
export function isChinese(locale: Locale): boolean {
  return locale !== 'en'
}

/** Value for the `lang` attribute around content: only where it differs from the language of the page. */
export function contentLang(locale: Locale): Locale | undefined {
  return isChinese(locale) ? undefined : CONTENT_LANGUAGE
}

/**
 * Value for the `lang` attribute around what the service answers, which is in Simplified Chinese on every page: a converter
 * would weigh more than the page.
 */
export function serviceLang(locale: Locale): Locale | undefined {
  return locale === CONTENT_LANGUAGE ? undefined : CONTENT_LANGUAGE
}

/**
 * Value for the `lang` attribute of a text that may be content or not, such as a title, by its characters.
 *
 * @example textLang('en', '劳动法') // 'zh-CN'
 */
export function textLang(locale: Locale, text: string): Locale | undefined {
  return /\p{Script=Han}/u.test(text) ? contentLang(locale) : undefined
}
