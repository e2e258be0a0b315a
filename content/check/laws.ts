import type { Problem } from '../domain/errors.ts'
import { compareArticles } from '../domain/law.ts'
import type { Content } from '../source/content.ts'

/** Names that two laws claim, versions out of order, articles beyond the last one. */
export function checkLaws({ laws }: Content): Problem[] {
  const names = new Map<string, string>()
  return laws.flatMap(({ value: law, source }) => {
    const problems: Problem[] = []
    for (const name of [law.name, law.title, ...law.aliases]) {
      const other = names.get(name)
      if (other !== undefined && other !== law.id) {
        problems.push({
          place: source.path,
          fault: `《${name}》已经是 ${other} 的名称了。`,
          fix: '一个名称只给一部法：改正 title、name 或者 aliases。',
        })
      }
      names.set(name, law.id)
    }
    for (const [index, version] of law.versions.entries()) {
      const before = law.versions[index - 1]
      if (before !== undefined && before.effectiveFrom >= version.effectiveFrom) {
        problems.push({
          place: source.place(['versions', index, 'effectiveFrom']),
          fault: `${version.effectiveFrom} 起施行的版本排在了 ${before.effectiveFrom} 起施行的版本后面。`,
          fix: '从旧到新排，同一天只能有一个版本：调换顺序，或者改正 effectiveFrom。',
        })
      }
      for (const number of Object.keys(version.articles).sort(compareArticles)) {
        if (Number(number.split('-')[0]) <= version.articleCount) continue
        problems.push({
          place: source.place(['versions', index, 'articles', number]),
          fault: `没有第“${number}”条：这个版本只有${version.articleCount}条。`,
          fix: '改正条号，或者改正总条数（articleCount）。',
        })
      }
    }
    return problems
  })
}
