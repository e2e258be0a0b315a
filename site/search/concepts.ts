import type { SearchIndex } from './search-index.ts'
import { termsOf, wordsOf } from './tokenise.ts'

/**
 * What a query asks for, thing by thing, in the reader's words and in those of the site (`content/synonyms.yaml`).
 */

/** One thing asked for. */
export interface Concept {
  /** Words that say it: the reader's own, then the site's. One of these readings found is the thing found. */
  readonly readings: readonly (readonly string[])[]
  /** How much it says of the matter, for how much of the query a page has. */
  readonly weight: number
  /** The same for how well a page fits. */
  readonly boost: number
}

const PLAIN = { weight: 1, boost: 1 } as const
/** A word that no page has, or a single character, often says nothing about the matter; a page that has it still fits better. */
const FAINT = { weight: 0.5, boost: 1 } as const
/** Who and when stand in nearly every query, whatever it is about. */
const SETTING = { weight: 0.3, boost: 0.3 } as const
const SETTINGS = new Set('公司 单位 企业 厂 厂里 厂子 里 老板 员工 职工 工人 年 月 天 两 一个 几个'.split(' '))

interface Piece {
  readonly text: string
  /** The site's words for it, where it is what people say for them. */
  readonly meant: readonly string[]
}

/** Who it happened to and that it has happened often stand in between: 扣了我工资 is 扣工资. */
const FILLER = /[我你他她俺咱们了]/

/** A text without fillers, with the place in the text at which each of its characters stands. */
function compact(text: string): { readonly characters: string; readonly places: readonly number[] } {
  const places = [...text.split('').keys()].filter((place) => !FILLER.test(text.charAt(place)))
  return { characters: places.map((place) => text.charAt(place)).join(''), places }
}

/** Cuts a query before and after each thing that the site says otherwise; the longest goes first. */
function cutter({ synonyms }: SearchIndex): (query: string) => Piece[] {
  const meanings = new Map<string, string[]>()
  for (const [word, said] of synonyms)
    for (const { characters } of said.map(compact))
      meanings.set(characters, [...(meanings.get(characters) ?? []), word])
  const lengths = [...new Set([...meanings.keys()].map(({ length }) => length))].sort((a, b) => b - a)
  return (query) => {
    const { characters, places } = compact(query)
    const sayingAt = (at: number) =>
      lengths.map((length) => characters.slice(at, at + length)).find((text) => meanings.has(text))
    const pieces: Piece[] = []
    let from = 0
    for (let at = 0; at < characters.length; ) {
      const saying = sayingAt(at)
      if (saying === undefined) {
        at += 1
        continue
      }
      const before = query.slice(from, places[at])
      at += saying.length
      from = (places[at - 1] ?? query.length) + 1
      pieces.push({ text: before, meant: [] }, { text: saying, meant: meanings.get(saying) ?? [] })
    }
    return [...pieces, { text: query.slice(from), meant: [] }]
  }
}

/**
 * Reads queries.
 *
 * @returns a function from a query, folded, to what it asks for; empty when no word of it carries meaning
 * @example 工钱没给 → [{ readings: [['工钱'], ['工资']], … }, { readings: [['没给']], … }]
 */
export function conceptReader(index: SearchIndex): (query: string) => Concept[] {
  const cut = cutter(index)
  const known = new Set(index.vocabulary)
  const weighed = (word: string) => {
    if (SETTINGS.has(word)) return SETTING
    return word.length > 1 && termsOf(word).some((term) => known.has(term)) ? PLAIN : FAINT
  }
  return (query) =>
    cut(query.normalize('NFKC').toLowerCase()).flatMap(({ text, meant }): Concept[] => {
      if (meant.length > 0) return [{ readings: [text, ...meant].map(wordsOf), ...PLAIN }]
      return wordsOf(text).map((word) => ({ readings: [[word]], ...weighed(word) }))
    })
}
