import { describe, expect, test } from 'vitest'
import { batchLabel, CaseBatchFileSchema, caseAnchor } from '../../content/domain/case-batch.ts'

test.each([
  [1, '第一批'],
  [10, '第十批'],
  [21, '第二十一批'],
  [101, '第一百零一批'],
])('batch %i is %s', (batch, label) => {
  expect(batchLabel(batch)).toBe(label)
})

describe('a batch of cases', () => {
  const own = {
    number: 1,
    title: '老板拿货抵工资',
    topics: ['wages'],
    keywords: ['抵工资', '货款'],
    facts: ['厂里没有钱，让工人每人拉走几套沙发抵三个月工资。'],
    question: '可以用货抵工资吗？',
    result: '区人社局（示例）责令付清。',
    reasoning: ['工资应当以货币形式付给本人（《劳动法》第五十条）。'],
    point: '工资只能发钱，不能发货。',
  }
  const batch = {
    title: '工资案例（示例）',
    summary: '只用于检查的一批案例。',
    batch: 1,
    issuer: '某厅（示例）',
    publishAt: '2026-06-16 09:00',
    asOf: '2026-06-01',
    drafter: '仲裁院（示例）',
    reviewer: '法规处（示例）',
    reviewedOn: '2026-06-11',
    cases: [own],
  }

  test('is accepted', () => {
    expect(CaseBatchFileSchema.parse(batch)).toEqual({ ...batch, draft: false })
  })

  test.each<[string, object]>([
    ['no case', { cases: [] }],
    ['the number 0', { batch: 0 }],
    ['half a number', { batch: 1.5 }],
    ['topics of its own', { topics: ['wages'] }],
    ['a case without result', { cases: [{ ...own, result: undefined }] }],
    ['a case without reasoning', { cases: [{ ...own, reasoning: [] }] }],
    ['a question of 81 characters', { cases: [{ ...own, question: '问'.repeat(81) }] }],
  ])('with %s is refused', (_name, fault) => {
    expect(CaseBatchFileSchema.safeParse({ ...batch, ...fault }).success).toBe(false)
  })
})

test('cases of a batch are reached by their number', () => {
  expect(caseAnchor(3)).toBe('case-3')
})
