import { expect, it } from 'vitest'
import { placeFromHash, placeHash } from '../../../site/islands/contest/place.ts'

it.each([0, 9, 'review'] as const)('finds its way back to %s', (place) => {
  expect(placeFromHash(placeHash(place), 10)).toBe(place)
})

it.each(['', '#main', '#q-0', '#q-11', '#q-1x', '#q--1'])('takes %j for no place', (hash) => {
  expect(placeFromHash(hash, 10)).toBeNull()
})
