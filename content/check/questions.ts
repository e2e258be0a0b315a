import type { Problem } from '../domain/errors.ts'
import { missingForPublication, type Question, questionFaults } from '../domain/question.ts'
import { toQuestions } from '../domain/question-file.ts'
import { comparableStem } from '../domain/scoring.ts'
import type { Content } from '../source/content.ts'
import { unknown } from './names.ts'

/** Questions that cannot be published or asked, and those that stand twice. */
export function checkQuestions(content: Content): Problem[] {
  const topics = new Set(content.topics.map((topic) => topic.id))
  const seen = new Map<string, string>()
  return content.questionFiles.flatMap(({ value: file, source }) => {
    const problems = unknown([file.topic], topics, () => source.place(['topic']), 'topic', 'See content/topics.yaml.')
    const claim = (key: string, place: string, fault: (other: string) => string, fix: string) => {
      const other = seen.get(key)
      if (other !== undefined) problems.push({ place, fault: fault(other), fix })
      else seen.set(key, place)
    }
    for (const [index, authored] of file.questions.entries()) {
      const place = source.place(['questions', index])
      const parts = toQuestions({ ...file, questions: [authored] })
      for (const id of new Set([authored.id, ...parts.map((question) => question.id)])) {
        claim(
          `id ${id}`,
          place,
          (other) => `The id "${id}" is also used at ${other}.`,
          'Give each question its own id.',
        )
      }
      const stem = comparableStem(authored.stem)
      claim(`stem ${stem}`, place, (other) => `The same stem stands at ${other}.`, 'Delete one, or ask something else.')
      problems.push(...parts.flatMap((question) => questionProblems(question, place)))
    }
    return problems
  })
}

function questionProblems(question: Question, place: string): Problem[] {
  return [
    ...questionFaults(question).map((fault) => ({
      place,
      fault: `Question "${question.id}": ${fault}`,
      fix: 'Correct the options or the key.',
    })),
    ...missingForPublication(question).map((field) => ({
      place,
      fault: `Question "${question.id}" has no ${field}.`,
      fix: 'A published question has a citation, a rationale, a difficulty, a topic and its uses.',
    })),
  ]
}
