import { articleLabel, formatCitation } from '../domain/citation.ts'
import { type ArticleNumber, compareArticles, type Law, type LawVersion, versionInForce } from '../domain/law.ts'
import type { Choice, Prompts } from './prompts.ts'

/** Chooses laws and articles that the site has a gist of. */

/** Laws by name, as of a day if one is given. */
export function lawChoices(laws: readonly Law[]): Choice<Law>[] {
  return laws.map((law) => ({ value: law, name: `《${law.name}》`, description: law.summary }))
}

function articleChoices(law: Law, version: LawVersion): Choice<string>[] {
  return Object.entries(version.articles)
    .toSorted(([a], [b]) => compareArticles(a, b))
    .map(([number, { heading, gist }]) => ({
      value: formatCitation(law.name, { article: number as ArticleNumber, paragraph: null, item: null }),
      name: `${articleLabel(number)}　${heading}`,
      description: gist,
    }))
}

/**
 * Asks for the articles that a text will cite.
 *
 * @param asOf day whose law counts
 * @returns citations in their standard form, in the order chosen
 */
export async function askCitations(prompts: Prompts, laws: readonly Law[], asOf: string): Promise<string[]> {
  const inForce = laws.flatMap((law) => {
    const version = versionInForce(law, asOf)
    return version === null || Object.keys(version.articles).length === 0 ? [] : [{ law, version }]
  })
  const chosen = new Set<string>()
  let more = inForce.length > 0 && (await prompts.confirm('现在选要引用的法条吗？（选好的会列在草稿里）', true))
  while (more) {
    const law = await prompts.find(
      '哪部法？打几个字，例如“工资”，再用上下键选',
      lawChoices(inForce.map((own) => own.law)),
    )
    const version = inForce.find((own) => own.law === law)?.version
    if (version !== undefined) {
      const choices = articleChoices(law, version)
      const before = choices.filter(({ value }) => chosen.has(value)).map(({ value }) => value)
      const picked = await prompts.chooseSome(`《${law.name}》的哪几条？`, choices, 0, before)
      for (const citation of before) chosen.delete(citation)
      for (const citation of picked) chosen.add(citation)
    }
    more = await prompts.confirm(`已经选了${chosen.size}条。再选一部法吗？`, false)
  }
  return [...chosen]
}
