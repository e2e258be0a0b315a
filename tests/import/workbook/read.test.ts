import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ProblemsError } from '../../../content/domain/errors.ts'
import { type Cells, columnName, placeOf } from '../../../content/import/workbook/cells.ts'
import { readCells } from '../../../content/import/workbook/read.ts'
import { textRow, textWorkbook, workbook, workbookParts } from './workbooks.ts'

function shown({ sheets }: Cells) {
  return sheets.map(({ name, rows }) => [
    name,
    rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)]),
  ])
}

async function refused(bytes: Uint8Array, file = '人员.xlsx') {
  const error = await readCells(file, bytes).catch((caught: unknown) => caught)
  if (!(error instanceof ProblemsError)) throw new Error(`not refused: ${String(error)}`)
  return error.problems
}

describe('a workbook', () => {
  test('is read as Excel shows it: rows and columns, numbers, days, truth values, errors', async () => {
    const data =
      '<row r="3"><c r="B3" s="2"><v>7</v></c><c r="C3"><v>0.5</v></c><c r="D3" s="1"><v>46360</v></c><c r="E3" s="3"><v>46360.395833333</v></c>' +
      '<c r="F3" t="b"><v>1</v></c><c r="G3" t="e"><v>#REF!</v></c><c r="H3"><f>1+1</f><v>2</v></c><c r="I3"><v>310101199001011</v></c></row>'
    const cells = await readCells('人员.xlsx', workbook({ name: '在职', data }))
    expect(shown(cells)).toEqual([
      ['在职', [[3, '', '00007', '0.5', '2026-12-04', '2026-12-04 09:30', 'TRUE', '#REF!', '2', '310101199001011']]],
    ])
    const [row] = cells.sheets[0]?.rows ?? []
    expect(row?.cells.map(({ kind }) => kind)).toEqual([
      'empty',
      'number',
      'number',
      'date',
      'date',
      'boolean',
      'error',
      'number',
      'number',
    ])
    expect(row?.cells[7]?.formula).toBe('1+1')
  })

  test('keeps all sheets, leaves blank rows out and says what is hidden', async () => {
    const cells = await readCells(
      '人员.xlsx',
      workbook(
        { name: '甲 &amp; 乙', data: textRow(1, '标题') + textRow(2, ' ', null) + textRow(5, null, '𠮷·古丽') },
        { name: '字典', data: textRow(1, '是'), hidden: true },
      ),
    )
    expect(shown(cells)).toEqual([
      [
        '甲 & 乙',
        [
          [1, '标题'],
          [5, '', '𠮷·古丽'],
        ],
      ],
      ['字典', [[1, '是']]],
    ])
    expect(cells.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
  })

  test('fills cells that are merged downwards and not those to the right', async () => {
    const data =
      textRow(1, '名单', null, null) + textRow(2, '市局', '甲') + textRow(3, null, '乙') + textRow(4, null, '丙')
    const behind = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>'
    const cells = await readCells('人员.xlsx', workbook({ data, behind }))
    expect(shown(cells)[0]?.[1]).toEqual([
      [1, '名单'],
      [2, '市局', '甲'],
      [3, '市局', '乙'],
      [4, '', '丙'],
    ])
    expect(cells.sheets[0]?.rows[2]?.cells[0]?.filled).toBe(true)
  })

  test('may have 16,384 columns', async () => {
    const data = `<row r="1">${Array.from({ length: 16_384 }, (_, at) => `<c r="${columnName(at)}1"><v>${at}</v></c>`).join('')}</row>`
    const cells = await readCells('人员.xlsx', workbook({ data }))
    expect(cells.sheets[0]?.rows[0]?.cells.at(-1)?.text).toBe('16383')
  })

  test('has places that name sheet, row, heading and cell', () => {
    expect(placeOf({ file: '人员.xlsx' }, { name: '在职' }, { number: 14 }, 27, '工号')).toBe(
      '人员.xlsx“在职”表第14行“工号”列（AB14）',
    )
    expect(placeOf({ file: '人员.csv' }, { name: null }, { number: 4, line: 6 }, 0, '工号')).toBe(
      '人员.csv 第4行（用记事本打开是第6行）“工号”列',
    )
  })
})

describe('what is no workbook that can be read', () => {
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0])
  const sound = () => workbookParts([{ data: textRow(1, '工号') }])
  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), '空文件'],
    ['a text', () => strToU8('你好'), '不是 Excel 工作簿'],
    ['an old .xls', () => Uint8Array.from([...OLE, 0, 0, ...utf16('Workbook')]), '旧的 .xls'],
    ['one behind a password', () => Uint8Array.from([...OLE, ...utf16('EncryptedPackage')]), '密码'],
    ['one of 100 MB', () => new Uint8Array(100 * 2 ** 20).fill(0x50, 0, 1).fill(0x4b, 1, 2), '32 MB'],
    ['a zip bomb', () => zipSync({ ...sound(), 'xl/bomb.xml': new Uint8Array(64 * 2 ** 20) }), '太大'],
    [
      'too many parts',
      () =>
        zipSync({
          ...sound(),
          ...Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`a${at}`, new Uint8Array()])),
        }),
      '部件太多',
    ],
    ['one with macros', () => zipSync({ ...sound(), 'xl/vbaProject.bin': strToU8('x') }), '有宏'],
    ['an archive of something else', () => zipSync({ 'a.xml': strToU8('<a/>') }), '不是 Excel 工作簿'],
    ['half of one', () => zipSync(sound()).slice(0, 700), '打不开'],
    [
      'a cell in the farthest corner',
      () =>
        workbook({
          data: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        }),
      '工作表太大',
    ],
    ['a cell beyond it', () => workbook({ data: '<row r="1"><c r="ZZZ1"><v>1</v></c></row>' }), '读不懂'],
  ])('is refused in one sentence: %s', async (_name, bytes, fault) => {
    expect(await refused(bytes())).toEqual([
      { place: '人员.xlsx', fault: expect.stringContaining(fault), fix: expect.stringMatching(/。$/) },
    ])
  })

  test('is an archive whose parts are larger than its directory says', async () => {
    const bytes = zipSync({ ...sound(), 'xl/bomb.xml': new Uint8Array(5_000_000) })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at += 1) {
      // Sizes in the directory and before the part itself: ten bytes instead of five million.
      if (view.getUint32(at, true) === 5_000_000) view.setUint32(at, 10, true)
    }
    expect(await refused(bytes)).toEqual([expect.objectContaining({ fault: '文件损坏了，打不开。' })])
  })
})

describe('CSV', () => {
  // 工号,姓名 and ML1,张三 in GB18030, which this platform reads but doesn't write.
  const GB = [
    0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x4d, 0x4c, 0x31, 0x2c, 0xd5, 0xc5, 0xc8, 0xfd,
  ]
  test.each<[string, Uint8Array]>([
    ['UTF-8', strToU8('工号,姓名\nML1,张三')],
    ['UTF-8 with byte order mark', strToU8('\ufeff工号,姓名\r\nML1,张三\r\n')],
    ['semicolons', strToU8('工号;姓名\nML1;张三')],
    ['tabs', strToU8('工号\t姓名\nML1\t张三')],
    ['GB18030', Uint8Array.from(GB)],
    ['GB18030 with byte order mark', Uint8Array.from([0x84, 0x31, 0x95, 0x33, ...GB])],
  ])('is read as cells: %s', async (_name, bytes) => {
    expect(shown(await readCells('人员.csv', bytes))).toEqual([
      [
        null,
        [
          [1, '工号', '姓名'],
          [2, 'ML1', '张三'],
        ],
      ],
    ])
  })

  test('of one column, with blank rows and line breaks in cells, keeps its row numbers', async () => {
    const cells = await readCells('人员.csv', strToU8('工号\n\n"M\nL"\nML2'))
    expect(cells.sheets[0]?.rows.map(({ number, line }) => [number, line])).toEqual([
      [1, undefined],
      [3, undefined],
      [4, 5],
    ])
  })

  test('that is a workbook by its bytes is read as one', async () => {
    expect((await readCells('人员.csv', textWorkbook([['工号']]))).kind).toBe('xlsx')
  })
})
