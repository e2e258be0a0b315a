import { assessmentFaults, unsupportedRules, useOf } from '../domain/assessment.ts'
import type { Problem } from '../domain/errors.ts'
import { drawPaper, type Shortfall, ShortfallError } from '../domain/paper.ts'
import { toQuestions } from '../domain/question-file.ts'
import type { Content } from '../source/content.ts'
import { shownField } from '../source/field-names.ts'

/** Assessments that the service cannot run or whose paper the bank cannot fill. */
export function checkAssessments(content: Content): Problem[] {
  const bank = content.questionFiles.flatMap(({ value }) => toQuestions(value))
  return content.assessments.flatMap(({ value, source }) => {
    const problems: Problem[] = [
      ...unsupportedRules(value).map((rule) => ({
        place: source.place(rule === 'makeUp' ? ['attempts', rule] : ['program', rule]),
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
        ...error.shortfalls.map((shortfall) => ({ place: source.place(['blueprint']), ...shortfallText(shortfall) })),
      )
    }
    return problems
  })
}

/** Which line of the blueprint asks for more than there is. */
function shortfallText({ section, line, wanted, missing, quota }: Shortfall): Omit<Problem, 'place'> {
  const filters = [
    `题型 ${quota.types.join('、')}`,
    ...(quota.topics === undefined ? [] : [`主题 ${quota.topics.join('、')}`]),
    ...(quota.difficulty === undefined ? [] : [`难度 ${quota.difficulty.join('、')}`]),
  ]
  return {
    fault: `第${section}大题抽题第${line}项（${filters.join('，')}）要抽${wanted}道，题库里还差${missing}道。`,
    fix: `补写${missing}道这样的题，或者把 count: ${wanted} 改小。`,
  }
}
