import { describe, expect, it } from 'vitest'
import { unitPath, unitsWithin } from '../../content/domain/unit-path.ts'

const UNITS = [
  { id: 'province', parent: null },
  { id: 'city', parent: 'province' },
  { id: 'county', parent: 'city' },
  { id: 'other', parent: 'province' },
  { id: 'a', parent: 'b' },
  { id: 'b', parent: 'a' },
]
const BY_ID = new Map(UNITS.map((unit) => [unit.id, unit]))

describe('a unit', () => {
  it.each([
    ['county', ['county', 'city', 'province']],
    ['province', ['province']],
    ['a', ['a', 'b']],
    ['nowhere', null],
  ])('%s has its path up to the root', (id, path) => {
    expect(unitPath(BY_ID, id)).toEqual(path)
  })

  it.each([
    ['province', ['province', 'city', 'other', 'county']],
    ['city', ['city', 'county']],
    ['county', ['county']],
    ['a', ['a', 'b']],
  ])('%s has those below it', (id, within) => {
    expect([...unitsWithin(UNITS, id)]).toEqual(within)
  })
})
