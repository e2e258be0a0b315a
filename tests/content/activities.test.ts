import { describe, expect, test } from 'vitest'
import { type Files, lineOf, problemsWith } from '../fixtures/content.ts'

const TODAY = '2026-11-23'
const PATH = 'activities/2026.yaml'
const RECORD = `year: 2026
owner: 省厅（示例）
activities:
  - id: site-day
    title: 进工地讲工资
    heldOn: 2026-11-20
    place: 云澜市某项目部
    audience: [农民工]
    people: 86
    responsibility: site-wages-spring
    laws: [labour-law]
    summary: 讲了工资专用账户，登记投诉两件。
    evidence: [campaigns/winter-wages-2026, 签到表86人。]
`

/** The problems of the shipped content with the record of a year. */
function problemsOf(text: string, path = PATH) {
  const files: Files = { [path]: text }
  return problemsWith(files, TODAY).map(({ place, fault }) => `${place} ${fault}`)
}

describe('the record of activities', () => {
  test('has no problem when it is sound', () => {
    expect(problemsOf(RECORD)).toEqual([])
  })

  test.each([
    ['another year than its name', 'year: 2026', 'year: 2025', 'year', '放在了'],
    ['a day of another year', '2026-11-20', '2025-11-20', 'heldOn', '不在2026年'],
    ['a day to come', '2026-11-20', '2026-11-24', 'heldOn', '还没有到'],
    ['an unknown law', 'labour-law', 'no-law', 'laws', '没有编号为“no-law”的法律'],
    ['an unknown duty', 'site-wages-spring', 'no-duty', 'responsibility', '没有编号为“no-duty”的一行'],
    ['an unknown page', 'campaigns/winter-wages-2026', 'campaigns/none', 'evidence', '没有“campaigns/none”这一页'],
  ])('is refused with %s, with its line', (_name, from, to, mark, fault) => {
    const broken = RECORD.replace(from, to)
    const problems = problemsOf(broken)
    expect(problems[0]).toContain(lineOf({ [PATH]: broken }, PATH, `${mark}:`))
    expect(problems[0]).toContain(fault)
  })

  test('is refused with an id that stands twice', () => {
    const [head = '', entry = ''] = RECORD.split(/(?<=activities:\n)/)
    expect(problemsOf(head + entry + entry)).toEqual([expect.stringContaining('“site-day”用了两次')])
  })
})
