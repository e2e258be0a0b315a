import { countingAttempt, rankedResultOf } from '../../../content/domain/entitlement.ts'
import type { AnalysedAnswer } from '../../../content/domain/item-analysis.ts'
import { bankOptionId, type PaperQuestion } from '../../../content/domain/paper.ts'
import { excellentBand } from '../../../content/domain/result-sheet.ts'
import { gradeOf, type Responses, scoreAttempt } from '../../../content/domain/scoring.ts'
import type { Papers } from './papers.ts'
import { unpackSheet } from './sheet.ts'
import type { AttemptsStore, StoredAttempt } from './store.ts'

/** The result of a participant that counts. */
export interface CountingResult {
  readonly score: number
  readonly passed: boolean
  readonly band: string | null
  readonly isExcellent: boolean
  readonly timeUsedSeconds: number
  /** Milliseconds since 1970. */
  readonly finishedAt: number
}

/** What a participant has done at an assessment. */
export interface ParticipantResult {
  readonly participant: string
  /** Attempts begun. */
  readonly attempts: number
  /** `null` as long as none has ended. */
  readonly result: CountingResult | null
}

/** An answer; whether its question was annulled is for the reader to say. */
export type MarkedAnswer = Omit<AnalysedAnswer, 'isAnnulled'>

/** The counting attempt of a participant, marked by the key without regard to annulments. */
export interface MarkedAttempt {
  readonly participant: string
  /** The release whose pool has the questions. */
  readonly release: string
  readonly answers: readonly MarkedAnswer[]
}

function chosenIn(item: PaperQuestion, responses: Responses): string[] {
  const { id, type } = item.question
  if (type === 'fill-in' || !Object.hasOwn(responses, id)) return []
  return (responses[id] ?? []).flatMap((shown) => bankOptionId(item, shown) ?? [])
}

/** Reads results of an assessment for the desk; whoever asks has been checked by the route. */
export class Results {
  readonly #store: AttemptsStore
  readonly #papers: Papers

  constructor(store: AttemptsStore, papers: Papers) {
    this.#store = store
    this.#papers = papers
  }

  /** What each of these participants has done; those who never began are left out. */
  async of(assessment: string, participants: readonly string[]): Promise<ParticipantResult[]> {
    const results: ParticipantResult[] = []
    for (const participant of participants) {
      const attempts = this.#store.attemptsAt(participant, assessment)
      if (attempts.length === 0) continue
      const counting = await this.#counting(attempts)
      results.push({
        participant,
        attempts: attempts.length,
        result: counting === null ? null : await this.#result(counting),
      })
    }
    return results
  }

  /** The counting attempts of these participants, marked question by question; those without one are left out. */
  async marked(assessment: string, participants: readonly string[]): Promise<MarkedAttempt[]> {
    const marked: MarkedAttempt[] = []
    for (const participant of participants) {
      const attempt = await this.#counting(this.#store.attemptsAt(participant, assessment))
      if (attempt !== null) marked.push(await this.#marked(attempt))
    }
    return marked
  }

  async #counting(attempts: readonly StoredAttempt[]): Promise<StoredAttempt | null> {
    const newest = attempts.at(-1)
    return newest === undefined ? null : countingAttempt((await this.#papers.pinned(newest)).assessment, attempts)
  }

  async #result(attempt: StoredAttempt): Promise<CountingResult> {
    const { assessment } = await this.#papers.pinned(attempt)
    const ranked = rankedResultOf(attempt)
    const excellent = excellentBand(assessment)
    return {
      ...ranked,
      ...gradeOf(assessment, ranked.score),
      isExcellent: excellent !== null && ranked.score >= excellent.from,
    }
  }

  async #marked(attempt: StoredAttempt): Promise<MarkedAttempt> {
    const { assessment } = await this.#papers.pinned(attempt)
    const paper = await this.#papers.of(attempt)
    this.#papers.forget(attempt.uuid)
    const responses = unpackSheet(paper, attempt.sheet)
    const { marks } = scoreAttempt(paper, responses, assessment.marking)
    const answers = paper.questions.flatMap((item, index): MarkedAnswer[] => {
      const mark = marks[index]
      if (mark === undefined) return []
      const { id, points, earned, outcome } = mark
      return [{ item: id, points, earned, outcome, chosen: chosenIn(item, responses) }]
    })
    return { participant: attempt.participant, release: attempt.release, answers }
  }
}
