import { describe, expect, test } from 'vitest'
import { handMade, p, refused, relationship, run } from './documents.ts'

const BY = 'w:id="1" w:author="甲" w:date="2026-11-01T00:00:00Z"'
const STYLES =
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
const heading = (text: string) => p(text, '<w:pStyle w:val="1"/>')

describe('a document is refused with the place of', () => {
  test.each<[string, string, string]>([
    ['an insertion', p(`<w:ins ${BY}>${run('新加的话')}</w:ins>`), '插入的内容）：“新加的话”'],
    ['a deletion', p(`<w:del ${BY}><w:r><w:delText>删掉的话</w:delText></w:r></w:del>`), '删除的内容）：“删掉的话”'],
    ['a move away', p(`<w:moveFrom ${BY}>${run('移走的话')}</w:moveFrom>`), '移走的内容）：“移走的话”'],
    ['a move here', p(`<w:moveTo ${BY}>${run('移来的话')}</w:moveTo>`), '移来的内容）：“移来的话”'],
    [
      'changed looks',
      p(run('变粗的话', `<w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange>`)),
      '格式的修订）：“变粗的话”',
    ],
    ['a changed paragraph', p(run('居中的话'), `<w:pPrChange ${BY}><w:pPr/></w:pPrChange>`), '段落格式的修订）'],
    ['an inserted end of a paragraph', p(run('一段话'), `<w:rPr><w:ins ${BY}/></w:rPr>`), '插入的内容）：“一段话”'],
    [
      'an inserted row',
      `<w:tbl><w:tr><w:trPr><w:ins ${BY}/></w:trPr><w:tc>${p('格')}</w:tc></w:tr></w:tbl>`,
      '插入的内容）',
    ],
    [
      'a deleted cell',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel ${BY}/></w:tcPr>${p('格')}</w:tc></w:tr></w:tbl>`,
      '删除的单元格）',
    ],
    ['a changed section', `${p('话')}<w:sectPr><w:sectPrChange ${BY}/></w:sectPr>`, '页面设置的修订）'],
    [
      'a comment',
      p(`<w:commentRangeStart w:id="0"/>${run('请核对')}<w:r><w:commentReference w:id="0"/></w:r>`),
      '批注：“请核对”',
    ],
  ])('%s', (_name, body, fault) => {
    expect(refused(handMade(body))).toEqual([
      expect.objectContaining({ fault: expect.stringContaining(fault), fix: expect.stringContaining('审阅') }),
    ])
  })

  test('all of them at once, each with its paragraph and its heading, and never an author', () => {
    const body =
      p('开头') +
      heading('二、工作要求') +
      p(`<w:ins ${BY}>${run('新加的话')}</w:ins><w:del ${BY}><w:r><w:delText>旧话</w:delText></w:r></w:del>`) +
      p(`${run('请核对这一句')}<w:r><w:commentReference w:id="0"/></w:r>`)
    const problems = refused(handMade(body, { styles: STYLES }))
    expect(problems.map(({ place }) => place)).toEqual([
      '文件.docx，第3段（“二、工作要求”之下）',
      '文件.docx，第3段（“二、工作要求”之下）',
      '文件.docx，第4段（“二、工作要求”之下）',
    ])
    expect(JSON.stringify(problems)).not.toContain('甲')
  })

  test('one in a footnote and one in a header', () => {
    const note = `<w:footnote w:id="1">${p(`<w:ins ${BY}>${run('注')}</w:ins>`)}</w:footnote>`
    const problems = refused(handMade(p('话'), { footnotes: note, header: p(`<w:ins ${BY}>${run('眉')}</w:ins>`) }))
    expect(problems.map(({ place }) => place)).toEqual(['文件.docx，脚注第1段', '文件.docx，页眉第1段'])
  })

  test('a comment that stands in a part of comments only is no obstacle', () => {
    const links = relationship('c', 'comments', 'comments.xml')
    expect(() => refused(handMade(p('话'), { links }))).toThrow('not refused')
  })
})
