import type { Explainer } from '../../content/domain/explainer.ts'
import { content } from './content.ts'
import { contentLang, type Locale } from './locale.ts'
import { pagePath } from './pages.ts'

/**
 * The explainers whose text exists in English too. English pages show it in place of the Chinese one, at the same address.
 */

const byPath: ReadonlyMap<string, Explainer> = new Map(
  content.englishExplainers.map(({ value }) => [pagePath('explainer', value.id), value]),
)

/** The English text of an explainer, on English pages; none where it isn't translated, and on Chinese pages. */
export function englishExplainer(locale: Locale, id: string): Explainer | undefined {
  return locale === 'en' ? byPath.get(pagePath('explainer', id)) : undefined
}

/** A page as lists in a language show it. */
export type ShownEntry<T> = T & {
  /** Language of title and summary, where it isn't that of the page. */
  readonly lang: Locale | undefined
}

/**
 * Entries of a list in the language of its page: on English pages those with an English text come first, under their English
 * title, and the others are marked as Chinese.
 */
export function entriesIn<T extends { readonly path: string; readonly title: string }>(
  locale: Locale,
  entries: readonly T[],
): ShownEntry<T>[] {
  if (contentLang(locale) === undefined) return entries.map((entry) => ({ ...entry, lang: undefined }))
  const shown = entries.map((entry): ShownEntry<T> => {
    const english = byPath.get(entry.path)
    if (english === undefined) return { ...entry, lang: contentLang(locale) }
    const { title, summary } = english
    return { ...entry, title, ...('summary' in entry ? { summary } : {}), lang: undefined }
  })
  return shown.toSorted((a, b) => Number(a.lang !== undefined) - Number(b.lang !== undefined))
}
