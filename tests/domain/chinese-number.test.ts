import { describe, expect, test } from 'vitest'
import { formatChineseNumber, parseChineseNumber } from '../../content/domain/chinese-number.ts'

describe('a number as statutes write it', () => {
  test.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [98, '九十八'],
    [100, '一百'],
    [107, '一百零七'],
    [110, '一百一十'],
    [123, '一百二十三'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1100, '一千一百'],
    [1260, '一千二百六十'],
    [9999, '九千九百九十九'],
  ])('%i is %s, both ways', (value, text) => {
    expect(formatChineseNumber(value)).toBe(text)
    expect(parseChineseNumber(text)).toBe(value)
  })

  test('is read back as the same number from 0 to 9999', () => {
    const changed = Array.from({ length: 10_000 }, (_, value) => value).filter(
      (value) => parseChineseNumber(formatChineseNumber(value)) !== value,
    )
    expect(changed).toEqual([])
  })

  test.each([-1, 10_000, 1.5, Number.NaN])('%s cannot be written', (value) => {
    expect(() => formatChineseNumber(value)).toThrow(RangeError)
  })
})

describe('other forms that are read', () => {
  test.each([
    ['38', 38],
    ['0', 0],
    ['007', 7],
    ['9999', 9999],
    ['〇', 0],
    ['一百〇七', 107],
    ['一十二', 12],
    ['一百十二', 112],
    ['一千零十', 1010],
    ['一〇七', 107],
    ['一二三', 123],
    ['二〇二六', 2026],
  ])('%s is %i', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })

  test.each([
    '',
    ' ',
    '10000',
    '-1',
    '3.5',
    '１２',
    '甲',
    '两',
    '十十',
    '二十二十',
    '十百',
    '百',
    '千百',
    '一千一',
    '一百零',
    '零七',
    '〇七',
    '零零',
    '一百零零七',
    '九千九千',
    '一二三四五',
    '第十',
    '十 二',
    '十二条',
  ])('"%s" is not a number', (text) => {
    expect(parseChineseNumber(text)).toBeNull()
  })
})
