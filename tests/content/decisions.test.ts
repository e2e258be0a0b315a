import { expect, test } from 'vitest'
import { checkClocks } from '../../content/check/clocks.ts'
import { checkDecisions } from '../../content/check/decisions.ts'
import { DecisionListSchema } from '../../content/domain/decision.ts'
import { readContent } from '../../content/source/content.ts'
import { readYaml } from '../../content/source/source-file.ts'
import { expectOne } from '../fixtures/broken-content.ts'
import { broken, CONTENT, type Files, lineOf } from '../fixtures/content.ts'
import { DECISIONS, REGISTERS } from '../fixtures/sound-registers.ts'

const content = readContent(CONTENT)

/** What the check finds on 23 November 2026 in the shipped ledgers and this one. */
function decisionProblems(files: Files) {
  const result = readYaml(`content/${DECISIONS}`, files[DECISIONS] ?? '', DecisionListSchema)
  if (!('value' in result)) return result.problems
  const { data, source } = result.value
  return checkDecisions({ ...content, decisions: [...content.decisions, { value: data, source }] }, '2026-11-23')
}

test('a sound ledger has no problems', () => {
  expect(decisionProblems(REGISTERS)).toEqual([])
})

test.each<[name: string, from: string, to: string, fault: string]>([
  ['the number of another decision', '试监〔2025〕2号', '试许〔2025〕1号', '文号“试许〔2025〕1号”用了两次。'],
  [
    'the number of a decision of another year',
    '试监〔2025〕2号',
    '明人社罚〔2026〕17号',
    '文号“明人社罚〔2026〕17号”用了两次。',
  ],
  ['a decision of another year', '2025-03-04', '2024-12-31', '决定日期“2024-12-31”不在2025年。'],
  ['publication before the decision', '2025-03-10', '2025-03-02', '公布日期“2025-03-02”早于决定日期“2025-03-03”。'],
  ['publication to come', '2025-03-10', '2026-11-24', '2026-11-24 还没有到。'],
])('%s is one problem with file and line', (_name, from, to, fault) => {
  const files = broken(REGISTERS, DECISIONS, from, to)
  const line = (files[DECISIONS] ?? '').split('\n').findLastIndex((text) => text.includes(to)) + 1
  expectOne(decisionProblems(files), `content/${DECISIONS}:${line}`, fault)
})

test('a ledger in the file of another year is a problem', () => {
  const files = broken(REGISTERS, DECISIONS, 'year: 2025', 'year: 2024')
  const [problem] = decisionProblems(files)
  expect(problem).toMatchObject({
    place: lineOf(files, DECISIONS, 'year:'),
    fault: '2024年的执法决定台账放在了 2025.yaml 里。',
  })
})

test('a clock that rests on an article which does not stand is a problem with file and line', () => {
  const { value, source } = content.clocks
  const of = (basis: string) => {
    const clocks = { ...value.clocks, disclosure: { ...value.clocks.disclosure, basis } }
    return checkClocks({ ...content, clocks: { value: { ...value, clocks }, source } }, '2026-11-23')
  }
  expect(of('《政府信息公开条例》第二十六条')).toEqual([])
  expect(of('厅里的工作要求（示例）')).toEqual([])
  expectOne(
    of('《政府信息公开条例》第九十六条'),
    source.place(['clocks', 'disclosure', 'basis']),
    /^没有《政府信息公开条例》第九十六条/,
  )
})
