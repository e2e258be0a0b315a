import { describe, expect, it } from 'vitest'
import {
  type AnalysedAnswer,
  type AnalysisResult,
  ItemAnalysis,
  SMALL_SAMPLE,
} from '../../content/domain/item-analysis.ts'

function answer(item: string, earned: number, points = 1, chosen: readonly string[] = []): AnalysedAnswer {
  const outcome = earned === points ? 'right' : earned > 0 ? 'partial' : 'wrong'
  return { item, isAnnulled: item === 'x', points, earned, outcome, chosen }
}

/** Analyses a table of marks, a line a person and a column a question. */
function analysed(marks: readonly (readonly number[])[], points: readonly number[] = []): AnalysisResult {
  const analysis = new ItemAnalysis()
  for (const line of marks) {
    analysis.add(line.map((earned, index) => answer(`q${index + 1}`, earned, points[index] ?? 1)))
  }
  return analysis.result()
}

/** Ten people at five questions; figures by hand, and by NumPy (corrcoef, var). */
const TEN = [
  [1, 1, 1, 1, 1],
  [1, 1, 1, 1, 0],
  [1, 1, 1, 0, 1],
  [1, 1, 0, 1, 0],
  [1, 1, 1, 0, 0],
  [1, 0, 1, 0, 0],
  [0, 1, 0, 0, 1],
  [1, 0, 0, 0, 0],
  [0, 1, 0, 0, 0],
  [0, 0, 0, 0, 0],
]

describe('item analysis', () => {
  it('of right and wrong gives what NumPy gives', () => {
    const { people, items, alpha } = analysed(TEN)
    expect(people).toBe(10)
    const facilities = [0.7, 0.7, 0.5, 0.3, 0.3]
    const correlations = [0.4193139346887674, 0.4193139346887674, 0.5070925528371099, 0.4193139346887673, 0.2302830932]
    const differences = [0.685185185, 0.685185185, 1, 0.685185185, 0.685185185]
    for (const [index, item] of items.entries()) {
      expect(item.facility).toBeCloseTo(facilities[index] ?? 0, 12)
      expect(item.discrimination).toBeCloseTo(correlations[index] ?? 0, 9)
      expect(item.upperLower).toBeCloseTo(differences[index] ?? 0, 8)
      expect(item).toMatchObject({ n: 10, isSmall: true, isAnnulled: false, omitted: 0 })
    }
    expect(alpha).toBeCloseTo(0.6444444444444444, 12)
  })

  it('of questions with several marks and partial ones gives what NumPy gives', () => {
    const points = [2, 2, 1, 1, 1]
    const marks = TEN.map((line) => line.map((mark, index) => mark * (points[index] ?? 1)))
    const [, second = [], , , fifth = []] = marks
    second[0] = 0.5
    fifth[1] = 1.5
    const { items, alpha } = analysed(marks, points)
    const rows = items.map(({ facility, discrimination, upperLower }) => [facility, discrimination, upperLower])
    const expected = [
      [0.625, 0.1579160650274721, 0.6851851851851851],
      [0.675, 0.27187090774218736, 0.6851851851851851],
      [0.5, 0.46896830540843937, 0.7407407407407407],
      [0.3, 0.4096614074981223, 0.6296296296296297],
      [0.3, 0.3420999749992127, 0.7407407407407407],
    ]
    for (const [at, row] of expected.entries())
      for (const [column, figure] of row.entries()) expect(rows[at]?.[column]).toBeCloseTo(figure, 10)
    expect(alpha).toBeCloseTo(0.5129419191919192, 12)
  })

  it('by hand: four people, two questions', () => {
    // Variances 4/16, 3/16 and 11/16: α = 2 · (1 − 7/11).
    const { alpha, items } = analysed([
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 0],
    ])
    expect(alpha).toBeCloseTo(8 / 11, 12)
    // cov(x, y) = 1/4 − 1/2 · 1/4 = 1/8; the variances are 1/4 and 3/16.
    expect(items[0]?.discrimination).toBeCloseTo(1 / 8 / Math.sqrt(3 / 64), 12)
    // Groups of 1.08 people: the upper one is the first and 0.08 of the second, the lower one has nothing right.
    expect(items[0]?.upperLower).toBeCloseTo(1, 12)
    expect(items[1]?.upperLower).toBeCloseTo(1 / 1.08, 12)
  })

  it('does not depend on the order of people, even of those who share a total', () => {
    const [there, back] = [analysed(TEN), analysed(TEN.toReversed())]
    for (const [index, item] of there.items.entries()) {
      const other = back.items[index]
      expect(item.upperLower).toBe(other?.upperLower)
      expect(item.discrimination).toBeCloseTo(other?.discrimination ?? Number.NaN, 12)
    }
  })

  it('is negative for a question that those who know get wrong', () => {
    const { items } = analysed([
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
      [0, 0, 1],
    ])
    expect(items[2]?.discrimination).toBeCloseTo(-1, 12)
    expect(items[2]?.upperLower).toBe(-1)
  })

  it.each<[string, number[][], AnalysisResult['alpha']]>([
    ['nobody', [], 'too-few-people'],
    ['one person', [[1, 0]], 'too-few-people'],
    ['one question', [[1], [0]], 'too-few-questions'],
    [
      'everyone with the same total',
      [
        [1, 0],
        [0, 1],
      ],
      'no-spread',
    ],
    [
      'everyone with everything right, in thirds of a mark',
      [
        [1 / 3, 1 / 3],
        [1 / 3, 1 / 3],
        [1 / 3, 1 / 3],
      ],
      'no-spread',
    ],
  ])('has no α of %s, and says why', (_, marks, reason) => {
    const { alpha, items } = analysed(marks)
    expect(alpha).toBe(reason)
    if (reason === 'no-spread') expect(items.map(({ upperLower }) => upperLower)).toEqual([null, null])
  })

  it('has no discrimination of a question that everyone got right, and none of the only question', () => {
    const { items } = analysed([
      [1, 1 / 3],
      [1, 0],
      [1, 1 / 3],
    ])
    expect(items.map(({ discrimination }) => discrimination)).toEqual([null, null])
    expect(analysed([[1], [0]]).items[0]).toMatchObject({ discrimination: null, upperLower: 1 })
  })

  it('of papers drawn at random is over those who got a question, and without α', () => {
    const analysis = new ItemAnalysis()
    analysis.add([answer('a', 1), answer('b', 1)])
    analysis.add([answer('a', 1), answer('c', 0)])
    analysis.add([answer('b', 0), answer('c', 0)])
    const { alpha, items, people } = analysis.result()
    expect([people, alpha]).toEqual([3, 'different-papers'])
    expect(items.map(({ item, n, facility }) => [item, n, facility])).toEqual([
      ['a', 2, 1],
      ['b', 2, 0.5],
      ['c', 2, 0],
    ])
    // Of the lower group nobody got question a.
    expect(items.map(({ upperLower }) => upperLower)).toEqual([null, 1, null])
  })

  it('is the same paper whatever the order of its questions, and another one when marks differ', () => {
    const analysis = new ItemAnalysis()
    analysis.add([answer('a', 1), answer('b', 1)])
    analysis.add([answer('b', 0), answer('a', 0)])
    expect(analysis.result().alpha).toBeCloseTo(1, 12)
    analysis.add([answer('a', 2, 2), answer('b', 1)])
    expect(analysis.result().alpha).toBe('different-papers')
  })

  it('analyses an annulled question by its key and leaves it out of all totals', () => {
    const analysis = new ItemAnalysis()
    for (const [a, b, x] of [
      [1, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 1],
    ] as const)
      analysis.add([answer('a', a), answer('b', b), answer('x', x)])
    const { alpha, items } = analysis.result()
    expect(alpha).toBeCloseTo(8 / 11, 12)
    expect(items.map(({ isAnnulled }) => isAnnulled)).toEqual([false, false, true])
    expect(items[0]?.discrimination).toBeCloseTo(1 / 8 / Math.sqrt(3 / 64), 12)
    expect(items[2]?.facility).toBe(0.5)
    expect(items[2]?.discrimination).toBeLessThan(-0.9)
  })

  it('counts what was chosen, and what was left out', () => {
    const analysis = new ItemAnalysis()
    analysis.add([answer('a', 1, 1, ['A', 'C'])])
    analysis.add([answer('a', 0, 1, ['A', 'B'])])
    analysis.add([{ ...answer('a', 0), outcome: 'unanswered' }])
    const [item] = analysis.result().items
    expect([...(item?.chosen ?? [])]).toEqual([
      ['A', 2],
      ['C', 1],
      ['B', 1],
    ])
    expect(item?.omitted).toBe(1)
  })

  it.each([
    [SMALL_SAMPLE - 1, true],
    [SMALL_SAMPLE, false],
  ])('of %i people is marked as small: %s', (people, isSmall) => {
    const { items } = analysed(Array.from({ length: people }, (_, index) => [index % 2, index % 3 === 0 ? 1 : 0]))
    expect(items.map((item) => item.isSmall)).toEqual([isSmall, isSmall])
  })
})
