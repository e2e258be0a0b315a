import { expect, test } from 'vitest'
import { checkAssessments, shortAssessments } from '../../content/check/assessments.ts'
import { awaitingReport } from '../../content/check/awaiting-report.ts'
import { checkCitations } from '../../content/check/citations.ts'
import { historiesOf, setAsideOf, touchedCitations } from '../../content/compare/awaiting.ts'
import { type Content, readContent } from '../../content/source/content.ts'
import { CONTENT } from '../fixtures/content.ts'

/** The shipped content, with every law that it has repealed on a day. */
function repealedOn(day: string): Content {
  const content = readContent(CONTENT)
  return { ...content, laws: content.laws.map((own) => ({ ...own, value: { ...own.value, repealedOn: day } })) }
}

const touchedIn = (content: Content) =>
  touchedCitations(content, checkCitations(content).uses, historiesOf(content, []))

test('a bank that a change in the law empties is no problem of the content, and is told with quota and questions', () => {
  const content = repealedOn('2027-01-01')
  const setAside = setAsideOf(touchedIn(content), '2026-11-24')
  expect(checkAssessments(content)).toEqual([])
  const [first = '', ...others] = shortAssessments(content, setAside, '2026-11-24')
  expect([first, ...others].length).toBeGreaterThan(0)
  expect(first).toMatch(/^content\/assessments\/[a-z-]+\.yaml：“.+”2027-01-01 起抽不满一张卷子：/)
  expect(first).toMatch(/第1大题抽题第1项（题型 .+）要抽\d+道，题库里还差\d+道。/)
  expect(first).toMatch(/\n {4}[a-z]+-\d{3}　《.+》第.+条.*：2027-01-01 起废止/)
})

test('without any change nothing is short and nothing awaits', () => {
  const content = readContent(CONTENT)
  const touched = touchedIn(content)
  expect(shortAssessments(content, setAsideOf(touched, '2026-11-24'), '2026-11-24')).toEqual([])
  expect(awaitingReport(touched, '2026-11-24')).toBe('没有因为法律变动而等待审核的内容。')
})

test.each([
  ['2026-12-31', '以后要审核的：', '等待审核（'],
  ['2027-01-01', '等待审核（', '以后要审核的：'],
])('on %s the report has everything under “%s”', (day, has, hasNot) => {
  const report = awaitingReport(touchedIn(repealedOn('2027-01-01')), day)
  expect(report).toContain(has)
  expect(report).not.toContain(hasNot)
  expect(report).toMatch(/《劳动合同法》2027-01-01 起废止，牵涉\d+项：/)
  expect(report).toContain('npm run impact -- 劳动合同法')
  expect(report).toMatch(/content\/banks\/\S+:\d+　questions\/\S+　《.+》第.+条.*：2027-01-01 起废止/)
})
