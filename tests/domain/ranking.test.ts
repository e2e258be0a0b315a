import { describe, expect, test } from 'vitest'
import type { TieBreak, UnitRanking } from '../../content/domain/assessment-parts.ts'
import {
  compareEntries,
  type RankedResult,
  rankEntries,
  rankUnits,
  takesPlaceOf,
  tieValue,
  type UnitTally,
} from '../../content/domain/ranking.ts'
import { START } from '../fixtures/attempts.ts'
import { unit } from '../fixtures/units.ts'

function result(score: number, timeUsedSeconds = 100, finishedAt = START): RankedResult {
  return { score, timeUsedSeconds, finishedAt }
}

describe('which of two results counts', () => {
  test.each<[string, RankedResult, RankedResult, Record<'best' | 'last' | 'first', boolean>]>([
    ['a better one later', result(90, 100, START + 1), result(80), { best: true, last: true, first: false }],
    ['a worse one later', result(70, 100, START + 1), result(80), { best: false, last: true, first: false }],
    ['a better one earlier', result(90, 100, START - 1), result(80), { best: true, last: false, first: true }],
    ['the same in less time', result(80, 90), result(80), { best: true, last: false, first: false }],
    ['the same', result(80), result(80), { best: false, last: false, first: false }],
  ])('%s', (_name, newer, older, expected) => {
    for (const counts of ['best', 'last', 'first'] as const) {
      expect(takesPlaceOf(newer, older, counts, 'time')).toBe(expected[counts])
    }
  })
})

describe('who stands before whom', () => {
  test.each<[string, RankedResult, RankedResult, Record<TieBreak, number>]>([
    ['more marks', result(90), result(80), { time: -1, finish: -1, none: -1 }],
    ['more marks in more time', result(90, 500), result(80, 10), { time: -1, finish: -1, none: -1 }],
    ['a hundredth more', result(80.01), result(80), { time: -1, finish: -1, none: -1 }],
    ['less time', result(80, 99), result(80, 100), { time: -1, finish: 0, none: 0 }],
    ['an earlier finish', result(80, 100, START), result(80, 100, START + 1000), { time: 0, finish: -1, none: 0 }],
    [
      'a finish within the same second',
      result(80, 100, START),
      result(80, 100, START + 999),
      { time: 0, finish: 0, none: 0 },
    ],
    ['less time, later finish', result(80, 50, START + 9000), result(80, 60, START), { time: -1, finish: 1, none: 0 }],
    ['the same', result(80), result(80), { time: 0, finish: 0, none: 0 }],
  ])('%s', (_name, a, b, expected) => {
    for (const tieBreak of ['time', 'finish', 'none'] as const) {
      expect(Math.sign(compareEntries(a, b, tieBreak))).toBe(expected[tieBreak])
      expect(Math.sign(compareEntries(b, a, tieBreak)) + expected[tieBreak]).toBe(0)
    }
  })

  test('is decided by seconds used, by the second of the finish, or by nothing', () => {
    const own = result(80, 123, 1_000_999)
    expect([tieValue(own, 'time'), tieValue(own, 'finish'), tieValue(own, 'none')]).toEqual([123, 1000, 0])
  })
})

describe('ranks', () => {
  const entries = [
    { name: '丁', ...result(70, 10) },
    { name: '乙', ...result(90, 60, START + 2000) },
    { name: '甲', ...result(95, 90) },
    { name: '丙', ...result(90, 60, START + 1000) },
  ]

  test.each<[TieBreak, string[]]>([
    ['time', ['1 甲', '2 乙', '2 丙', '4 丁']],
    ['none', ['1 甲', '2 乙', '2 丙', '4 丁']],
    ['finish', ['1 甲', '2 丙', '3 乙', '4 丁']],
  ])('by %s are %j', (tieBreak, expected) => {
    expect(rankEntries(entries, tieBreak).map(({ rank, name }) => `${rank} ${name}`)).toEqual(expected)
  })

  test('shared by all are all first, in the order in which they came', () => {
    const same = ['丙', '甲', '乙'].map((name) => ({ name, ...result(80) }))
    expect(rankEntries(same, 'time').map(({ rank, name }) => `${rank} ${name}`)).toEqual(['1 丙', '1 甲', '1 乙'])
  })

  test('count everyone before them: 1, 1, 3, 4, 4, 4, 7', () => {
    const given = [90, 90, 80, 70, 70, 70, 60].map((score) => result(score))
    expect(rankEntries(given, 'time').map(({ rank }) => rank)).toEqual([1, 1, 3, 4, 4, 4, 7])
  })

  test('of nobody are none', () => {
    expect(rankEntries([], 'time')).toEqual([])
  })

  test('leave the entries given alone', () => {
    const before = structuredClone(entries)
    rankEntries(entries, 'time')
    expect(entries).toEqual(before)
  })
})

describe('standings of units', () => {
  const units = [
    unit({ id: 'hq', name: '省厅', region: '省本级', staff: 0 }),
    unit({ id: 'a', name: '甲局', parent: 'hq', region: '云澜市', staff: 100 }),
    unit({ id: 'b', name: '乙局', parent: 'hq', region: '云澜市', staff: 20 }),
    unit({ id: 'c', name: '丙局', parent: 'hq', region: '青汀市', staff: 1 }),
    unit({ id: 'd', name: '丁局', parent: 'hq', region: '青汀市', staff: 50 }),
  ]
  const tally = (id: string, participants: number, score = 0, timeUsedSeconds = 0): UnitTally => ({
    unit: id,
    participants,
    score,
    timeUsedSeconds,
  })
  const lines = (tallies: UnitTally[], rule: UnitRanking, groupBy: 'unit' | 'region' = 'unit') =>
    rankUnits(tallies, units, rule, groupBy).map(({ rank, name, score }) => `${rank} ${name} ${score}`)

  test('by participation divide people with a result by head count', () => {
    const given = [tally('a', 80), tally('b', 19), tally('d', 17)]
    expect(lines(given, { by: 'participation', atLeast: 1 })).toEqual(['1 乙局 95', '2 甲局 80', '3 丁局 34'])
  })

  test.each([
    [1, ['1 丙局 100', '2 乙局 50']],
    [2, ['1 丙局 50', '1 乙局 50']],
    [10, ['1 乙局 50', '2 丙局 10']],
    [40, ['1 乙局 25', '2 丙局 2.5']],
  ])('by participation count a small unit as if it had at least %i people', (atLeast, expected) => {
    const given = [tally('c', 1), tally('b', 10)]
    const sorted = lines(given, { by: 'participation', atLeast }).sort()
    expect(sorted).toEqual([...expected].sort())
  })

  test('by participation never exceed a hundred percent', () => {
    expect(lines([tally('b', 25)], { by: 'participation', atLeast: 1 })).toEqual(['1 乙局 100'])
  })

  test('by participation give a tenth of a percent', () => {
    expect(lines([tally('a', 1), tally('d', 17), tally('b', 7)], { by: 'participation', atLeast: 3 })).toEqual([
      '1 乙局 35',
      '2 丁局 34',
      '3 甲局 1',
    ])
    expect(lines([tally('b', 1)], { by: 'participation', atLeast: 30 })).toEqual(['1 乙局 3.3'])
  })

  test('with nobody on the staff have a denominator all the same', () => {
    expect(lines([tally('hq', 2)], { by: 'participation', atLeast: 4 })).toEqual(['1 省厅 50'])
    expect(lines([tally('hq', 2)], { by: 'participation', atLeast: 1 })).toEqual(['1 省厅 100'])
  })

  test('leave out units without participants, also when nobody works there', () => {
    expect(lines([], { by: 'participation', atLeast: 1 })).toEqual([])
    expect(lines([tally('hq', 0), tally('a', 0)], { by: 'average', atLeast: 1 })).toEqual([])
    expect(lines([tally('a', 0), tally('b', 1)], { by: 'participation', atLeast: 1 })).toEqual(['1 乙局 5'])
  })

  test('by average divide the sum of the scores by the participants, with the small-unit rule', () => {
    const given = [tally('a', 10, 850), tally('c', 1, 100), tally('b', 3, 250)]
    expect(lines(given, { by: 'average', atLeast: 1 })).toEqual(['1 丙局 100', '2 甲局 85', '3 乙局 83.3'])
    expect(lines(given, { by: 'average', atLeast: 3 })).toEqual(['1 甲局 85', '2 乙局 83.3', '3 丙局 33.3'])
  })

  test('share a rank when the figure shown is equal, in the order of the list of units', () => {
    const given = [tally('d', 25), tally('b', 10), tally('a', 30)]
    expect(lines(given, { by: 'participation', atLeast: 1 })).toEqual(['1 乙局 50', '1 丁局 50', '3 甲局 30'])
  })

  test('add up units to regions before dividing', () => {
    const given = [tally('a', 10, 900), tally('b', 20, 1400), tally('c', 1, 60), tally('d', 19, 1140)]
    expect(lines(given, { by: 'participation', atLeast: 1 }, 'region')).toEqual(['1 青汀市 39.2', '2 云澜市 25'])
    expect(lines(given, { by: 'average', atLeast: 1 }, 'region')).toEqual(['1 云澜市 76.7', '2 青汀市 60'])
  })

  test('count the staff of a unit without participants in its region', () => {
    expect(lines([tally('d', 17)], { by: 'participation', atLeast: 1 }, 'region')).toEqual(['1 青汀市 33.3'])
  })

  test('show participants and their average seconds', () => {
    expect(rankUnits([tally('a', 3, 240, 1000)], units, { by: 'average', atLeast: 1 }, 'unit')).toEqual([
      { rank: 1, name: '甲局', score: 80, timeUsedSeconds: 333, participants: 3 },
    ])
  })

  test('pass over units that are not in the list', () => {
    expect(lines([tally('closed', 9), tally('b', 1)], { by: 'participation', atLeast: 1 })).toEqual(['1 乙局 5'])
  })
})
