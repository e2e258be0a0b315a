import {
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  type IParagraphOptions,
  type ISectionOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { expect, test } from 'vitest'
import { imported, refused } from './documents.ts'

/** Files as programs write them, with all parts and properties that nobody needs here. */

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const CHINESE = LevelFormat.CHINESE_COUNTING_THOUSAND

async function file(children: ISectionOptions['children'], more: object = {}): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'official',
          levels: [
            { level: 0, format: CHINESE, text: '%1、' },
            { level: 1, format: CHINESE, text: '（%2）' },
            { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
          ],
        },
        { reference: 'articles', levels: [{ level: 0, format: CHINESE, text: '第%1条' }] },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('脚注内容')] } },
    sections: [{ headers: { default: new Header({ children: [new Paragraph('内部资料')] }) }, children }],
    ...more,
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const numbered = (level: number, options: IParagraphOptions) =>
  new Paragraph({ ...options, numbering: { reference: 'official', level } })
const cell = (text: string, options: object = {}) => new TableCell({ ...options, children: [new Paragraph(text)] })

test('a notice keeps its title, headings, numbers, lists, table, image, link and footnote', async () => {
  const bytes = await file([
    new Paragraph({ text: '关于工资支付的通知', heading: HeadingLevel.TITLE }),
    numbered(0, { text: '总体要求', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({
      children: [
        new TextRun('依据'),
        new TextRun({ text: '《宪法》', bold: true }),
        new TextRun('规定，看'),
        new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('说明')] }),
        new FootnoteReferenceRun(1),
      ],
    }),
    numbered(1, { text: '按时支付', heading: HeadingLevel.HEADING_2 }),
    numbered(2, { text: '第一项' }),
    numbered(2, { text: '第二项' }),
    numbered(1, { text: '足额支付', heading: HeadingLevel.HEADING_2 }),
    numbered(2, { text: '又从一开始' }),
    numbered(0, { text: '工作措施', heading: HeadingLevel.HEADING_1 }),
    ...['为了保护', '适用于'].map((text) => new Paragraph({ text, numbering: { reference: 'articles', level: 0 } })),
    new Paragraph({ text: '圆点', bullet: { level: 0 } }),
    new Paragraph({ text: '里面', bullet: { level: 1 } }),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'png',
          data: PNG,
          transformation: { width: 9, height: 9 },
          altText: { name: 'n', title: 't', description: '一张图' },
        }),
      ],
    }),
    new Table({
      rows: [
        new TableRow({ children: [cell('项目'), cell('内容', { columnSpan: 2 })] }),
        new TableRow({ children: [cell('甲', { rowSpan: 2 }), cell('1'), cell('2')] }),
        new TableRow({ children: [cell('3'), cell('4')] }),
      ],
    }),
  ])
  expect(imported(bytes)).toEqual({
    title: '关于工资支付的通知',
    markdown: `## 一、总体要求

依据**《宪法》**规定，看[说明](<https://example.org/>)〔注1〕

### （一）按时支付

1. 第一项
2. 第二项

### （二）足额支付

1. 又从一开始

## 二、工作措施

第一条　为了保护

第二条　适用于

- 圆点
  - 里面

![一张图](/images/x/image-1.png)

| 项目 | 内容 | 内容 |
| --- | --- | --- |
| 甲 | 1 | 2 |
| 甲 | 3 | 4 |

**注**

- 注1：脚注内容`,
    losses: ['页眉“内部资料”没有原样带过来。', '合并的单元格没有原样带过来，一共2处。'],
    places: ['文件.docx，页眉', expect.stringMatching(/^文件\.docx，第\d+段（“工作措施”之下）$/)],
  })
})

test('tracked changes and comments are refused with their places', async () => {
  const change = { id: 1, author: '甲', date: '2026-11-01T00:00:00Z' }
  const bytes = await file(
    [
      new Paragraph({ text: '工作要求', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [
          new InsertedTextRun({ ...change, text: '新加的话' }),
          new DeletedTextRun({ ...change, id: 2, text: '旧话' }),
        ],
      }),
      new Paragraph({ children: [new TextRun('请核对'), new TextRun({ children: [new CommentReference(0)] })] }),
    ],
    { comments: { children: [{ id: 0, author: '乙', date: new Date(0), children: [new Paragraph('对吗？')] }] } },
  )
  expect(refused(bytes).map(({ place, fault }) => `${place}：${fault}`)).toEqual([
    '文件.docx，第2段（“工作要求”之下）：还有没处理的修订（插入的内容）：“新加的话”。',
    '文件.docx，第2段（“工作要求”之下）：还有没处理的修订（删除的内容）：“旧话”。',
    '文件.docx，第3段（“工作要求”之下）：还有没处理的批注：“请核对”。',
  ])
})
