import type { PracticeQuestion } from '../../../content/domain/practice-api.ts'

/**
 * Answers to one question, the same in practice and contest.
 */

/** What both a practice question and one on a paper have. */
export type AskedQuestion = Pick<PracticeQuestion, 'id' | 'type' | 'stem' | 'options' | 'group'>

/** Whether an answer says anything: an option, or a text that isn't blank. */
export function isAnswered(response: readonly string[] | undefined): boolean {
  return response?.some((part) => part.trim() !== '') ?? false
}

/** Whether a question takes several options. */
export function takesSeveral({ type }: Pick<AskedQuestion, 'type'>): boolean {
  return type === 'multiple' || type === 'indeterminate'
}

/** The answer after an option was ticked or unticked, in the order of the options. */
export function withOption(
  question: AskedQuestion,
  response: readonly string[],
  option: string,
  chosen: boolean,
): string[] {
  if (!takesSeveral(question)) return chosen ? [option] : []
  return question.options.flatMap(({ id }) => ((id === option ? chosen : response.includes(id)) ? [id] : []))
}

/** The letter under which an option is shown: by its place, A first. */
export function optionLetter(place: number): string {
  return String.fromCharCode(65 + place)
}

/**
 * An answer or a key in words: `B 劳动保障监察机构`, or the texts of a fill-in. Empty when it names nothing.
 */
export function answerTexts(question: AskedQuestion, answer: readonly string[]): string[] {
  if (question.type === 'fill-in') return answer.filter((text) => text.trim() !== '')
  return question.options.flatMap(({ id, text }, place) =>
    answer.includes(id) ? [`${optionLetter(place)}. ${text}`] : [],
  )
}
