import { describe, expect, test } from 'vitest'
import type { Blueprint } from '../../content/domain/assessment.ts'
import { drawPaper } from '../../content/domain/paper.ts'
import type { Question } from '../../content/domain/question.ts'
import { blueprint, quota } from '../fixtures/assessments.ts'
import { idsOf, seed, shortfallsOf } from '../fixtures/papers.ts'
import { caseQuestions, options, question, questionOf, several } from '../fixtures/questions.ts'

const BANK: readonly Question[] = [
  ...several(8, 'single-wages', { topic: 'wages' }),
  ...several(8, 'single-contract', { topic: 'contract', difficulty: 2 }),
  ...several(6, 'multiple', { type: 'multiple', topic: 'wages', difficulty: 3 }),
  ...several(6, 'true-false', { type: 'true-false' }),
  ...several(3, 'fill-in', { type: 'fill-in' }),
  ...caseQuestions('case-1', 3, { difficulty: 3, topics: ['wages'] }),
  ...caseQuestions('case-2', 3, { difficulty: 3 }),
  ...caseQuestions('case-3', 2, { difficulty: 3 }),
]

const PLAN: Blueprint = {
  sections: [
    { points: 1, draw: [quota({ count: 2, topics: ['wages'] }), quota({ count: 3, difficulty: [2] })] },
    { points: 2, draw: [quota({ count: 2, types: ['multiple', 'fill-in'] })] },
    { points: 1.5, draw: [quota({ count: 2, types: ['true-false'] })] },
    { points: 3, draw: [quota({ count: 1, types: ['case'], subQuestions: 3 })] },
  ],
}

const PINNED: readonly string[] = [
  'single-wages-7 ×1 0312',
  'single-contract-3 ×1 1032',
  'single-contract-8 ×1 1302',
  'single-wages-6 ×1 1230',
  'single-contract-7 ×1 0123',
  'multiple-2 ×2 1203',
  'multiple-5 ×2 1302',
  'true-false-1 ×1.5 01',
  'true-false-6 ×1.5 01',
  'case-2-1 ×3 1023',
  'case-2-2 ×3 01',
  'case-2-3 ×3 0132',
]

describe('a drawn paper', () => {
  test('is pinned: an attempt stores its seed only, so this literal must never change', () => {
    const drawn = drawPaper(BANK, PLAN, '0123456789abcdef')
    expect(drawn.questions.map(({ question: { id }, points, order }) => `${id} ×${points} ${order.join('')}`)).toEqual(
      PINNED,
    )
  })

  test('is the same for the same bank, blueprint and seed', () => {
    expect(drawPaper([...BANK], structuredClone(PLAN), seed(42))).toEqual(drawPaper(BANK, PLAN, seed(42)))
  })

  test('differs with the seed', () => {
    const papers = Array.from({ length: 200 }, (_, value) => idsOf(drawPaper(BANK, PLAN, seed(value))).join())
    expect(new Set(papers).size).toBeGreaterThan(195)
  })

  test('shows questions in another order and options in another order too, not only other questions', () => {
    const all = several(6, 'q')
    const plan = blueprint(quota({ count: 6 }))
    const first = drawPaper(all, plan, seed(1))
    const second = drawPaper(all, plan, seed(2))
    expect(idsOf(first)).not.toEqual(idsOf(second))
    expect(idsOf(first).sort()).toEqual(idsOf(second).sort())
    expect(first.questions.map((item) => item.order)).not.toEqual(second.questions.map((item) => item.order))
  })

  test('refuses a seed that is none', () => {
    expect(() => drawPaper(BANK, PLAN, 'seed')).toThrow(RangeError)
  })

  test('meets every quota without repeating a question, whatever the seed', () => {
    for (let value = 0; value < 500; value += 1) {
      const { questions } = drawPaper(BANK, PLAN, seed(value))
      const asked = questions.map((item) => item.question)
      expect(new Set(asked.map((own) => own.id)).size).toBe(12)
      expect(questions.map((item) => item.points)).toEqual([1, 1, 1, 1, 1, 2, 2, 1.5, 1.5, 3, 3, 3])
      const [first, second, third, last] = [asked.slice(0, 5), asked.slice(5, 7), asked.slice(7, 9), asked.slice(9)]
      expect(first.every((own) => own.type === 'single')).toBe(true)
      expect(first.filter((own) => own.topics.includes('wages'))).toHaveLength(2)
      expect(first.filter((own) => own.difficulty === 2)).toHaveLength(3)
      expect(second.every((own) => own.type === 'multiple' || own.type === 'fill-in')).toBe(true)
      expect(third.every((own) => own.type === 'true-false')).toBe(true)
      expect([...new Set(last.map((own) => own.group?.id))]).toHaveLength(1)
    }
  })

  test('asks a case as a whole and in its order, alone or between other questions', () => {
    const plan = blueprint(quota({ count: 4 }), quota({ count: 2, types: ['case'], subQuestions: 3 }))
    for (let value = 0; value < 100; value += 1) {
      const ids = idsOf(drawPaper(BANK, plan, seed(value)))
      for (const id of ['case-1', 'case-2']) {
        const at = ids.indexOf(`${id}-1`)
        expect(ids.slice(at, at + 3)).toEqual([`${id}-1`, `${id}-2`, `${id}-3`])
      }
    }
  })

  test('never draws a part of a case as a question of its own', () => {
    const plan = blueprint(quota({ count: 16 }), quota({ count: 6, types: ['true-false'] }))
    expect(idsOf(drawPaper(BANK, plan, seed(5))).filter((id) => id.startsWith('case'))).toEqual([])
  })

  test('draws only cases with the number of parts asked for', () => {
    const plan = blueprint(quota({ types: ['case'], subQuestions: 2 }))
    for (let value = 0; value < 20; value += 1) {
      expect(idsOf(drawPaper(BANK, plan, seed(value)))).toEqual(['case-3-1', 'case-3-2'])
    }
  })

  test('leaves a question without difficulty to quotas that ask for none', () => {
    const { difficulty: _, ...unrated } = question({ id: 'unrated' })
    expect(idsOf(drawPaper([unrated], blueprint(quota()), seed(0)))).toEqual(['unrated'])
    expect(shortfallsOf(() => drawPaper([unrated], blueprint(quota({ difficulty: [1, 2, 3] })), seed(0)))).toHaveLength(
      1,
    )
  })
})

describe('fairness of the draw', () => {
  // 99.9 % of chi-square values lie below these bounds; the seeds are fixed, so the test always has the same outcome.
  const chiSquare = (counts: readonly number[], expected: number) =>
    counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0)
  const tally = (keys: readonly string[], all: number) => {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return [...counts.values(), ...new Array<number>(all - counts.size).fill(0)]
  }

  test('every order of four options is equally likely', () => {
    const orders = Array.from({ length: 4800 }, (_, value) => {
      const [first] = drawPaper([question()], blueprint(quota()), seed(value)).questions
      return first?.order.join('') ?? ''
    })
    expect(chiSquare(tally(orders, 24), 200)).toBeLessThan(49.7)
  })

  test('every question is equally likely to be drawn', () => {
    const bank = several(10, 'q')
    const drawn = Array.from(
      { length: 3000 },
      (_, value) => idsOf(drawPaper(bank, blueprint(quota()), seed(value)))[0] ?? '',
    )
    expect(chiSquare(tally(drawn, 10), 300)).toBeLessThan(27.9)
  })

  test('every question is equally likely to come first', () => {
    const bank = several(6, 'q')
    const plan = blueprint(quota({ count: 6 }))
    const first = Array.from({ length: 3000 }, (_, value) => idsOf(drawPaper(bank, plan, seed(value)))[0] ?? '')
    expect(chiSquare(tally(first, 6), 500)).toBeLessThan(20.5)
  })

  test('options whose order carries meaning keep it', () => {
    const fixed = questionOf('single', { options: options('甲', '乙', '以上都对'), fixedOrder: true, key: ['C'] })
    for (let value = 0; value < 100; value += 1) {
      const orders = drawPaper([fixed], blueprint(quota()), seed(value)).questions.map((item) => item.order)
      expect(orders).toEqual([[0, 1, 2]])
    }
  })
})
