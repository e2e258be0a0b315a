import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { checkYearFile } from './year-file.ts'

/** Decisions in the ledger of another year, with the number of another, or with days that contradict each other. */
export function checkDecisions(content: Content, today: IsoDate): Problem[] {
  const numbers = new Set<string>()
  return content.decisions.flatMap((list) => [
    ...checkYearFile(list, (file) => `${list.value.year}年的执法决定台账放在了 ${file} 里。`),
    ...list.value.decisions.flatMap(({ number, decidedOn, publishedOn }, index) => {
      const at = (key: string) => list.source.place(['decisions', index, key])
      const problems: Problem[] = []
      if (numbers.has(number)) {
        problems.push({ place: at('number'), fault: `文号“${number}”用了两次。`, fix: '改正其中一个文号。' })
      }
      numbers.add(number)
      if (!decidedOn.startsWith(`${list.value.year}-`)) {
        problems.push({
          place: at('decidedOn'),
          fault: `决定日期“${decidedOn}”不在${list.value.year}年。`,
          fix: '改正日期，或者放到那一年的文件里。',
        })
      }
      if (publishedOn !== undefined && publishedOn < decidedOn) {
        problems.push({
          place: at('publishedOn'),
          fault: `公布日期“${publishedOn}”早于决定日期“${decidedOn}”。`,
          fix: '对照决定书改正日期。',
        })
      }
      for (const [key, day] of [
        ['decidedOn', decidedOn],
        ['publishedOn', publishedOn],
      ] as const) {
        if (day === undefined || day <= today) continue
        problems.push({
          place: at(key),
          fault: `${day} 还没有到。`,
          fix: '作出决定以后再登记；还没有公布的，不写 publishedOn。',
        })
      }
      return problems
    }),
  ])
}
