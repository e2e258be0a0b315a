import type { Outcome } from './scoring.ts'

/**
 * Item analysis: how hard each question was, whether it tells those who know from those who don't, what was chosen instead of the key, and how
 * consistent the whole paper is. Classical test theory; each figure's formula stands at its field.
 *
 * People may have got different questions, drawn at random. The figures of a question are then over those who got it, and hold as far as the papers are
 * equally hard; α is left out, since it needs the same questions for everyone.
 */

/** One answer as it was marked by the key, without regard to annulments. */
export interface AnalysedAnswer {
  readonly item: string
  /** Whether the question has been taken out of the marking. */
  readonly isAnnulled: boolean
  /** Full marks. */
  readonly points: number
  readonly earned: number
  readonly outcome: Outcome
  /** Letters of the bank; empty for a fill-in and without an answer. */
  readonly chosen: readonly string[]
}

/** What the answers to one question say. A figure that isn't defined, because it would be 0 ÷ 0, is `null`. */
export interface ItemStatistics {
  readonly item: string
  /** People who got the question. */
  readonly n: number
  /** Fewer than `SMALL_SAMPLE` got it: chance weighs heavily in these figures. */
  readonly isSmall: boolean
  /** Taken out of the marking: analysed by its key, and no part of anybody's total. */
  readonly isAnnulled: boolean
  /** Those of them who left it without an answer, which earns nothing. */
  readonly omitted: number
  /** Facility P = mean marks ÷ full marks, from 0 (nobody) to 1 (everybody); with right and wrong alone the share who got it right. */
  readonly facility: number
  /**
   * Discrimination r = cov(x, y) ÷ √(var(x) · var(y)), x being the share of the marks of the question and y the share of the marks of all others: the
   * corrected item-total correlation, for right and wrong alone the point-biserial one. Corrected, since a question correlates with a total that it is
   * part of (Henrysson, Psychometrika 28, 1963). Not defined when all x or all y are equal.
   */
  readonly discrimination: number | null
  /**
   * D = P of the upper 27 % − P of the lower 27 % by total marks (Kelley, Journal of Educational Psychology 30, 1939). A group has exactly 0.27 N
   * people: those who share the total at its edge count with the same fraction, so that no order among them matters. Not defined when all totals are
   * equal, or when nobody of a group got the question.
   */
  readonly upperLower: number | null
  /** How many people chose each option; options that nobody chose are absent. */
  readonly chosen: ReadonlyMap<string, number>
}

/** Why Cronbach's α isn't defined. */
export type NoAlpha = 'different-papers' | 'too-few-questions' | 'too-few-people' | 'no-spread'

/** The analysis of an assessment. */
export interface AnalysisResult {
  readonly people: number
  /** In the order in which the questions came. */
  readonly items: readonly ItemStatistics[]
  /**
   * Cronbach's α = k ÷ (k − 1) · (1 − Σ var(xᵢ) ÷ var(X)) over the k questions that weren't annulled, xᵢ being marks of a question and X their sum
   * (Cronbach, Psychometrika 16, 1951); with right and wrong alone that is KR-20.
   */
  readonly alpha: number | NoAlpha
}

/** Below this the standard error of a correlation near 0, 1 ÷ √(n − 1), is above 0.1. */
export const SMALL_SAMPLE = 100
const GROUP_SHARE = 0.27

/**
 * Means and (co)moments of pairs, updated one by one (Welford, Technometrics 4, 1962): equal values have a variance of exactly 0, which sums of squares
 * of fractions don't give.
 */
class Moments {
  n = 0
  #meanY = 0
  meanX = 0
  /** Sums of squared distances from the mean, and of their products. */
  xx = 0
  #yy = 0
  #xy = 0

  add(x: number, y: number): void {
    this.n += 1
    const [fromX, fromY] = [x - this.meanX, y - this.#meanY]
    this.meanX += fromX / this.n
    this.#meanY += fromY / this.n
    this.xx += fromX * (x - this.meanX)
    this.#yy += fromY * (y - this.#meanY)
    this.#xy += fromX * (y - this.#meanY)
  }

  /** Pearson's correlation, `null` when all of one are equal. */
  correlation(): number | null {
    return this.xx === 0 || this.#yy === 0 ? null : this.#xy / Math.sqrt(this.xx * this.#yy)
  }
}

/** People of one total who got a question, and the shares of its marks that they earned together. */
interface AtTotal {
  n: number
  share: number
}

interface Item {
  readonly points: number
  readonly isAnnulled: boolean
  omitted: number
  readonly moments: Moments
  readonly byTotal: Map<number, AtTotal>
  readonly chosen: Map<string, number>
}

/** Hundredths of a mark, whose sums are exact. */
function hundredths(marks: number): number {
  return Math.round(marks * 100)
}

/** The part of the people of each total that belongs to a group of `size`, filled in the given order of totals. */
function weightsOf(counts: readonly (readonly [total: number, n: number])[], size: number): Map<number, number> {
  const weights = new Map<number, number>()
  let left = size
  for (const [total, n] of counts) {
    const taken = Math.min(n, left)
    if (taken <= 0) break
    weights.set(total, taken / n)
    left -= taken
  }
  return weights
}

function facilityIn(byTotal: ReadonlyMap<number, AtTotal>, weights: ReadonlyMap<number, number>): number | null {
  let [people, share] = [0, 0]
  for (const [total, weight] of weights) {
    const at = byTotal.get(total)
    people += weight * (at?.n ?? 0)
    share += weight * (at?.share ?? 0)
  }
  return people === 0 ? null : share / people
}

/** Takes papers in one by one, so that those of many people needn't be in memory together. */
export class ItemAnalysis {
  readonly #items = new Map<string, Item>()
  readonly #totals = new Map<number, number>()
  readonly #total = new Moments()
  #form: string | null = null
  #isOneForm = true

  /** Takes in the paper of one person. */
  add(answers: readonly AnalysedAnswer[]): void {
    const counted = answers.filter(({ isAnnulled }) => !isAnnulled)
    const total = counted.reduce((sum, { earned }) => sum + hundredths(earned), 0)
    const most = counted.reduce((sum, { points }) => sum + hundredths(points), 0)
    this.#totals.set(total, (this.#totals.get(total) ?? 0) + 1)
    this.#total.add(total / 100, 0)
    const form = counted
      .map(({ item, points }) => `${item} ${points}`)
      .sort()
      .join('\n')
    this.#form ??= form
    this.#isOneForm &&= form === this.#form
    for (const answer of answers) this.#addAnswer(answer, total, most)
  }

  #addAnswer(answer: AnalysedAnswer, total: number, most: number): void {
    const { item: id, isAnnulled, points, earned, outcome, chosen } = answer
    const item = this.#items.get(id) ?? {
      ...{ points, isAnnulled },
      omitted: 0,
      moments: new Moments(),
      byTotal: new Map<number, AtTotal>(),
      chosen: new Map<string, number>(),
    }
    this.#items.set(id, item)
    const share = earned / points
    const rest = isAnnulled ? total : total - hundredths(earned)
    const restMost = isAnnulled ? most : most - hundredths(points)
    // Without other questions every rest is 0 of 0: the same for everyone, which gives no correlation.
    item.moments.add(share, restMost === 0 ? 0 : rest / restMost)
    const at = item.byTotal.get(total) ?? { n: 0, share: 0 }
    item.byTotal.set(total, { n: at.n + 1, share: at.share + share })
    if (outcome === 'unanswered') item.omitted += 1
    for (const option of chosen) item.chosen.set(option, (item.chosen.get(option) ?? 0) + 1)
  }

  /** What all papers taken in so far say. */
  result(): AnalysisResult {
    const counts = [...this.#totals].sort(([a], [b]) => a - b)
    const size = GROUP_SHARE * this.#total.n
    const [lower, upper] = [weightsOf(counts, size), weightsOf(counts.toReversed(), size)]
    return {
      people: this.#total.n,
      items: [...this.#items].map(([item, { isAnnulled, omitted, moments, byTotal, chosen }]) => {
        const [low, high] = [facilityIn(byTotal, lower), facilityIn(byTotal, upper)]
        return {
          item,
          n: moments.n,
          isSmall: moments.n < SMALL_SAMPLE,
          isAnnulled,
          omitted,
          facility: moments.meanX,
          discrimination: moments.correlation(),
          upperLower: counts.length < 2 || low === null || high === null ? null : high - low,
          chosen,
        }
      }),
      alpha: this.#alpha(),
    }
  }

  #alpha(): number | NoAlpha {
    if (this.#total.n < 2) return 'too-few-people'
    if (!this.#isOneForm) return 'different-papers'
    const items = [...this.#items.values()].filter(({ isAnnulled }) => !isAnnulled)
    const { length: k } = items
    if (k < 2) return 'too-few-questions'
    if (this.#total.xx === 0) return 'no-spread'
    // The variances have the same denominator, which cancels out.
    const within = items.reduce((sum, { points, moments }) => sum + points ** 2 * moments.xx, 0)
    return (k / (k - 1)) * (1 - within / this.#total.xx)
  }
}
