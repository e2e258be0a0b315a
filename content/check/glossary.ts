import { findCitations } from '../domain/citation.ts'
import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { unknown } from './names.ts'
import { referencedPages } from './page-refs.ts'
import { reviewProblems } from './pages.ts'

/** Words and ids that stand twice, names that do not exist, an index out of order, a basis that is no citation. */
export function checkGlossary(content: Content): Problem[] {
  const { value: glossary, source } = content.glossary
  const { terms } = glossary
  const ids = new Set(terms.map(({ id }) => id))
  const pages = new Set(referencedPages(content).keys())
  const problems = terms.flatMap((own, index) => {
    const at = (...keys: PropertyKey[]) => source.place(['terms', index, ...keys])
    const earlier = terms.slice(0, index)
    const found: Problem[] = []
    if (earlier.some(({ id }) => id === own.id)) {
      found.push({ place: at('id'), fault: `编号“${own.id}”用了两次。`, fix: '每个词用自己的编号（id）。' })
    }
    if (earlier.some(({ term }) => term === own.term)) {
      found.push({ place: at('term'), fault: `“${own.term}”这个词写了两次。`, fix: '留一处解释，另一处删去。' })
    }
    const before = earlier.at(-1)?.initial ?? 'A'
    if (own.initial < before) {
      found.push({
        place: at('initial'),
        fault: `拼音首字母“${own.initial}”排在了“${before}”后面。`,
        fix: '按拼音首字母从 A 到 Z 排：把这个词移到前面，或者改正 initial。',
      })
    }
    if (own.citation !== undefined && findCitations(own.citation).length === 0) {
      found.push({
        place: at('citation'),
        fault: `“${own.citation}”不是法条。`,
        fix: '写上法律和条号，例如《劳动合同法》第三十八条。',
      })
    }
    if (own.see.includes(own.id)) {
      found.push({ place: at('see'), fault: `“${own.id}”参见了它自己。`, fix: '改成别的词的编号，或者删去。' })
    }
    return [
      ...found,
      ...unknown(own.see, ids, (place) => at('see', place), '词', '用 content/glossary.yaml 里的编号（id）。'),
      ...unknown(
        own.pages,
        pages,
        (place) => at('pages', place),
        '页面',
        '写文件夹和文件名，不带后缀，例如 explainers/unpaid-wages。',
      ),
    ]
  })
  return [...problems, ...reviewProblems(glossary, source, content)]
}
