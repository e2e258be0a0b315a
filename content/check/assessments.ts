import { assessmentFaults, unsupportedRules, useOf } from '../domain/assessment.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import { drawPaper, ShortfallError } from '../domain/paper.ts'
import { daysOpen, shortfallText, shortPapers, shortPaperText } from '../domain/paper-outlook.ts'
import { toQuestions } from '../domain/question-file.ts'
import type { SetAside } from '../domain/set-aside.ts'
import type { Content } from '../source/content.ts'
import { shownField } from '../source/field-names.ts'

/** Assessments that the service cannot run or whose paper the bank cannot fill. */
export function checkAssessments(content: Content): Problem[] {
  const bank = content.questionFiles.flatMap(({ value }) => toQuestions(value))
  return content.assessments.flatMap(({ value, source }) => {
    const problems: Problem[] = [
      ...unsupportedRules(value).map((rule) => ({
        place: source.place(['program', rule]),
        fault: `答题服务还不支持${shownField(rule)}这条规则。`,
        fix: '删去这条规则；只作样本的，把文件放到 content/assessments/templates/ 里。',
      })),
      ...assessmentFaults(value).map(({ fault, fix }) => ({ place: source.path, fault, fix })),
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
      problems.push(
        ...error.shortfalls.map((shortfall) => ({
          place: source.place(['blueprint']),
          fault: `${shortfallText(shortfall)}。`,
          fix: `补写${shortfall.missing}道这样的题，或者把 count: ${shortfall.wanted} 改小。`,
        })),
      )
    }
    return problems
  })
}

/**
 * Assessments whose papers can't be drawn, now or on a day to come, because questions are set aside; for the terminal, empty when there
 * are none. A change in the law must not stop a build, so these are no problems.
 *
 * @param setAside when questions are not drawn, by id
 * @param today Beijing day
 */
export function shortAssessments(
  content: Content,
  setAside: ReadonlyMap<string, readonly SetAside[]>,
  today: IsoDate,
): string[] {
  const bank = content.questionFiles.flatMap(({ value }) => toQuestions(value, setAside))
  return content.assessments.flatMap(({ value: assessment, source }) => {
    const pool = bank.filter(({ uses }) => uses.includes(useOf(assessment.kind)))
    const { first, last } = daysOpen(assessment, today)
    return shortPapers(pool, assessment.blueprint, first, last).map(
      (short) => `${source.path}：“${assessment.title}”${shortPaperText(short).join('\n')}`,
    )
  })
}
