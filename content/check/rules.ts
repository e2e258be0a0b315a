import { periodFaults } from '../domain/calculators/rule.ts'
import { parseCitation } from '../domain/citation.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { idsOf, unknown } from './names.ts'
import { reviewProblems } from './pages.ts'

/**
 * Rules of the calculators: names that do not exist, periods that overlap, points that rest on nothing that can be looked up.
 */
export function checkRules(content: Content): Problem[] {
  const topics = new Set(content.topics.map(({ id }) => id))
  const explainers = idsOf(content.explainers)
  return content.rules.flatMap(({ value: rules, source }) => {
    const at = (key: string) => (index: number) => source.place([key, index])
    const problems = [
      ...unknown(rules.topics, topics, at('topics'), '主题', '用 content/topics.yaml 里的编号，例如 wages。'),
      ...unknown(
        rules.explainers,
        explainers,
        at('explainers'),
        '办事解读',
        '用 content/explainers/ 里的文件名，不带 .md，例如 unpaid-wages。',
      ),
      ...reviewProblems(rules, source, content),
      ...periodFaults(rules.periods).map(({ index, fault }) => ({
        place: source.place(['periods', index, 'effectiveFrom']),
        fault,
        fix: '从旧到新排；每个时期的 effectiveTo（不再有效的第一天）不晚于下一个时期的 effectiveFrom。',
      })),
    ]
    if (rules.id !== rules.calculator) {
      problems.push({
        place: source.place(['calculator']),
        fault: `“${rules.id}.yaml”里写的是“${rules.calculator}”计算器的规则。`,
        fix: `把文件名改成 ${rules.calculator}.yaml，或者改正 calculator。`,
      })
    }
    const sources = rules.periods.flatMap((period, index) =>
      Object.entries(period.sources).flatMap(([point, texts]) =>
        texts.map((text, number) => ({ text, place: source.place(['periods', index, 'sources', point, number]) })),
      ),
    )
    const known = new Set(rules.documents)
    for (const { text, place } of sources) {
      if (parseCitation(text) !== null || known.has(text)) continue
      problems.push({
        place,
        fault: `“${text}”不是一条法条，也不是本文件 documents 里的文件。`,
        fix: '写一部法的一条，例如《劳动法》第四十四条第一项；是别的文件的，把它加进 documents。',
      })
    }
    const used = new Set(sources.map(({ text }) => text))
    return [
      ...problems,
      ...rules.documents.flatMap((document, index) =>
        used.has(document)
          ? []
          : [
              {
                place: source.place(['documents', index]),
                fault: `documents 里的“${document}”没有用到。`,
                fix: '删去它，或者在 sources 里引用它。',
              },
            ],
      ),
    ]
  })
}
