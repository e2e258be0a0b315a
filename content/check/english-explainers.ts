import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'

/** English explainers without a Chinese one, or that fall behind it: another day's law, other topics. */
export function checkEnglishExplainers({ englishExplainers, explainers }: Content): Problem[] {
  const chinese = new Map(explainers.map(({ value }) => [value.id, value]))
  return englishExplainers.flatMap(({ value: { id, asOf, topics }, source, placeInBody }) => {
    const original = chinese.get(id)
    if (original === undefined) {
      return [
        {
          place: placeInBody(0),
          fault: `没有“${id}”这篇中文的办事解读。`,
          fix: '把文件名改成 content/explainers/ 里中文那篇的文件名。',
        },
      ]
    }
    const problems: Problem[] = []
    if (asOf !== original.asOf) {
      problems.push({
        place: source.place(['asOf']),
        fault: `法律以哪一天为准（asOf），英文写的是“${asOf}”，中文写的是“${original.asOf}”。`,
        fix: '按晚的那天的法律，重新审核日期早的那篇，再把两篇的 asOf 写成同一天。',
      })
    }
    if (topics.join(' ') !== original.topics.join(' ')) {
      problems.push({
        place: source.place(['topics']),
        fault: `主题（topics）“${topics.join('、')}”和中文那篇不一样。`,
        fix: `写成一样的：topics: [${original.topics.join(', ')}]。`,
      })
    }
    return problems
  })
}
