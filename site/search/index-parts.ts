import type { ArticleIndex, IndexDetails, SearchIndex } from './search-index.ts'
import { termsOf, wordsOf } from './tokenise.ts'

/**
 * The index of a large site in two parts: titles and keywords before the first result, headings and summaries after it. The first
 * part has no terms of titles, which the browser cuts by itself, and the places of keywords as the steps between them.
 */

/** An index that finds by titles and keywords alone, and what it lacks. */
export interface IndexParts {
  readonly first: SearchIndex
  readonly details: IndexDetails
}

function stepsOf(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b)
  return sorted.map((place, at) => place - (sorted[at - 1] ?? 0))
}

function placesOf(steps: readonly number[]): number[] {
  let place = 0
  return steps.map((step) => {
    place += step
    return place
  })
}

/** Takes headings and summaries out of an index. */
export function splitIndex(index: SearchIndex): IndexParts {
  const uses = new Map<number, number>()
  for (const place of index.texts.flatMap(([, keywords]) => keywords)) uses.set(place, (uses.get(place) ?? 0) + 1)
  // Frequent terms first: their places have fewer digits.
  const known = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))
  const others = [...index.vocabulary.keys()].filter((place) => !uses.has(place))
  const moved = new Map([...known, ...others].map((place, at) => [place, at]))
  const steps = (places: readonly number[]) => stepsOf(places.map((place) => moved.get(place) ?? 0))
  const words = (places: readonly number[]) => places.map((place) => index.vocabulary[place] ?? '')
  return {
    first: {
      ...index,
      inParts: true,
      pages: index.pages.map((page) => ({ ...page, summary: '' })),
      vocabulary: words(known),
      texts: index.texts.map(([, keywords]) => [[], steps(keywords), [], []]),
    },
    details: {
      vocabulary: words(others),
      pages: index.pages.map(({ summary }, page) => {
        const [, , headings = [], ofSummary = []] = index.texts[page] ?? []
        return [summary, steps(headings), steps(ofSummary)]
      }),
    },
  }
}

/** Puts the parts together again; without details, with what has come so far. A whole index stays as it is. */
export function joinIndex(first: SearchIndex, { details }: Pick<ArticleIndex, 'details'>): SearchIndex {
  if (first.inParts === undefined) return first
  return {
    ...first,
    pages: first.pages.map((page, at) => ({ ...page, summary: details?.pages[at]?.[0] ?? '' })),
    vocabulary: [...first.vocabulary, ...(details?.vocabulary ?? [])],
    texts: first.texts.map(([, keywords], at) => {
      const [, headings = [], summary = []] = details?.pages[at] ?? []
      return [[], placesOf(keywords), placesOf(headings), placesOf(summary)]
    }),
  }
}

/** Adds the terms of the titles, in Simplified characters, to an index that came in parts. */
export function cutTitles(index: SearchIndex): SearchIndex {
  if (index.inParts === undefined) return index
  const places = new Map(index.vocabulary.map((term, place) => [term, place]))
  const placeOf = (term: string) => {
    const place = places.get(term) ?? places.size
    places.set(term, place)
    return place
  }
  const texts = index.texts.map(([, ...others], at): SearchIndex['texts'][number] => [
    wordsOf(index.pages[at]?.title ?? '')
      .flatMap(termsOf)
      .map(placeOf),
    ...others,
  ])
  return { ...index, texts, vocabulary: [...places.keys()] }
}
