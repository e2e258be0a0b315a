import type { ResultStatus } from '../../../content/domain/search-api.ts'
import { comparable } from '../../../content/domain/search-terms.ts'

/**
 * The order of what was found. FTS5 finds candidates by the rarer terms, each counting the same; here every term counts with
 * its weight, and what is known of the text goes in. Measured by `npm run bench:search`; see README.
 */

/** BM25 with the usual constants, which are FTS5's as well. */
const K1 = 1.2
const B = 0.75

/** Who asks wants the law as it stands. */
const STATUS_FACTORS: Readonly<Record<ResultStatus, number>> = {
  'in-force': 1,
  undated: 0.85,
  'not-yet-in-force': 0.8,
  superseded: 0.5,
  repealed: 0.5,
}

/** A term that is asked for. */
export interface AskedTerm {
  readonly term: string
  readonly weight: number
  /** How many passages have it. */
  readonly passages: number
}

/** How telling a term is. */
function rarity(passages: number, all: number): number {
  return Math.log(1 + (all - passages + 0.5) / (passages + 0.5))
}

function timesIn(text: string, term: string): number {
  let times = 0
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) times += 1
  return times
}

/** The whole that a passage is compared with. */
export interface Collection {
  readonly passages: number
  readonly meanTerms: number
}

/**
 * How well a passage fits.
 *
 * @param text all that finds it
 * @param length number of its terms
 * @param weight of its text
 */
export function score(
  asked: readonly AskedTerm[],
  text: string,
  length: number,
  weight: number,
  status: ResultStatus | null,
  { passages: all, meanTerms }: Collection,
): number {
  const compared = comparable(text)
  const norm = K1 * (1 - B + (B * length) / meanTerms)
  const sum = asked.reduce((total, { term, weight: termWeight, passages }) => {
    const times = timesIn(compared, term)
    return times === 0 ? total : total + (termWeight * rarity(passages, all) * times * (K1 + 1)) / (times + norm)
  }, 0)
  return sum * weight * (status === null ? 1 : STATUS_FACTORS[status])
}

/** Passages that FTS5 may read for a question: 9,000 take some ten milliseconds, and more find nothing better. */
const READ = 9_000
const MOST_TERMS = 60

/** The terms to find candidates by: the rarest, as long as they are in few passages together. */
export function findingTerms(asked: readonly AskedTerm[]): string[] {
  const known = asked.filter(({ passages }) => passages > 0).toSorted((a, b) => a.passages - b.passages)
  let sum = 0
  return known
    .filter(({ passages }, index) => {
      sum += passages
      return index < 2 || (sum <= READ && index < MOST_TERMS)
    })
    .map(({ term }) => term)
}
