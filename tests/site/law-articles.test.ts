import { describe, expect, it } from 'vitest'
import { lawStatus, shownArticles } from '../../site/lib/law-articles.ts'
import { articles, law, reconsiderationLaw, version } from '../fixtures/laws.ts'

describe('the articles on the page of a law', () => {
  it('come in the order of the law, inserted ones after the one they follow', () => {
    const given = law({ versions: [version({ articles: articles('82-1', '9', '100', '82', '10') })] })
    expect(shownArticles(given, '2026-11-01').map(({ number }) => number)).toEqual(['9', '10', '82', '82-1', '100'])
  })

  it('come from the version in force, each number once', () => {
    const [older, newer] = [
      version({ effectiveFrom: '2018-01-01', articles: articles('9', '20') }),
      version({ effectiveFrom: '2024-01-01', articles: articles('20') }),
    ]
    const given = reconsiderationLaw({ versions: [older, newer] })
    const from = (day: string) => shownArticles(given, day).map((shown) => [shown.number, shown.version.effectiveFrom])
    expect(from('2024-01-01')).toEqual([
      ['9', '2018-01-01'],
      ['20', '2024-01-01'],
    ])
    expect(from('2023-12-31')).toEqual([
      ['9', '2018-01-01'],
      ['20', '2018-01-01'],
    ])
  })

  it('come from the newest version while none is in force', () => {
    expect(shownArticles(reconsiderationLaw(), '2000-01-01').map((shown) => shown.version.effectiveFrom)).toEqual([
      '2018-01-01',
      '2024-01-01',
    ])
    const both = [version({ effectiveFrom: '2030-01-01' }), version({ effectiveFrom: '2031-01-01' })]
    expect(
      new Set(shownArticles(law({ versions: both }), '2026-11-01').map((shown) => shown.version.effectiveFrom)),
    ).toEqual(new Set(['2031-01-01']))
  })
})

describe('where a law stands', () => {
  it.each([
    ['2017-12-31', 'not-yet-in-force'],
    ['2018-01-01', 'in-force'],
    ['2023-12-31', 'in-force'],
    ['2024-01-01', 'in-force'],
  ])('on %s: %s', (day, status) => {
    expect(lawStatus(reconsiderationLaw(), day)).toBe(status)
  })

  it('is repealed from the day of its repeal', () => {
    const repealed = law({ repealedOn: '2025-07-01' })
    expect(lawStatus(repealed, '2025-06-30')).toBe('in-force')
    expect(lawStatus(repealed, '2025-07-01')).toBe('repealed')
  })
})
