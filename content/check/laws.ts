import type { Problem } from '../domain/errors.ts'
import { compareArticles, type LawVersion } from '../domain/law.ts'
import type { Content } from '../source/content.ts'

/** What a version says it changed, where that can't be: of no text before, of an article that wasn't there, or twice. */
function changeFaults({ changes }: LawVersion, before: LawVersion | undefined): Omit<Problem, 'place'>[] {
  if (changes === undefined) return []
  if (before === undefined) {
    return [{ fault: '最早的版本前面没有文本，却写了改了什么（changes）。', fix: '删去 changes。' }]
  }
  const { changed = [], unchanged = [], moved = {}, gone = [] } = changes
  const named = [...changed, ...unchanged, ...Object.keys(moved), ...gone]
  const twice = named.filter((number, index) => named.indexOf(number) !== index)
  const beyond = named.filter((number) => Number(number.split('-')[0]) > before.articleCount)
  return [
    ...twice.map((number) => ({
      fault: `第“${number}”条在 changes 里写了两次。`,
      fix: '一条只写在一处：改了（changed）、没有改（unchanged）、换了条号（moved）或者删去（gone）。',
    })),
    ...beyond.map((number) => ({
      fault: `changes 里写了第“${number}”条，前一个文本只有${before.articleCount}条。`,
      fix: '写前一个文本里的条号；moved 里冒号前面写旧条号，后面写新条号。',
    })),
  ]
}

/** Names that two laws claim, versions out of order, articles beyond the last one, changes that can't be. */
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
      const place = source.place(['versions', index, 'changes'])
      problems.push(...changeFaults(version, before).map((fault) => ({ place, ...fault })))
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
