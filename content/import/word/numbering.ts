import { numeral } from './numerals.ts'
import { child, elements, isOn, propertyOf, whole, type XmlElement } from './xml.ts'

/** Word's automatic numbering, worked out anew: which paragraph has which number (ECMA-376 part 1, 17.9). */

/** How one level of a list counts and looks. */
export interface Level {
  readonly start: number
  /** A format of `numerals.ts`, or `bullet`. */
  readonly format: string
  /** `%1、`, `（%2）`, `第%1条`: `%n` is the number of level n, counted from 1. */
  readonly text: string
  /** It starts anew after a level so high (counted from 1) or higher was used; 0 never; `null` after any higher one. */
  readonly restart: number | null
  /** All numbers in its text are Arabic. */
  readonly legal: boolean
}

/** A list: what it counts together with, its levels, and where it starts anew. */
export interface List {
  /** Lists of one definition go on counting together. */
  readonly definition: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that this list starts anew at its first paragraph, with the number to start from. */
  readonly restarts: ReadonlyMap<number, number>
}

/** Lists by `numId`. */
export type Lists = ReadonlyMap<string, List>

function levelOf(element: XmlElement): Level {
  return {
    start: whole(propertyOf(element, 'w:start')) ?? 0,
    format: propertyOf(element, 'w:numFmt') ?? 'decimal',
    text: propertyOf(element, 'w:lvlText') ?? '',
    restart: whole(propertyOf(element, 'w:lvlRestart')) ?? null,
    legal: isOn(element, 'w:isLgl') ?? false,
  }
}

function levelsOf(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const own of elements(element)) {
    const at = whole(own.attributes.get('w:ilvl'))
    if (own.name === 'w:lvl' && at !== undefined) levels.set(at, levelOf(own))
  }
  return levels
}

/**
 * Reads `word/numbering.xml`.
 *
 * @param listOfStyle the `numId` of a numbering style, for definitions that only point to one
 */
export function readLists(
  numbering: XmlElement | undefined,
  listOfStyle: (style: string) => string | undefined,
): Lists {
  const definitions = new Map<string, XmlElement>()
  for (const own of elements(numbering)) {
    if (own.name === 'w:abstractNum') definitions.set(own.attributes.get('w:abstractNumId') ?? '', own)
  }
  const nums = elements(numbering).filter(({ name }) => name === 'w:num')
  const definitionOf = (num: XmlElement, seen: ReadonlySet<string> = new Set()): string => {
    const id = propertyOf(num, 'w:abstractNumId') ?? ''
    const style = propertyOf(definitions.get(id), 'w:numStyleLink')
    const target = style === undefined ? undefined : listOfStyle(style)
    const next = nums.find((own) => own.attributes.get('w:numId') === target)
    return next === undefined || seen.has(id) ? id : definitionOf(next, new Set([...seen, id]))
  }
  return new Map(
    nums.map((num) => {
      const definition = definitionOf(num)
      const element = definitions.get(definition)
      const levels = element === undefined ? new Map<number, Level>() : levelsOf(element)
      const restarts = new Map<number, number>()
      for (const own of elements(num).filter(({ name }) => name === 'w:lvlOverride')) {
        const at = whole(own.attributes.get('w:ilvl'))
        if (at === undefined) continue
        const level = child(own, 'w:lvl')
        if (level !== undefined) levels.set(at, levelOf(level))
        const start = whole(propertyOf(own, 'w:startOverride'))
        if (start !== undefined) restarts.set(at, start)
      }
      return [num.attributes.get('w:numId') ?? '', { definition, levels, restarts }]
    }),
  )
}

/** The mark before a paragraph. */
export interface Marker {
  /** `一、`, `（一）`, `第一条`; empty for a bullet. */
  readonly text: string
  readonly bullet: boolean
  /** A format that isn't known here; its numbers are Arabic instead. */
  readonly unknownFormat: string | null
}

/** Counts the paragraphs of a document, in their order. */
export class Counter {
  readonly #lists: Lists
  readonly #counts = new Map<string, Map<number, number>>()
  readonly #started = new Set<string>()

  constructor(lists: Lists) {
    this.#lists = lists
  }

  /** The mark of the next paragraph of a list at a level (counted from 0); `null` when there is no such list. */
  next(numId: string, at: number): Marker | null {
    const list = this.#lists.get(numId)
    const level = list?.levels.get(at)
    if (list === undefined || level === undefined) return null
    const counts = this.#counts.get(list.definition) ?? new Map<number, number>()
    this.#counts.set(list.definition, counts)
    this.#startAnew(numId, list, counts)
    counts.set(at, (counts.get(at) ?? level.start - 1) + 1)
    for (const [deeper, { restart }] of list.levels) {
      if (deeper > at && restart !== 0 && (restart === null || at < restart)) counts.delete(deeper)
    }
    if (level.format === 'bullet') return { text: '', bullet: true, unknownFormat: null }
    return this.#marker(level, list, counts)
  }

  #startAnew(numId: string, { restarts }: List, counts: Map<number, number>): void {
    if (this.#started.has(numId)) return
    this.#started.add(numId)
    for (const [at, start] of restarts) counts.set(at, start - 1)
  }

  #marker(level: Level, { levels }: List, counts: ReadonlyMap<number, number>): Marker {
    let unknownFormat: string | null = null
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const own = levels.get(at)
      const value = counts.get(at) ?? own?.start ?? 1
      const format = level.legal ? 'decimal' : (own?.format ?? 'decimal')
      const written = numeral(value, format)
      if (written === null) unknownFormat = format
      return written ?? String(value)
    })
    return { text, bullet: false, unknownFormat }
  }
}
