import { describe, expect, test } from 'vitest'
import type { Marking } from '../../content/domain/assessment-parts.ts'
import type { PaperQuestion } from '../../content/domain/paper.ts'
import type { QuestionType } from '../../content/domain/question-parts.ts'
import {
  comparableStem,
  gradeOf,
  markQuestion,
  normaliseAnswer,
  type Outcome,
  scoreAttempt,
} from '../../content/domain/scoring.ts'
import { paper, paperQuestion } from '../fixtures/papers.ts'
import { options, question, questionOf } from '../fixtures/questions.ts'

type Row = [answer: string, chosen: string[], earned: number, outcome: Outcome]

function mark(type: QuestionType, key: string[], chosen: string[], points: number, marking: Marking) {
  return markQuestion({ type, key }, chosen, points, marking)
}

describe.each<QuestionType>(['multiple', 'indeterminate'])('%s, key A C D of A–E, 3 marks', (type) => {
  const key = ['A', 'C', 'D']
  const same: Row[] = [
    ['exact', ['A', 'C', 'D'], 3, 'right'],
    ['exact in another order', ['D', 'A', 'C'], 3, 'right'],
    ['exact with a repetition', ['A', 'C', 'D', 'D', 'A'], 3, 'right'],
    ['disjoint', ['B', 'E'], 0, 'wrong'],
    ['one wrong option', ['B'], 0, 'wrong'],
    ['empty', [], 0, 'unanswered'],
  ]

  test.each<Row>([
    ...same,
    ['subset', ['A', 'C'], 0, 'wrong'],
    ['superset', ['A', 'B', 'C', 'D'], 0, 'wrong'],
    ['overlapping', ['A', 'B'], 0, 'wrong'],
    ['a repeated part', ['A', 'A', 'A'], 0, 'wrong'],
  ])('all or nothing: %s', (_name, chosen, earned, outcome) => {
    expect(mark(type, key, chosen, 3, { kind: 'all-or-nothing' })).toEqual({ earned, outcome })
  })

  test.each<Row>([
    ...same,
    ['subset of two', ['A', 'C'], 2, 'partial'],
    ['subset of one', ['D'], 1, 'partial'],
    ['superset', ['A', 'B', 'C', 'D'], 0, 'wrong'],
    ['overlapping', ['A', 'B'], 0, 'wrong'],
    ['a repeated part', ['A', 'A', 'A'], 1, 'partial'],
  ])('partial by share: %s', (_name, chosen, earned, outcome) => {
    expect(mark(type, key, chosen, 3, { kind: 'partial' })).toEqual({ earned, outcome })
  })

  test.each<Row>([
    ...same,
    ['subset of two', ['A', 'C'], 1, 'partial'],
    ['subset of one', ['D'], 0.5, 'partial'],
    ['superset', ['A', 'B', 'C', 'D'], 0, 'wrong'],
    ['overlapping', ['A', 'B'], 0, 'wrong'],
    ['a repeated part', ['A', 'A', 'A'], 0.5, 'partial'],
  ])('partial with 0.5 an option: %s', (_name, chosen, earned, outcome) => {
    expect(mark(type, key, chosen, 3, { kind: 'partial', each: 0.5 })).toEqual({ earned, outcome })
  })

  test.each<Row>([
    ...same,
    ['subset of two', ['A', 'C'], 2, 'partial'],
    ['superset', ['A', 'B', 'C', 'D'], 2, 'partial'],
    ['overlapping, one to one', ['A', 'B'], 0, 'wrong'],
    ['overlapping, two to one', ['A', 'C', 'E'], 1, 'partial'],
    ['overlapping, one to two', ['A', 'B', 'E'], 0, 'wrong'],
    ['everything', ['A', 'B', 'C', 'D', 'E'], 1, 'partial'],
    ['a repeated part', ['A', 'A', 'B', 'B', 'B'], 0, 'wrong'],
  ])('per option with penalty 1: %s', (_name, chosen, earned, outcome) => {
    expect(mark(type, key, chosen, 3, { kind: 'per-option', penalty: 1 })).toEqual({ earned, outcome })
  })

  test.each<Row>([
    ['superset', ['A', 'B', 'C', 'D'], 2.5, 'partial'],
    ['overlapping, one to one', ['A', 'B'], 0.5, 'partial'],
    ['disjoint', ['B', 'E'], 0, 'wrong'],
  ])('per option with penalty 0.5: %s', (_name, chosen, earned, outcome) => {
    expect(mark(type, key, chosen, 3, { kind: 'per-option', penalty: 0.5 })).toEqual({ earned, outcome })
  })
})

const MARKINGS: readonly Marking[] = [
  { kind: 'all-or-nothing' },
  { kind: 'partial' },
  { kind: 'partial', each: 0.5 },
  { kind: 'per-option', penalty: 0 },
  { kind: 'per-option', penalty: 1 },
]

describe.each(MARKINGS)('with the marking $kind', (marking) => {
  test.each<[QuestionType, string, string[], number, Outcome]>([
    ['single', 'the key', ['B'], 2, 'right'],
    ['single', 'the key twice', ['B', 'B'], 2, 'right'],
    ['single', 'another option', ['A'], 0, 'wrong'],
    ['single', 'the key and another', ['A', 'B'], 0, 'wrong'],
    ['single', 'nothing', [], 0, 'unanswered'],
    ['true-false', 'the key', ['B'], 2, 'right'],
    ['true-false', 'the other', ['A'], 0, 'wrong'],
    ['true-false', 'both', ['A', 'B'], 0, 'wrong'],
    ['true-false', 'nothing', [], 0, 'unanswered'],
    ['indeterminate', 'the one key', ['B'], 2, 'right'],
    ['indeterminate', 'another option than the one key', ['A'], 0, 'wrong'],
  ])('%s: %s', (type, _name, chosen, earned, outcome) => {
    expect(mark(type, ['B'], chosen, 2, marking)).toEqual({ earned, outcome })
  })

  test('no answer earns less than nothing or more than the marks', () => {
    for (let bits = 0; bits < 32; bits += 1) {
      const chosen = [...'ABCDE'].filter((_, index) => bits & (1 << index))
      const { earned } = mark('multiple', ['A', 'B', 'C'], chosen, 1, marking)
      expect(earned).toBeGreaterThanOrEqual(0)
      expect(earned).toBeLessThanOrEqual(1)
    }
  })
})

test('marks an option never add up to more than the question has', () => {
  expect(mark('multiple', ['A', 'B', 'C', 'D'], ['A', 'B', 'C'], 2, { kind: 'partial', each: 1 }).earned).toBe(2)
})

describe('a fill-in, accepted 30日 and 三十日', () => {
  test.each<[string, number, Outcome]>([
    ['30日', 2, 'right'],
    ['三十日', 2, 'right'],
    ['３０日', 2, 'right'],
    [' 30 日 ', 2, 'right'],
    ['30\u3000日', 2, 'right'],
    ['30', 0, 'wrong'],
    ['30日30日', 0, 'wrong'],
    ['', 0, 'unanswered'],
    ['  \u3000\t', 0, 'unanswered'],
  ])('"%s" earns %d', (text, earned, outcome) => {
    expect(mark('fill-in', ['30日', '三十日'], [text], 2, { kind: 'all-or-nothing' })).toEqual({ earned, outcome })
  })

  test('without an answer is unanswered', () => {
    expect(mark('fill-in', ['30'], [], 2, { kind: 'all-or-nothing' })).toEqual({ earned: 0, outcome: 'unanswered' })
  })

  test.each([
    ['Ｎｅｔ １２３３３', 'net12333'],
    ['12,000 元', '12,000元'],
    ['（一）', '(一)'],
    ['CoNTract', 'contract'],
    ['\n三十\r\n日', '三十日'],
  ])('"%s" is compared as "%s"', (text, form) => {
    expect(normaliseAnswer(text)).toBe(form)
  })
})

describe('two stems', () => {
  test.each([
    ['公司能 不签合同吗？', '公司能不签合同吗?', true],
    ['“一次”能领几个月？', '一次能领几个月', true],
    ['ＡＢ 公司', 'ab公司', true],
    ['按1.5倍付', '按15倍付', false],
    ['按30%付', '按30付', false],
    ['满一年', '满两年', false],
  ])('"%s" and "%s" are the same: %s', (one, other, same) => {
    expect(comparableStem(one) === comparableStem(other)).toBe(same)
  })
})

describe('a whole paper', () => {
  const thirds = questionOf('multiple', {
    id: 'thirds',
    options: options('一', '二', '三', '四'),
    key: ['A', 'B', 'C'],
  })
  const items = [
    paperQuestion({ question: questionOf('single', { id: 's' }), points: 2 }),
    paperQuestion({ question: questionOf('multiple', { id: 'm' }), points: 3 }),
    paperQuestion({ question: questionOf('true-false', { id: 't' }), points: 1 }),
    paperQuestion({ question: questionOf('fill-in', { id: 'f' }), points: 4 }),
  ]
  const all = { s: ['b'], m: ['a', 'c'], t: ['a'], f: ['30'] }

  test.each<[string, Record<string, readonly string[]>, number, Outcome[]]>([
    ['everything right', all, 10, ['right', 'right', 'right', 'right']],
    ['nothing', {}, 0, ['unanswered', 'unanswered', 'unanswered', 'unanswered']],
    ['a part', { ...all, m: ['a'] }, 8.5, ['right', 'partial', 'right', 'right']],
    ['one wrong', { ...all, f: ['60'] }, 6, ['right', 'right', 'right', 'wrong']],
    ['an empty answer', { ...all, t: [] }, 9, ['right', 'right', 'unanswered', 'right']],
    ['questions of another paper', { ...all, x: ['a'] }, 10, ['right', 'right', 'right', 'right']],
    ['options that are not shown', { ...all, s: ['z'], t: ['A'] }, 7, ['unanswered', 'right', 'unanswered', 'right']],
  ])('with %s adds up', (_name, responses, score, outcomes) => {
    const result = scoreAttempt({ questions: items }, responses, { kind: 'partial' })
    expect(result.score).toBe(score)
    expect(result.maxScore).toBe(10)
    expect(result.marks.map((own) => own.outcome)).toEqual(outcomes)
    expect(result.marks.map((own) => [own.id, own.points])).toEqual([
      ['s', 2],
      ['m', 3],
      ['t', 1],
      ['f', 4],
    ])
  })

  test('translates options as shown into those of the bank', () => {
    // Shown a b c d are the bank's D B A C, so the key A C is shown as c d.
    const item: PaperQuestion = paperQuestion({ question: questionOf('multiple', { id: 'm' }), order: [3, 1, 0, 2] })
    const score = (response: string[]) =>
      scoreAttempt({ questions: [item] }, { m: response }, { kind: 'partial' }).score
    expect(score(['c', 'd'])).toBe(1)
    expect(score(['a', 'c'])).toBe(0)
    expect(score(['d'])).toBe(0.5)
  })

  test('rounds to hundredths, so that decimals add up', () => {
    const thirty = paper(
      Array.from({ length: 30 }, (_, index) => question({ id: `q-${index}` })),
      0.1,
    )
    const right = Object.fromEntries(thirty.questions.map((item) => [item.question.id, ['a']]))
    expect(scoreAttempt(thirty, right, { kind: 'all-or-nothing' })).toMatchObject({ score: 3, maxScore: 3 })
    const third = scoreAttempt(
      { questions: [paperQuestion({ question: thirds })] },
      { thirds: ['a'] },
      { kind: 'partial' },
    )
    expect(third.score).toBe(0.33)
  })

  test('gives an annulled question its full marks, whatever was answered', () => {
    const annulled = new Set(['m', 's', 'of another paper'])
    for (const responses of [{}, all, { ...all, s: ['b'], m: ['b'] }]) {
      const { score, maxScore, marks } = scoreAttempt({ questions: items }, responses, { kind: 'partial' }, annulled)
      expect(marks.filter(({ outcome }) => outcome === 'annulled')).toEqual([
        { id: 's', points: 2, earned: 2, outcome: 'annulled' },
        { id: 'm', points: 3, earned: 3, outcome: 'annulled' },
      ])
      expect([score, maxScore]).toEqual(['s' in responses ? 10 : 5, 10])
    }
  })

  test('asks an inherited name of the sheet for nothing', () => {
    const hostile = paper([question({ id: 'constructor' }), question({ id: 'valueof' })])
    expect(scoreAttempt(hostile, {}, { kind: 'all-or-nothing' }).marks.map((own) => own.outcome)).toEqual([
      'unanswered',
      'unanswered',
    ])
  })
})

describe('pass mark and band of Shaanxi', () => {
  const rules = {
    passMark: 60,
    bands: [
      { name: '优', from: 90 },
      { name: '良', from: 80 },
      { name: '合格', from: 60 },
    ],
  }

  test.each([
    [100, true, '优'],
    [90, true, '优'],
    [89.99, true, '良'],
    [80, true, '良'],
    [79, true, '合格'],
    [60, true, '合格'],
    [59.99, false, null],
    [0, false, null],
  ])('%d marks: passed %s, band %s', (score, passed, band) => {
    expect(gradeOf(rules, score)).toEqual({ passed, band })
  })
})
