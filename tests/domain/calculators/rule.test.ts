import { describe, expect, test } from 'vitest'
import { notCovered, periodOn } from '../../../content/domain/calculators/period.ts'
import { periodFaults } from '../../../content/domain/calculators/rule.ts'
import { divideRounded } from '../../../content/domain/calculators/working.ts'
import { RULES } from '../../fixtures/rules.ts'

const OLD = { effectiveFrom: '2008-01-01', effectiveTo: '2015-01-01' }
const NEW = { effectiveFrom: '2020-01-01' }

describe('the period of a day', () => {
  test.each([
    ['2007-12-31', null],
    ['2008-01-01', OLD],
    ['2014-12-31', OLD],
    ['2015-01-01', null],
    ['2019-12-31', null],
    ['2020-01-01', NEW],
    ['2099-01-01', NEW],
  ])('%s', (day, expected) => {
    expect(periodOn([OLD, NEW], day)).toBe(expected)
  })
})

test('a day that is not covered comes with those that are; periods without a gap are one', () => {
  const next = { effectiveFrom: '2015-01-01', effectiveTo: '2018-01-01' }
  expect(notCovered([OLD, next, NEW], '2018-06-01')).toEqual({
    kind: 'not-covered',
    asked: '2018-06-01',
    covered: [
      { from: '2008-01-01', to: '2018-01-01' },
      { from: '2020-01-01', to: null },
    ],
    notes: [],
  })
})

describe('the order of periods', () => {
  test.each([
    ['in order', [OLD, NEW], []],
    ['without a gap', [OLD, { effectiveFrom: '2015-01-01' }], []],
    [
      'overlapping by a day',
      [{ ...OLD, effectiveTo: '2020-01-02' }, NEW],
      ['2008-01-01 起的时期和 2020-01-01 起的时期重叠。'],
    ],
    [
      'without an end before the next',
      [{ effectiveFrom: '2008-01-01' }, NEW],
      ['2008-01-01 起的时期和 2020-01-01 起的时期重叠。'],
    ],
    ['the wrong way round', [NEW, { ...OLD }], ['2008-01-01 起的时期排在了 2020-01-01 起的时期后面。']],
    ['twice the same', [OLD, OLD], ['2008-01-01 起的时期排在了 2008-01-01 起的时期后面。']],
    [
      'ending before it begins',
      [{ effectiveFrom: '2008-01-01', effectiveTo: '2008-01-01' }],
      ['2008-01-01 起的时期在 2008-01-01 就结束了，不在开始那天之后。'],
    ],
  ])('%s', (_name, periods, faults) => {
    expect(periodFaults(periods).map(({ fault }) => fault)).toEqual(faults)
  })
})

describe('dividing', () => {
  test.each([
    [0, 174, 0],
    [87, 174, 1],
    [86, 174, 0],
    [1, 2, 1],
    [1, 3, 0],
    [2, 3, 1],
    [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
  ])('%i by %i gives %i, rounded half up', (dividend, divisor, expected) => {
    expect(divideRounded(dividend, divisor)).toBe(expected)
  })

  test.each([
    [-1, 2],
    [1, 0],
    [1.5, 2],
    [2 ** 53, 2],
    [1, Number.NaN],
  ])('%d by %d is refused', (dividend, divisor) => {
    expect(() => divideRounded(dividend, divisor)).toThrow(RangeError)
  })
})

test('there are rules for six calculators', () => {
  expect([...RULES.keys()].toSorted()).toEqual([
    'annual-leave',
    'double-wages',
    'limitation',
    'overtime',
    'retirement',
    'severance',
  ])
})
