import { describe, expect, test } from 'vitest'
import { ProblemsError } from '../../../content/domain/errors.ts'
import { rosterDifference } from '../../../content/domain/roster.ts'
import { type RosterOptions, readRoster } from '../../../content/import/roster/read.ts'
import { annotatedCopy } from '../../../content/import/workbook/copy.ts'
import { notesOf } from '../../../content/import/workbook/notes.ts'
import { readCells } from '../../../content/import/workbook/read.ts'
import { rosterCsv, rosterRows } from '../../fixtures/roster-file.ts'
import { unit } from '../../fixtures/units.ts'
import { textRow, textWorkbook, workbook } from '../workbook/workbooks.ts'

const HEADER = ['工号', '姓名', '单位', '职务', '免考原因', '批准人', '附件']
const PATH = '明江省人社厅（示例）/云澜市人社局'
const UNITS = [
  unit({ id: 'root', name: '明江省人社厅（示例）' }),
  unit({ id: 'city', name: '云澜市人社局', parent: 'root', region: '云澜市' }),
  unit({ id: 'law', name: '法规、信访科', parent: 'city', region: '云澜市' }),
  unit({ id: 'other', name: '青汀市人社局', parent: 'root', region: '青汀市' }),
  unit({ id: 'other-law', name: '法规、信访科', parent: 'other', region: '青汀市' }),
]

type Rows = readonly (readonly (string | null)[])[]

async function read(rows: Rows, options?: RosterOptions) {
  return readRoster(await readCells('人员.xlsx', textWorkbook(rows)), options)
}

async function sound(rows: Rows, options?: RosterOptions) {
  const reading = await read(rows, options)
  if (!reading.ok) throw new ProblemsError(reading.problems)
  return reading
}

/** Faults by row. */
async function faults(rows: Rows, options?: RosterOptions) {
  const reading = await read(rows, options)
  return reading.ok ? [] : reading.problems.map(({ row, fault }) => `${row} ${fault}`)
}

async function refusal(bytes: Uint8Array) {
  const error = await readCells('人员.xlsx', bytes)
    .then((cells) => readRoster(cells))
    .catch((caught: unknown) => caught)
  return error instanceof ProblemsError ? error.problems.map(({ fault }) => fault).join() : 'not refused'
}

describe('a sound roster', () => {
  test('becomes entries and a tree of units with stable ids', async () => {
    const rows = [
      HEADER,
      ['ml1', '张 三', PATH, '科员', '', '', ''],
      ['ML2', '𠮷・古丽', `${PATH}/法规科`, '', '产假', '李四', '证明.pdf'],
    ]
    const one = await sound(rows)
    expect(one.entries).toEqual([
      { staffNumber: 'ml1', name: '张三', unitPath: PATH, post: '科员' },
      {
        staffNumber: 'ML2',
        name: '𠮷·古丽',
        unitPath: `${PATH}/法规科`,
        exemption: { reason: '产假', approver: '李四', attachment: '证明.pdf' },
      },
    ])
    expect(one.units.map(({ name, region, staff }) => [name, region, staff])).toEqual([
      ['明江省人社厅（示例）', '省本级', 0],
      ['云澜市人社局', '云澜市', 1],
      ['法规科', '云澜市', 1],
    ])
    expect(one.units.map(({ parent }) => parent)).toEqual([null, one.units[0]?.id, one.units[1]?.id])
    expect((await sound([HEADER, ...rows.slice(1).reverse()])).unitOf).toEqual(new Map(one.unitOf))
  })

  test.each(['/', '\\', '、', ' > ', '＞', '→'])('may write paths with %j', async (separator) => {
    const { entries } = await sound([HEADER, ['1', '张三', PATH.replace('/', separator)]], { units: UNITS })
    expect(entries[0]?.unitPath).toBe(PATH)
  })

  test('may write units in a column each, in any order of columns', async () => {
    const { entries } = await sound([
      ['序号', '科室', '县局', '市局', '省厅', '姓名', '人员编号'],
      ['1', '法规、信访科', '', '云澜市人社局', '明江省人社厅（示例）', '张三', '7'],
    ])
    expect(entries).toEqual([{ staffNumber: '7', name: '张三', unitPath: `${PATH}/法规、信访科` }])
  })

  test('takes units of the given tree by any spelling and from any level that is clear', async () => {
    const { entries, newUnits, unitOf } = await sound(
      [HEADER, ['1', '甲', '云澜市人力资源和社会保障局'], ['2', '乙', '云澜市人社局/法规、信访科']],
      { units: UNITS },
    )
    expect(entries.map(({ unitPath }) => unitOf.get(unitPath))).toEqual(['city', 'law'])
    expect(newUnits).toEqual([])
  })

  test('adds new units below known ones where that is asked for', async () => {
    const { newUnits, entries, unitOf } = await sound([HEADER, ['1', '甲', `明江省人力资源社会保障厅(示例)/新设处`]], {
      units: UNITS,
      addUnits: true,
    })
    expect(newUnits).toEqual([expect.objectContaining({ name: '新设处', parent: 'root', staff: 1 })])
    expect(unitOf.get(entries[0]?.unitPath ?? '')).toBe(newUnits[0]?.id)
  })

  test('may have a title, merged units, blank rows, a repeated header and sheets of something else', async () => {
    const data = [
      textRow(1, '2026年人员名单'),
      textRow(3, '工 号', '姓名*', '单位'),
      textRow(4, '1', '甲', PATH),
      textRow(5, '2', '乙', null),
      textRow(8, '工 号', '姓名*', '单位'),
      textRow(9, '3', '丙', PATH),
    ]
    const behind = '<mergeCells count="1"><mergeCell ref="C4:C5"/></mergeCells>'
    const cells = await readCells(
      '人员.xlsx',
      workbook({ name: '在职', data: data.join(''), behind }, { name: '说明', data: textRow(1, '怎么填') }),
    )
    expect(await readRoster(cells)).toMatchObject({ ok: true, rows: 3, passedOver: ['说明'] })
  })

  test('that is imported twice changes nothing', async () => {
    const [one, two] = [await sound(rosterRows(300)), await sound(rosterRows(300))]
    expect(rosterDifference(one.entries, two.entries)).toMatchObject({ joined: [], left: [], moved: [], changed: [] })
    expect(one.units).toEqual(two.units)
  })

  test('reports how far it is, to the end', async () => {
    const seen: number[] = []
    const reading = await readRoster(await readCells('a.csv', rosterCsv(2500)), {
      onProgress: (done) => seen.push(done),
    })
    expect(reading).toMatchObject({ ok: true, rows: 2500 })
    expect(seen).toEqual([1000, 2000, 2500])
  })
})

describe('a bad row', () => {
  test('has every reason at once, and nothing of the file is taken', async () => {
    expect(await faults([HEADER, ['', '', '', 'x'.repeat(61), '产假'], ['1', '甲', PATH]])).toEqual([
      '2 没有写工号。',
      '2 没有写姓名。',
      '2 没有写单位。',
      '2 太长，最多60个字，现在有61个字。',
      '2 免考没有写批准人。',
    ])
  })

  test.each<[string, readonly string[], string]>([
    ['a staff number that is a formula in text', ['=1+1', '甲', PATH], '会被当成公式'],
    ['a scientific staff number', ['1.23457E+15', '甲', PATH], '科学记数法'],
    ['a staff number with spaces', ['M 1', '甲', PATH], '不是工号'],
    ['a staff number of 33 characters', ['1'.repeat(33), '甲', PATH], '最多32个字'],
    ['a zero-width space', ['1\u200b2', '甲', PATH], '看不见'],
    ['a direction mark', ['1', '甲\u202e乙', PATH], '看不见'],
    ['HTML in the name', ['1', '<img src=x onerror=alert(1)>', PATH], '尖括号'],
    ['HTML in the unit', ['1', '甲', '<script>/省厅'], '尖括号'],
    ['a formula in the name', ['1', '=HYPERLINK("http://x")', PATH], '公式'],
    ['a command in the name', ['1', '@SUM(1)|cmd', PATH], '公式'],
    ['an emoji in the name', ['1', '甲😀', PATH], '表情'],
    ['a lost character', ['1', '甲\ufffd', PATH], '损坏'],
    ['a unit of one character', ['1', '甲', '厅/法规处'], '有1个字'],
    ['an approver without reason', ['1', '甲', PATH, '', '', '李四'], '没有免考的原因'],
  ])('is one with %s', async (_name, row, fault) => {
    expect(await faults([HEADER, row])).toEqual([expect.stringContaining(fault)])
  })

  test('names the other row of a staff number, over sheets', async () => {
    const sheet = (name: string) => ({ name, data: textRow(1, ...HEADER) + textRow(2, 'ml１', '甲', PATH) })
    const reading = await readRoster(await readCells('人员.xlsx', workbook(sheet('甲'), sheet('乙'))))
    expect(reading.ok ? [] : reading.problems.map(({ sheet: own, fault }) => [own, fault])).toEqual([
      ['甲', '工号“ml1”和“人员.xlsx“乙”表第2行”重复。'],
      ['乙', '工号“ml1”和“人员.xlsx“甲”表第2行”重复。'],
    ])
  })

  test('has a unit that the tree lacks, with the nearest, or one of several', async () => {
    const reading = await read([HEADER, ['1', '甲', `${PATH.replace('澜', '兰')}`], ['2', '乙', '法规、信访科']], {
      units: UNITS,
    })
    expect(reading.ok ? [] : reading.problems.map(({ fault, fix }) => fault + fix)).toEqual([
      expect.stringContaining(`是不是“${PATH}”`),
      expect.stringContaining('不止一个'),
    ])
  })

  test('spells a unit otherwise than most rows', async () => {
    const other = '明江省人社厅(示例)/云澜市人力资源和社会保障局'
    expect(await faults([HEADER, ['1', '甲', PATH], ['2', '乙', other], ['3', '丙', PATH]])).toEqual([
      `3 “${other}”和别的行的“${PATH}”是同一个单位，写法不一样。`,
    ])
  })

  test('has a formula where a value should be, or a number whose digits are lost', async () => {
    const data =
      textRow(1, ...HEADER) +
      `<row r="2"><c r="A2"><f>A1+1</f><v>5</v></c><c r="B2" t="inlineStr"><is><t>甲</t></is></c><c r="C2" t="inlineStr"><is><t>${PATH}</t></is></c></row>` +
      `<row r="3"><c r="A3"><v>310101199001011234</v></c><c r="B3" t="inlineStr"><is><t>乙</t></is></c><c r="C3" t="inlineStr"><is><t>${PATH}</t></is></c></row>`
    const reading = await readRoster(await readCells('人员.xlsx', workbook({ data })))
    expect(reading.ok ? [] : reading.problems.map(({ fault }) => fault)).toEqual([
      expect.stringContaining('是公式'),
      expect.stringContaining('变成0'),
    ])
  })

  test('of CSV whose quotes are broken is named, and the others are read', async () => {
    const text = `工号,姓名,单位\n1,"甲,${PATH}\n2,乙,${PATH}\n`
    const reading = await readRoster(await readCells('a.csv', new TextEncoder().encode(text)))
    expect(reading).toMatchObject({ ok: false, badRows: 1, rows: 2, problems: [{ row: 2 }] })
  })

  test('says 是 or 否 in a column for the exemption', async () => {
    const header = ['工号', '姓名', '单位', '是否免考', '免考原因', '批准人']
    const row = (...own: string[]) => [header, ['1', '甲', PATH, ...own]]
    expect(await faults(row('否', '无', '—'))).toEqual([])
    expect(await faults(row('是', '', '李四'))).toEqual(['2 免考没有写原因。'])
    expect(await faults(row('否', '产假', '李四'))).toEqual(['2 免考写的是“否”，却写了原因。'])
  })
})

describe('a file that is no roster', () => {
  test.each<[string, Rows, string]>([
    ['no header', [['1', '甲', PATH]], '找不到'],
    ['one column', [['工号'], ['1']], '找不到'],
    [
      'no unit',
      [
        ['工号', '姓名'],
        ['1', '甲'],
      ],
      '没有单位',
    ],
    [
      'no staff number',
      [
        ['姓名', '单位'],
        ['甲', PATH],
      ],
      '没有工号',
    ],
    [
      'a header twice',
      [
        ['工号', '姓名', '姓名', '单位'],
        ['1', '甲', '乙', PATH],
      ],
      '两列都叫“姓名”',
    ],
    ['no rows', [HEADER], '表头下面没有人员'],
  ])('is refused for %s', async (_name, rows, fault) => {
    expect(await refusal(textWorkbook(rows))).toContain(fault)
  })

  test('is a blank workbook', async () => {
    expect(await refusal(workbook({ data: '' }))).toContain('找不到')
  })
})

test('the copy of a bad file has all reasons beside the row, and is read again when they are put right', async () => {
  const bytes = textWorkbook([HEADER, ['', '', PATH], ['2', '乙', PATH]])
  const cells = await readCells('人员.xlsx', bytes)
  const reading = await readRoster(cells)
  const copy = await annotatedCopy(cells, bytes, notesOf(reading.ok ? [] : reading.problems))
  const [sheet] = (await readCells('人员（问题）.xlsx', copy)).sheets
  expect(sheet?.rows[0]?.cells[7]?.text).toBe('问题')
  expect(sheet?.rows[1]?.cells[7]?.text).toMatch(/^工号：没有写工号。.*\n姓名：没有写姓名。/)
  expect(sheet?.rows[2]?.cells[7]).toBeUndefined()
})
