import type { Problem } from '../../domain/errors.ts'
import { excerptOf } from './losses.ts'
import { textOf } from './places.ts'
import { elements, type XmlElement } from './xml.ts'

/** What nobody has decided yet: tracked changes and comments. A page made of it might publish what was struck out. */

const REVISIONS: Readonly<Record<string, string>> = {
  'w:ins': '插入的内容',
  'w:del': '删除的内容',
  'w:moveFrom': '移走的内容',
  'w:moveTo': '移来的内容',
  'w:rPrChange': '格式的修订',
  'w:pPrChange': '段落格式的修订',
  'w:sectPrChange': '页面设置的修订',
  'w:tblPrChange': '表格格式的修订',
  'w:tblGridChange': '表格格式的修订',
  'w:trPrChange': '表格格式的修订',
  'w:tcPrChange': '表格格式的修订',
  'w:cellIns': '插入的单元格',
  'w:cellDel': '删除的单元格',
  'w:cellMerge': '合并单元格的修订',
  'w:numberingChange': '编号的修订',
  'w:customXmlInsRangeStart': '插入的内容',
  'w:customXmlDelRangeStart': '删除的内容',
}

/** Text of paragraphs and revisions is read once a problem needs it. */
export function pendingIn(part: XmlElement, places: ReadonlyMap<XmlElement, string>, whole: string): Problem[] {
  const found = new Map<string, Problem>()
  const note = (place: string, what: string, text: string, fix: string) => {
    const excerpt = excerptOf(text)
    const fault = `还有没处理的${what}${excerpt === '' ? '' : `：“${excerpt}”`}。`
    found.set(`${place}${fault}`, { place, fault, fix })
  }
  const visit = (element: XmlElement, paragraph: XmlElement | null): void => {
    const own = element.name === 'w:p' ? element : paragraph
    const place = (own === null ? undefined : places.get(own)) ?? whole
    const revision = REVISIONS[element.name]
    if (revision !== undefined) {
      const text = textOf(element) || (own === null ? '' : textOf(own))
      note(place, `修订（${revision}）`, text, '在 Word 的“审阅”里接受或者拒绝所有修订，再导入。')
      return
    }
    if (element.name === 'w:commentReference' || element.name === 'w:commentRangeStart') {
      note(place, '批注', own === null ? '' : textOf(own), '在 Word 的“审阅”里删除所有批注，再导入。')
    }
    for (const inner of elements(element)) visit(inner, own)
  }
  visit(part, null)
  return [...found.values()]
}
