import { findCitations } from '../domain/citation.ts'
import type { Problem } from '../domain/errors.ts'
import type { Way } from '../domain/remedy.ts'
import type { Content } from '../source/content.ts'
import { unknown } from './names.ts'
import { referencedPages } from './page-refs.ts'
import { reviewProblems } from './pages.ts'

/** Names that do not exist, ways and deadlines without a legal basis, a place in a group that two share. */
export function checkRemedies(content: Content): Problem[] {
  const topics = new Set(content.topics.map(({ id }) => id))
  const terms = new Set(content.glossary.value.terms.map(({ id }) => id))
  const pages = new Set(referencedPages(content).keys())
  return [
    ...content.remedies.flatMap(({ value: remedy, source }) => {
      const at = (key: string) => (index: number) => source.place([key, index])
      return [
        ...unknown(remedy.topics, topics, at('topics'), '主题', '用 content/topics.yaml 里的编号，例如 wages。'),
        ...unknown(remedy.terms, terms, at('terms'), '词', '用 content/glossary.yaml 里的编号（id）。'),
        ...unknown(
          remedy.pages,
          pages,
          at('pages'),
          '页面',
          '写文件夹和文件名，不带后缀，例如 explainers/unpaid-wages。',
        ),
        ...reviewProblems(remedy, source, content),
        ...remedy.ways.flatMap((way, index) => withoutBasis(way, (...keys) => source.place(['ways', index, ...keys]))),
      ]
    }),
    ...checkOrder(content),
  ]
}

/** A deadline without a citation, and a way without any. */
function withoutBasis(way: Way, place: (...keys: PropertyKey[]) => string): Problem[] {
  const cites = (text: string) => findCitations(text).length > 0
  const problems = way.deadlines.flatMap(({ limit, from }, index) =>
    cites(from)
      ? []
      : [
          {
            place: place('deadlines', index, 'from'),
            fault: `期限“${limit}”没有写法条。`,
            fix: '在从哪天起算的后面写上法条，例如（《劳动争议调解仲裁法》第二十七条）。',
          },
        ],
  )
  const texts = [way.who, ...way.deadlines.map(({ from }) => from), ...way.bring, way.cost ?? '', ...way.next]
  if (!texts.some(cites)) {
    problems.push({
      place: place('action'),
      fault: `办法“${way.action}”没有写法条。`,
      fix: '在 who 或者 next 里写上依据的法条，例如（《劳动保障监察条例》第十三条）。',
    })
  }
  return problems
}

/** Two situations of a group at one place: the list would have no order of its own. */
function checkOrder({ remedies }: Content): Problem[] {
  return remedies.flatMap(({ value, source }, index) => {
    const other = remedies
      .slice(0, index)
      .find(({ value: before }) => before.group === value.group && before.order === value.order)
    return other === undefined
      ? []
      : [
          {
            place: source.place(['order']),
            fault: `分组“${value.group}”里的顺序（order）“${value.order}”已经是“${other.value.id}”的了。`,
            fix: '换一个同一组里没有用过的数字。',
          },
        ]
  })
}
