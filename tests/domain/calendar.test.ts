import { describe, expect, test } from 'vitest'
import {
  addDays,
  afterMonths,
  correspondingDay,
  daysBetween,
  fullMonths,
  lengthOfMonth,
} from '../../content/domain/calendar.ts'

describe('the day after some full months', () => {
  test.each([
    ['2025-03-01', 1, '2025-04-01'],
    ['2025-03-01', 12, '2026-03-01'],
    ['2025-03-15', 1, '2025-04-15'],
    ['2025-01-31', 1, '2025-03-01'],
    ['2024-01-31', 1, '2024-03-01'],
    ['2025-01-30', 1, '2025-03-01'],
    ['2025-01-28', 1, '2025-02-28'],
    ['2024-01-29', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-08-31', 1, '2025-10-01'],
    ['2025-12-31', 2, '2026-03-01'],
    ['2025-12-01', 1, '2026-01-01'],
    ['2025-12-01', 0, '2025-12-01'],
  ])('from %s, %i months: %s', (day, count, expected) => {
    expect(afterMonths(day, count)).toBe(expected)
  })
})

describe('the corresponding day', () => {
  test.each([
    ['2025-03-10', 12, '2026-03-10'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-12-31', 12, '2026-12-31'],
  ])('of %s, %i months later: %s', (day, count, expected) => {
    expect(correspondingDay(day, count)).toBe(expected)
  })
})

describe('full months between two days', () => {
  test.each([
    ['2025-01-01', '2025-07-01', 6],
    ['2025-01-01', '2025-06-30', 5],
    ['2025-01-31', '2025-02-28', 0],
    ['2025-01-31', '2025-03-01', 1],
    ['2024-02-29', '2025-02-28', 11],
    ['2024-02-29', '2025-03-01', 12],
    ['2025-05-05', '2025-05-05', 0],
    ['2025-05-05', '2025-05-01', 0],
    ['2000-01-01', '2100-01-01', 1200],
  ])('%s to %s: %i', (from, to, expected) => {
    expect(fullMonths(from, to)).toBe(expected)
  })
})

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-02-28', 1, '2025-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days is %s', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected)
})

test.each([
  ['2024-01-01', '2025-01-01', 366],
  ['2025-01-01', '2026-01-01', 365],
  ['2025-03-01', '2025-02-28', -1],
])('from %s to %s are %i days', (from, to, expected) => {
  expect(daysBetween(from, to)).toBe(expected)
})

test.each([
  [2024, 2, 29],
  [2100, 2, 28],
  [2000, 2, 29],
  [2025, 12, 31],
])('month %i-%i has %i days', (year, month, expected) => {
  expect(lengthOfMonth(year, month)).toBe(expected)
})
