import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'
import { ArticleNumberSchema, LawLevelSchema } from './law.ts'
import { ResultKindSchema, ResultStatusSchema } from './search-api.ts'

/**
 * The search index of the library as the build writes it (`.build/library.jsonl`) and the operator loads it into `Library`: a line with
 * the header, then lines with a batch each. Texts stand before their passages, sorted by kind, level and law, so that each of
 * these filters is one stretch of passages.
 */

/** Passages of a batch: some 300 kB of JSON, loaded in a tenth of a second. */
export const BATCH_PASSAGES = 400

/** Largest batch in bytes: an article may have 40,000 characters. */
export const BATCH_BODY_LIMIT = 16 * 1024 * 1024

const Phase = z.strictObject({
  from: z.nullable(IsoDateSchema),
  status: ResultStatusSchema,
  since: z.nullable(IsoDateSchema),
})

/** A text that is searched: a text of a law, or a page. */
export const LibraryTextSchema = z.strictObject({
  kind: ResultKindSchema,
  title: z.string(),
  /** Address without language. */
  path: z.string(),
  /** What it counts beside others that fit as well: 1 and more. */
  weight: z.number().check(z.gte(0.1), z.lte(10)),
  law: z.nullable(
    z.strictObject({ id: z.string(), level: LawLevelSchema, phases: z.array(Phase).check(z.minLength(1)) }),
  ),
})
export type LibraryText = z.output<typeof LibraryTextSchema>

/** What is found: an article, or a part of a page. */
export const LibraryPassageSchema = z.strictObject({
  /** Place of its text among all texts, from 0. */
  text: z.int().check(z.gte(0)),
  /** Number of the article. */
  article: z.nullable(ArticleNumberSchema),
  /** Anchor on the page, without `#`; empty for the page itself. */
  anchor: z.string(),
  /** Headings that it stands under, and its own. */
  headings: z.string(),
  body: z.string(),
})
export type LibraryPassage = z.output<typeof LibraryPassageSchema>

const Count = z.int().check(z.gte(0))

/** What search needs to know of the whole; what is said of terms holds for all passages. */
export const LibraryHeaderSchema = z.strictObject({
  /** Hash of everything in the index. */
  version: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  texts: Count,
  passages: Count,
  /** Mean number of terms of a passage. */
  meanTerms: z.number().check(z.gte(1)),
  /** Terms that many passages have, with how many; others are counted when they are asked. */
  frequent: z.record(z.string(), Count),
  /** What people say for the words of the law. */
  meanings: z.array(z.tuple([z.string(), z.array(z.string())])),
  /** Traditional and Simplified character by turns. */
  variants: z.string(),
  /** Laws by their names, for looking articles up: id, name, other names. */
  laws: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
})
export type LibraryHeader = z.output<typeof LibraryHeaderSchema>

export const LibraryBatchSchema = z.strictObject({
  /** Number of passages in the batches before. */
  from: Count,
  texts: z.array(LibraryTextSchema),
  passages: z.array(LibraryPassageSchema).check(z.maxLength(BATCH_PASSAGES)),
})
export type LibraryBatch = z.output<typeof LibraryBatchSchema>

/** `POST /api/operator/library` begins or goes on loading, `…/batches` loads one, `…/activate` answers from it. */
export const LibraryStateSchema = z.strictObject({
  version: z.string(),
  state: z.enum(['loading', 'ready']),
  /** Passages loaded so far: where the next batch starts. */
  received: Count,
})
export type LibraryState = z.output<typeof LibraryStateSchema>

export const LibraryVersionSchema = z.strictObject({ version: LibraryHeaderSchema.shape.version })
export const LibraryUploadSchema = z.extend(LibraryBatchSchema, { version: LibraryHeaderSchema.shape.version })
