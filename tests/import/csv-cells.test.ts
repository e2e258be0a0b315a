import { describe, expect, it } from 'vitest'
import { readCsv } from '../../content/import/csv-cells.ts'
import { columnOf } from '../../content/import/csv-header.ts'
import type { QuestionTable } from '../../content/import/question-table.ts'
import { HEADER, row, table } from './csv.ts'

const TEXT = '题干,答案,选项A,选项B\n工资按什么支付？,A,货币,实物\n'
/** `TEXT` in GB18030, which this platform reads but doesn't write. */
const GB18030 = 'cce2b8c92cb4f0b0b82cd1a1cfee412cd1a1cfee420ab9a4d7cab0b4cab2c3b4d6a7b8b6a3bf2c412cbbf5b1d22ccab5ceef0a'

function bytes(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])),
  )
}

function stems({ rows }: QuestionTable): (string | undefined)[] {
  return rows.map(({ cells }) => cells.get('stem'))
}

describe('column names', () => {
  it.each([
    ['input', 'stem'],
    ['\ufeffInput ', 'stem'],
    ['试题', 'stem'],
    ['题 干', 'stem'],
    ['OUTPUT', 'answer'],
    ['答案', 'answer'],
    ['选项Ａ', 'A'],
    ['选项 l', 'L'],
    ['d', 'D'],
    ['M', null],
    ['来源', 'source'],
    ['题型', 'type'],
    ['multichoice', 'multichoice'],
    ['题目分类', 'category'],
    ['题型(0单选 1判断 2多选)', 'type'],
    ['*题干（必填）', 'stem'],
    ['选项2', 'B'],
    ['选项M', 'beyond'],
    ['知识点', null],
    ['constructor', null],
  ])('%j means %s', (name, column) => {
    expect(columnOf(name)).toBe(column)
  })
})

it('passes over the column of notes in a corrected copy', () => {
  expect(stems(table(['题干,答案,A,B,问题', '甲乙？,A,甲,乙,答案里的“E”没有这个选项。']))).toEqual(['甲乙？'])
  expect(stems(table(['问题,答案,A,B,问题', '甲乙？,A,甲,乙,']))).toEqual(['甲乙？'])
})

describe('encodings and separators', () => {
  it.each([
    ['UTF-8', bytes(TEXT)],
    ['UTF-8 with byte order mark', bytes([0xef, 0xbb, 0xbf], TEXT)],
    ['GB18030', Uint8Array.from(Buffer.from(GB18030, 'hex'))],
    ['GB18030 with byte order mark', Uint8Array.from(Buffer.from(`84319533${GB18030}`, 'hex'))],
    ['Windows line ends', bytes(TEXT.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', bytes(TEXT.replaceAll('\n', '\r'))],
    ['semicolons', bytes(TEXT.replaceAll(',', ';'))],
    ['tabs', bytes(TEXT.replaceAll(',', '\t'))],
    ['a title above the header', bytes(`2026年题库,,,\n\n${TEXT}`)],
    ['a spreadsheet that names its separator', bytes(`sep=;\n${TEXT.replaceAll(',', ';')}`)],
  ])('reads %s', (_, file) => {
    const { rows, problems } = readCsv('law.csv', file)
    expect(problems).toEqual([])
    expect(rows.map(({ cells }) => [...cells.values()])).toEqual([['工资按什么支付？', 'A', '货币', '实物']])
  })

  it('names the row whose UTF-8 is damaged instead of taking the file for GB18030', () => {
    const file = bytes(TEXT, [0xe5, 0xb7, 0x2c], 'A,甲,乙\n', '加班费怎么算？,B,一倍,一倍半\n')
    expect(stems(readCsv('law.csv', file))).toEqual(['工资按什么支付？', '\ufffd', '加班费怎么算？'])
  })
})

describe('rows', () => {
  it('keeps quotes, separators and line breaks inside a cell, and names row and line', () => {
    const read = table([HEADER, row({ stem: '甲说："好，\n可以。"' }), '', row({ stem: '乙？' })])
    expect(stems(read)).toEqual(['甲说："好，\n可以。"', '乙？'])
    expect(read.rows.map(({ place }) => place)).toEqual(['law.csv 第2行', 'law.csv 第4行（用记事本打开是第5行）'])
  })

  it('passes over blank rows and columns it does not need', () => {
    const read = table(['序号,题干,人员类型,答案,A,B', ',,,,,', '1,乙？,易,A,甲,乙', ' , ,,,,'])
    expect(read.rowCount).toBe(1)
    expect([...(read.rows[0]?.cells.keys() ?? [])]).toEqual(['stem', 'answer', 'A', 'B'])
    expect(read.notices).toEqual(['law.csv：这几列没有导入：序号、人员类型。'])
  })

  it('names a broken row and reads the others', () => {
    const unclosed = `"${row({ stem: '丙' })}`
    const { rows, rowCount, problems } = table([
      HEADER,
      row({ stem: '甲' }),
      row({ stem: '乙' }),
      unclosed,
      row({ stem: '丁' }),
    ])
    expect(rows.map(({ cells }) => cells.get('stem'))).toEqual(['甲', '乙', '丁'])
    expect(rowCount).toBe(4)
    expect(problems.map(({ place, fault }) => [place, fault])).toEqual([
      ['law.csv 第4行', '英文双引号没有成对，少了后面的一个。'],
    ])
  })

  it('does not let a lost quote swallow the next row', () => {
    const { rows, problems } = table([HEADER, `"甲,A,1,2`, `"乙",B,1,2`, '丙,A,1,2'])
    expect(rows.map(({ cells }) => cells.get('stem'))).toEqual(['乙', '丙'])
    expect(problems.map(({ place }) => place)).toEqual(['law.csv 第2行'])
  })

  it('names rows with more cells than the header', () => {
    const { rows, problems } = table(['题干,答案,A,B', '甲，乙,丙？,A,1,2', '丁？,A,1,2,,'])
    expect(rows).toHaveLength(1)
    expect(problems[0]?.fault).toBe('这一行有5格，表头只有4格。')
  })
})

describe('files that cannot be read', () => {
  it.each([
    ['an empty file', bytes(''), '文件是空的。'],
    ['a header only', bytes(`${HEADER}\n`), '表头下面没有题目。'],
    ['no header', bytes('甲,A,1,2\n'), '找不到有题干和答案的表头'],
    ['another separator', bytes(TEXT.replaceAll(',', '|')), '找不到有题干和答案的表头'],
    ['a workbook', bytes('PK\u0003\u0004…'), '这是表格文件或者压缩文件，不是 CSV。'],
    ['UTF-16', bytes([0xff, 0xfe, 0x41, 0x00]), '文件的编码是 UTF-16，读不了。'],
    ['NUL bytes only', bytes('\0'.repeat(5000)), '找不到有题干和答案的表头'],
    ['noise', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + 128) % 256), '找不到有题干和答案的表头'],
    ['doubled columns', bytes('input,output,A,B,a\n甲？,A,1,2,3\n'), '表头里有两列是一个意思：“a”。'],
    ['question and answer twice', bytes('题干,问题,答案,A,B\n甲？,乙？,A,1,2\n'), '表头里有两列是一个意思：“问题”。'],
  ])('says what is wrong with %s', (_, file, fault) => {
    const { rows, problems } = readCsv('law.csv', file)
    expect(rows).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]?.place).toContain('law.csv')
    expect(problems[0]?.fault).toContain(fault)
  })

  it('gives up on a file that is broken all over, in reasonable time', () => {
    const { rows, problems } = table([HEADER, ...Array.from({ length: 20_000 }, (_, index) => `"甲"${index},A,1,2`)])
    expect(rows).toEqual([])
    expect(problems).toHaveLength(100)
    expect(problems.at(-1)?.fault).toBe('格子中间有一个英文双引号。这样的行已经有100行，后面的没有再读。')
  })
})
