import { describe, expect, test } from 'vitest'
import { seededRandom, shuffled } from '../../content/domain/random.ts'
import { seed } from '../fixtures/papers.ts'

describe('a seeded generator', () => {
  // Computed with an implementation of sfc32 in another language. Every paper ever drawn depends on these numbers.
  test.each([
    ['0000000000000000', [1427488602, 1980682239, 456575201, 3300212312, 1743954244]],
    ['0123456789abcdef', [1803102361, 4252589618, 1569281217, 1564798355, 3170087374]],
    ['ffffffffffffffff', [754549516, 1829345342, 2785016680, 2378084626, 2430036845]],
  ])('%s always starts with the same numbers', (given, numbers) => {
    const random = seededRandom(given)
    expect(numbers.map(() => random.below(2 ** 32))).toEqual(numbers)
  })

  test('gives the same small numbers and the same shuffle for ever', () => {
    const random = seededRandom('0123456789abcdef')
    expect(Array.from({ length: 20 }, () => random.below(10)).join('')).toBe('18754959215563268530')
    expect(shuffled([...'abcdefghij'], seededRandom('0123456789abcdef')).join('')).toBe('cadgiehjfb')
  })

  test.each([
    '',
    '0',
    '0123456789abcde',
    '0123456789abcdef0',
    '0123456789ABCDEF',
    'g123456789abcdef',
    ' 123456789abcdef',
  ])('refuses the seed "%s"', (given) => {
    expect(() => seededRandom(given)).toThrow(RangeError)
  })

  test('stays below the bound, and a bound of one leaves nothing to choose', () => {
    const random = seededRandom(seed(7))
    for (const bound of [1, 2, 3, 7, 1000, 2 ** 31 + 1, 2 ** 32]) {
      for (let round = 0; round < 200; round += 1) {
        const value = random.below(bound)
        expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true)
      }
    }
  })

  test('gives every number equally often where the bound does not divide 2^32', () => {
    // Without rejection, three quarters of 2^32 as bound would give the first third twice as often as the rest.
    const random = seededRandom(seed(11))
    const bound = 3 * 2 ** 30
    const thirds = [0, 0, 0]
    for (let round = 0; round < 6000; round += 1) {
      const third = Math.floor(random.below(bound) / 2 ** 30)
      thirds[third] = (thirds[third] ?? 0) + 1
    }
    for (const count of thirds) expect(Math.abs(count - 2000)).toBeLessThan(150)
  })
})

describe('a shuffle', () => {
  test('keeps every item once and leaves its input alone', () => {
    const items = [3, 1, 2, 2, 5]
    expect(shuffled(items, seededRandom(seed(3))).sort()).toEqual([1, 2, 2, 3, 5])
    expect(items).toEqual([3, 1, 2, 2, 5])
  })

  test.each([[[]], [['one']]])('of %j is the same', (items: readonly string[]) => {
    expect(shuffled(items, seededRandom(seed(3)))).toEqual(items)
  })
})
