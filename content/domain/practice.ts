import type { Checked, OfflineQuestion, PracticeQuestion } from './practice-api.ts'
import type { Question } from './question.ts'
import { markQuestion } from './scoring.ts'

/** What practice shows of a question, and how it judges an answer: on the server, and without network in the browser. */

/** Most questions that are given out at once for practice without network. */
export const OFFLINE_QUESTIONS_LIMIT = 2000

/**
 * Whether a question is for practice and nothing else. Only such questions may be given out with their keys before anyone
 * has answered: a key that has left the server can't be called back when an exam takes the question.
 */
export function isPracticeOnly({ uses }: Pick<Question, 'uses'>): boolean {
  return uses.length > 0 && uses.every((use) => use === 'practice')
}

/** A question as practice asks it. Names each field it shows, so that a new field stays hidden by itself. */
export function toPracticeQuestion({ id, type, stem, options, topics, difficulty, group }: Question): PracticeQuestion {
  return { id, type, stem, options, topics, ...(difficulty ? { difficulty } : {}), ...(group ? { group } : {}) }
}

/**
 * The questions that may be given out with their keys, in the form in which a browser keeps them.
 *
 * @param free questions that are free for practice now
 * @returns those for practice alone, at most `OFFLINE_QUESTIONS_LIMIT`
 */
export function toOfflineQuestions(free: Iterable<Question>): OfflineQuestion[] {
  return [...free]
    .filter(isPracticeOnly)
    .slice(0, OFFLINE_QUESTIONS_LIMIT)
    .map((question) => {
      const { key, rationale, citations, setAside } = question
      return {
        ...toPracticeQuestion(question),
        key,
        citations,
        ...(rationale === undefined ? {} : { rationale }),
        ...(setAside === undefined ? {} : { setAside: setAside.map(({ reason: _, ...days }) => days) }),
      }
    })
}

/**
 * Judges an answer of practice: right or wrong as a whole, with the key and the reasons.
 *
 * @param response option ids as shown, or one text for a fill-in
 * @example checkedAnswer(question, ['A']).outcome // 'right'
 */
export function checkedAnswer(
  question: Pick<Question, 'type' | 'key' | 'rationale' | 'citations'>,
  response: readonly string[],
): Checked {
  const { outcome } = markQuestion(question, response, 1, { kind: 'all-or-nothing' })
  const { key, rationale, citations } = question
  return { outcome, key, citations, ...(rationale === undefined ? {} : { rationale }) }
}
