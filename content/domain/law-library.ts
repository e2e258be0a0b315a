import { parseChineseNumber } from './chinese-number.ts'
import type { CitationRef } from './citation.ts'
import type { IsoDate } from './dates.ts'
import type { ArticleNumber, Law, LawLevel, LawVersion } from './law.ts'
import { type DatedText, inOrder, keyInForce, type Phase, periodsOf, textStatus } from './law-timeline.ts'
import { type StatedStatus, type StatuteParagraph, type StatuteText, statuteKey } from './statute.ts'

/**
 * The law library: what we say of laws ourselves (`content/laws/`) and the official texts that a deployment has imported, as
 * one list of laws with their texts. Either part may be missing.
 */

/** A text of a law: our gists of it, its official text, or both. */
export interface LibraryText extends DatedText {
  readonly adoptedOn: IsoDate | undefined
  readonly publishedOn: IsoDate | undefined
  /** What we say of it. */
  readonly curated: LawVersion | undefined
  /** The official text. */
  readonly statute: StatuteText | undefined
  /** Status as the source of the official text states it. */
  readonly stated: StatedStatus | undefined
}

/** A law with all texts that this site has or knows of. */
export interface LibraryLaw {
  readonly id: string
  readonly title: string
  /** Name used in citations. */
  readonly name: string
  readonly level: LawLevel
  readonly issuer: string | undefined
  /** The law as our file describes it. */
  readonly curated: Law | undefined
  /** From old to new. */
  readonly texts: readonly LibraryText[]
}

const ENDED: Readonly<Partial<Record<StatedStatus, DatedText['ended']>>> = {
  已被修改: 'superseded',
  废止或失效: 'repealed',
}

function libraryText(
  key: string,
  curated: LawVersion | undefined,
  statute: StatuteText | undefined,
  repealedOn: IsoDate | undefined,
): LibraryText {
  const adoptedOn = curated?.adoptedOn ?? statute?.adoptedOn
  const publishedOn = curated?.publishedOn ?? statute?.publishedOn
  return {
    key,
    effectiveFrom: curated?.effectiveFrom ?? statute?.effectiveFrom,
    announcedOn: publishedOn ?? adoptedOn,
    adoptedOn,
    publishedOn,
    repealedOn: repealedOn ?? statute?.repealedOn,
    // What our own file says of a law stands against a hint from elsewhere.
    ended: curated === undefined && statute?.statedStatus !== undefined ? ENDED[statute.statedStatus] : undefined,
    checked: curated !== undefined,
    curated,
    statute,
    stated: statute?.statedStatus,
  }
}

function libraryLaw(curated: Law | undefined, statutes: readonly StatuteText[]): LibraryLaw | undefined {
  const newest = inOrder(
    statutes.map((statute) => ({
      key: statuteKey(statute),
      effectiveFrom: statute.effectiveFrom,
      announcedOn: statute.publishedOn ?? statute.adoptedOn,
      statute,
    })),
  ).at(-1)?.statute
  const named = curated ?? newest
  if (named === undefined) return undefined
  const versions = new Map(curated?.versions.map((version) => [version.effectiveFrom, version]) ?? [])
  const imported = new Map(statutes.map((statute) => [statuteKey(statute), statute]))
  const lastCurated = curated?.versions.at(-1)?.effectiveFrom
  const texts = [...new Set([...versions.keys(), ...imported.keys()])].map((key) =>
    libraryText(key, versions.get(key), imported.get(key), key === lastCurated ? curated?.repealedOn : undefined),
  )
  return {
    id: 'id' in named ? named.id : named.lawId,
    title: named.title,
    name: named.name,
    level: named.level,
    issuer: named.issuer,
    curated,
    texts: inOrder(texts),
  }
}

/**
 * Puts both parts together, by the id of the law and the key of the text.
 *
 * @param laws of `content/laws/`
 * @param statutes imported texts
 * @returns our own laws first, in their order, then those that are only imported, by name
 */
export function lawLibrary(laws: readonly Law[], statutes: readonly StatuteText[]): LibraryLaw[] {
  const byLaw = Map.groupBy(statutes, ({ lawId }) => lawId)
  const own = laws.map((law) => libraryLaw(law, byLaw.get(law.id) ?? []))
  const ids = new Set(laws.map(({ id }) => id))
  const others = [...byLaw]
    .filter(([id]) => !ids.has(id))
    .map(([, texts]) => libraryLaw(undefined, texts))
    .toSorted((a, b) => (a?.name ?? '').localeCompare(b?.name ?? '', 'zh-CN'))
  return [...own, ...others].filter((law) => law !== undefined)
}

/** A text of a law by its key. */
export function textOf(law: LibraryLaw, key: string): LibraryText | undefined {
  return law.texts.find((text) => text.key === key)
}

/** The text of a law in force on a day, or `null` when none is known to be. */
export function libraryTextInForce(law: LibraryLaw, day: IsoDate): LibraryText | null {
  const key = keyInForce(periodsOf(law.texts), day)
  return key === null ? null : (textOf(law, key) ?? null)
}

/**
 * The text that the page of a law shows on a day: the one in force, or else the newest that isn't still to come, or else the
 * first to come.
 */
export function shownText(law: LibraryLaw, day: IsoDate): LibraryText {
  const shown =
    libraryTextInForce(law, day) ??
    law.texts.findLast(({ key }) => textStatus(law.texts, key, day).status !== 'not-yet-in-force') ??
    law.texts[0]
  if (shown === undefined) throw new RangeError(`${law.id} has no text`)
  return shown
}

/** Where a law stands on a day: as the text that its page shows. */
export function libraryStatus(law: LibraryLaw, day: IsoDate): Phase {
  return textStatus(law.texts, shownText(law, day).key, day)
}

/**
 * Whether the address of a text leads on to the page of its law: that page shows the text, and no other is known to take its
 * place. Every text has an address of its own, so that it can be named for good; this one would be the same page twice.
 */
export function leadsToLaw(law: LibraryLaw, text: LibraryText, day: IsoDate): boolean {
  return text === shownText(law, day) && !law.texts.some(({ effectiveFrom = '' }) => effectiveFrom > day)
}

/** Whether a page of a text has anything to read: its official text, or gists of ours. */
export function hasWords({ statute, curated }: LibraryText): boolean {
  return statute !== undefined || Object.keys(curated?.articles ?? {}).length > 0
}

/** Address of a law, or of one of its texts, without language. */
export function lawPath(lawId: string, key?: string): string {
  return key === undefined ? `/laws/${lawId}/` : `/laws/${lawId}/${key}/`
}

/** A text with its official words. */
export type OfficialText = LibraryText & { readonly statute: StatuteText }

/** Neighbouring official texts of a law, each older one with the next: what can be compared. */
export function neighbours(law: LibraryLaw): { older: OfficialText; newer: OfficialText }[] {
  const official = law.texts.filter((text): text is OfficialText => text.statute !== undefined)
  return official.slice(1).flatMap((newer, index) => {
    const older = official[index]
    return older === undefined ? [] : [{ older, newer }]
  })
}

/** The comparison of two texts of a law, by their keys, where there is a page of it: both are official and neighbours. */
export function comparedTexts(
  law: LibraryLaw,
  older: string,
  newer: string,
): { older: OfficialText; newer: OfficialText } | undefined {
  return neighbours(law).find((pair) => pair.older.key === older && pair.newer.key === newer)
}

/** Address of the page that compares two neighbouring texts of a law, without language. */
export function comparisonPath(lawId: string, older: string, newer: string): string {
  return `${lawPath(lawId, older)}${newer}/`
}

/**
 * Address of the data of a law, or of one of its texts: that of the page without its slash.
 *
 * @example jsonPath('labour-law', '2018-12-29') // '/laws/labour-law/2018-12-29.json'
 */
export function jsonPath(lawId: string, key?: string): string {
  return `${lawPath(lawId, key).slice(0, -1)}.json`
}

/** Address of the data of a comparison: that of its page without the slash. */
export function comparisonJsonPath(lawId: string, older: string, newer: string): string {
  return `${comparisonPath(lawId, older, newer).slice(0, -1)}.json`
}

/** Anchor of an article on the page of a text. */
export function articleAnchor(number: ArticleNumber): string {
  return `art-${number}`
}

/**
 * Anchor of a paragraph (款), counted from 1. Where an inserted article has it (第三十八条之二 is `art-38-2`), the paragraph of
 * the main article names the place of insertion too.
 *
 * @param numbers of all articles of the text
 * @example paragraphAnchor('38', 2, new Set(['38'])) // 'art-38-2'
 * @example paragraphAnchor('38', 2, new Set(['38', '38-2'])) // 'art-38-0-2'
 */
export function paragraphAnchor(number: ArticleNumber, paragraph: number, numbers: ReadonlySet<ArticleNumber>): string {
  const short = `${number}-${paragraph}`
  return numbers.has(short) ? `art-${number}-0-${paragraph}` : `art-${short}`
}

/**
 * Anchor of an article on the page that compares two texts: by its number in the later one, or for an article that is gone, in the
 * earlier one.
 *
 * @example comparedAnchor('16', '23') // 'art-23'
 * @example comparedAnchor('16', null) // 'old-art-16'
 */
export function comparedAnchor(before: ArticleNumber, after: ArticleNumber | null): string {
  return after === null ? `old-${articleAnchor(before)}` : articleAnchor(after)
}

/**
 * Anchor of an item (项), counted from 1 in the order in which it stands in its paragraph.
 *
 * @example itemAnchor('39', 1, 2, new Set(['39'])) // 'art-39-1-2'
 */
export function itemAnchor(
  number: ArticleNumber,
  paragraph: number,
  item: number,
  numbers: ReadonlySet<ArticleNumber>,
): string {
  return `${paragraphAnchor(number, paragraph, numbers)}-${item}`
}

/** Place of an item in a paragraph, from 1, by the number that it begins with; 0 where the paragraph has no such item. */
function placeOfItem({ items = [] }: StatuteParagraph, item: number): number {
  return items.findIndex((text) => parseChineseNumber(/^（(.+?)）/.exec(text)?.[1] ?? '') === item) + 1
}

/**
 * Anchor of what a citation means on the page of an official text: the item, else the paragraph, else the article, as far as
 * the text has them. An item cited without a paragraph is that of the only paragraph with items.
 *
 * @param statute nothing where the page shows gists, which are of whole articles
 * @example citedAnchor(statute, { article: '38', paragraph: 2, item: null }) // 'art-38-2'
 */
export function citedAnchor(
  statute: Pick<StatuteText, 'articles'> | undefined,
  { article, paragraph, item }: Omit<CitationRef, 'lawName'>,
): string {
  const whole = articleAnchor(article)
  const cited = statute?.articles.find(({ number }) => number === article)
  if (statute === undefined || cited === undefined || (paragraph === null && item === null)) return whole
  const { paragraphs } = cited
  const withItems = paragraphs.flatMap(({ items = [] }, index) => (items.length > 0 ? [index + 1] : []))
  const place = paragraph ?? (withItems.length === 1 ? withItems[0] : undefined)
  const own = place === undefined ? undefined : paragraphs[place - 1]
  if (place === undefined || own === undefined) return whole
  const numbers = new Set(statute.articles.map(({ number }) => number))
  const ofItem = item === null ? 0 : placeOfItem(own, item)
  if (ofItem > 0) return itemAnchor(article, place, ofItem, numbers)
  return paragraph !== null && paragraphs.length > 1 ? paragraphAnchor(article, place, numbers) : whole
}
