import { describe, expect, it } from 'vitest'
import {
  announcementDue,
  clockFrom,
  corrected,
  formatSeconds,
  secondsLeft,
} from '../../../site/islands/contest/clock.ts'

const deadline = '2026-11-20T12:20:00Z'
const clock = clockFrom('2026-11-20T12:00:00Z', 5000)

describe('the time left', () => {
  it('follows the reading of the browser from the time of the server', () => {
    expect(secondsLeft(clock, deadline, 5000)).toBe(1200)
    expect(secondsLeft(clock, deadline, 65_000)).toBe(1140)
    expect(secondsLeft(clock, deadline, 65_001)).toBe(1140)
  })

  it('is never negative, and unknown without a deadline', () => {
    expect(secondsLeft(clock, deadline, 9_999_999)).toBe(0)
    expect(secondsLeft(clock, null, 5000)).toBeNull()
  })

  it('is set anew when the server says something else, as after the device slept', () => {
    expect(secondsLeft(corrected(clock, deadline, 600, 6000), deadline, 6000)).toBe(600)
  })

  it('is left alone for the two seconds that a call may take', () => {
    expect(corrected(clock, deadline, 1198, 5000)).toBe(clock)
    expect(corrected(clock, null, null, 5000)).toBe(clock)
  })
})

describe('announcements', () => {
  it.each([
    [301, 300, 300],
    [300, 299, null],
    [61, 60, 60],
    [11, 10, 10],
    [400, 50, 60],
    [400, 5, 10],
    [5, 0, null],
    [null, 10, null],
  ])('when it goes from %s to %s, says %s', (before, now, said) => {
    expect(announcementDue(before, now, [300, 60, 10])).toBe(said)
  })
})

it.each([
  [0, '0:00'],
  [65, '1:05'],
  [1200, '20:00'],
  [3600, '1:00:00'],
  [3725, '1:02:05'],
])('writes %s seconds as %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})
