import { describe, expect, test } from 'vitest'
import { type Unit, UnitSchema, unitFaults } from '../../content/domain/unit.ts'
import { unit } from '../fixtures/units.ts'

function tree(...pairs: readonly [id: string, parent: string | null][]): Unit[] {
  return pairs.map(([id, parent]) => unit({ id, parent }))
}

describe('a list of units', () => {
  test.each<[string, Unit[], string[]]>([
    ['a tree', tree(['hq', null], ['city', 'hq'], ['county', 'city']), []],
    ['two roots', tree(['hq', null], ['other', null]), []],
    ['a child before its parent', tree(['city', 'hq'], ['hq', null]), []],
    ['nothing', [], []],
    ['an id twice', tree(['hq', null], ['a', 'hq'], ['a', 'hq']), ['有两个单位用了同一个编号（id）。']],
    [
      'a parent that does not exist',
      tree(['hq', null], ['a', 'nowhere']),
      ['单位“a”的上级（parent）“nowhere”不在名单里。'],
    ],
    [
      'an orphan with children of its own, named once',
      tree(['a', 'nowhere'], ['b', 'a'], ['c', 'b']),
      ['单位“a”的上级（parent）“nowhere”不在名单里。'],
    ],
    ['a unit above itself', tree(['hq', null], ['a', 'a']), ['单位“a”成了自己的上级。']],
    [
      'a circle of two',
      tree(['hq', null], ['a', 'b'], ['b', 'a']),
      ['单位“a”成了自己的上级。', '单位“b”成了自己的上级。'],
    ],
    [
      'a unit below a circle, which is not in it',
      tree(['a', 'b'], ['b', 'a'], ['c', 'a'], ['d', 'c']),
      ['单位“a”成了自己的上级。', '单位“b”成了自己的上级。'],
    ],
    [
      'a parent named like a property',
      tree(['a', 'constructor']),
      ['单位“a”的上级（parent）“constructor”不在名单里。'],
    ],
  ])('with %s', (_name, units, faults) => {
    expect(unitFaults(units)).toEqual(faults)
  })

  test.each<[string, object]>([
    ['a negative head count', { staff: -1 }],
    ['half a person', { staff: 1.5 }],
    ['an id in capitals', { id: 'HQ' }],
    ['a name of one character', { name: '局' }],
  ])('refuses a unit with %s', (_name, fault) => {
    expect(UnitSchema.safeParse(unit()).success).toBe(true)
    expect(UnitSchema.safeParse({ ...unit(), ...fault }).success).toBe(false)
  })
})
