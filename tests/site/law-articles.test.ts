import { describe, expect, it } from 'vitest'
import type { Law } from '../../content/domain/law.ts'
import { type LibraryLaw, lawLibrary } from '../../content/domain/law-library.ts'
import { shownArticles } from '../../site/lib/law-articles.ts'
import { articles, law, reconsiderationLaw, version } from '../fixtures/laws.ts'

function inLibrary(given: Law): LibraryLaw {
  const [found] = lawLibrary([given], [])
  if (found === undefined) throw new Error('no law')
  return found
}

describe('the articles with a gist on the page of a law', () => {
  it('come in the order of the law, inserted ones after the one they follow', () => {
    const given = law({ versions: [version({ articles: articles('82-1', '9', '100', '82', '10') })] })
    expect(shownArticles(inLibrary(given), '2026-11-01').map(({ number }) => number)).toEqual([
      '9',
      '10',
      '82',
      '82-1',
      '100',
    ])
  })

  it.each([
    ['2000-01-01', ['9']],
    ['2023-12-31', ['9']],
    ['2024-01-01', ['20']],
  ])('on %s are those of the text that it shows', (day, numbers) => {
    expect(shownArticles(inLibrary(reconsiderationLaw()), day).map(({ number }) => number)).toEqual(numbers)
  })
})
