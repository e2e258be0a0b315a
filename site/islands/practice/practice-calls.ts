import { CheckedSchema, PracticeQuestionsSchema } from '../../../content/domain/practice-api.ts'
import { call } from '../call.ts'

/**
 * The calls of practice.
 */

/** Practice questions of a topic; `null` for all topics. */
export function getPracticeQuestions(topic: string | null) {
  const query = topic === null ? '' : `?${new URLSearchParams({ topic })}`
  return call(PracticeQuestionsSchema, 'GET', `/api/practice/questions${query}`)
}

/** Checks one answer of practice. */
export const checkAnswer = (question: string, response: readonly string[]) =>
  call(CheckedSchema, 'POST', `/api/practice/questions/${encodeURIComponent(question)}/check`, { response })
