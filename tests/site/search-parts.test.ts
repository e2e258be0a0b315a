import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createFind, NO_FOLD } from '../../site/search/find.ts'
import { joinIndex, splitIndex } from '../../site/search/index-parts.ts'
import { publishedArticles, publishedIndex } from '../../site/search/published-index.ts'
import { ArticleIndexSchema, SearchIndexSchema } from '../../site/search/search-index.ts'
import { enlarged } from '../load/made-up-site.ts'
import { SIDE_BY_SIDE_QUESTIONS } from './side-by-side-questions.ts'

const articles = ArticleIndexSchema.parse(JSON.parse(publishedArticles('zh-CN').text))
const whole = joinIndex(SearchIndexSchema.parse(JSON.parse(publishedIndex('zh-CN').text)), articles)
const { first, details } = splitIndex(whole)

it('an index in two parts finds the same as a whole one, once both have come', () => {
  const [inParts, atOnce] = [createFind(first, NO_FOLD, { ...articles, details }), createFind(whole, NO_FOLD, articles)]
  for (const [query] of SIDE_BY_SIDE_QUESTIONS) expect(inParts(query), query).toEqual(atOnce(query))
})

it('the first part finds by title and keyword before the second has come', () => {
  const find = createFind(first, NO_FOLD)
  expect(find('老板拖欠工资').hits[0]).toMatchObject({ path: '/explainers/unpaid-wages/', summary: '' })
})

// 45 kB and 110 kB, of which `tests/e2e/search.spec.ts` leaves 12 to the code.
it.each([
  [200, 33_000],
  [2000, 98_000],
])('with %i pages, what comes before the first result stays in its budget', (count, budget) => {
  const index = enlarged(whole, count).index
  expect(new Set(index.pages.map(({ path }) => path.replace(/#.*/, ''))).size).toBe(count)
  expect(brotliCompressSync(JSON.stringify(splitIndex(index).first)).length).toBeLessThanOrEqual(budget)
})
