import { describe, expect, test } from 'vitest'
import {
  citedAnchor,
  itemAnchor,
  type LibraryLaw,
  lawLibrary,
  leadsToLaw,
  libraryStatus,
  neighbours,
  paragraphAnchor,
  shownText,
} from '../../content/domain/law-library.ts'
import type { StatuteText } from '../../content/domain/statute.ts'
import { law, reconsiderationLaw } from '../fixtures/laws.ts'
import { statute, statuteArticle } from '../fixtures/statutes.ts'

function only(laws: Parameters<typeof lawLibrary>[0], statutes: readonly StatuteText[]): LibraryLaw {
  const [found] = lawLibrary(laws, statutes)
  if (found === undefined) throw new Error('no law')
  return found
}

/** 行政复议法 of our file with an imported text; its words are our own. */
const imported = (given: Partial<StatuteText>) => statute({ lawId: 'reconsideration-law', ...given })

describe('the library', () => {
  test('joins the official text of a day with our gists of it, and keeps texts that only one side has', () => {
    const found = only(
      [reconsiderationLaw()],
      [imported({ effectiveFrom: '1999-10-01' }), imported({ effectiveFrom: '2024-01-01' })],
    )
    expect(
      found.texts.map(({ key, curated, statute: own }) => [key, curated !== undefined, own !== undefined]),
    ).toEqual([
      ['1999-10-01', false, true],
      ['2018-01-01', true, false],
      ['2024-01-01', true, true],
    ])
  })

  test('has our laws first, then the imported ones by name', () => {
    const laws = lawLibrary(
      [reconsiderationLaw(), law()],
      [statute({ lawId: 'b', name: '乙法' }), statute({ lawId: 'a', name: '甲法' }), imported({})],
    )
    expect(laws.map(({ id }) => id)).toEqual(['reconsideration-law', 'labour-contract-law', 'a', 'b'])
  })

  test('without imported texts is what our files say', () => {
    expect(only([reconsiderationLaw()], []).texts.map(({ key }) => key)).toEqual(['2018-01-01', '2024-01-01'])
  })

  test('takes our own word for a text against a hint of its source', () => {
    const found = only([reconsiderationLaw()], [imported({ effectiveFrom: '2024-01-01', statedStatus: '废止或失效' })])
    expect(libraryStatus(found, '2026-11-01').status).toBe('in-force')
  })
})

describe('the page of a law', () => {
  const key = (statutes: readonly StatuteText[], day: string) => shownText(only([], statutes), day).key

  test.each([
    ['2017-12-31', '2018-01-01'],
    ['2023-12-31', '2018-01-01'],
    ['2024-01-01', '2024-01-01'],
  ])('on %s shows the text of %s', (day, shown) => {
    expect(key([statute(), statute({ effectiveFrom: '2024-01-01' })], day)).toBe(shown)
  })

  test('shows the newest text when none is known to be in force, and calls it undated', () => {
    const { effectiveFrom: _, ...withoutDay } = statute({ publishedOn: '2020-05-01' })
    const found = only([], [statute({ statedStatus: '已被修改' }), withoutDay])
    expect(shownText(found, '2026-11-01').key).toBe('published-2020-05-01')
    expect(libraryStatus(found, '2026-11-01').status).toBe('undated')
  })

  test('takes in the address of its text for as long as no other text is to come', () => {
    const [older, newer] = [statute(), statute({ effectiveFrom: '2027-01-01' })]
    const leads = (day: string) => {
      const found = only([], [older, newer])
      return found.texts.map((text) => leadsToLaw(found, text, day))
    }
    expect(leads('2026-12-31')).toEqual([false, false])
    expect(leads('2027-01-01')).toEqual([false, true])
  })
})

test('comparisons are of neighbours that both have an official text', () => {
  const found = only(
    [reconsiderationLaw()],
    [imported({ effectiveFrom: '1999-10-01' }), imported({ effectiveFrom: '2024-01-01' })],
  )
  expect(neighbours(found).map(({ older, newer }) => [older.key, newer.key])).toEqual([['1999-10-01', '2024-01-01']])
  expect(neighbours(only([reconsiderationLaw()], []))).toEqual([])
})

test('an inserted article has its anchor before a paragraph of the main one', () => {
  expect(paragraphAnchor('38', 2, new Set(['38']))).toBe('art-38-2')
  expect(paragraphAnchor('38', 2, new Set(['38', '38-2']))).toBe('art-38-0-2')
  expect(paragraphAnchor('38-2', 1, new Set(['38', '38-2']))).toBe('art-38-2-1')
})

describe('the anchor of a citation', () => {
  const items = ['（一）示例甲；', '（二）示例乙；', '（十二）示例丙。']
  const text = statute({
    articles: [
      { number: '38', path: [], paragraphs: [{ text: '示例一款：', items }, { text: '示例二款。' }] },
      { number: '38-1', path: [], paragraphs: [{ text: '示例：', items }] },
      {
        number: '39',
        path: [],
        paragraphs: [
          { text: '示例：', items },
          { text: '示例：', items },
        ],
      },
      statuteArticle('40', '只有一款的示例。'),
    ],
  })

  test.each([
    ['38', null, null, 'art-38'],
    ['38', 2, null, 'art-38-2'],
    ['38', 1, null, 'art-38-0-1'],
    ['38', 1, 2, 'art-38-0-1-2'],
    ['38', null, 2, 'art-38-0-1-2'],
    ['38-1', null, 1, 'art-38-1-1-1'],
    ['38-1', 1, null, 'art-38-1'],
    // By its number, not by its place.
    ['39', 2, 12, 'art-39-2-3'],
    ['39', null, 1, 'art-39'],
    ['39', 2, 3, 'art-39-2'],
    ['38', 2, 1, 'art-38-2'],
    ['38', 3, null, 'art-38'],
    ['40', 1, null, 'art-40'],
    ['41', 2, null, 'art-41'],
  ])('of article %s, paragraph %s, item %s is #%s', (article, paragraph, item, anchor) => {
    expect(citedAnchor(text, { article, paragraph, item })).toBe(anchor)
  })

  test('is that of the article where there are only gists', () => {
    expect(citedAnchor(undefined, { article: '38', paragraph: 2, item: 1 })).toBe('art-38')
  })

  test('names one place for every item and paragraph', () => {
    expect(itemAnchor('38', 1, 1, new Set(['38', '38-1']))).not.toBe(itemAnchor('38-1', 1, 1, new Set(['38', '38-1'])))
  })
})
