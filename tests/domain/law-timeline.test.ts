import { describe, expect, test } from 'vitest'
import {
  type DatedText,
  inOrder,
  keyInForce,
  periodsOf,
  phasesOf,
  textStatus,
} from '../../content/domain/law-timeline.ts'
import { REVISED } from '../fixtures/statutes.ts'

const dated = (effectiveFrom: string, given: Partial<DatedText> = {}): DatedText => ({
  key: effectiveFrom,
  effectiveFrom,
  ...given,
})
const undated = (announcedOn: string): DatedText => ({ key: `published-${announcedOn}`, announcedOn })
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

describe.each(REVISED)('$name, in force from $days', ({ days: [first, second] }) => {
  const texts = [dated(first), dated(second)]
  const on = (day: string) => ({
    inForce: keyInForce(periodsOf(texts), day),
    first: textStatus(texts, first, day).status,
    second: textStatus(texts, second, day).status,
  })

  test.each([
    ['the day before the first', dayBefore(first), null, 'not-yet-in-force', 'not-yet-in-force'],
    ['the day of the first', first, first, 'in-force', 'not-yet-in-force'],
    ['the day after the first', dayAfter(first), first, 'in-force', 'not-yet-in-force'],
    ['the day before the second', dayBefore(second), first, 'in-force', 'not-yet-in-force'],
    ['the day of the second', second, second, 'superseded', 'in-force'],
    ['the day after the second', dayAfter(second), second, 'superseded', 'in-force'],
  ])('%s', (_, day, inForce, older, newer) => {
    expect(on(day)).toEqual({ inForce, first: older, second: newer })
  })

  test('each status says since when', () => {
    expect(textStatus(texts, first, second).since).toBe(second)
    expect(textStatus(texts, first, first).since).toBe(first)
    expect(textStatus(texts, second, first).since).toBe(second)
  })
})

describe('a text without a day of effect', () => {
  test('is never in force', () => {
    const texts = [undated('2010-12-20')]
    for (const day of ['1900-01-01', '2010-12-20', '2026-11-01', '2999-12-31']) {
      expect(keyInForce(periodsOf(texts), day)).toBeNull()
      expect(textStatus(texts, 'published-2010-12-20', day)).toMatchObject({ status: 'undated', since: null })
    }
  })

  test('casts doubt on an earlier text from the day it was announced, until the next known day', () => {
    const texts = [dated('2016-11-07'), undated('2022-12-30'), dated('2026-03-01')]
    const on = (day: string) => [keyInForce(periodsOf(texts), day), textStatus(texts, '2016-11-07', day)]
    expect(on('2022-12-29')).toEqual(['2016-11-07', { from: '2016-11-07', status: 'in-force', since: '2016-11-07' }])
    expect(on('2022-12-30')).toEqual([null, { from: '2022-12-30', status: 'superseded', since: null }])
    expect(on('2026-03-01')).toEqual(['2026-03-01', { from: '2026-03-01', status: 'superseded', since: '2026-03-01' }])
  })

  test('that was announced before a text took effect, but after that was announced, leaves it no day', () => {
    const texts = [dated('2019-11-01', { announcedOn: '2019-04-23' }), undated('2019-06-01')]
    expect(periodsOf(texts)).toEqual([])
    expect(textStatus(texts, '2019-11-01', '2019-11-01')).toMatchObject({ status: 'superseded', since: null })
  })

  test('casts no doubt on later texts, nor on one whose dates an editor has checked', () => {
    expect(periodsOf([undated('2001-01-01'), dated('2002-01-01')])).toHaveLength(1)
    const checked = [dated('2013-07-01', { checked: true }), undated('2020-01-01')]
    expect(keyInForce(periodsOf(checked), '2026-11-01')).toBe('2013-07-01')
  })

  test('stands among the others by the day it was announced', () => {
    const texts = [undated('2022-12-30'), dated('2026-03-01'), dated('2016-11-07'), undated('1994-05-12')]
    expect(inOrder(texts).map(({ key }) => key)).toEqual([
      'published-1994-05-12',
      '2016-11-07',
      'published-2022-12-30',
      '2026-03-01',
    ])
  })
})

describe('a text that its source calls ended, without a day', () => {
  test.each(['superseded', 'repealed'] as const)('is %s from the start, since nobody knows when', (ended) => {
    const texts = [dated('2003-10-01', { ended })]
    expect(periodsOf(texts)).toEqual([])
    expect(textStatus(texts, '2003-10-01', '2026-11-01')).toEqual({ from: '2003-10-01', status: ended, since: null })
    expect(textStatus(texts, '2003-10-01', '2003-09-30').status).toBe('not-yet-in-force')
  })

  test('ends where the next begins when that is known', () => {
    const texts = [dated('2018-01-01', { ended: 'superseded' }), dated('2024-01-01')]
    expect(keyInForce(periodsOf(texts), '2023-12-31')).toBe('2018-01-01')
    expect(keyInForce(periodsOf(texts), '2024-01-01')).toBe('2024-01-01')
  })
})

describe('a repealed law', () => {
  const texts = [dated('2000-01-01'), dated('2010-01-01', { repealedOn: '2021-01-01' })]

  test.each([
    ['2020-12-31', '2010-01-01', 'in-force'],
    ['2021-01-01', null, 'repealed'],
    ['2021-01-02', null, 'repealed'],
  ])('on %s', (day, inForce, last) => {
    expect(keyInForce(periodsOf(texts), day)).toBe(inForce)
    expect(textStatus(texts, '2010-01-01', day).status).toBe(last)
    expect(textStatus(texts, '2000-01-01', day).status).toBe('superseded')
  })

  test('that was repealed before it took effect never was in force', () => {
    expect(periodsOf([dated('2020-01-01', { repealedOn: '2019-06-01' })])).toEqual([])
  })
})

test('phases follow each other without a gap, the first one from the beginning', () => {
  const phases = phasesOf([dated('2018-01-01'), dated('2024-01-01')], '2018-01-01')
  expect(phases.map(({ from }) => from)).toEqual([null, '2018-01-01', '2024-01-01'])
})

test('a key that no text has is refused', () => {
  expect(() => phasesOf([], '2018-01-01')).toThrow(RangeError)
})
