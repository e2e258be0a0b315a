import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { ArticleNumberSchema, LawLevelSchema } from './law.ts'

/**
 * The contract of the server's search, apart from `api.ts` so that no other page loads it.
 */

/** Longest text that is taken; what follows the first `ASKED_LENGTH` characters isn't read. */
export const QUERY_LIMIT = 5000
export const ASKED_LENGTH = 200
/** Results on a page, and pages. */
export const RESULTS_A_PAGE = 10
export const MOST_PAGES = 10

/** What is found: an article of a law, or a page of the site. */
export const ResultKindSchema = z.enum([
  'article',
  'explainer',
  'calculator',
  'lesson',
  'campaign',
  'document',
  'case',
  'remedy',
  'term',
  'notice',
])
export type ResultKind = z.output<typeof ResultKindSchema>

/** Where the text of a law stands: as `TextStatus`. */
export const ResultStatusSchema = z.enum(['in-force', 'not-yet-in-force', 'superseded', 'repealed', 'undated'])
export type ResultStatus = z.output<typeof ResultStatusSchema>

const LawId = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/))
const PageNumber = z.string().check(z.regex(new RegExp(`^(?:[1-9]|${MOST_PAGES})$`), `is 1 to ${MOST_PAGES}`))

/** `GET /api/search` */
export const SearchQuerySchema = z.strictObject({
  q: z.string().check(z.maxLength(QUERY_LIMIT)),
  kind: z.optional(ResultKindSchema),
  level: z.optional(LawLevelSchema),
  /** Id of a law. */
  law: z.optional(LawId),
  /** Where the text stands on the day `on`. */
  status: z.optional(ResultStatusSchema),
  /** Only texts of laws in force on this day, or with `status` of that status on it; without it the day is today, in Beijing. */
  on: z.optional(IsoDateSchema),
  page: z.prefault(PageNumber, '1'),
})
export type SearchQuery = z.output<typeof SearchQuerySchema>

/** A place in a text: from a UTF-16 unit (inclusive) to another (exclusive). */
const RangeSchema = z.tuple([z.int(), z.int()])

/** A text with the places of the words that matched. */
export const MarkedTextSchema = z.strictObject({ text: z.string(), marks: z.array(RangeSchema) })
export type MarkedText = z.output<typeof MarkedTextSchema>

export const SearchResultSchema = z.strictObject({
  kind: ResultKindSchema,
  title: MarkedTextSchema,
  /** Around the words that matched. */
  snippet: MarkedTextSchema,
  /** Address without language, with the place on the page. */
  href: z.string(),
  /** Of a law; `null` for a page of the site. */
  law: z.nullable(
    z.strictObject({
      id: z.string(),
      level: LawLevelSchema,
      article: ArticleNumberSchema,
      status: ResultStatusSchema,
      /** First day of that status; `null` when it isn't known. */
      since: z.nullable(IsoDateSchema),
    }),
  ),
  /** The query names this article. */
  named: z.boolean(),
})
export type SearchResult = z.output<typeof SearchResultSchema>

export const SearchResultsSchema = z.strictObject({
  /** Whether there is an index; without one there are no results. */
  ready: z.boolean(),
  /** The query as it was read: cut, in Simplified characters. */
  asked: z.string(),
  results: z.array(SearchResultSchema),
  page: z.int(),
  /** Whether there is another page. */
  more: z.boolean(),
})
export type SearchResults = z.output<typeof SearchResultsSchema>
