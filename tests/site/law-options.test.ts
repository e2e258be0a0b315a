import { describe, expect, test } from 'vitest'
import { createFold, NO_FOLD } from '../../site/search/fold.ts'
import { hasInName, lawNamed, lawOptions } from '../../site/search/law-options.ts'

const CONTRACT = {
  id: 'labour-contract-law',
  name: '劳动合同法',
  title: '中华人民共和国劳动合同法',
  englishName: 'Labor Contract Law',
  hasWords: true,
}
const LABOUR = { id: 'labour-law', name: '劳动法', title: '中华人民共和国劳动法', hasWords: true }
const FOLD = createFold('勞劳動动')

describe('the list of laws', () => {
  test('leaves out laws in which nothing can be found, and takes fields that it does not know', () => {
    const json = [
      { ...CONTRACT, uri: 'https://example.org/' },
      { ...LABOUR, hasWords: false },
    ]
    expect(lawOptions(json).map(({ id }) => id)).toEqual(['labour-contract-law'])
  })

  test.each([[null], [{}], [[{ id: 'x' }]], ['<html>']])('is refused as %j', (json) => {
    expect(() => lawOptions(json)).toThrow()
  })
})

test.each([
  ['', true],
  ['合同', true],
  ['《劳动 合同法》', true],
  ['中华人民共和国劳动', true],
  ['ｌａｂｏｒ contract', true],
  ['勞動合同', true],
  ['工会', false],
  ['[*', false],
])('a law is offered for %j: %s', (typed, expected) => {
  expect(hasInName(CONTRACT, typed, FOLD)).toBe(expected)
})

test.each([
  ['劳动法', 'labour-law'],
  [' 《勞動法》 ', 'labour-law'],
  ['中华人民共和国劳动合同法', 'labour-contract-law'],
  ['labor contract law', 'labour-contract-law'],
  ['劳动', undefined],
  ['', undefined],
])('%j names the law %s', (typed, id) => {
  expect(lawNamed([CONTRACT, LABOUR], typed, FOLD)?.id).toBe(id)
})

test('a name that two laws have chooses neither', () => {
  expect(lawNamed([LABOUR, { ...LABOUR, id: 'other' }], '劳动法', NO_FOLD)).toBeUndefined()
})
