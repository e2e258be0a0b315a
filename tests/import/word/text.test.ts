import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { handMade, imported, p, relationship, run } from './documents.ts'

const B = '<w:b/>'
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const styled = (id: string, text: string) => p(text, `<w:pStyle w:val="${id}"/>`)
const field = (instruction: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

describe('a paragraph', () => {
  test.each<[string, string, string]>([
    ['keeps its punctuation, wide and narrow', run('他说：“是,还是不是?”（见ABC）'), '他说：“是,还是不是?”（见ABC）'],
    ['keeps bold', run('依据') + run('《宪法》', B) + run('规定'), '依据**《宪法》**规定'],
    ['joins runs of the same looks', run('《宪', B) + run('法》', B), '**《宪法》**'],
    ['moves blanks out of bold', run('先 ', B) + run('后'), '**先** 后'],
    ['drops bold of nothing', run('前') + run(' ', B) + run('后'), '前 后'],
    ['knows bold that is off', run('平', '<w:b w:val="0"/>') + run('粗', '<w:b w:val="true"/>'), '平**粗**'],
    ['keeps italic', run('看') + run('这里', '<w:i/>'), '看*这里*'],
    ['breaks its lines', `${run('甲')}<w:r><w:br/></w:r>${run('乙')}`, '甲\\\n乙'],
    ['passes over breaks of pages', `${run('甲')}<w:r><w:br w:type="page"/></w:r>${run('乙')}`, '甲乙'],
    ['puts a wide blank for a tab', `${run('甲')}<w:r><w:tab/></w:r>${run('乙')}`, '甲　乙'],
    [
      'escapes what Markdown would read',
      run('*星* [链] `码` 空____格 a_b \\ &lt;b&gt; &amp;nbsp;'),
      '\\*星\\* \\[链\\] \\`码\\` 空____格 a_b \\\\ \\<b> \\&nbsp;',
    ],
    ['escapes a heading that is none', run('# 不是标题'), '\\# 不是标题'],
    ['escapes a list that is none', run('- 不是列表'), '\\- 不是列表'],
    ['escapes a quotation that is none', run('> 不是引用'), '\\> 不是引用'],
    ['leaves 1. as the list it is', run('1. 第一步'), '1. 第一步'],
    ['keeps citations', run('依据《劳动法》第五十条。'), '依据《劳动法》第五十条。'],
    [
      'reads content controls',
      `<w:sdt><w:sdtPr/><w:sdtContent>${run('控件里的字')}</w:sdtContent></w:sdt>`,
      '控件里的字',
    ],
    ['reads simple fields', `<w:fldSimple w:instr="DATE">${run('2026年')}</w:fldSimple>`, '2026年'],
    ['reads what fields show', field('DATE', run('2026年')), '2026年'],
    [
      'reads links in fields',
      field('HYPERLINK "https://example.org/a"', run('网站')),
      '[网站](<https://example.org/a>)',
    ],
    ['has no blanks at its ends', run('  话  '), '话'],
  ])('%s', (_name, runs, expected) => {
    expect(imported(handMade(p(runs))).markdown).toBe(expected)
  })

  test('keeps links', () => {
    const links = relationship('l', 'hyperlink', 'https://example.org/?a=1&amp;b=(2)', ' TargetMode="External"')
    const bytes = handMade(p(`<w:hyperlink r:id="l">${run('网站')}</w:hyperlink>`), { links })
    expect(imported(bytes)).toMatchObject({ markdown: '[网站](<https://example.org/?a=1&b=(2)>)', losses: [] })
  })

  test('may come from any prefix and from the strict form', () => {
    const document = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格格式</x:t></x:r></x:p></x:body></x:document>`
    expect(imported(handMade('', { entries: { 'word/document.xml': strToU8(document) } })).markdown).toBe('严格格式')
  })

  test('may come in UTF-16', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>双字节</w:t></w:r></w:p></w:body></w:document>'
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    expect(imported(handMade('', { entries: { 'word/document.xml': bytes } })).markdown).toBe('双字节')
  })
})

describe('a heading', () => {
  test.each<[string, string, string]>([
    ['by the name of its style', style('a', 'heading 1'), '## 甲'],
    ['by the Chinese name', style('a', '标题 1'), '## 甲'],
    ['by a style of official documents', style('a', '公文一级标题'), '## 甲'],
    ['by its outline level', style('a', '我的样式', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'), '## 甲'],
    [
      'by the style that its style is based on',
      style('b', 'heading 1') + style('a', '我的样式', '<w:basedOn w:val="b"/>'),
      '## 甲',
    ],
    ['but not body text', style('a', '正文', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'), '甲'],
    [
      'but not a style in a circle',
      style('a', '环', '<w:basedOn w:val="b"/>') + style('b', '环二', '<w:basedOn w:val="a"/>'),
      '甲',
    ],
  ])('is known %s', (_name, styles, expected) => {
    expect(imported(handMade(p('首段') + styled('a', '甲'), { styles })).markdown).toBe(`首段\n\n${expected}`)
  })

  test('is as high as it is beside the others', () => {
    const styles = style('2', 'heading 2') + style('3', 'heading 3')
    const body = styled('2', '甲') + styled('3', '乙') + styled('2', '丙')
    expect(imported(handMade(body, { styles })).markdown).toBe('## 甲\n\n### 乙\n\n## 丙')
  })

  test('is not bold besides', () => {
    const styles = style('1', 'heading 1', '<w:rPr><w:b/></w:rPr>')
    expect(imported(handMade(p(run('甲', B), '<w:pStyle w:val="1"/>'), { styles })).markdown).toBe('## 甲')
  })

  test.each<[string, string, string]>([
    ['in the style Title', styled('t', '关于工资的通知'), style('t', 'Title')],
    ['centred at the start', p('关于工资的通知', '<w:jc w:val="center"/>'), ''],
  ])('is the title of the document %s', (_name, title, styles) => {
    expect(imported(handMade(title + p('正文'), { styles }))).toMatchObject({
      title: '关于工资的通知',
      markdown: '正文',
    })
  })
})

describe('what a draft has no form for is listed with its place', () => {
  const drawing = (inner: string) => `<w:r><w:drawing><wp:inline>${inner}</wp:inline></w:drawing></w:r>`
  test.each<[string, string, string, string]>([
    ['underlining', run('话', '<w:u w:val="single"/>'), '话', '下划线'],
    ['striking', run('话', '<w:strike/>'), '话', '删除线'],
    ['raised text', run('m') + run('2', '<w:vertAlign w:val="superscript"/>'), 'm2', '上标或者下标“2”'],
    ['hidden text', run('话') + run('藏', '<w:vanish/>'), '话', '隐藏的文字“藏”'],
    ['italics of punctuation', run('《书》', '<w:i/>'), '《书》', '斜体'],
    ['a symbol', `${run('话')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`, '话', '特殊字体的符号'],
    ['an equation', `${run('话')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`, '话', '公式“a+b”'],
    [
      'a text box',
      `${run('话')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p('框里')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('框里')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      '话',
      '文本框“框里”',
    ],
    ['a chart', run('话') + drawing('<a:graphic><a:graphicData/></a:graphic>'), '话', '图形'],
    ['an object', `${run('话')}<w:r><w:object/></w:r>`, '话', '嵌入的对象'],
    [
      'readings above characters',
      `<w:r><w:ruby><w:rt>${run('fǎ')}</w:rt><w:rubyBase>${run('法')}</w:rubyBase></w:ruby></w:r>`,
      '法',
      '拼音“fǎ”',
    ],
  ])('%s', (_name, runs, markdown, loss) => {
    expect(imported(handMade(p(runs)))).toMatchObject({ markdown, losses: [expect.stringContaining(loss)] })
  })

  test('once a kind, with how often', () => {
    const body = p(run('一', '<w:u w:val="single"/>')) + p(run('二', '<w:u w:val="single"/>'))
    expect(imported(handMade(body))).toMatchObject({
      losses: ['下划线没有原样带过来，一共2处。'],
      places: ['文件.docx，第1段'],
    })
  })

  test('a table of contents, over all its paragraphs', () => {
    const body =
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一、总则 1')}`,
      ) +
      p(run('二、附则 2')) +
      p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
      p('正文')
    expect(imported(handMade(body))).toMatchObject({ markdown: '正文', losses: ['目录没有原样带过来。'] })
  })
})

describe('a table', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`

  test('keeps rows and columns', () => {
    expect(imported(handMade(table(cell('甲') + cell('乙'), cell('1|2') + cell(''))))).toMatchObject({
      markdown: '| 甲 | 乙 |\n| --- | --- |\n| 1\\|2 |  |',
      losses: [],
    })
  })

  test('repeats merged cells and lists them', () => {
    const rows = [
      cell('甲', '<w:gridSpan w:val="2"/>') + cell('乙', '<w:vMerge w:val="restart"/>'),
      cell('1') + cell('2') + cell('', '<w:vMerge/>'),
    ]
    expect(imported(handMade(table(...rows)))).toMatchObject({
      markdown: '| 甲 | 甲 | 乙 |\n| --- | --- | --- |\n| 1 | 2 | 乙 |',
      losses: [expect.stringContaining('合并的单元格')],
    })
  })

  test('of one column becomes paragraphs', () => {
    expect(imported(handMade(table(cell('甲'), cell('乙')))).markdown).toBe('甲\n\n乙')
  })

  test('is as wide as its widest row', () => {
    expect(imported(handMade(table(cell('甲'), cell('1') + cell('2')))).markdown).toBe(
      '| 甲 |  |\n| --- | --- |\n| 1 | 2 |',
    )
  })
})

test('footnotes stand at the end, in the order in which they are named', () => {
  const note = (id: number, text: string) =>
    `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${run(text)}`)}</w:footnote>`
  const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const { markdown } = imported(
    handMade(p(run('甲') + refer(3) + run('乙') + refer(2)), { footnotes: note(2, '后') + note(3, '先') }),
  )
  expect(markdown).toBe('甲〔注1〕乙〔注2〕\n\n**注**\n\n- 注1：先\n- 注2：后')
})
