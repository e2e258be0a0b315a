import { batchLabel, type GuidingCase } from '../domain/case-batch.ts'
import { findCitations } from '../domain/citation.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { unknown } from './names.ts'
import { reviewProblems } from './pages.ts'

/** Batches and cases whose numbers don't count on, titles that stand twice, reasoning without law. */
export function checkCases(content: Content): Problem[] {
  const topics = new Set(content.topics.map((topic) => topic.id))
  const titles = new Set<string>()
  return content.caseBatches.flatMap(({ value: batch, source }, index) => {
    const problems = reviewProblems(batch, source, content)
    const before = content.caseBatches[index - 1]?.value
    if (batch.batch !== index + 1) {
      problems.push({
        place: source.place(['batch']),
        fault: `${batchLabel(batch.batch)}排在了第${index + 1}个。`,
        fix: `批次（batch）从1起连着编，跨年不重新编，这里写 batch: ${index + 1}。`,
      })
    }
    if (before !== undefined && before.publishedOn > batch.publishedOn) {
      problems.push({
        place: source.place(['publishAt']),
        fault: `${batchLabel(batch.batch)}的发布日期“${batch.publishedOn}”早于${batchLabel(before.batch)}的“${before.publishedOn}”。`,
        fix: '先发布的批次编号在前：改正发布时间（publishAt），或者调换批次（batch）。',
      })
    }
    const id = `${batch.publishedOn.slice(0, 4)}-${batch.batch}`
    if (batch.id !== id) {
      problems.push({
        place: source.path,
        fault: `文件名应当是“${id}.yaml”，现在是“${batch.id}.yaml”。`,
        fix: `把文件名改成 ${id}.yaml（发布年份-批次）。`,
      })
    }
    const caseProblems = batch.cases.flatMap((own, at) => {
      const place = (...keys: PropertyKey[]) => source.place(['cases', at, ...keys])
      const found = [
        ...unknown(
          own.topics,
          topics,
          (topic) => place('topics', topic),
          '主题',
          '用 content/topics.yaml 里的编号，例如 wages。',
        ),
        ...oneCaseProblems(own, at + 1, place),
      ]
      if (titles.has(own.title)) {
        found.push({
          place: place('title'),
          fault: `标题“${own.title}”用了两次。`,
          fix: '给每个案例写自己的标题。',
        })
      }
      titles.add(own.title)
      return found
    })
    return [...problems, ...caseProblems]
  })
}

function oneCaseProblems(own: GuidingCase, number: number, place: (...keys: PropertyKey[]) => string): Problem[] {
  const problems: Problem[] = []
  if (own.number !== number) {
    problems.push({
      place: place('number'),
      fault: `这一批的第${number}个案例，序号写成了“${own.number}”。`,
      fix: `案例从1起连着编，这里写 number: ${number}。`,
    })
  }
  if (own.reasoning.flatMap(findCitations).length === 0) {
    problems.push({
      place: place('reasoning'),
      fault: '说理（reasoning）里没有引用法条。',
      fix: '写上得出结果的法条，例如《劳动合同法》第三十八条。',
    })
  }
  return problems
}
