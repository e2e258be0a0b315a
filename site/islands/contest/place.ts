/**
 * Where in a paper someone is, and how the address says it: `#q-3`, `#review`. So browser Back goes to the question before.
 */

/** A question by its index from 0, or the review before handing in. */
export type Place = number | 'review'

/** The fragment for a place. Questions count from 1 in the address. */
export function placeHash(place: Place): string {
  return place === 'review' ? '#review' : `#q-${place + 1}`
}

/**
 * The place that a fragment names, or `null` for anything else or a question that the paper doesn't have.
 *
 * @param count questions of the paper
 */
export function placeFromHash(hash: string, count: number): Place | null {
  if (hash === '#review') return 'review'
  const number = Number(/^#q-(\d{1,3})$/.exec(hash)?.[1] ?? 0)
  return number >= 1 && number <= count ? number - 1 : null
}
