import { describe, expect, it } from 'vitest'
import type { Right } from '../../../content/domain/role.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { linesOf, mayIn, treesOf } from '../../../site/islands/console/tree.ts'

const unit = (id: string, parent: string | null, staff: number): Unit => ({
  ...{ id, parent, staff },
  name: `单位${id}`,
  region: '云澜市',
})
const UNITS = [unit('root', null, 1), unit('a', 'root', 2), unit('a1', 'a', 4), unit('b', 'root', 8)]
const right = (at: string): Right => ({ capability: 'read-people', unit: at })

const shown = (...rights: Right[]) =>
  linesOf(treesOf(UNITS, rights, 'read-people')).map(({ node, depth }) => [node.unit.id, depth, node.heads])

describe('the units that someone looks after', () => {
  it('are those below the unit of a right, with the heads of all below', () => {
    expect(shown(right('root'))).toEqual([
      ['root', 0, 15],
      ['a', 1, 6],
      ['a1', 2, 4],
      ['b', 1, 8],
    ])
  })

  it('stand once where rights lie below each other, and side by side where they do not', () => {
    expect(shown(right('a1'), right('a'), right('b'))).toEqual([
      ['a', 0, 6],
      ['a1', 1, 4],
      ['b', 0, 8],
    ])
  })

  it('are none for another capability, or a unit that has gone', () => {
    expect(shown({ capability: 'publish', unit: 'root' }, right('gone'))).toEqual([])
  })
})

it.each([
  ['a', true],
  ['a1', true],
  ['root', false],
  ['b', false],
  ['gone', false],
])('whether a right in a holds in %s: %s', (id, expected) => {
  expect(mayIn([right('a')], 'read-people', id, UNITS)).toBe(expected)
})
