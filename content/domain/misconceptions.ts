import { formatCitation, parseCitation } from './citation.ts'
import type { Outcome } from './scoring.ts'

/**
 * The misconception map: which articles people most often got wrong, and where.
 *
 * An answer counts once for each article that its question cites, whatever paragraphs of it; it missed the article unless it was fully right.
 */

/** Answers that were asked about an article, and those of them that missed it: wrong, in part, or not given. */
export interface Misses {
  readonly n: number
  readonly missed: number
}

/** Where a person belongs. */
export interface Place {
  readonly unit: string
  readonly region: string
}

/** An article as questions cite it. */
export interface CitedArticle {
  /** 《劳动合同法》第三十八条; the citation as it stands where it can't be read. */
  readonly label: string
  /** The law as the question names it, and the number of the article; `null` where the citation can't be read. */
  readonly law: string | null
  readonly article: string | null
}

/** An article with how often it was missed, in all and by place. */
export interface MissedArticle extends CitedArticle, Misses {
  /** Ids of the questions that cite it. */
  readonly questions: readonly string[]
  readonly units: readonly (Misses & { readonly unit: string })[]
  readonly regions: readonly (Misses & { readonly region: string })[]
}

/** An answer to a question, with what that cites. */
export interface CitedAnswer {
  readonly question: string
  readonly citations: readonly string[]
  readonly outcome: Outcome
}

/** The article that a citation means, without paragraph and item. */
export function citedArticle(citation: string): CitedArticle {
  const ref = parseCitation(citation)
  if (ref === null) return { label: citation, law: null, article: null }
  const { lawName: law, article } = ref
  return { label: formatCitation(law, { article, paragraph: null, item: null }), law, article }
}

/** z of a two-sided confidence of 95 %. */
const Z = 1.96

/**
 * The least share of misses that the answers leave likely: the lower bound of Wilson's score interval (Journal of the American Statistical Association 22,
 * 1927), (p + z²/2n − z·√(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n). Lists are ordered by it, so that one wrong answer of one doesn't stand before 80 of 100.
 *
 * @example likelyShare({ n: 0, missed: 0 }) // 0
 */
export function likelyShare({ n, missed }: Misses): number {
  if (n === 0) return 0
  const p = missed / n
  const spread = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))
  return Math.max(0, (p + Z ** 2 / (2 * n) - spread) / (1 + Z ** 2 / n))
}

interface Tally {
  n: number
  missed: number
}

function count(tallies: Map<string, Tally>, key: string, isMissed: boolean): void {
  const tally = tallies.get(key) ?? { n: 0, missed: 0 }
  tally.n += 1
  if (isMissed) tally.missed += 1
  tallies.set(key, tally)
}

interface Found {
  readonly cited: CitedArticle
  readonly all: Tally
  readonly questions: Set<string>
  readonly units: Map<string, Tally>
  readonly regions: Map<string, Tally>
}

/** Takes answers in person by person, so that those of many people needn't be in memory together. */
export class MisconceptionMap {
  readonly #articles = new Map<string, Found>()
  readonly #read = new Map<string, CitedArticle>()

  /**
   * Takes in the answers of one person; annulled questions say nothing.
   *
   * @param place `null` for whoever belongs nowhere
   */
  add(place: Place | null, answers: readonly CitedAnswer[]): void {
    for (const { question, citations, outcome } of answers) {
      if (outcome === 'annulled') continue
      const isMissed = outcome !== 'right'
      const cited = new Map(citations.map((citation) => this.#articleOf(citation)).map((one) => [one.label, one]))
      for (const [label, article] of cited) {
        const found = this.#found(label, article)
        found.all.n += 1
        if (isMissed) found.all.missed += 1
        found.questions.add(question)
        if (place === null) continue
        count(found.units, place.unit, isMissed)
        count(found.regions, place.region, isMissed)
      }
    }
  }

  /** All articles that were asked about, the most missed first; see `likelyShare`. */
  articles(): MissedArticle[] {
    const byShare = (a: Misses, b: Misses) => likelyShare(b) - likelyShare(a)
    return [...this.#articles.values()]
      .map(({ cited, all, questions, units, regions }) => ({
        ...cited,
        ...all,
        questions: [...questions].sort(),
        units: [...units].map(([unit, tally]) => ({ unit, ...tally })).sort(byShare),
        regions: [...regions].map(([region, tally]) => ({ region, ...tally })).sort(byShare),
      }))
      .sort((a, b) => byShare(a, b) || (a.label < b.label ? -1 : 1))
  }

  #articleOf(citation: string): CitedArticle {
    const known = this.#read.get(citation)
    if (known) return known
    const article = citedArticle(citation)
    this.#read.set(citation, article)
    return article
  }

  #found(label: string, cited: CitedArticle): Found {
    const known = this.#articles.get(label)
    if (known) return known
    const found = {
      cited,
      all: { n: 0, missed: 0 },
      questions: new Set<string>(),
      units: new Map(),
      regions: new Map(),
    }
    this.#articles.set(label, found)
    return found
  }
}
