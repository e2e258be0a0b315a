import { toOfflineQuestions } from '../../content/domain/practice.ts'
import { toQuestions } from '../../content/domain/question-file.ts'
import { content } from './content.ts'

/**
 * How much there is to keep for practice without network: a number for the page, which carries no question. Fewer while a
 * contest asks one of them.
 */
const questions = toOfflineQuestions(content.questionFiles.flatMap(({ value }) => toQuestions(value)))

/** Number of questions, and their size in kB. */
export const offlinePractice: { readonly questions: number; readonly size: number } = {
  questions: questions.length,
  size: Math.ceil(new TextEncoder().encode(JSON.stringify({ questions })).length / 1000),
}
