import type { ArticleNumber } from './law.ts'
import type { StatuteArticle, StatuteText } from './statute.ts'

/**
 * What changed between two texts of a law, article by article, also where articles were renumbered or moved elsewhere.
 *
 * An article of the earlier text and one of the later text belong together when they have the same words; of the rest, those that share
 * most pairs of characters (Dice's coefficient), the closest first; and of what is then left, those that stand
 * between the same neighbours.
 */

/**
 * What became of an article: `same`; `punctuation`, the same words with other punctuation; `changed`, other words under the same
 * number or another; `moved`, the same words under another number; `gone`; `new`.
 */
export type ChangeKind = 'same' | 'punctuation' | 'changed' | 'moved' | 'gone' | 'new'

/** An article of the earlier text beside the one of the later text that took its place; at least one of them is there. */
export interface ArticleChange {
  readonly kind: ChangeKind
  /** `null` for a new article. */
  readonly before: StatuteArticle | null
  /** `null` for an article that is gone. */
  readonly after: StatuteArticle | null
}

/** Least share of common pairs of characters for two articles to belong together wherever they stand. */
const ANYWHERE = 0.5
/** The same for articles between the same neighbours. */
const BETWEEN_NEIGHBOURS = 0.2

/**
 * The text of an article as one string: a line a paragraph, item or sub-item.
 *
 * @example articleText({ number: '3', path: [], paragraphs: [{ text: '包括：', items: ['（一）工资；'] }] }) // '包括：\n（一）工资；'
 */
export function articleText({ paragraphs }: Pick<StatuteArticle, 'paragraphs'>): string {
  return paragraphs.flatMap(({ text, items = [] }) => [text, ...items]).join('\n')
}

const BLANKS = /[\p{Z}\t]+/gu
/** Brackets in the form of signs, and punctuation but for percent signs and what stands between figures: 3.5, 10％. */
const PUNCTUATION = /(?<!\d)[\p{P}<>](?<![%‰])|[\p{P}<>](?<![%‰])(?!\d)/gu

/** The words of a text without its punctuation; paragraphs and items stay apart, since citations count them. */
function wordsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(BLANKS, '').replaceAll(PUNCTUATION, '')
}

/** Whether two texts differ in punctuation and blanks at most. */
export function sameWords(before: string, after: string): boolean {
  return wordsOf(before) === wordsOf(after)
}

interface Item {
  readonly article: StatuteArticle
  readonly text: string
  readonly words: string
  readonly pairs: ReadonlySet<string>
}

function itemOf(article: StatuteArticle): Item {
  const text = articleText(article)
  const words = wordsOf(text)
  const run = words.replaceAll('\n', '')
  return { article, text, words, pairs: new Set(Array.from(run, (_, at) => run.slice(at, at + 2))) }
}

/** Dice's coefficient of two sets: 1 for equal ones, 0 for sets with nothing in common. */
function dice(common: number, a: number, b: number): number {
  return (2 * common) / Math.max(1, a + b)
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return dice(common, a.size, b.size)
}

/** Which article of the later text each of the earlier text became, by place; and the reverse. */
class Match {
  readonly after: (number | null)[]
  readonly before: (number | null)[]

  constructor(before: readonly Item[], after: readonly Item[]) {
    this.after = before.map(() => null)
    this.before = after.map(() => null)
  }

  isFree(before: number, after: number): boolean {
    return this.after[before] === null && this.before[after] === null
  }

  join(before: number, after: number): void {
    this.after[before] = after
    this.before[after] = before
  }
}

/** Joins articles with the same words; of several with the same, those with the same number before others in their order. */
function joinEqual(before: readonly Item[], after: readonly Item[], match: Match): void {
  const places = Map.groupBy(after.keys(), (place) => (after[place] as Item).words)
  const join = (fits: (a: Item, b: Item) => boolean) => {
    for (const [place, item] of before.entries()) {
      if (match.after[place] !== null) continue
      const found = (places.get(item.words) ?? []).find(
        (other) => match.before[other] === null && fits(item, after[other] as Item),
      )
      if (found !== undefined) match.join(place, found)
    }
  }
  join((a, b) => a.article.number === b.article.number)
  join(() => true)
}

/** How many pairs of characters each open article of the later text has in common with another article. */
class CommonPairs {
  readonly #places = new Map<string, number[]>()
  readonly #counts: Int32Array

  constructor(after: readonly Item[], open: readonly number[]) {
    this.#counts = new Int32Array(after.length)
    for (const place of open) {
      for (const pair of (after[place] as Item).pairs) {
        const places = this.#places.get(pair)
        if (places === undefined) this.#places.set(pair, [place])
        else places.push(place)
      }
    }
  }

  /** Counts by place in the later text; overwritten by the next call. */
  with(pairs: ReadonlySet<string>): Int32Array {
    this.#counts.fill(0)
    for (const pair of pairs) {
      for (const place of this.#places.get(pair) ?? []) this.#counts[place] = (this.#counts[place] as number) + 1
    }
    return this.#counts
  }
}

/** Joins what is alike enough, the most alike first; of equals, those with the same number and then those whose places are closest. */
function joinAlike(before: readonly Item[], after: readonly Item[], match: Match): void {
  const open = [...after.keys()].filter((place) => match.before[place] === null)
  const common = new CommonPairs(after, open)
  const candidates = [...before.keys()]
    .filter((place) => match.after[place] === null)
    .flatMap((a) => {
      const left = before[a] as Item
      const counts = common.with(left.pairs)
      return open.flatMap((b) => {
        const right = after[b] as Item
        const alike = dice(counts[b] as number, left.pairs.size, right.pairs.size)
        if (alike < ANYWHERE) return []
        const renumbered = left.article.number === right.article.number ? 0 : 1
        return [{ a, b, alike, renumbered, distance: Math.abs(a / before.length - b / after.length) }]
      })
    })
    .sort((x, y) => y.alike - x.alike || x.renumbered - y.renumbered || x.distance - y.distance)
  for (const { a, b } of candidates) if (match.isFree(a, b)) match.join(a, b)
}

/** Joins what is left between two joined pairs of neighbours, in its order, if it is alike at all or has kept its number. */
function joinBetweenNeighbours(before: readonly Item[], after: readonly Item[], match: Match): void {
  for (let start = 0; start < before.length; start += 1) {
    if (match.after[start] !== null) continue
    let end = start
    while (end < before.length && match.after[end] === null) end += 1
    const first = start === 0 ? 0 : (match.after[start - 1] as number) + 1
    const last = end === before.length ? after.length : (match.after[end] as number)
    let from = first
    for (let a = start; a < end; a += 1) {
      for (let b = from; b < last; b += 1) {
        if (match.before[b] !== null) continue
        if (likeness((before[a] as Item).pairs, (after[b] as Item).pairs) < BETWEEN_NEIGHBOURS) continue
        match.join(a, b)
        from = b + 1
        break
      }
    }
    start = end
  }
}

function kindOf(before: Item, after: Item): ChangeKind {
  if (before.words !== after.words) return 'changed'
  if (before.article.number !== after.article.number) return 'moved'
  return before.text === after.text ? 'same' : 'punctuation'
}

/**
 * Compares two texts of a law.
 *
 * @returns every article of both texts once, in the order of the later text; an article that is gone follows what stood before it
 * @example compareStatutes(text2017, text2023).find(({ before }) => before?.number === '16')?.after?.number // '23'
 */
export function compareStatutes(
  before: Pick<StatuteText, 'articles'>,
  after: Pick<StatuteText, 'articles'>,
): ArticleChange[] {
  const [earlier, later] = [before.articles.map(itemOf), after.articles.map(itemOf)]
  const match = new Match(earlier, later)
  joinEqual(earlier, later, match)
  joinAlike(earlier, later, match)
  joinBetweenNeighbours(earlier, later, match)

  const changes: ArticleChange[] = []
  const addGoneFrom = (first: number) => {
    for (let place = first; place < earlier.length && match.after[place] === null; place += 1) {
      changes.push({ kind: 'gone', before: (earlier[place] as Item).article, after: null })
    }
  }
  addGoneFrom(0)
  for (const [place, item] of later.entries()) {
    const from = match.before[place] ?? null
    if (from === null) changes.push({ kind: 'new', before: null, after: item.article })
    else {
      const old = earlier[from] as Item
      changes.push({ kind: kindOf(old, item), before: old.article, after: item.article })
      addGoneFrom(from + 1)
    }
  }
  return changes
}

/** How many articles there are of each kind. */
export function countChanges(changes: readonly ArticleChange[]): Readonly<Record<ChangeKind, number>> {
  const counts: Record<ChangeKind, number> = { same: 0, punctuation: 0, changed: 0, moved: 0, gone: 0, new: 0 }
  for (const { kind } of changes) counts[kind] += 1
  return counts
}

/** What became of an article of the earlier text, or `null` when that text has no such article. */
export function changeOf(changes: readonly ArticleChange[], number: ArticleNumber): ArticleChange | null {
  return changes.find(({ before }) => before?.number === number) ?? null
}
