import type { Assessment } from '../../../content/domain/assessment.ts'
import { passes } from '../../../content/domain/certificate.ts'
import { countingAttempt } from '../../../content/domain/entitlement.ts'
import type { Paper } from '../../../content/domain/paper.ts'
import { scoreAttempt } from '../../../content/domain/scoring.ts'
import type { OpenAnnulment } from './annulments.ts'
import type { Papers } from './papers.ts'
import { unpackSheet } from './sheet.ts'
import type { AttemptsStore, StoredAttempt } from './store.ts'

/** Participants seen to by one run: a paper is drawn again for each of their attempts, some 0.1 ms of work. */
const BATCH = 200

/** Tells the board which of a participant's results counts from now on, and the number of the correction. */
type Announce = (assessment: Assessment, counting: StoredAttempt, correction: number) => void

/** Tells that a participant's result no longer passes. */
type PassLost = (assessment: Assessment, participant: string) => void

/** What is needed to mark an attempt again. */
interface Pinned {
  readonly assessment: Assessment
  readonly paper: Paper
}

/**
 * Marks attempts that had ended before a question was annulled once more: one annulment after the other, all attempts of a participant in the same
 * transaction, so that the board hears of one result that counts.
 */
export class Rescoring {
  readonly #store: AttemptsStore
  readonly #papers: Papers
  readonly #announce: Announce
  readonly #passLost: PassLost

  constructor(store: AttemptsStore, papers: Papers, announce: Announce, passLost: PassLost) {
    this.#store = store
    this.#papers = papers
    this.#announce = announce
    this.#passLost = passLost
  }

  /** A job of the schedule: sees to the next participants. */
  async run(now: number): Promise<number | null> {
    const { annulments } = this.#store
    const open = annulments.open()
    if (open === null) return null
    const waiting = annulments.waiting(open, BATCH)
    const pinned = await this.#pinned(
      waiting
        .flatMap(({ uuid }) => this.#store.attemptsAt(uuid, open.assessment))
        .filter(({ state }) => state !== 'in_progress'),
    )
    this.#store.transaction(() => {
      for (const { uuid } of waiting) this.#correct(uuid, open, pinned)
      annulments.seenTo(open.id, waiting.length < BATCH ? null : (waiting.at(-1)?.row ?? null))
    })
    return annulments.open() === null ? null : now
  }

  async #pinned(attempts: readonly StoredAttempt[]): Promise<Map<string, Pinned>> {
    const pinned = new Map<string, Pinned>()
    for (const attempt of attempts) {
      const { assessment } = await this.#papers.pinned(attempt)
      pinned.set(attempt.uuid, { assessment, paper: await this.#papers.of(attempt) })
      this.#papers.forget(attempt.uuid)
    }
    return pinned
  }

  #correct(
    participant: string,
    { id, assessment, question }: OpenAnnulment,
    pinned: ReadonlyMap<string, Pinned>,
  ): void {
    const annulled = new Set(this.#store.annulments.of(assessment, id).map((each) => each.question))
    const changed: { readonly assessment: Assessment; readonly correction: number }[] = []
    // Read again: an attempt may have ended while releases were fetched. It was marked with the annulment then.
    const ended = this.#store.attemptsAt(participant, assessment).filter(({ state }) => state !== 'in_progress')
    const marked = ended.map((attempt): StoredAttempt => {
      const known = pinned.get(attempt.uuid)
      if (known === undefined || attempt.annulment >= id) return attempt
      const { paper, assessment } = known
      const { score } = scoreAttempt(paper, unpackSheet(paper, attempt.sheet), assessment.marking, annulled)
      this.#store.correct(attempt.uuid, score, id)
      if (!paper.questions.some((item) => item.question.id === question)) return attempt
      const before = attempt.score ?? 0
      const correction = this.#store.annulments.correct(attempt.uuid, id, before, score)
      if (score !== before) changed.push({ assessment, correction })
      return { ...attempt, score, annulment: id }
    })
    const latest = changed.at(-1)
    const counting = latest === undefined ? null : countingAttempt(latest.assessment, marked)
    if (latest === undefined || counting === null) return
    this.#announce(latest.assessment, counting, latest.correction)
    if (passes(latest.assessment, countingAttempt(latest.assessment, ended)) && !passes(latest.assessment, counting))
      this.#passLost(latest.assessment, participant)
  }
}
