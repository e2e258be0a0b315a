import lunr from 'lunr'
import { type Findable, type SearchIndex, SearchIndexSchema } from './search-index.ts'
import { termsOf, wordsOf } from './tokenise.ts'

function toTokens(text: string): lunr.Token[] {
  return wordsOf(text)
    .flatMap(termsOf)
    .map((term) => new lunr.Token(term, {}))
}

/** Who asks in their own words wants to know what to do before which law says so. */
const BOOSTS: Readonly<Partial<Record<Findable['kind'], number>>> = { explainer: 1.6, lesson: 1.3 }

/**
 * Builds the index of everything that can be found. Titles and keywords weigh most.
 *
 * The pipelines stay empty: lunr's stemmer and trimmer know English only and would damage Chinese.
 */
export function buildIndex(findables: readonly Findable[]): SearchIndex {
  const builder = new lunr.Builder()
  builder.tokenizer = Object.assign((text?: string | object | object[] | null) => toTokens(String(text ?? '')), {
    separator: /\s/,
  })
  builder.ref('place')
  builder.field('title', { boost: 4 })
  builder.field('keywords', { boost: 4 })
  builder.field('headings', { boost: 2 })
  builder.field('summary')
  for (const [place, { kind, title, keywords, headings, summary }] of findables.entries()) {
    const fields = { place, title, keywords: keywords.join('，'), headings: headings.join('，'), summary }
    builder.add(fields, { boost: BOOSTS[kind] ?? 1 })
  }
  return SearchIndexSchema.parse({
    pages: findables.map(({ kind, path, title, summary }) => ({ kind, path, title, summary })),
    index: builder.build().toJSON(),
    articles: findables.flatMap(({ articles }, law) => (articles.length === 0 ? [] : [{ law, headings: articles }])),
  })
}
