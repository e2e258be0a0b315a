import { unzipSync } from 'fflate'
import { type Cell, readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { RATES, rateOf } from '../../content/domain/result-sheet.ts'
import type { PersonResult, UnitResult } from '../../content/domain/results-api.ts'
import { type ResultSheet, resultWorkbook } from '../../content/export/result-sheet.ts'

function person(staffNumber: string, given: Partial<PersonResult> = {}): PersonResult {
  return {
    ...{ staffNumber, name: '周示例', unitPath: '明江省人社厅（示例）', standing: 'absent', exemption: null },
    ...{ attempts: 0, result: null },
    ...given,
  }
}

function line(name: string, depth: number, [listed, exempt, sat, passed, excellent]: readonly number[]): UnitResult {
  const [all = 0, out = 0, here = 0] = [listed, exempt, sat]
  return {
    ...{ unit: 'u', name, depth, listed: all, exempt: out, due: all - out, sat: here, writing: 0 },
    ...{ absent: all - out - here, passed: passed ?? 0, excellent: excellent ?? 0 },
  }
}

const RESULT = {
  ...{ score: 92.5, passed: true, band: '优秀', isExcellent: true, timeUsedSeconds: 754 },
  finishedAt: '2026-12-04T02:05:00.000Z',
}

const SHEET: ResultSheet = {
  assessment: {
    ...{ id: 'exam', title: '年度学法考试（示例）', passMark: 60, maxScore: 100, isOver: true },
    excellent: { name: '优秀', from: 90 },
  },
  unit: '明江省人社厅（示例）',
  madeAt: Date.UTC(2026, 11, 5),
  people: [
    person('A-1', { standing: 'sat', attempts: 2, result: RESULT }),
    person('A-2'),
    person('A-3', { standing: 'exempt', exemption: { reason: '产假', approver: '李科长（示例）' } }),
    person('A-4', { standing: 'writing', attempts: 1 }),
  ],
  units: [
    line('明江省人社厅（示例）', 0, [4, 1, 2, 1, 1]),
    line('云澜市人社局', 1, [3, 1, 2, 2, 0]),
    line('青汀市人社局', 1, [0, 0, 0, 0, 0]),
    line('松源市人社局', 1, [2, 2, 0, 0, 0]),
  ],
}

async function read(sheet: ResultSheet) {
  const bytes = await resultWorkbook(sheet)
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  return new Map(sheets.map((each) => [each.name, each]))
}

async function rowsOf(sheet: ResultSheet, name: string): Promise<unknown[][]> {
  return (await read(sheet)).get(name)?.rows ?? []
}

/** What a formula of the sheet gives, calculated from the cells themselves. */
function calculated(cells: ReadonlyMap<string, Cell>, formula: string): number | string {
  const numberAt = (reference: string): number => {
    const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(reference) ?? []
    const cell = cells.get(`${Number(row) - 1},${letter.charCodeAt(0) - 65}`)
    return cell?.formula === undefined ? Number(cell?.value) : Number(calculated(cells, cell.formula))
  }
  const rate = /^IF\((\w+)=0,"—",(\w+)\/(\w+)\)$/.exec(formula)
  if (rate !== null) {
    const [, test = '', of = '', by = ''] = rate
    return numberAt(test) === 0 ? '—' : numberAt(of) / numberAt(by)
  }
  const [, of = '', minus = ''] = /^(\w+)-(\w+)$/.exec(formula) ?? []
  return numberAt(of) - numberAt(minus)
}

describe('the sheet of people', () => {
  it('has everyone who was due, with score, grade, attempts, time and state', async () => {
    const rows = await rowsOf(SHEET, '成绩')
    expect(rows[0]?.[0]).toBe('年度学法考试（示例）成绩表')
    expect(rows.slice(4, 7)).toEqual([
      [
        ...[1, 'A-1', '周示例', '明江省人社厅（示例）', '参考', 92.5, '优秀', '及格', 2],
        ...['12分34秒', '2026-12-04 10:05'],
      ],
      [2, 'A-2', '周示例', '明江省人社厅（示例）', '缺考', null, null, null, 0, null, null],
      [3, 'A-4', '周示例', '明江省人社厅（示例）', '答题中', null, null, null, 1, null, null],
    ])
  })

  it('says when the exam is not over yet', async () => {
    const running = { ...SHEET, assessment: { ...SHEET.assessment, isOver: false } }
    expect((await rowsOf(running, '成绩'))[1]?.[0]).toMatch('考试还没有结束')
    expect((await rowsOf(SHEET, '成绩'))[1]?.[0]).not.toMatch('考试还没有结束')
  })
})

describe('the sheet of units', () => {
  it('calculates heads and rates by live formulas that give what is shown', async () => {
    const sheet = (await read(SHEET)).get('单位汇总')
    const cells = sheet?.cells ?? new Map<string, Cell>()
    for (const [index, unit] of SHEET.units.entries()) {
      const at = (column: number) => cells.get(`${4 + index},${column}`)
      const live = [3, 5, 8, 9, 10].map((column) => calculated(cells, at(column)?.formula ?? ''))
      const rates = Object.values(RATES).map((rate) => rateOf(unit, rate) ?? '—')
      expect(live).toEqual([unit.due, unit.absent, ...rates])
      expect([3, 5, 8, 9, 10].map((column) => sheet?.rows[4 + index]?.[column])).toEqual(live)
      expect(at(8)?.style?.numFmt).toBe('0.00%')
    }
  })

  it('prints each formula in words, and says where the exempt are', async () => {
    const text = (await rowsOf(SHEET, '单位汇总')).map(([first]) => String(first)).join('\n')
    for (const { formula } of Object.values(RATES)) expect(text).toContain(formula)
    expect(text).toContain('不计入应考人数')
  })

  it('has no excellence where no band is above the pass mark', async () => {
    const plain = { ...SHEET, assessment: { ...SHEET.assessment, excellent: null } }
    const rows = await rowsOf(plain, '单位汇总')
    expect(rows.slice(4, 8).map((row) => [row[7], row[10]])).toEqual(Array.from({ length: 4 }, () => ['—', '—']))
    expect(rows.flat().join('\n')).toContain('没有定优秀等次')
  })
})

describe('the sheet of the exempt', () => {
  it('has each with reason, proof and who approved', async () => {
    const rows = await rowsOf(SHEET, '免考人员')
    expect(rows[3]).toEqual([1, 'A-3', '周示例', '明江省人社厅（示例）', '产假', null, '李科长（示例）', null])
  })
})

describe('every sheet', () => {
  it('is printed on A4 with its header on each page, and has places to sign and to seal', async () => {
    for (const [, sheet] of await read(SHEET)) {
      expect(sheet.pageSetup).toMatchObject({ paperSize: 'a4', fitToWidth: 1, fitToHeight: 0 })
      const columns = String.fromCharCode(64 + Math.max(...sheet.rows.map(({ length }) => length)))
      expect(sheet.pageSetup?.printArea).toBe(`$A$1:$${columns}$${sheet.rows.length}`)
      expect(sheet.pageSetup?.printTitlesRow).toMatch(/^\$[34]:\$[34]$/)
      expect(String(sheet.rows.at(-1)?.[0])).toMatch(/审核人：.*单位盖章.*年.*月.*日/)
    }
  })

  it('is the same bytes for the same results', async () => {
    expect(await resultWorkbook(SHEET)).toEqual(await resultWorkbook(SHEET))
  })

  it.each(['=1+1', '+1', '-1', '@SUM(1)', "=cmd|' /C calc'!A0", '\t=1', '=HYPERLINK("http://x")', '<f>1</f>', '& < >'])(
    'keeps %j as text wherever somebody may have typed it',
    async (text) => {
      const attack = {
        ...SHEET,
        unit: text,
        assessment: { ...SHEET.assessment, title: text },
        people: [
          person(text, { name: text, unitPath: text, standing: 'sat', result: { ...RESULT, band: text } }),
          person(text, { standing: 'exempt', exemption: { reason: text, attachment: text, approver: text } }),
        ],
        units: [line(text, 0, [1, 0, 1, 1, 1])],
      }
      const parts = unzipSync(await resultWorkbook(attack))
      const formulas = Object.entries(parts)
        .filter(([part]) => part.startsWith('xl/worksheets/'))
        .flatMap(([, xml]) => [...new TextDecoder().decode(xml).matchAll(/<f>([^<]*)<\/f>/g)].map((match) => match[1]))
      expect(formulas).toEqual([
        ...['B5-C5', 'D5-E5'],
        ...['IF(D5=0,"—",E5/D5)', 'IF(E5=0,"—",G5/E5)', 'IF(E5=0,"—",H5/E5)'],
      ])
      const sheets = await read(attack)
      const name = sheets.get('成绩')?.cells?.get('4,2')
      expect([name?.type, name?.style?.numFmt]).toEqual(['string', '@'])
      const typed = ['成绩', '免考人员', '单位汇总'].flatMap((each) => sheets.get(each)?.rows.flat() ?? [])
      expect(typed.filter((cell) => cell === text)).toHaveLength(9)
    },
  )

  it('holds ten thousand people', async () => {
    const people = Array.from({ length: 10_000 }, (_, index) => person(`P-${index}`))
    expect((await rowsOf({ ...SHEET, people }, '成绩')).length).toBe(10_000 + 6)
  }, 20_000)
})
