import * as z from 'zod/mini'

/**
 * The file that the search box loads: what can be found, and lunr's index of the pages among it.
 */

/** What was found; names its label in `locales/<locale>/search.json`. */
export const FoundKindSchema = z.enum(['explainer', 'lesson', 'law', 'article', 'campaign'])
export type FoundKind = z.output<typeof FoundKindSchema>

/** A page that can be found. */
export const SearchPageSchema = z.strictObject({
  kind: FoundKindSchema,
  /** Address without language. */
  path: z.string(),
  title: z.string(),
  /** At most 80 characters. */
  summary: z.string(),
})
export type SearchPage = z.output<typeof SearchPageSchema>

export const SearchIndexSchema = z.strictObject({
  /** A page's reference in lunr's index is its place in this list. */
  pages: z.array(SearchPageSchema),
  /** lunr's own serialised form. */
  index: z.record(z.string(), z.unknown()),
  /**
   * Articles by law: the place of the law in `pages`, and article number and heading of each. They are searched
   * as they are, because lunr's index of some hundred headings would be five times as large as the headings.
   */
  articles: z.array(z.strictObject({ law: z.int(), headings: z.array(z.tuple([z.string(), z.string()])) })),
})
export type SearchIndex = z.output<typeof SearchIndexSchema>

/** A page with the texts that find it and aren't shown. */
export interface Findable extends SearchPage {
  /** Words that people search for; they weigh as much as the title. */
  readonly keywords: readonly string[]
  readonly headings: readonly string[]
  /** Number and heading of a law's articles. */
  readonly articles: readonly (readonly [number: string, heading: string])[]
}
