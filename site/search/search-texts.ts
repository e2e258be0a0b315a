import * as z from 'zod/mini'
import { ResultStatusSchema } from '../../content/domain/search-api.ts'
import { FoundKindSchema } from './search-index.ts'

/** Texts and addresses that the search page hands to the search box, as JSON in the page. */
export const SearchTextsSchema = z.strictObject({
  indexPath: z.string(),
  articlesPath: z.string(),
  /** Of the table of Traditional characters. */
  variantsPath: z.string(),
  /** Whether the index's texts are in Traditional characters. */
  traditional: z.boolean(),
  /** Language of hits that name none. */
  contentLang: z.string(),
  /** What precedes the address of a hit in this language: empty, `/hant` or `/en`. */
  prefix: z.string(),
  /** With `{{count}}`. */
  found: z.string(),
  /** With `{{query}}`. */
  foundNone: z.string(),
  reading: z.string(),
  failed: z.string(),
  kinds: z.record(FoundKindSchema, z.string()),
  /** Where a text of a law stands. */
  statuses: z.record(ResultStatusSchema, z.string()),
  /** Language of what the server answers, where it isn't the page's. */
  serviceLang: z.optional(z.string()),
  /** When the server doesn't answer. */
  away: z.string(),
  /** The same, with a filter that only it can answer. */
  awayFiltered: z.string(),
  /** Of the list of laws in the filter: with `{{count}}`, and with `{{name}}`. */
  laws: z.strictObject({ reading: z.string(), found: z.string(), none: z.string(), failed: z.string() }),
})
export type SearchTexts = z.output<typeof SearchTextsSchema>
