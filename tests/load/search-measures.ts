import { comparable, termsIn } from '../../content/domain/search-terms.ts'
import type { Question } from './search-questions.ts'

/** How good a search is, and the plain search that it is compared with. */

/** Means over questions, of the first ten results. */
export interface Measures {
  readonly recall: number
  readonly ndcg: number
  readonly mrr: number
}

const DEPTH = 10
const gain = (place: number) => 1 / Math.log2(place + 2)

/** Measures of one question. */
export function measuresOf(ranked: readonly string[], relevant: ReadonlySet<string>): Measures {
  const places = ranked.slice(0, DEPTH).flatMap((key, place) => (relevant.has(key) ? [place] : []))
  const ideal = Array.from({ length: Math.min(DEPTH, relevant.size) }, (_, place) => gain(place))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const [first] = places
  return {
    recall: places.length / relevant.size,
    ndcg: sum(places.map(gain)) / sum(ideal),
    mrr: first === undefined ? 0 : 1 / (first + 1),
  }
}

/** Means of some measures. */
export function meansOf(all: readonly Measures[]): Measures {
  const mean = (pick: (one: Measures) => number) => all.reduce((sum, one) => sum + pick(one), 0) / all.length
  return { recall: mean(({ recall }) => recall), ndcg: mean(({ ndcg }) => ndcg), mrr: mean(({ mrr }) => mrr) }
}

/** A document of the baseline: a key, and all its text. */
export interface Document {
  readonly key: string
  readonly text: string
}

const [K1, B] = [1.2, 0.75]

/** Plain BM25 over pairs of characters: nothing but the words of the question, each document as it is. */
export function plainSearch(documents: readonly Document[]): (query: string) => string[] {
  const postings = new Map<string, [document: number, times: number][]>()
  const lengths = documents.map(({ text }, index) => {
    const terms = termsIn(comparable(text))
    const times = new Map<string, number>()
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1)
    for (const [term, count] of times) {
      const known = postings.get(term)
      if (known === undefined) postings.set(term, [[index, count]])
      else known.push([index, count])
    }
    return terms.length
  })
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return (query) => {
    const scores = new Map<number, number>()
    for (const term of termsIn(comparable(query))) {
      const found = postings.get(term) ?? []
      const rarity = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5))
      for (const [index, times] of found) {
        const norm = K1 * (1 - B + (B * (lengths[index] ?? 0)) / mean)
        scores.set(index, (scores.get(index) ?? 0) + (rarity * times * (K1 + 1)) / (times + norm))
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, DEPTH)
      .map(([index]) => documents[index]?.key ?? '')
  }
}

/** Which questions a row of the table is about. */
export const GROUPS: readonly (readonly [name: string, of: (question: Question) => boolean])[] = [
  ['all', () => true],
  ['labour', ({ area }) => area === 'labour'],
  ['administrative', ({ area }) => area === 'administrative'],
]
