import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Break, expectOneWith } from '../fixtures/broken-content.ts'
import { broken, CONTENT, type Files, problemsWith } from '../fixtures/content.ts'

const OVERTIME = 'rules/overtime.yaml'
const LEAVE = 'rules/annual-leave.yaml'
const RETIREMENT = 'rules/retirement.yaml'
const SHIPPED: Files = Object.fromEntries(
  [OVERTIME, LEAVE, RETIREMENT].map((path) => [path, readFileSync(join(CONTENT, path), 'utf8')]),
)

describe('what is wrong with the rules of a calculator is one problem with file and line', () => {
  test.each<Break>([
    [
      'an unknown topic',
      OVERTIME,
      'topics: [wages, hours-leave]',
      'topics: [weather]',
      'weather',
      '没有“weather”这个主题。',
    ],
    [
      'an unknown explainer',
      OVERTIME,
      'explainers: [overtime]',
      'explainers: [weather]',
      'weather',
      '没有“weather”这个办事解读。',
    ],
    [
      'a review older than the law',
      OVERTIME,
      'reviewedOn: 2026-11-18',
      'reviewedOn: 2026-10-18',
      'reviewedOn',
      '审核早于法律的日期：审核日期（reviewedOn）“2026-10-18”早于法律以哪一天为准（asOf）“2026-11-01”。',
    ],
    [
      'periods that overlap by a day',
      OVERTIME,
      'effectiveTo: 2025-01-01',
      'effectiveTo: 2025-01-02',
      'effectiveFrom: 2008-09-18',
      '2008-09-18 起的时期和 2025-01-01 起的时期重叠。',
    ],
    [
      'an earlier period without end',
      OVERTIME,
      '    effectiveTo: 2025-01-01\n',
      '',
      'effectiveFrom: 2008-09-18',
      '2008-09-18 起的时期和 2025-01-01 起的时期重叠。',
    ],
    [
      'a citation that does not stand',
      LEAVE,
      '[《企业职工带薪年休假实施办法》第八条]',
      '[《企业职工带薪年休假实施办法》第八十条]',
      '第八十条',
      /^没有《企业职工带薪年休假实施办法》第八十条：2008-09-18 起施行的文本只有\d+条。$/,
    ],
    [
      'a source that is no citation and no document',
      LEAVE,
      '[《企业职工带薪年休假实施办法》第八条]',
      '[实施办法的规定]',
      '实施办法的规定',
      '“实施办法的规定”不是一条法条，也不是本文件 documents 里的文件。',
    ],
    [
      'two articles in one source',
      LEAVE,
      '[《企业职工带薪年休假实施办法》第八条]',
      '[《企业职工带薪年休假实施办法》第八条、第九条]',
      '第八条、',
      '“《企业职工带薪年休假实施办法》第八条、第九条”不是一条法条，也不是本文件 documents 里的文件。',
    ],
    [
      'a document on which nothing rests',
      OVERTIME,
      'documents: [人社部发〔2025〕2号]',
      'documents: [人社部发〔2025〕2号, 某部发〔2024〕1号]',
      'documents:',
      'documents 里的“某部发〔2024〕1号”没有用到。',
    ],
    ['rules of another calculator', RETIREMENT, 'calculator: retirement', 'calculator: overtime', null, /./],
    [
      'a number of another kind',
      LEAVE,
      'paidDays: 21.75',
      'paidDays: 21.7',
      'paidDays',
      '时期（periods）第1项的数字（figures）的计薪天数（paidDays）“21.7”不是0.25的倍数。',
    ],
    [
      'a point without source',
      LEAVE,
      '[《企业职工带薪年休假实施办法》第八条]',
      '[]',
      'nextYear: []',
      '时期（periods）第1项的依据（sources）的跨年安排（nextYear）太少，最少1项，现在有0项。',
    ],
    [
      'a point that nobody knows',
      LEAVE,
      '      nextYear:',
      '      lastYear: [《企业职工带薪年休假实施办法》第八条]\n      nextYear:',
      'lastYear:',
      '时期（periods）第1项的依据（sources）里不认识“lastYear”这一项。',
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    const files = broken(SHIPPED, path, from, to)
    if (mark === null) expect(problemsWith(files).length).toBeGreaterThan(0)
    else expectOneWith(files, path, mark, fault)
  })

  test('a file under the name of another calculator', () => {
    const files = { 'rules/retirement-age.yaml': SHIPPED[RETIREMENT] ?? '' }
    expect(problemsWith(files).map(({ fault }) => fault)).toContain(
      '“retirement-age.yaml”里写的是“retirement”计算器的规则。',
    )
  })

  test('nothing is wrong with a gap between periods', () => {
    expect(problemsWith(broken(SHIPPED, OVERTIME, 'effectiveTo: 2025-01-01', 'effectiveTo: 2024-12-01'))).toEqual([])
  })
})
