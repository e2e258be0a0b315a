import { describe, expect, test } from 'vitest'
import { askedText, contains, parseSpans } from '../../../site/laws/days.ts'

const PERIODS = parseSpans('2018-01-01/2024-01-01 2024-01-01/')

describe('the page of a law with the text of 2024', () => {
  test.each([
    [null, '2026-11-01', { kind: 'nothing' }],
    [null, '2023-12-31', { kind: 'elsewhere', day: '2023-12-31', key: '2018-01-01' }],
    [null, '2017-12-31', { kind: 'nothing' }],
    ['2017-12-31', '2026-11-01', { kind: 'none', day: '2017-12-31' }],
    ['2018-01-01', '2026-11-01', { kind: 'elsewhere', day: '2018-01-01', key: '2018-01-01' }],
    ['2023-12-31', '2026-11-01', { kind: 'elsewhere', day: '2023-12-31', key: '2018-01-01' }],
    ['2024-01-01', '2026-11-01', { kind: 'here', day: '2024-01-01' }],
    ['2024-01-02', '2026-11-01', { kind: 'here', day: '2024-01-02' }],
  ])('asked for %s on %s', (on, today, expected) => {
    expect(askedText(on, PERIODS, '2024-01-01', today)).toEqual(expected)
  })

  test.each([
    '',
    '2024',
    '2024-1-1',
    '2023-02-29',
    '2024-13-01',
    'javascript:alert(1)',
    '2024-01-01/../..',
    '二〇二四年',
  ])('refuses %j', (on) => {
    expect(askedText(on, PERIODS, '2024-01-01', '2026-11-01')).toEqual({ kind: 'malformed' })
  })
})

test('a span has its first day and not its last', () => {
  const [span] = parseSpans('2018-01-01/2024-01-01')
  expect(['2017-12-31', '2018-01-01', '2023-12-31', '2024-01-01'].map((day) => span && contains(span, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('what is no span is passed over', () => {
  expect(parseSpans('')).toEqual([])
  expect(parseSpans('2018-01-01')).toEqual([])
})
