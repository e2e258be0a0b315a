import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createFind, NO_FOLD } from '../../site/search/find.ts'
import { publishedArticles, publishedIndex } from '../../site/search/published-index.ts'
import { CITIZEN_QUESTIONS } from './citizen-questions.ts'

const index = publishedIndex('zh-CN').text
const find = createFind(JSON.parse(index), NO_FOLD, JSON.parse(publishedArticles('zh-CN').text))

/** The questions that have no right page among the first hits, with what they find. */
function missed(first: number): string[] {
  return CITIZEN_QUESTIONS.flatMap(([question, right]) => {
    const paths = find(question)
      .hits.slice(0, first)
      .map(({ path }) => path.replace(/#.*/, ''))
    return paths.some((path) => right.includes(path)) ? [] : [`${question} → ${paths.join(' ')}`]
  })
}

it.each([
  [1, 6],
  [3, 2],
])(
  'of sixty questions of ordinary people, among the first %i hits, a right page is missing in at most %i',
  (first, most) => {
    expect(CITIZEN_QUESTIONS).toHaveLength(60)
    expect(missed(first).length, missed(first).join('\n')).toBeLessThanOrEqual(most)
  },
)

it('the index is loaded before the first result and has at most 36 kB, which leaves 9 for the search itself', () => {
  expect(brotliCompressSync(index).length).toBeLessThanOrEqual(36_000)
})
