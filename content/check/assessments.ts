import { assessmentFaults, unsupportedRules, useOf } from '../domain/assessment.ts'
import type { Problem } from '../domain/errors.ts'
import { drawPaper, ShortfallError } from '../domain/paper.ts'
import { toQuestions } from '../domain/question-file.ts'
import type { Content } from '../source/content.ts'

/** Assessments that the service cannot run or whose paper the bank cannot fill. */
export function checkAssessments(content: Content): Problem[] {
  const bank = content.questionFiles.flatMap(({ value }) => toQuestions(value))
  return content.assessments.flatMap(({ value, source }) => {
    const problems: Problem[] = [
      ...unsupportedRules(value).map((rule) => ({
        place: source.place(rule === 'makeUp' ? ['attempts', rule] : ['program', rule]),
        fault: `The service does not run the rule "${rule}" yet.`,
        fix: 'Keep the file in content/assessments/templates/.',
      })),
      ...assessmentFaults(value).map((fault) => ({ place: source.path, fault, fix: 'Correct the numbers.' })),
    ]
    try {
      const use = useOf(value.kind)
      drawPaper(
        bank.filter((question) => question.uses.includes(use)),
        value.blueprint,
        '0'.repeat(16),
      )
    } catch (error) {
      if (!(error instanceof ShortfallError)) throw error
      problems.push({
        place: source.place(['blueprint']),
        fault: error.message,
        fix: 'Write more such questions, or lower the quota.',
      })
    }
    return problems
  })
}
