import { itemOf } from '../compare/awaiting.ts'
import { caseAnchor } from '../domain/case-batch.ts'
import type { IsoDate } from '../domain/dates.ts'
import type { Problem } from '../domain/errors.ts'
import { REVIEWED_KINDS } from '../domain/review.ts'
import type { Content } from '../source/content.ts'
import type { Citing } from './citations.ts'
import { idsOf, unknown } from './names.ts'

/** Everything that a review can name, with the office that drafted it where it says so. */
function reviewable(content: Content): ReadonlyMap<string, string | null> {
  const items = new Map<string, string | null>()
  const add = (
    kind: Citing['kind'],
    id: string,
    drafter: string | null,
    part: Pick<Citing, 'anchor' | 'lang'> = {},
  ) => {
    const item = itemOf({ kind, id, title: '', ...part })
    if (item !== null) items.set(item, drafter)
  }
  const pages = [
    ['explainer', content.explainers],
    ['lesson', content.lessons],
    ['campaign', content.campaigns],
    ['document', content.documents],
    ['remedy', content.remedies],
    ['calculator', content.rules],
    ['case', content.caseBatches],
  ] as const
  for (const [kind, files] of pages) for (const { value } of files) add(kind, value.id, value.drafter)
  for (const { value } of content.englishExplainers) add('explainer', value.id, value.drafter, { lang: 'en' })
  for (const { value } of content.caseBatches)
    for (const { number } of value.cases) add('case', value.id, value.drafter, { anchor: caseAnchor(number) })
  for (const { id } of content.glossary.value.terms) add('term', id, content.glossary.value.drafter)
  for (const { value } of content.questionFiles) for (const { id } of value.questions) add('question', id, null)
  return items
}

/**
 * Confirmations that can't be what they say: of a law, a text or an item that doesn't exist, before the text was known, on a day to come,
 * or by whoever drafted the item.
 *
 * @param today Beijing day
 */
export function checkReviews(content: Content, today: IsoDate): Problem[] {
  const laws = new Map(content.laws.map(({ value }) => [value.id, value]))
  const items = reviewable(content)
  const names = new Set(items.keys())
  return content.reviews.flatMap(({ value: file, source }) => {
    const law = laws.get(file.id)
    if (law === undefined) {
      return unknown(
        [file.id],
        idsOf(content.laws),
        () => source.path,
        '法律',
        '文件名要和 content/laws/ 里那部法的文件名一样，例如 labour-law.yaml。',
      )
    }
    return file.reviews.flatMap((review, index) => {
      const { version: day, reviewedOn, reviewer } = review
      const at = (...keys: (string | number)[]) => source.place(['reviews', index, ...keys])
      const version = law.versions.find(({ effectiveFrom }) => effectiveFrom === day)
      const problems = unknown(
        review.items,
        names,
        (place) => at('items', place),
        '内容',
        `写成种类、斜线和编号，例如 questions/wages-001；种类有 ${REVIEWED_KINDS.join('、')}。已经删去的内容，从这里也删去。`,
      )
      if (version === undefined && day !== law.repealedOn) {
        problems.push({
          place: at('version'),
          fault: `《${law.name}》没有 ${day} 起施行的文本，也不是在这一天废止的。`,
          fix: `写 content/laws/${law.id}.yaml 里的 effectiveFrom 或者 repealedOn；那里还没有这个版本的，先加上。`,
        })
      }
      const known = version?.publishedOn ?? version?.adoptedOn
      if (known !== undefined && reviewedOn < known) {
        problems.push({
          place: at('reviewedOn'),
          fault: `审核日期（reviewedOn）“${reviewedOn}”早于新文本通过或者公布的 ${known}。`,
          fix: '对照新文本重新审核，写审核那一天。',
        })
      }
      if (reviewedOn > today) {
        problems.push({
          place: at('reviewedOn'),
          fault: `审核日期（reviewedOn）“${reviewedOn}”还没有到。`,
          fix: '写审核那一天。',
        })
      }
      for (const [place, item] of review.items.entries()) {
        if (items.get(item) !== reviewer) continue
        problems.push({
          place: at('items', place),
          fault: `“${item}”的起草单位就是审核单位“${reviewer}”。`,
          fix: '请另一个单位审核，单独写一条。',
        })
      }
      return problems
    })
  })
}
