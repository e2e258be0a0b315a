import { describe, expect, test } from 'vitest'
import type { Blueprint, Quota } from '../../content/domain/assessment.ts'
import { drawPaper } from '../../content/domain/paper.ts'
import type { Question } from '../../content/domain/question.ts'
import { seededRandom } from '../../content/domain/random.ts'
import { blueprint, quota } from '../fixtures/assessments.ts'
import { idsOf, seed, shortfallsOf } from '../fixtures/papers.ts'
import { question, questionOf, several } from '../fixtures/questions.ts'

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
