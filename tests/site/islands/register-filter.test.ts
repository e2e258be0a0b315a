import { describe, expect, it } from 'vitest'
import {
  type Filter,
  filterQuery,
  isBackwards,
  matches,
  readFilter,
  type Sort,
  sorted,
} from '../../../site/islands/register/filter.ts'
import { DOCUMENT_QUESTIONS, DOCUMENT_SORTS, DUTY_QUESTIONS } from '../../../site/islands/register/questions.ts'

const duty = {
  office: '法规处（示例）',
  laws: 'labour-law labour-contract-law',
  status: 'overdue',
  due: '2026-10-31',
}
const NAMES = DUTY_QUESTIONS.map(({ name }) => name)
const NOTHING = { office: '', law: '', status: '', from: '', to: '' }
const filter = (asked: Filter): Filter => ({ ...NOTHING, ...asked })
const everything = () => true

describe('a duty of one office, two laws, overdue, due on 31 October', () => {
  it.each<[Filter, boolean]>([
    [{}, true],
    [{ office: '法规处（示例）' }, true],
    [{ office: '法规处' }, false],
    [{ law: 'labour-law' }, true],
    [{ law: 'labour-contract-law' }, true],
    [{ law: 'labour' }, false],
    [{ status: 'overdue' }, true],
    [{ status: 'planned' }, false],
    [{ from: '2026-10-31' }, true],
    [{ from: '2026-11-01' }, false],
    [{ to: '2026-10-31' }, true],
    [{ to: '2026-10-30' }, false],
    [{ from: '2026-10-01', to: '2026-10-31', status: 'overdue', law: 'labour-law' }, true],
    [{ from: '2026-10-01', to: '2026-10-31', status: 'overdue', law: 'trade-union-law' }, false],
    [{ from: '2026-12-01', to: '2026-01-01' }, false],
  ])('asked for %j: %s', (asked, expected) => {
    expect(matches(DUTY_QUESTIONS, filter(asked), duty)).toBe(expected)
  })
})

describe('the address', () => {
  it.each<[Filter, string]>([
    [{}, ''],
    [{ status: 'overdue' }, '?status=overdue'],
    [{ to: '2026-10-31', law: 'labour-law' }, '?law=labour-law&to=2026-10-31'],
    [{ office: '甲&乙=丙（示例）' }, `?office=${encodeURIComponent('甲&乙=丙（示例）').replaceAll('(', '%28')}`],
  ])('says %j as %s, and is read back', (asked, query) => {
    expect(filterQuery(NAMES, filter(asked))).toBe(query)
    expect(readFilter(NAMES, query, everything)).toEqual(filter(asked))
  })

  it('asks for nothing that the list does not offer, and for nothing of others', () => {
    const offers = (name: string, value: string) => name === 'status' && value === 'overdue'
    expect(readFilter(NAMES, '?status=overdue&law=weather-law&from=soon&utm=x', offers)).toEqual(
      filter({ status: 'overdue' }),
    )
    expect(readFilter(NAMES, '?status=gone&office=', offers)).toEqual(NOTHING)
    expect(readFilter(NAMES, '?%E0%A4%A&status', offers)).toEqual(NOTHING)
  })

  it('may be given twice; the first counts', () => {
    expect(readFilter(NAMES, '?status=overdue&status=planned', everything)).toEqual(filter({ status: 'overdue' }))
  })
})

it.each<[Filter, boolean]>([
  [{}, false],
  [{ from: '2026-05-01' }, false],
  [{ to: '2026-05-01' }, false],
  [{ from: '2026-05-01', to: '2026-05-01' }, false],
  [{ from: '2026-05-02', to: '2026-05-01' }, true],
])('days %j stand the wrong way round: %s', (asked, expected) => {
  expect(isBackwards(DUTY_QUESTIONS, filter(asked))).toBe(expected)
})

const rules = {
  status: 'expired',
  year: '2024',
  office: '监察局（示例）',
  topics: 'wages disputes',
  published: '2024-02-23',
}

describe('a document of 2024 on two topics, expired', () => {
  it.each<[Filter, boolean]>([
    [{}, true],
    [{ status: 'expired', year: '2024' }, true],
    [{ status: 'in-force' }, false],
    [{ year: '2025' }, false],
    [{ topic: 'disputes', office: '监察局（示例）' }, true],
    [{ topic: 'dispute' }, false],
    [{ sort: 'oldest' }, true],
  ])('asked for %j: %s', (asked, expected) => {
    expect(matches(DOCUMENT_QUESTIONS, asked, rules)).toBe(expected)
  })
})

describe('the order', () => {
  const entries = [
    { id: 'a', facts: { published: '2026-03-20', effective: '2026-05-01', expires: '2031-05-01', number: '2' } },
    { id: 'b', facts: { published: '2025-12-12', effective: '2026-05-01', number: '3' } },
    { id: 'c', facts: { published: '2024-02-23', effective: '2024-03-01', expires: '2026-01-01', number: '1' } },
  ]

  it.each<[keyof typeof DOCUMENT_SORTS, string]>([
    ['oldest', 'cba'],
    ['effective', 'abc'],
    ['expires', 'cab'],
    ['number', 'cab'],
  ])('%s is %s', (name, expected) => {
    const sort: Sort = DOCUMENT_SORTS[name]
    expect(
      sorted(entries, sort)
        .map(({ id }) => id)
        .join(''),
    ).toBe(expected)
  })

  it('keeps what it does not tell apart, and leaves the entries as they were', () => {
    expect(sorted(entries, { fact: 'topic' })).toEqual(entries)
    expect(sorted(entries, { fact: 'expires', descending: true }).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(entries.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})
