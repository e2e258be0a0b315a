import { describe, expect, it } from 'vitest'
import {
  hasUnsaved,
  nextSave,
  openSheet,
  saveDelay,
  saveStatus,
  unansweredPlaces,
  withResponse,
  withSaveDone,
  withSaveFailed,
  withSaveSent,
} from '../../../site/islands/contest/sheet.ts'
import { attemptDetail } from './builders.ts'

const { questions } = attemptDetail().paper
const empty = openSheet(questions, { seq: 0, responses: {} }, null)

describe('opening a sheet', () => {
  it('goes on from the number that the server has', () => {
    expect(nextSave(openSheet(questions, { seq: 4, responses: { q1: ['a'] } }, null))).toEqual({
      seq: 5,
      responses: { q1: ['a'] },
    })
  })

  it.each([
    { seq: 4, kept: 'server' },
    { seq: 3, kept: 'server' },
    { seq: 5, kept: 'browser' },
  ])('takes the sheet of the $kept when the browser has number $seq and the server 4', ({ seq, kept }) => {
    const sheet = openSheet(questions, { seq: 4, responses: { q1: ['a'] } }, { seq, responses: { q1: ['b'] } })
    expect(sheet.responses).toEqual({ q1: [kept === 'server' ? 'a' : 'b'] })
    expect(hasUnsaved(sheet)).toBe(kept === 'browser')
  })

  it('drops what the paper does not have', () => {
    const unsent = { seq: 1, responses: { q1: ['a', 'z'], q2: ['z'], other: ['a'] } }
    expect(openSheet(questions, { seq: 0, responses: {} }, unsent).responses).toEqual({ q1: ['a'] })
  })
})

describe('saving', () => {
  const answered = withResponse(empty, 'q1', ['a'])

  it('sends the whole sheet under the next number', () => {
    expect(nextSave(withResponse(answered, 'q2', ['b']))).toEqual({ seq: 1, responses: { q1: ['a'], q2: ['b'] } })
  })

  it('takes an answer off the sheet when it is emptied', () => {
    expect(withResponse(answered, 'q1', []).responses).toEqual({})
    expect(withResponse(answered, 'q1', ['  ']).responses).toEqual({})
  })

  it('is done when the server kept the number sent', () => {
    const saved = withSaveDone(withSaveSent(answered), 1)
    expect(hasUnsaved(saved)).toBe(false)
    expect(saveStatus(saved)).toBe('saved')
    expect(nextSave(saved).seq).toBe(2)
  })

  it('is not done for a change made while it was under way', () => {
    const changed = withResponse(withSaveSent(answered), 'q2', ['b'])
    expect(hasUnsaved(withSaveDone(changed, 1))).toBe(true)
    expect(nextSave(changed).seq).toBe(2)
  })

  it('is sent again above the number of another window', () => {
    const overtaken = withSaveDone(withSaveSent(answered), 7)
    expect(hasUnsaved(overtaken)).toBe(true)
    expect(nextSave(overtaken).seq).toBe(8)
  })

  it('uses a new number after a failure, because the first may have arrived', () => {
    const failed = withSaveFailed(withSaveSent(answered))
    expect(saveStatus(failed)).toBe('will-retry')
    expect(nextSave(failed).seq).toBe(2)
    expect(saveStatus(withSaveDone(withSaveSent(failed), 2))).toBe('saved')
  })

  it('waits a second, and longer with each failure up to half a minute', () => {
    expect([0, 1, 2, 3, 9].map(saveDelay)).toEqual([1000, 2000, 4000, 8000, 30_000])
  })

  it('has nothing to say before the first answer', () => {
    expect(saveStatus(empty)).toBe('nothing-yet')
    expect(saveStatus(answered)).toBe('saving')
  })
})

it('finds the questions without an answer', () => {
  expect(unansweredPlaces(questions, { q2: ['a'], q3: [''] })).toEqual([0, 2])
})
