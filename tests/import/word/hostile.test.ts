import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FILE_AT_MOST, PART_AT_MOST } from '../../../content/import/word/package.ts'
import { parseXml, XmlError } from '../../../content/import/word/xml.ts'
import { handMade, imported, p, refused, relationship, run } from './documents.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function drawing(id: string, mode = 'r:embed'): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="../../../evil" descr="说明"/><a:graphic><a:graphicData><a:blip ${mode}="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

describe('what is no Word document', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), '空文件'],
    ['a text', () => strToU8('你好'), '不是 Word 文件'],
    ['an old .doc, or one behind a password', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), '旧的 .doc'],
    ['a broken archive', () => handMade(p('话')).slice(0, 300), '打不开'],
    ['an archive of something else', () => zipSync({ 'a.xml': strToU8('<a/>') }), '不是 Word 文件'],
    ['a document with macros', () => handMade(p('话'), { entries: { 'word/vbaProject.bin': strToU8('x') } }), '有宏'],
    [
      'an archive without a document',
      () => zipSync({ '[Content_Types].xml': strToU8('<a/>'), '_rels/.rels': strToU8('<a/>') }),
      '读不懂',
    ],
    ['broken XML', () => handMade('<w:p>'), '读不懂'],
    [
      'XML that is not UTF-8',
      () => handMade('', { entries: { 'word/document.xml': new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) } }),
      '读不懂',
    ],
    [
      'entities',
      () => handMade('', { entries: { 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>') } }),
      '读不懂',
    ],
    ['a file that is too large', () => new Uint8Array(FILE_AT_MOST + 1), '50 MB'],
    ['a zip bomb', () => handMade(p('话'), { entries: { 'word/bomb.xml': new Uint8Array(PART_AT_MOST + 1) } }), '太大'],
    [
      'too many parts',
      () =>
        handMade(p('话'), {
          entries: Object.fromEntries(Array.from({ length: 4001 }, (_, index) => [`a${index}`, new Uint8Array()])),
        }),
      '部件太多',
    ],
    [
      'elements within elements without end',
      () => handMade('<w:sdt><w:sdtContent>'.repeat(300) + '</w:sdtContent></w:sdt>'.repeat(300)),
      '读不懂',
    ],
  ])('is refused: %s', (_name, bytes, fault) => {
    expect(refused(bytes())).toEqual([
      { place: '文件.docx', fault: expect.stringContaining(fault), fix: expect.stringMatching(/。$/) },
    ])
  })

  test.each(['<a>', '<a></b>', '', 'text', '<a b=c/>', '<a>&nothing;</a>'])(
    'XML such as %j is not well formed',
    (text) => {
      expect(() => parseXml(strToU8(text))).toThrow(XmlError)
    },
  )
})

describe('an image', () => {
  test('gets a name of our own, whatever the archive calls it', () => {
    const bytes = handMade(p(drawing('i')), {
      links: relationship('i', 'image', '../../../../etc/evil.png'),
      entries: { '../../../../etc/evil.png': PNG, 'etc/evil.png': PNG },
    })
    expect(imported(bytes).markdown).not.toContain('evil')
  })

  test('is kept when it is what it says', () => {
    const bytes = handMade(p(drawing('i')), {
      links: relationship('i', 'image', 'media/x.png'),
      entries: { 'word/media/x.png': PNG },
    })
    expect(imported(bytes)).toMatchObject({ markdown: '![说明](/images/x/image-1.png)', losses: [] })
  })

  test.each<[string, string, Uint8Array, string]>([
    ['from elsewhere', 'r:link', PNG, ' TargetMode="External"'],
    ['that is a page', 'r:embed', strToU8('<html><script>'), ''],
    ['that is an SVG', 'r:embed', strToU8('<svg/>'), ''],
  ])('%s is listed and left out', (_name, attribute, content, mode) => {
    const bytes = handMade(p(run('前') + drawing('i', attribute)), {
      links: relationship('i', 'image', 'media/x.png', mode),
      entries: { 'word/media/x.png': content },
    })
    expect(imported(bytes)).toMatchObject({ markdown: '前', losses: [expect.stringContaining('图片“说明”')] })
  })
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'https://a b',
  'https://a"onclick="',
  '//evil',
])('a link to %j becomes plain text and is listed', (target) => {
  const links = relationship('l', 'hyperlink', target.replaceAll('"', '&quot;'), ' TargetMode="External"')
  const bytes = handMade(p(`<w:hyperlink r:id="l">${run('点我')}</w:hyperlink>`), { links })
  expect(imported(bytes)).toMatchObject({ markdown: '点我', losses: [expect.stringContaining('链接')] })
})
