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
          fault: `《${name}》 is also a name of ${other}.`,
          fix: 'Give each name to one law.',
        })
      }
      names.set(name, law.id)
    }
    for (const [index, version] of law.versions.entries()) {
      const before = law.versions[index - 1]
      if (before !== undefined && before.effectiveFrom >= version.effectiveFrom) {
        problems.push({
          place: source.place(['versions', index, 'effectiveFrom']),
          fault: `The version from ${version.effectiveFrom} stands after the one from ${before.effectiveFrom}.`,
          fix: 'Order the versions from old to new, one a day.',
        })
      }
      for (const number of Object.keys(version.articles).sort(compareArticles)) {
        if (Number(number.split('-')[0]) <= version.articleCount) continue
        problems.push({
          place: source.place(['versions', index, 'articles', number]),
          fault: `Article ${number} exceeds the ${version.articleCount} articles of this version.`,
          fix: 'Correct the number or articleCount.',
        })
      }
    }
    return problems
  })
}
