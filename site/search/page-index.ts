import lunr from 'lunr'
import { FIELDS, type Field, type FoundKind, type SearchIndex } from './search-index.ts'

/** Titles and keywords weigh most. */
const FIELD_BOOSTS: Readonly<Record<Field, number>> = { title: 4, keywords: 4, headings: 2, summary: 1 }

/** Who asks in their own words wants to know what to do before which law or document says so. */
const KIND_BOOSTS: Readonly<Partial<Record<FoundKind, number>>> = {
  explainer: 1.6,
  lesson: 1.3,
  remedy: 1.25,
  document: 0.6,
  case: 0.7,
}

/**
 * lunr's index of the pages; a page's reference is its place in the list.
 *
 * The pipelines stay empty: lunr's stemmer and trimmer know English only and would damage Chinese.
 */
export function pageIndex({ pages, vocabulary, texts }: SearchIndex): lunr.Index {
  const builder = new lunr.Builder()
  // The fields are cut into terms already.
  const tokens = (places?: string | object | object[] | null): lunr.Token[] =>
    (Array.isArray(places) ? places : []).map((place) => new lunr.Token(vocabulary[Number(place)] ?? '', {}))
  builder.tokenizer = Object.assign(tokens, { separator: /\s/ })
  builder.ref('place')
  for (const field of FIELDS) builder.field(field, { boost: FIELD_BOOSTS[field] })
  for (const [place, { kind }] of pages.entries()) {
    const fields = FIELDS.map((field, index) => [field, texts[place]?.[index] ?? []])
    builder.add({ place, ...Object.fromEntries(fields) }, { boost: KIND_BOOSTS[kind] ?? 1 })
  }
  return builder.build()
}
