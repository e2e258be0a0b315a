import { describe, expect, test } from 'vitest'
import { InputReader } from '../../../content/domain/calculators/input.ts'

/** What one method makes of a text: its value, or its fault with the limit. */
function read<T>(text: string | undefined, use: (form: InputReader) => T): T | string {
  const form = new InputReader({ field: text })
  const reading = form.done(use(form))
  if ('input' in reading) return reading.input
  return reading.faults.map(({ fault, limit }) => (limit === undefined ? fault : `${fault} ${limit.value}`)).join()
}

describe('money', () => {
  test.each<[string | undefined, number | string]>([
    ['6000', 600000],
    ['6000.5', 600050],
    ['6000.55', 600055],
    ['6000.', 600000],
    [' 6,000 元 ', 600000],
    ['６０００', 600000],
    ['6，000', 600000],
    ['0.01', 1],
    ['1000000', 100000000],
    ['1000000.01', 'too-large 100000000'],
    ['999999999999', 'too-large 100000000'],
    ['0', 'too-small 1'],
    ['0.00', 'too-small 1'],
    ['6000.555', 'not-money'],
    ['-6000', 'not-money'],
    ['+6000', 'not-money'],
    ['6e3', 'not-money'],
    ['0x10', 'not-money'],
    ['六千', 'not-money'],
    ['6000块', 'not-money'],
    ['NaN', 'not-money'],
    ['Infinity', 'not-money'],
    ['1'.repeat(100_000), 'too-large 100000000'],
    ['', 'missing'],
    ['   ', 'missing'],
    [undefined, 'missing'],
    ['元', 'missing'],
  ])('%j is %j', (text, expected) => {
    expect(read(text, (form) => form.money('field'))).toBe(expected)
  })

  test('left blank is nothing where it may be', () => {
    expect(read('', (form) => form.optionalMoney('field'))).toBeNull()
    expect(read('x', (form) => form.optionalMoney('field'))).toBe('not-money')
  })
})

describe('a day', () => {
  test.each<[string | undefined, string]>([
    ['2026-11-23', '2026-11-23'],
    ['2026-1-5', '2026-01-05'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６-０１-０５', '2026-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', 'not-day'],
    ['2025-04-31', 'not-day'],
    ['2025-13-01', 'not-day'],
    ['2025-00-10', 'not-day'],
    ['0000-01-01', 'not-day'],
    ['20260105', 'not-day'],
    ['昨天', 'not-day'],
    ['2026-11-23T00:00:00Z', 'not-day'],
    ['1949-12-31', 'too-early 1950-01-01'],
    ['1950-01-01', '1950-01-01'],
    ['2100-12-31', '2100-12-31'],
    ['2101-01-01', 'too-late 2100-12-31'],
    ['', 'missing'],
    [undefined, 'missing'],
  ])('%j is %j', (text, expected) => {
    expect(read(text, (form) => form.day('field'))).toBe(expected)
  })
})

describe('numbers', () => {
  test.each<[string | undefined, number | string]>([
    ['10', 1000],
    ['1.5', 150],
    ['', 0],
    ['744', 74400],
    ['744.01', 'too-large 744'],
    ['-1', 'not-number'],
    ['1.234', 'not-number'],
  ])('hours %j are %j hundredths', (text, expected) => {
    expect(read(text, (form) => form.hundredths('field', 744))).toBe(expected)
  })

  test.each<[string | undefined, number | string]>([
    ['2', 4],
    ['2.5', 5],
    ['2.50', 5],
    ['', 0],
    ['2.25', 'not-half'],
    ['61', 'too-large 60'],
  ])('days %j are %j halves', (text, expected) => {
    expect(read(text, (form) => form.halves('field', 60))).toBe(expected)
  })

  test.each<[string | undefined, number | string]>([
    ['0', 0],
    ['60', 60],
    ['61', 'too-large 60'],
    ['1.5', 'not-whole'],
    ['-1', 'not-whole'],
    ['', 'missing'],
    ['1'.repeat(30), 'not-whole'],
  ])('%j is %j as a whole number', (text, expected) => {
    expect(read(text, (form) => form.whole('field', { most: 60 }))).toBe(expected)
  })
})

describe('a choice', () => {
  test.each<[string | undefined, string]>([
    ['yes', 'yes'],
    ['no', 'no'],
    ['maybe', 'unchosen'],
    ['', 'unchosen'],
    ['__proto__', 'unchosen'],
    [undefined, 'unchosen'],
  ])('%j is %j', (text, expected) => {
    expect(read(text, (form) => form.choice('field', ['yes', 'no']))).toBe(expected)
  })
})

test('all faults of a form come at once, one a field, in its order', () => {
  const form = new InputReader({ b: 'x' })
  const reading = form.done({ a: form.day('a'), b: form.money('b'), c: form.whole('c', { most: 5 }) })
  expect(reading).toEqual({
    faults: [
      { field: 'a', fault: 'missing' },
      { field: 'b', fault: 'not-money' },
      { field: 'c', fault: 'missing' },
    ],
  })
})
