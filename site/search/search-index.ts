import * as z from 'zod/mini'

/**
 * The files that the search box loads: what can be found, and the terms that find it.
 */

/** What was found; names its label in `locales/<locale>/search.json`. */
export const FoundKindSchema = z.enum([
  'explainer',
  'calculator',
  'lesson',
  'law',
  'article',
  'campaign',
  'document',
  'case',
  'remedy',
  'term',
  'notice',
  'page',
])
export type FoundKind = z.output<typeof FoundKindSchema>

/** A word of the glossary: id, the word itself, other names. */
export const NamedTermSchema = z.tuple([z.string(), z.string(), z.array(z.string())])
export type NamedTerm = z.output<typeof NamedTermSchema>

/** A page that can be found. */
export const SearchPageSchema = z.strictObject({
  kind: FoundKindSchema,
  /** Address without language. */
  path: z.string(),
  title: z.string(),
  /** At most 80 characters, or 200 in English. */
  summary: z.string(),
  /** Language of title and summary, where it isn't Chinese. */
  lang: z.optional(z.literal('en')),
})
export type SearchPage = z.output<typeof SearchPageSchema>

/** The texts of a page that are searched. */
export const FIELDS = ['title', 'keywords', 'headings', 'summary'] as const
export type Field = (typeof FIELDS)[number]

export const SearchIndexSchema = z.strictObject({
  /** The first part of two: see `index-parts.ts`. */
  inParts: z.optional(z.literal(true)),
  pages: z.array(SearchPageSchema),
  /** Every term of the pages, once. */
  vocabulary: z.array(z.string()),
  /**
   * By page and field, the terms as places in `vocabulary`. lunr's own serialised form repeats them with weights that it can
   * work out again in a few milliseconds, and is more than twice as large.
   */
  texts: z.array(z.tuple([z.array(z.int()), z.array(z.int()), z.array(z.int()), z.array(z.int())])),
  /** Words of the glossary, found by their names as they are. */
  terms: z.array(NamedTermSchema),
  /** Words of the site, each with what people say for it. */
  synonyms: z.array(z.tuple([z.string(), z.array(z.string())])),
})
export type SearchIndex = z.output<typeof SearchIndexSchema>

/** What the index of a large site leaves out: see `index-parts.ts`. */
export const IndexDetailsSchema = z.strictObject({
  /** Terms that no keyword has; their places follow those of the index. */
  vocabulary: z.array(z.string()),
  /** By page: its summary, then the terms of its headings and of its summary, as the steps between their places. */
  pages: z.array(z.tuple([z.string(), z.array(z.int()), z.array(z.int())])),
})
export type IndexDetails = z.output<typeof IndexDetailsSchema>

/**
 * The file of the articles, which comes after the first result: title and address of a law, number and heading of each of
 * its articles. They are searched as they are. On a large site, what the index leaves out comes with them.
 */
export const ArticleIndexSchema = z.strictObject({
  /** 条 as hits show it, in Simplified or Traditional. */
  unit: z.string(),
  laws: z.array(
    z.strictObject({ name: z.string(), path: z.string(), headings: z.array(z.tuple([z.string(), z.string()])) }),
  ),
  details: z.optional(IndexDetailsSchema),
})
export type ArticleIndex = z.output<typeof ArticleIndexSchema>

/** A page with the texts that find it and aren't shown. */
export interface Findable extends SearchPage {
  /** Words that people search for; they weigh as much as the title. */
  readonly keywords: readonly string[]
  readonly headings: readonly string[]
  /** Number and heading of a law's articles. */
  readonly articles: readonly (readonly [number: string, heading: string])[]
}
