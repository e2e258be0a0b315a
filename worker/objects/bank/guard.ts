import { assessmentPhase, lastClose, showsKeysAtOnce, useOf } from '../../../content/domain/assessment.ts'
import type { Question } from '../../../content/domain/question.ts'
import { comparableQuestion } from '../../../content/domain/scoring.ts'
import type { PinnedAssessment } from './store.ts'

/**
 * Questions that contests and exams ask which are open or to come, and that practice therefore leaves out: by id, and by
 * stem, since another bank may have the same question under another id.
 */
export class Guard {
  readonly #ids = new Set<string>()
  readonly #stems = new Set<string>()
  /** The instant at which the next of those assessments closes and its questions are free, in milliseconds. */
  readonly until: number

  /** @param questionsOf the questions of a bank version */
  constructor(pinned: readonly PinnedAssessment[], questionsOf: (version: string) => readonly Question[], now: number) {
    const guarding = pinned.filter(
      ({ assessment }) => !showsKeysAtOnce(assessment) && assessmentPhase(assessment, now) !== 'closed',
    )
    this.until = Math.min(
      ...guarding.flatMap(({ assessment }) => {
        const close = lastClose(assessment)
        return close === null ? [] : [Date.parse(close)]
      }),
    )
    for (const { assessment, version } of guarding) {
      const use = useOf(assessment.kind)
      for (const question of questionsOf(version)) {
        if (!question.uses.includes(use)) continue
        this.#ids.add(question.id)
        this.#stems.add(comparableQuestion(question))
      }
    }
  }

  /** Whether practice must leave a question out. */
  has(question: Question): boolean {
    return this.#ids.has(question.id) || this.#stems.has(comparableQuestion(question))
  }
}
