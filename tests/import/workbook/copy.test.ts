import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { annotatedCopy } from '../../../content/import/workbook/copy.ts'
import { copyName, notesOf } from '../../../content/import/workbook/notes.ts'
import { readCells } from '../../../content/import/workbook/read.ts'
import { textRow, workbook } from './workbooks.ts'

const HOSTILE = '=HYPERLINK("http://x","点我")<b>&'

describe('the copy of a workbook', () => {
  const formula = '<row r="4" spans="1:3"><c r="A4" s="1"><f>SUM(A1:A2)</f><v>46360</v></c><c r="C4" s="2"/></row>'
  const bytes = workbook(
    {
      name: '在职',
      before: '<dimension ref="A1:B4"/>',
      data: textRow(1, '名单') + textRow(2, '工号', '姓名') + textRow(3, 'ML1', '张三') + formula + textRow(5, 'ML2'),
      behind: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    },
    { name: '别的', data: textRow(1, '不动') },
  )

  async function copied() {
    const cells = await readCells('人员.xlsx', bytes)
    const copy = await annotatedCopy(cells, bytes, [{ sheet: '在职', row: 4, text: HOSTILE }])
    return { copy, cells: await readCells('人员（问题）.xlsx', copy), parts: unzipSync(copy) }
  }

  test('has the note beside the row and a heading in the row of headings', async () => {
    const { cells } = await copied()
    expect(cells.sheets[0]?.rows.map((row) => [row.number, row.cells[2]?.text])).toEqual([
      [1, undefined],
      [2, '问题'],
      [3, undefined],
      [4, HOSTILE],
      [5, undefined],
    ])
    expect(cells.sheets[0]?.rows[3]?.cells[2]?.formula).toBeUndefined()
  })

  test('keeps formulas, formats, merged cells and what it has no note for', async () => {
    const { cells, parts } = await copied()
    const before = unzipSync(bytes)
    expect(cells.sheets[0]?.rows[3]?.cells[0]).toMatchObject({
      text: '2026-12-04',
      kind: 'date',
      formula: 'SUM(A1:A2)',
    })
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain(textRow(3, 'ML1', '张三'))
    expect(sheet).toContain('<mergeCell ref="A1:B1"/>')
    expect(parts['xl/worksheets/sheet2.xml']).toEqual(before['xl/worksheets/sheet2.xml'])
    expect(Object.keys(parts)).toEqual(Object.keys(before))
  })

  test('colours the cells of the row and no others', async () => {
    const { parts } = await copied()
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
    const formats = styles.match(/<xf [^>]*>/g) ?? []
    const coloured = [...sheet.matchAll(/<c r="([A-Z]\d)" s="(\d)"|<c s="(\d)" r="([A-Z]\d)"/g)].map(
      ([, place, style, other, own]) => [place ?? own, /fillId="2"/.test(formats[Number(style ?? other)] ?? '')],
    )
    expect(coloured).toEqual([
      ['A4', true],
      ['C4', true],
    ])
    expect(formats[4]).toContain('numFmtId="14"')
  })

  test('is the same whenever it is written', async () => {
    expect((await copied()).copy).toEqual((await copied()).copy)
  })

  test('is refused when every column is used', async () => {
    const full = workbook({ name: '在职', data: '<row r="1"><c r="XFD1"><v>1</v></c></row>' })
    const cells = await readCells('人员.xlsx', full)
    await expect(annotatedCopy(cells, full, [{ sheet: '在职', row: 1, text: '错' }])).rejects.toThrow('没有地方写问题')
  })
})

test('the copy of CSV is UTF-8 with byte order mark, in the same rows, and starts no formula', async () => {
  const bytes = strToU8('工号;姓名\n\nML1;=1+1\nML2;"张\n')
  const cells = await readCells('人员.csv', bytes)
  const copy = await annotatedCopy(cells, bytes, [
    { sheet: null, row: 3, text: HOSTILE },
    { sheet: null, row: 4, text: '引号' },
  ])
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(copy)).toBe(
    '\ufeff工号,姓名,问题\r\n\r\nML1,\'=1+1,"\'=HYPERLINK(""http://x"",""点我"")<b>&"\r\n"ML2;""张",,引号\r\n',
  )
})

test('a note has all problems of its row with their columns', () => {
  const problem = (row: number, fault: string) => ({
    sheet: '在职',
    row,
    place: `a.xlsx“在职”表第${row}行“工号”列（A1）`,
    fault,
    fix: '改。',
  })
  expect(notesOf([problem(2, '甲。'), problem(3, '乙。'), problem(2, '丙。')])).toEqual([
    { sheet: '在职', row: 2, text: '工号：甲。改。\n工号：丙。改。' },
    { sheet: '在职', row: 3, text: '工号：乙。改。' },
  ])
})

test.each([
  ['人员.xlsx', '人员（问题）.xlsx'],
  ['2026.人员.csv', '2026.人员（问题）.csv'],
  ['人员', '人员（问题）'],
])('the copy of %s is %s', (file, copy) => {
  expect(copyName(file)).toBe(copy)
})
