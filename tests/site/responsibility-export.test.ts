import { parse } from 'csv-parse/sync'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { ResponsibilityList } from '../../content/domain/responsibility.ts'
import { responsibilityLists } from '../../site/lib/responsibilities.ts'
import { responsibilityCsv, responsibilityXlsx } from '../../site/lib/responsibility-export.ts'
import { xlsxFile } from '../../site/lib/xlsx.ts'
import { readSheet, serialOf, unzip } from '../fixtures/xlsx.ts'

const DAY = '2026-11-23'
const SITE = new URL('https://mingfa.example')
const HEADER = [
  '序号',
  '编号',
  '法律法规',
  '牵头单位',
  '配合单位',
  '普法对象',
  '措施',
  '完成期限',
  '完成日期',
  '完成情况（截至2026-11-23）',
  '证明',
  '说明',
  '接续上一年任务编号',
  '增补日期',
]

afterEach(() => {
  vi.useRealTimers()
})

const list: ResponsibilityList = {
  year: 2026,
  owner: '省厅（示例）',
  publishedOn: '2026-03-02',
  asOf: '2026-11-20',
  rows: [
    {
      id: 'first-row',
      laws: ['labour-law', 'labour-contract-law'],
      lead: '=某处（示例）',
      cooperating: ['甲局', '乙局'],
      audience: ['职工'],
      measures: ['讲一次课，答"疑"。', '发<材料>。'],
      dueOn: '2026-03-31',
      progress: 'done',
      doneOn: '2026-04-01',
      evidence: ['explainers/unpaid-wages', '签到表：10人。'],
    },
    {
      id: 'second-row',
      continues: 'earlier',
      laws: ['labour-law'],
      lead: '某处（示例）',
      cooperating: [],
      audience: ['职工'],
      measures: ['再讲一次。'],
      dueOn: '2026-11-22',
      progress: 'planned',
      evidence: [],
      note: '讲师生病，改到月底。',
      addedOn: '2026-05-06',
    },
  ],
}

describe('the CSV of a list', () => {
  test('has a header that names the day of the status, and a record for each duty', () => {
    const rows: string[][] = parse(responsibilityCsv(list, DAY, SITE), { bom: true })
    expect(rows).toEqual([
      HEADER,
      [
        '1',
        'first-row',
        '《劳动法》\n《劳动合同法》',
        "'=某处（示例）",
        '甲局\n乙局',
        '职工',
        '讲一次课，答"疑"。\n发<材料>。',
        '2026-03-31',
        '2026-04-01',
        '逾期完成',
        '老板拖欠工资，怎么要回来 https://mingfa.example/explainers/unpaid-wages/\n签到表：10人。',
        '',
        '',
        '',
      ],
      [
        '2',
        'second-row',
        '《劳动法》',
        '某处（示例）',
        '',
        '职工',
        '再讲一次。',
        '2026-11-22',
        '',
        '已逾期',
        '',
        '讲师生病，改到月底。',
        'earlier',
        '2026-05-06',
      ],
    ])
  })

  test.each(responsibilityLists.map((own) => [own.year, own] as const))('of %i has every duty', (_year, own) => {
    const rows: string[][] = parse(responsibilityCsv(own, DAY, SITE), { bom: true })
    expect(rows.slice(1).map((row) => row[1])).toEqual(own.rows.map(({ id }) => id))
  })
})

describe('the workbook of a list', () => {
  test('has the same columns and values, days as days, and a sheet that names its year and day', async () => {
    const { name, rows, styles } = readSheet(await responsibilityXlsx(list, DAY, SITE))
    expect(name).toBe('2026年（截至2026-11-23）')
    expect(rows[0]).toEqual(HEADER)
    expect(rows[1]?.slice(0, 7)).toEqual([
      '1',
      'first-row',
      '《劳动法》\n《劳动合同法》',
      '=某处（示例）',
      '甲局\n乙局',
      '职工',
      '讲一次课，答"疑"。\n发<材料>。',
    ])
    expect(rows[1]?.slice(7, 10)).toEqual([serialOf('2026-03-31'), serialOf('2026-04-01'), '逾期完成'])
    expect(rows[2]?.slice(7, 14)).toEqual([
      serialOf('2026-11-22'),
      '',
      '已逾期',
      '',
      '讲师生病，改到月底。',
      'earlier',
      serialOf('2026-05-06'),
    ])
    expect(styles).toContain('formatCode="yyyy-mm-dd"')
  })

  test('keeps its header in sight and gives each column a width', async () => {
    const { xml } = readSheet(await responsibilityXlsx(list, DAY, SITE))
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(xml.match(/<col [^>]*width="\d+" customWidth="1"/g)).toHaveLength(HEADER.length)
    expect(xml).not.toContain('<f>')
  })

  test('is the same to the byte whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T08:00:00Z') })
    const first = await responsibilityXlsx(list, DAY, SITE)
    vi.setSystemTime(new Date('2027-01-02T03:04:06Z'))
    const second = await responsibilityXlsx(list, DAY, SITE)
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
    expect([...unzip(first).values()].map(({ changed }) => changed)).toEqual(
      Array.from({ length: unzip(first).size }, () => 0x0021_0000),
    )
  })

  test('tells an unlike table apart', async () => {
    const write = (text: string) => xlsxFile('表', [{ header: '列', width: 9 }], [[text], [7]])
    expect(Buffer.from(await write('甲')).equals(Buffer.from(await write('乙')))).toBe(false)
    expect(readSheet(await write('甲')).rows).toEqual([['列'], ['甲'], ['7']])
  })
})
