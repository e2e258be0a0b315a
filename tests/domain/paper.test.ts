import { describe, expect, test } from 'vitest'
import type { Blueprint, Quota } from '../../content/domain/assessment.ts'
import {
  bankOptionId,
  drawPaper,
  type Paper,
  type Shortfall,
  ShortfallError,
  shownKey,
  shownOptionId,
  toPublicQuestion,
} from '../../content/domain/paper.ts'
import type { Question } from '../../content/domain/question.ts'
import { seededRandom } from '../../content/domain/random.ts'
import { blueprint, quota } from '../fixtures/assessments.ts'
import { paper, paperQuestion, seed } from '../fixtures/papers.ts'
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

function idsOf(drawn: Paper): string[] {
  return drawn.questions.map((item) => item.question.id)
}

function shortfallsOf(draw: () => unknown): readonly Shortfall[] {
  try {
    draw()
  } catch (error) {
    if (error instanceof ShortfallError) return error.shortfalls
    throw error
  }
  return []
}

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

describe('a bank that is too small', () => {
  test('names the quota, what it wanted and how much is missing', () => {
    const plan: Blueprint = {
      sections: [
        { points: 1, draw: [quota({ count: 2 })] },
        {
          points: 1,
          draw: [quota(), quota({ count: 5, types: ['multiple', 'fill-in'], topics: ['wages'], difficulty: [2, 3] })],
        },
      ],
    }
    const bank = [...several(3, 's'), ...several(2, 'm', { type: 'multiple', topic: 'wages', difficulty: 3 })]
    expect(shortfallsOf(() => drawPaper(bank, plan, seed(0)))).toEqual([
      { section: 2, line: 2, wanted: 5, missing: 3, quota: plan.sections[1]?.draw[1] },
    ])
    expect(() => drawPaper(bank, plan, seed(0))).toThrow(
      'Section 2, quota 2 (multiple/fill-in, topics wages, difficulty 2/3) wants 5 and falls short by 3.',
    )
  })

  test('names every quota that falls short, each on a line', () => {
    const plan = blueprint(
      quota({ count: 3 }),
      quota({ count: 2, types: ['fill-in'] }),
      quota({ types: ['case'], subQuestions: 4 }),
    )
    expect(() => drawPaper(several(1, 's'), plan, seed(0))).toThrow(
      [
        'Section 1, quota 1 (single) wants 3 and falls short by 2.',
        'Section 1, quota 2 (fill-in) wants 2 and falls short by 2.',
        'Section 1, quota 3 (case) wants 1 and falls short by 1.',
      ].join('\n'),
    )
  })

  test('says the same whatever the seed', () => {
    const plan = blueprint(quota({ count: 4 }), quota({ count: 4, topics: ['wages'] }))
    const bank = [...several(3, 'c'), ...several(3, 'w', { topic: 'wages' })]
    for (let value = 0; value < 50; value += 1) {
      const missing = shortfallsOf(() => drawPaper(bank, plan, seed(value))).reduce((sum, own) => sum + own.missing, 0)
      expect(missing).toBe(2)
    }
  })
})

describe('quotas that overlap', () => {
  test('yield to each other: the broad one leaves the scarce questions to the narrow one', () => {
    const bank = [...several(4, 'wages', { topic: 'wages' }), ...several(6, 'contract')]
    const plan = blueprint(quota({ count: 6 }), quota({ count: 4, topics: ['wages'] }))
    for (let value = 0; value < 200; value += 1) expect(idsOf(drawPaper(bank, plan, seed(value)))).toHaveLength(10)
  })

  test('yield along a chain of quotas', () => {
    // a takes 1 or 2, b takes 2 or 3, c takes 3 or 4, d takes 4 only: one way to fill all four from 1–4.
    const bank = ['1', '2', '3', '4'].map((topic) => question({ id: `q-${topic}`, topics: [topic] }))
    const plan = blueprint(...[['1', '2'], ['2', '3'], ['3', '4'], ['4']].map((topics) => quota({ topics })))
    for (let value = 0; value < 100; value += 1) expect(idsOf(drawPaper(bank, plan, seed(value)))).toHaveLength(4)
  })

  /** The most places that can be filled, by trying everything. */
  function most(bank: readonly Question[], quotas: readonly Quota[]): number {
    const fits = (own: Question, line: Quota) =>
      (line.types as readonly string[]).includes(own.type) &&
      (line.topics?.some((topic) => own.topics.includes(topic)) ?? true) &&
      (line.difficulty?.some((level) => level === own.difficulty) ?? true)
    const known = new Map<string, number>()
    const from = (at: number, left: readonly number[]): number => {
      const own = bank[at]
      if (own === undefined) return 0
      const key = `${at}:${left.join()}`
      const before = known.get(key)
      if (before !== undefined) return before
      let best = from(at + 1, left)
      for (const [index, line] of quotas.entries()) {
        if ((left[index] ?? 0) === 0 || !fits(own, line)) continue
        best = Math.max(
          best,
          1 +
            from(
              at + 1,
              left.map((count, other) => (other === index ? count - 1 : count)),
            ),
        )
      }
      known.set(key, best)
      return best
    }
    return from(
      0,
      quotas.map((line) => line.count),
    )
  }

  test('are filled as far as any choice can fill them (600 small random banks, against trying everything)', () => {
    const random = seededRandom(seed(2026))
    const pick = <T>(items: readonly T[]): T[] => items.filter(() => random.below(2) === 0)
    const orAll = <T>(items: T[], all: readonly T[]): T[] => (items.length > 0 ? items : [...all])
    const [topics, types, levels] = [['w', 'c', 'i'], ['single', 'multiple'] as const, [1, 2, 3] as const]
    let short = 0
    for (let round = 0; round < 600; round += 1) {
      const bank = Array.from({ length: 1 + random.below(8) }, (_, index) =>
        questionOf(types[random.below(2)] ?? 'single', {
          id: `q-${index}`,
          topics: orAll(pick(topics), topics),
          difficulty: levels[random.below(3)] ?? 1,
        }),
      )
      const quotas = Array.from({ length: 1 + random.below(4) }, () =>
        quota({
          count: 1 + random.below(3),
          types: orAll(pick(types), types),
          ...(random.below(2) === 0 ? { topics: orAll(pick(topics), topics) } : {}),
          ...(random.below(2) === 0 ? { difficulty: orAll(pick(levels), levels) } : {}),
        }),
      )
      const wanted = quotas.reduce((sum, line) => sum + line.count, 0)
      const missing = shortfallsOf(() => drawPaper(bank, blueprint(...quotas), seed(round))).reduce(
        (sum, own) => sum + own.missing,
        0,
      )
      expect(wanted - missing).toBe(most(bank, quotas))
      if (missing > 0) short += 1
    }
    // Both outcomes must occur often, or the comparison says little.
    expect(short).toBeGreaterThan(100)
    expect(short).toBeLessThan(500)
  })

  test('are filled in well under a second from 20 000 questions', () => {
    const bank = [...several(10_000, 'w', { topic: 'wages' }), ...several(10_000, 'c')]
    const started = performance.now()
    drawPaper(bank, blueprint(quota({ count: 100 }), quota({ count: 100, topics: ['wages'] })), seed(1))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('what a participant sees of a question', () => {
  const shown = toPublicQuestion(paperQuestion({ question: questionOf('multiple'), points: 2, order: [3, 1, 0, 2] }))

  test('is its text, and options in the order of the paper with letters of the paper', () => {
    expect(shown).toEqual({
      id: 'q-1',
      type: 'multiple',
      stem: question().stem,
      options: [
        { id: 'a', text: '丁' },
        { id: 'b', text: '乙' },
        { id: 'c', text: '甲' },
        { id: 'd', text: '丙' },
      ],
      points: 2,
    })
  })

  test('includes the stem of its case', () => {
    const [part] = caseQuestions('case-1', 2)
    expect(toPublicQuestion(paperQuestion(part ? { question: part } : {})).group).toEqual({
      id: 'case-1',
      stem: '案情 case-1',
    })
  })

  test('has no key, rationale, citation, difficulty, topic or use, and no field that is added to questions later', () => {
    for (const type of ['single', 'multiple', 'true-false', 'fill-in'] as const) {
      const full = { ...questionOf(type), secret: 'added later' }
      const fields = Object.keys(toPublicQuestion(paperQuestion({ question: full }))).sort()
      expect(fields).toEqual(['id', 'options', 'points', 'stem', 'type'])
      expect(
        toPublicQuestion(paperQuestion({ question: full })).options.every(
          (own) => Object.keys(own).join() === 'id,text',
        ),
      ).toBe(true)
    }
  })
})

describe('options as shown and options of the bank', () => {
  const item = paperQuestion({ question: questionOf('multiple'), order: [3, 1, 0, 2] })

  test.each([
    ['a', 'D'],
    ['b', 'B'],
    ['c', 'A'],
    ['d', 'C'],
  ])('%s is %s', (shownId, letter) => {
    expect(bankOptionId(item, shownId)).toBe(letter)
  })

  test.each(['', 'e', 'l', 'm', 'A', '0', 'ab', 'abcd', '__proto__', 'constructor', 'length'])(
    '"%s" is none',
    (shownId) => {
      expect(bankOptionId(item, shownId)).toBeUndefined()
    },
  )

  test('the right answer is given as shown', () => {
    expect(shownKey(item)).toEqual(['c', 'd'])
    expect(shownKey(paperQuestion({ question: questionOf('fill-in') }))).toEqual(['30', '三十'])
  })

  test('the right answer as shown is always marked right', () => {
    for (const own of drawPaper(BANK, PLAN, seed(9)).questions.filter((each) => each.question.type !== 'fill-in')) {
      expect(
        shownKey(own)
          .map((id) => bankOptionId(own, id))
          .sort(),
      ).toEqual([...own.question.key].sort())
    }
  })

  test.each([
    [0, 'a'],
    [11, 'l'],
  ])('place %i has the letter %s', (place, id) => {
    expect(shownOptionId(place)).toBe(id)
  })

  test.each([-1, 12, 1.5])('place %d has none', (place) => {
    expect(() => shownOptionId(place)).toThrow(RangeError)
  })

  test('a paper keeps the marks it was given', () => {
    expect(paper([question()], 2.5).questions.map((own) => toPublicQuestion(own).points)).toEqual([2.5])
  })
})
