import type { Synonyms } from '../../content/domain/synonyms.ts'
import {
  type ArticleIndex,
  ArticleIndexSchema,
  FIELDS,
  type Findable,
  type NamedTerm,
  type SearchIndex,
  SearchIndexSchema,
} from './search-index.ts'
import { termsOf, wordsOf } from './tokenise.ts'

/** The terms of all texts, each with a place of its own. */
class Vocabulary {
  readonly #places = new Map<string, number>()

  placesOf(text: string): number[] {
    return wordsOf(text)
      .flatMap(termsOf)
      .map((term) => {
        const place = this.#places.get(term) ?? this.#places.size
        this.#places.set(term, place)
        return place
      })
  }

  get terms(): string[] {
    return [...this.#places.keys()]
  }
}

/** Builds the index of all pages that can be found. */
export function buildIndex(
  findables: readonly Findable[],
  terms: readonly NamedTerm[] = [],
  synonyms: Synonyms = {},
): SearchIndex {
  const vocabulary = new Vocabulary()
  const texts = findables.map((page) => FIELDS.map((field) => vocabulary.placesOf([page[field]].flat().join('，'))))
  return SearchIndexSchema.parse({
    pages: findables.map(({ kind, path, title, summary, lang }) => ({ kind, path, title, summary, lang })),
    vocabulary: vocabulary.terms,
    texts,
    terms,
    synonyms: Object.entries(synonyms),
  })
}

/** Collects the headings of all articles. */
export function buildArticleIndex(findables: readonly Findable[]): ArticleIndex {
  return ArticleIndexSchema.parse({
    unit: '条',
    laws: findables.flatMap(({ title, path, articles }) =>
      articles.length === 0 ? [] : [{ name: title, path, headings: articles }],
    ),
  })
}
