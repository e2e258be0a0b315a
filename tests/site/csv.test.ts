import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvText } from '../../site/lib/csv.ts'

const read = (text: string): string[][] => parse(text, { bom: true })

test('starts with the mark that Excel tells UTF-8 by, and ends each record as RFC 4180 says', () => {
  expect(
    csvText([
      ['序号', '法律'],
      ['1', '《劳动法》'],
    ]),
  ).toBe('\uFEFF序号,法律\r\n1,《劳动法》\r\n')
})

test.each([
  ['a comma', '甲,乙'],
  ['a quote', '他说"好"'],
  ['lines', '第一行\n第二行'],
  ['a carriage return', '第一行\r\n第二行'],
  ['nothing', ''],
  ['spaces at its ends', ' 甲 '],
  ['a minus within', '2026-03-31'],
])('a text with %s comes back as it was', (_name, text) => {
  expect(read(csvText([['前', text, '后']]))).toEqual([['前', text, '后']])
})

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '=HYPERLINK("http://x","y")',
])('%j is no formula when a spreadsheet opens it', (text) => {
  expect(read(csvText([['前', text]]))).toEqual([['前', `'${text}`]])
})
