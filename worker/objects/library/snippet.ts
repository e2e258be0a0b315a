import type { MarkedText } from '../../../content/domain/search-api.ts'

/** What a result shows of a passage: the part with the most of what was asked, and where the words stand in it. */

/** UTF-16 units of a snippet. */
const LENGTH = 110
/** What precedes the first word that matched. */
const BEFORE = 24

/** A text in compared form, unit by unit, so that a place in it is the same place in the text. */
function aligned(text: string): string {
  return [...text.toWellFormed()]
    .map((character) => {
      const form = character.normalize('NFKC').toLowerCase()
      return form.length === character.length ? form : character
    })
    .join('')
}

/** Places of terms in a text, joined where they touch. */
function placesOf(text: string, terms: readonly string[]): [number, number][] {
  const compared = aligned(text)
  const places: [number, number][] = []
  for (const term of terms) {
    for (let at = compared.indexOf(term); at !== -1; at = compared.indexOf(term, at + 1))
      places.push([at, at + term.length])
  }
  const joined: [number, number][] = []
  for (const [start, end] of places.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** A whole text with the places of terms. */
export function marked(text: string, terms: readonly string[]): MarkedText {
  return { text, marks: placesOf(text, terms) }
}

/** The part of a text with the most units that matched. */
export function snippetOf(body: string, terms: readonly string[]): MarkedText {
  const text = body.replaceAll(/\s+/g, ' ').trim()
  const places = placesOf(text, terms)
  if (text.length <= LENGTH) return { text, marks: places }
  const starts = places.map(([start]) => Math.max(0, Math.min(start - BEFORE, text.length - LENGTH)))
  const matched = (from: number) =>
    places.reduce((sum, [start, end]) => sum + (start >= from && end <= from + LENGTH ? end - start : 0), 0)
  const best = starts.reduce((found, from) => (matched(from) > matched(found) ? from : found), starts[0] ?? 0)
  // Never within a character of two units.
  const from = /[\udc00-\udfff]/.test(text.charAt(best)) ? best - 1 : best
  const to = /[\ud800-\udbff]/.test(text.charAt(from + LENGTH - 1)) ? from + LENGTH - 1 : from + LENGTH
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : '']
  const shift = before.length - from
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    marks: places
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  }
}
