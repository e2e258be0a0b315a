import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { content } from '../../site/lib/content.ts'
import { createFind, NO_FOLD } from '../../site/search/find.ts'
import { publishedArticles, publishedIndex } from '../../site/search/published-index.ts'
import { SearchIndexSchema } from '../../site/search/search-index.ts'
import { wordsOf } from '../../site/search/tokenise.ts'
import { CITIZEN_QUESTIONS, type CitizenQuestion, PHONE_QUESTIONS } from './citizen-questions.ts'

const index = publishedIndex('zh-CN').text
const find = createFind(JSON.parse(index), NO_FOLD, JSON.parse(publishedArticles('zh-CN').text))

/** The questions that have no right page among the first hits, with what they find. */
function missed(questions: readonly CitizenQuestion[], first: number): string[] {
  return questions.flatMap(([question, right]) => {
    const paths = find(question)
      .hits.slice(0, first)
      .map(({ path }) => path.replace(/#.*/, ''))
    return paths.some((path) => right.includes(path)) ? [] : [`${question} → ${paths.join(' ')}`]
  })
}

describe.each([
  ['sixty questions of ordinary people', CITIZEN_QUESTIONS],
  ['sixty as typed on a phone', PHONE_QUESTIONS],
])('of %s', (_, questions) => {
  it.each([
    [1, 6],
    [3, 2],
  ])('among the first %i hits, a right page is missing in at most %i', (first, most) => {
    expect(questions).toHaveLength(60)
    expect(missed(questions, first).length, missed(questions, first).join('\n')).toBeLessThanOrEqual(most)
  })
})

describe('what people say for a word of the site', () => {
  const synonyms = Object.entries(content.synonyms.value)

  it('leads to a word that pages have', () => {
    const { vocabulary } = SearchIndexSchema.parse(JSON.parse(index))
    const unknown = synonyms.filter(([word]) => !wordsOf(word).every((part) => vocabulary.includes(part)))
    expect(unknown.map(([word]) => word)).toEqual([])
  })
})

it('the index is loaded before the first result and has at most 33 kB, which leaves 12 for the search itself', () => {
  expect(brotliCompressSync(index).length).toBeLessThanOrEqual(33_000)
})
