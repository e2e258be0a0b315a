import * as z from 'zod/mini'
import { type IsoDate, IsoDateSchema } from './dates.ts'

/**
 * Laws, their versions and the articles that this site explains.
 *
 * A law keeps its identity while its text changes; each text is a `LawVersion` with half-open validity:
 * in force from `effectiveFrom` (inclusive) to the next version's `effectiveFrom` or the law's `repealedOn`
 * (exclusive). Source of the levels: 立法法 (2023), which ranks 宪法, 法律, 行政法规, 地方性法规, 规章.
 */

/** Rank of a norm, from the constitution down to departmental rules. */
export const LawLevelSchema = z.enum(['宪法', '法律', '行政法规', '地方性法规', '部门规章', '司法解释'])
export type LawLevel = z.output<typeof LawLevelSchema>

/** An article number as a key: `"38"`, or `"123-1"` for 第一百二十三条之一. */
export const ArticleNumberSchema = z.string().check(z.regex(/^[1-9]\d{0,3}(-[1-9]\d?)?$/))
export type ArticleNumber = z.output<typeof ArticleNumberSchema>

/** What we say of one article: a heading and a gist in our own words (条文要旨，非法律原文). */
export const ArticleSchema = z.strictObject({
  /** A heading of at most 30 characters that names what the article settles. */
  heading: z.string().check(z.minLength(2), z.maxLength(30)),
  /** The gist in our own words. Not the text of the law, and labelled so wherever it is shown. */
  gist: z.string().check(z.minLength(8), z.maxLength(600)),
})
export type Article = z.output<typeof ArticleSchema>

/**
 * What a text changed against the one before it, as our own file states it for deployments that have not imported both official
 * texts. Name either the articles that changed, and the others kept number and words, or those that stayed, and the others count as changed.
 */
export const VersionChangesSchema = z
  .strictObject({
    /** Articles of the text before whose words changed. */
    changed: z.optional(z.array(ArticleNumberSchema)),
    /** Articles of the text before that kept number and words. */
    unchanged: z.optional(z.array(ArticleNumberSchema)),
    /** Articles that kept their words under another number: the number before → the number now. */
    moved: z.optional(z.record(ArticleNumberSchema, ArticleNumberSchema)),
    /** Articles of the text before that this one no longer has. */
    gone: z.optional(z.array(ArticleNumberSchema)),
  })
  .check(
    z.refine(({ changed, unchanged }) => (changed === undefined) !== (unchanged === undefined), {
      error: 'either changed or unchanged',
      params: {
        fault: '改了哪些条（changed）和哪些条没有改（unchanged），应当正好写一样。',
        fix: '写 changed，表示别的条都没有改；或者写 unchanged，表示别的条都算改了。例如 changed: ["57", "63"]。',
      },
    }),
  )
export type VersionChanges = z.output<typeof VersionChangesSchema>

/** One text of a law, in force from `effectiveFrom` until the next version or the repeal. */
export const LawVersionSchema = z.strictObject({
  /** First day in force. */
  effectiveFrom: IsoDateSchema,
  /** Day on which the deciding body adopted this text. */
  adoptedOn: z.optional(IsoDateSchema),
  /** Day on which this text was published. */
  publishedOn: z.optional(IsoDateSchema),
  /** How this text came about, for instance `2012年修正`. */
  note: z.optional(z.string()),
  /** Number of the last article, so that 第一百零九条 of a law with 107 articles is refused. */
  articleCount: z.int().check(z.gte(1), z.lte(2000)),
  /** The articles that other content cites, by number. */
  articles: z.record(ArticleNumberSchema, ArticleSchema),
  /** What it changed against the text before; official texts, where both are imported, go before it. */
  changes: z.optional(VersionChangesSchema),
})
export type LawVersion = z.output<typeof LawVersionSchema>

/** A law as its file in `content/laws/` states it; the file's name is its id. */
export const LawFileSchema = z.strictObject({
  /** Full official title, for instance 中华人民共和国劳动合同法. */
  title: z.string().check(z.minLength(3)),
  /** The name used in citations, without 中华人民共和国: 劳动合同法. */
  name: z.string().check(z.minLength(2)),
  /** Other names that people use and a citation may have. */
  aliases: z.prefault(z.array(z.string()), []),
  /** Name in English for the English interface. */
  englishName: z.string(),
  level: LawLevelSchema,
  issuer: z.string(),
  /** One or two sentences: what this law is for and whom it concerns. */
  summary: z.string().check(z.minLength(10), z.maxLength(200)),
  /** Where the official text can be read. */
  officialUrl: z.url(),
  /** First day on which the whole law is no longer in force, if it was repealed. */
  repealedOn: z.optional(IsoDateSchema),
  /**
   * Day on which the repeal was entered here, where that was after it. Content whose `asOf` lies before could not know of it
   * and awaits a review; later content that cites the law is wrong.
   */
  repealEnteredOn: z.optional(IsoDateSchema),
  /** All texts, the oldest first. */
  versions: z.array(LawVersionSchema).check(z.minLength(1)),
})

/** A law with its id. */
export const LawSchema = z.extend(LawFileSchema, {
  /** File name without ending; part of the law's address `/laws/<id>/`. */
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
})
export type Law = z.output<typeof LawSchema>

/** Where a version stands on a given day. */
export type VersionStatus = 'in-force' | 'not-yet-in-force' | 'superseded' | 'repealed'

/**
 * First day on which a version is no longer in force, or `null` while no end is known.
 *
 * @param index place of the version in `law.versions`
 */
export function effectiveTo(law: Pick<Law, 'versions' | 'repealedOn'>, index: number): IsoDate | null {
  return law.versions[index + 1]?.effectiveFrom ?? law.repealedOn ?? null
}

/**
 * The version in force on a day, or `null` if the law was not yet in force or already repealed.
 *
 * @example versionInForce(reconsiderationLaw, '2023-12-31')?.effectiveFrom // '2018-01-01'
 */
export function versionInForce(law: Pick<Law, 'versions' | 'repealedOn'>, day: IsoDate): LawVersion | null {
  if (law.repealedOn !== undefined && day >= law.repealedOn) return null
  return law.versions.findLast((version) => version.effectiveFrom <= day) ?? null
}

/** Status of the version at `index` on a day; see `VersionStatus`. */
export function versionStatus(law: Pick<Law, 'versions' | 'repealedOn'>, index: number, day: IsoDate): VersionStatus {
  const version = law.versions[index]
  if (version === undefined) throw new RangeError(`no version ${index}`)
  if (day < version.effectiveFrom) return 'not-yet-in-force'
  const end = effectiveTo(law, index)
  if (end === null || day < end) return 'in-force'
  return law.versions[index + 1] === undefined ? 'repealed' : 'superseded'
}

/** Article number as a pair for sorting: `"123-1"` → `[123, 1]`. */
export function articleOrder(number: ArticleNumber): readonly [number, number] {
  const [main = '0', inserted = '0'] = number.split('-')
  return [Number(main), Number(inserted)]
}

/** Compares article numbers in the order of the law: 38 < 123 < 123-1 < 124. */
export function compareArticles(a: ArticleNumber, b: ArticleNumber): number {
  const [aMain, aInserted] = articleOrder(a)
  const [bMain, bInserted] = articleOrder(b)
  return aMain - bMain || aInserted - bInserted
}
