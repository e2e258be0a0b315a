import { describe, expect, test } from 'vitest'
import {
  ArticleNumberSchema,
  compareArticles,
  effectiveTo,
  LawFileSchema,
  versionInForce,
  versionStatus,
} from '../../content/domain/law.ts'
import { law, reconsiderationLaw, version } from '../fixtures/laws.ts'

describe('行政复议法, revised from 2024-01-01', () => {
  const reconsideration = reconsiderationLaw()

  test.each([
    ['2017-12-31', null],
    ['2018-01-01', '2018-01-01'],
    ['2018-01-02', '2018-01-01'],
    ['2023-12-31', '2018-01-01'],
    ['2024-01-01', '2024-01-01'],
    ['2024-01-02', '2024-01-01'],
    ['2026-11-23', '2024-01-01'],
  ])('on %s the text from %s is in force', (day, from) => {
    expect(versionInForce(reconsideration, day)?.effectiveFrom ?? null).toBe(from)
  })

  test.each([
    ['2017-12-31', 'not-yet-in-force', 'not-yet-in-force'],
    ['2018-01-01', 'in-force', 'not-yet-in-force'],
    ['2023-12-31', 'in-force', 'not-yet-in-force'],
    ['2024-01-01', 'superseded', 'in-force'],
    ['2024-01-02', 'superseded', 'in-force'],
  ])('on %s the text of 2017 is %s and that of 2023 is %s', (day, old, revised) => {
    expect(versionStatus(reconsideration, 0, day)).toBe(old)
    expect(versionStatus(reconsideration, 1, day)).toBe(revised)
  })

  test('a text ends where the next begins, and the last has no end', () => {
    expect(effectiveTo(reconsideration, 0)).toBe('2024-01-01')
    expect(effectiveTo(reconsideration, 1)).toBeNull()
  })
})

describe('a law that was repealed with effect from 2021-01-01', () => {
  const repealed = reconsiderationLaw({
    repealedOn: '2021-01-01',
    versions: [version({ effectiveFrom: '1999-10-01' }), version({ effectiveFrom: '2010-01-01' })],
  })

  test.each([
    ['1999-09-30', null, 'not-yet-in-force', 'not-yet-in-force'],
    ['1999-10-01', '1999-10-01', 'in-force', 'not-yet-in-force'],
    ['2009-12-31', '1999-10-01', 'in-force', 'not-yet-in-force'],
    ['2010-01-01', '2010-01-01', 'superseded', 'in-force'],
    ['2020-12-31', '2010-01-01', 'superseded', 'in-force'],
    ['2021-01-01', null, 'superseded', 'repealed'],
    ['2021-01-02', null, 'superseded', 'repealed'],
  ])('on %s has the text %s in force; the first is %s, the last %s', (day, from, first, last) => {
    expect(versionInForce(repealed, day)?.effectiveFrom ?? null).toBe(from)
    expect(versionStatus(repealed, 0, day)).toBe(first)
    expect(versionStatus(repealed, 1, day)).toBe(last)
  })

  test('its last text ends with the repeal', () => {
    expect(effectiveTo(repealed, 0)).toBe('2010-01-01')
    expect(effectiveTo(repealed, 1)).toBe('2021-01-01')
  })
})

test('asking for a version that does not exist throws', () => {
  expect(() => versionStatus(law(), 1, '2026-01-01')).toThrow(RangeError)
})

describe('article numbers', () => {
  test('stand in the order of the law, inserted articles after the one they follow', () => {
    const shuffledNumbers = ['124', '38', '123-10', '123', '4', '123-2', '123-1']
    expect(shuffledNumbers.sort(compareArticles)).toEqual(['4', '38', '123', '123-1', '123-2', '123-10', '124'])
  })

  test.each(['1', '38', '1260', '123-1', '123-12'])('%s is one', (number) => {
    expect(ArticleNumberSchema.safeParse(number).success).toBe(true)
  })

  test.each(['0', '038', '12345', '38-0', '38-', '-1', '38-1-1', '三十八', '第38条', '38 '])(
    '"%s" is none',
    (number) => {
      expect(ArticleNumberSchema.safeParse(number).success).toBe(false)
    },
  )
})

describe('a law file', () => {
  const { id: _, ...file } = law()

  test('may leave out its aliases', () => {
    const { aliases: _aliases, ...rest } = file
    expect(LawFileSchema.parse(rest).aliases).toEqual([])
  })

  test.each([
    ['has no version', { versions: [] }],
    ['has an unknown level', { level: '党内法规' }],
    ['carries a field that nobody reads', { articles: {} }],
    ['gives a day that does not exist', { repealedOn: '2023-02-29' }],
    [
      'numbers an article 第38条',
      { versions: [version({ articles: { 第38条: { heading: '标题', gist: '八个字以上的要旨。' } } })] },
    ],
    ['has a gist of a few words', { versions: [version({ articles: { '38': { heading: '标题', gist: '太短' } } })] }],
    ['counts no articles', { versions: [version({ articleCount: 0 })] }],
  ])('is refused when it %s', (_name, fault) => {
    expect(LawFileSchema.safeParse(file).success).toBe(true)
    expect(LawFileSchema.safeParse({ ...file, ...fault }).success).toBe(false)
  })
})
