import { describe, expect, it } from 'vitest'
import {
  type DutyFilter,
  filterQuery,
  isBackwards,
  matches,
  NO_FILTER,
  readFilter,
} from '../../../site/islands/responsibilities/filter.ts'

const duty = {
  office: '法规处（示例）',
  laws: ['labour-law', 'labour-contract-law'],
  status: 'overdue',
  due: '2026-10-31',
}
const filter = (asked: Partial<DutyFilter>): DutyFilter => ({ ...NO_FILTER, ...asked })
const everything = () => true

describe('a duty of one office, two laws, overdue, due on 31 October', () => {
  it.each<[Partial<DutyFilter>, boolean]>([
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
    expect(matches(filter(asked), duty)).toBe(expected)
  })
})

describe('the address', () => {
  it.each<[Partial<DutyFilter>, string]>([
    [{}, ''],
    [{ status: 'overdue' }, '?status=overdue'],
    [{ to: '2026-10-31', law: 'labour-law' }, '?law=labour-law&to=2026-10-31'],
    [{ office: '甲&乙=丙（示例）' }, `?office=${encodeURIComponent('甲&乙=丙（示例）').replaceAll('(', '%28')}`],
  ])('says %j as %s, and is read back', (asked, query) => {
    expect(filterQuery(filter(asked))).toBe(query)
    expect(readFilter(query, everything)).toEqual(filter(asked))
  })

  it('asks for nothing that the list does not offer, and for nothing of others', () => {
    const offers = (name: string, value: string) => name === 'status' && value === 'overdue'
    expect(readFilter('?status=overdue&law=weather-law&from=soon&utm=x', offers)).toEqual(filter({ status: 'overdue' }))
    expect(readFilter('?status=gone&office=', offers)).toEqual(NO_FILTER)
    expect(readFilter('?%E0%A4%A&status', offers)).toEqual(NO_FILTER)
  })

  it('may be given twice; the first counts', () => {
    expect(readFilter('?status=overdue&status=planned', everything)).toEqual(filter({ status: 'overdue' }))
  })
})

it.each<[Partial<DutyFilter>, boolean]>([
  [{}, false],
  [{ from: '2026-05-01' }, false],
  [{ to: '2026-05-01' }, false],
  [{ from: '2026-05-01', to: '2026-05-01' }, false],
  [{ from: '2026-05-02', to: '2026-05-01' }, true],
])('days %j stand the wrong way round: %s', (asked, expected) => {
  expect(isBackwards(filter(asked))).toBe(expected)
})
