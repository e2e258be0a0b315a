import { describe, expect, it } from 'vitest'
import { lawDays } from '../../../site/lib/law-dates.ts'
import { changedLaws, formatCitedLaws, parseCitedLaws, parsePublished } from '../../../site/offline/law-days.ts'

const version = (effectiveFrom: string) => ({ effectiveFrom, articleCount: 1, articles: {} })

describe('the days on which a law changes', () => {
  const law = { versions: [version('2008-01-01'), version('2013-07-01'), version('2027-01-01')] }
  it.each([
    ['2007-12-31', {}, ['', '2008-01-01', '2013-07-01', '2027-01-01']],
    ['2008-01-01', {}, ['2008-01-01', '2013-07-01', '2027-01-01']],
    ['2026-12-31', {}, ['2013-07-01', '2027-01-01']],
    ['2027-01-01', {}, ['2027-01-01']],
    ['2027-01-01', { repealedOn: '2030-05-01' }, ['2027-01-01', '2030-05-01']],
    ['2030-05-01', { repealedOn: '2030-05-01' }, ['2030-05-01']],
  ])('seen from %s %j are %j', (day, repeal, days) => {
    expect(lawDays({ ...law, ...repeal }, day)).toEqual(days)
  })
})

describe('what a page says of the laws that it cites', () => {
  it('is read as it was written', () => {
    const laws = new Map([
      ['labour-law', ['2018-12-29']],
      ['new-law', ['', '2027-01-01']],
    ])
    expect(formatCitedLaws(laws)).toBe('labour-law@2018-12-29 new-law@,2027-01-01')
    expect(parseCitedLaws(formatCitedLaws(laws))).toEqual(laws)
  })

  it.each(['', ' ', 'labour-law', '@2018-12-29'])('is passed over where it is %j', (text) => {
    expect(parseCitedLaws(text).size).toBe(0)
  })
})

it.each([null, [], 'x', { law: '2018-12-29' }, { law: [1] }])('doesn’t read %j as published days', (json) => {
  expect(parsePublished(json)).toBeNull()
})

describe('a kept page', () => {
  const cited = new Map([
    ['labour-law', ['2018-12-29', '2027-01-01']],
    ['labour-contract-law', ['2013-07-01']],
  ])

  it.each([
    ['nothing has changed', {}, '2026-12-31', []],
    ['without network, a text that was to come takes effect', {}, '2027-01-01', ['labour-law']],
    ['without network, it took effect long ago', {}, '2028-01-01', ['labour-law']],
    ['the same days are published', { 'labour-law': ['2018-12-29', '2027-01-01'] }, '2026-12-31', []],
    [
      'a new text is published and in force',
      { 'labour-contract-law': ['2026-12-01'] },
      '2026-12-31',
      ['labour-contract-law'],
    ],
    [
      'a new text is published and still to come',
      { 'labour-contract-law': ['2013-07-01', '2027-05-01'] },
      '2026-12-31',
      [],
    ],
    ['a text that was to come is put off', { 'labour-law': ['2018-12-29', '2027-07-01'] }, '2027-01-01', []],
    ['a law is no longer published', { another: ['2026-12-01'] }, '2026-12-31', []],
    [
      'the laws are many',
      { 'labour-contract-law': ['2026-12-01'] },
      '2027-01-01',
      ['labour-law', 'labour-contract-law'],
    ],
  ])('when %s, says so of the laws concerned', (_, published, today, changed) => {
    expect(changedLaws(cited, published, today)).toEqual(changed)
  })
})
