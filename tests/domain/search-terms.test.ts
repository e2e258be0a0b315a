import { describe, expect, test } from 'vitest'
import { LawWordsSchema, lawMeanings } from '../../content/domain/law-words.ts'
import { askedTerms, comparable, type Meaning, meantWords, termsIn } from '../../content/domain/search-terms.ts'

describe('the terms of a text', () => {
  test.each([
    ['续订合同2次', ['续订', '订合', '合同', '2', '次']],
    ['试用期，工资', ['试用', '用期', '工资']],
    ['ＡＢＣ　Ｎ＋１', ['abc', 'n', '1']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['“工资” OR (税*)', ['工资', 'or', '税']],
    ['😀🙏', []],
    ['', []],
  ])('%s', (text, terms) => {
    expect(termsIn(comparable(text))).toEqual(terms)
  })

  test('have nothing that FTS5 could read as a command, whatever is typed', () => {
    const hostile = '" OR 1=1 -- \' ; DROP TABLE texts_0; NEAR(a b) * ^ : {x} \0 \ud800 a"b'
    for (const term of termsIn(comparable(hostile))) expect(term).toMatch(/^(?:\p{Script=Han}+|[a-z0-9]+)$/u)
  })
})

const MEANINGS: readonly Meaning[] = [
  ['扣工资', ['拖欠', '劳动报酬']],
  ['工资', ['劳动报酬']],
]

describe('a question', () => {
  test('is asked without its question words', () => {
    expect([...askedTerms('请问试用期多长', []).keys()]).toEqual(['试用', '用期'])
  })

  test('of question words alone is asked as it is', () => {
    expect([...askedTerms('怎么办', []).keys()]).toEqual(['怎么', '么办'])
  })

  test('means the words of the law, which weigh less than its own', () => {
    const asked = askedTerms('欠工资', MEANINGS)
    expect(asked.get('工资')).toBe(1)
    expect(asked.get('报酬')).toBeGreaterThan(0)
    expect(asked.get('报酬')).toBeLessThan(1)
  })

  test('is understood with 我 and 了 in between', () => {
    expect(meantWords('扣了我工资', MEANINGS)).toEqual(['拖欠', '劳动报酬'])
  })

  test('does not mean what it says already', () => {
    expect(meantWords('拖欠工资和劳动报酬', MEANINGS)).toEqual([])
  })
})

describe('the words of the law', () => {
  test('are meant by what people say for the words of the site as well', () => {
    const meanings = new Map(lawMeanings({ 劳动报酬: ['工资'] }, { 工资: ['工钱'], 社保: ['五险'] }))
    expect(meanings.get('工钱')).toEqual(['劳动报酬'])
    expect(meanings.get('五险')).toEqual(['社保'])
  })

  test('of two entries with the same saying are both meant', () => {
    const meanings = new Map(lawMeanings({ 解除劳动合同: ['辞退'], '违法解除 赔偿金': ['辞退'] }, {}))
    expect(meanings.get('辞退')).toEqual(['解除劳动合同', '违法解除', '赔偿金'])
  })

  test.each([{ 劳动报酬: ['薪'] }, { '劳动报酬  拖欠': ['欠薪'] }, { 薪: ['工资'] }, { 劳动报酬: [] }])(
    'refuse %j',
    (words) => {
      expect(LawWordsSchema.safeParse(words).success).toBe(false)
    },
  )
})
