import { articleHref, articleLabel } from '../../content/domain/citation.ts'
import type { ArticleIndex, SearchIndex } from './search-index.ts'

/**
 * Asking in Traditional characters: the reader's words are folded to Simplified ones, in which the index is, character by character,
 * so that a place in the folded text is the same place in the text.
 */

/** A text with its Traditional characters in their Simplified form; as long as the text. */
export type Fold = (text: string) => string

/** For readers who ask in Simplified characters. */
export const NO_FOLD: Fold = (text) => text

/**
 * @param pairs Traditional and Simplified character by turns
 * @example createFold('勞劳動动')('勞動法') // '劳动法'
 */
export function createFold(pairs: string): Fold {
  const forms = new Map(
    [...pairs.matchAll(/(.)(.)/gu)].map(([, traditional = '', simplified = '']) => [traditional, simplified]),
  )
  return (text) => text.replace(/\p{Script=Han}/gu, (character) => forms.get(character) ?? character)
}

/** An index whose shown texts are in Traditional characters, as one in Simplified. */
export function foldIndex(shown: SearchIndex, fold: Fold): SearchIndex {
  return {
    ...shown,
    pages: shown.pages.map((page) => ({ ...page, title: fold(page.title), summary: fold(page.summary) })),
    terms: shown.terms.map(([id, term, others]) => [id, fold(term), others.map(fold)]),
  }
}

/** The same for the headings of articles. */
export function foldArticles({ laws, ...others }: ArticleIndex, fold: Fold): ArticleIndex {
  return {
    ...others,
    laws: laws.map(({ name, path, headings }) => ({
      name: fold(name),
      path,
      headings: headings.map(([number, heading]) => [number, fold(heading)]),
    })),
  }
}

/** Title of an article as hits show it. */
export function articleTitle(unit: string, law: string, number: string, heading: string): string {
  return `《${law}》${articleLabel(number).replace('条', unit)} ${heading}`
}

/** Address → title and summary as the files have them, for hits that were found in the folded index. */
export function shownTexts(
  { pages, terms }: SearchIndex,
  { unit, laws }: ArticleIndex,
): ReadonlyMap<string, { readonly title: string; readonly summary: string }> {
  return new Map([
    ...pages.map(({ path, title, summary }) => [path, { title, summary }] as const),
    ...laws.flatMap(({ name, path, headings }) =>
      headings.map(([number, heading]) => {
        const title = articleTitle(unit, name, number, heading)
        return [articleHref(lawId(path), number), { title, summary: '' }] as const
      }),
    ),
    ...terms.map(([id, title]) => [`/glossary/#${id}`, { title, summary: '' }] as const),
  ])
}

/**
 * Id of a law from the address of its page.
 *
 * @example lawId('/laws/labour-law/') // 'labour-law'
 */
export function lawId(path: string): string {
  return path.split('/').at(-2) ?? ''
}
