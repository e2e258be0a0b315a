import { describe, expect, it } from 'vitest'
import type { StandingEntry, Standings } from '../../../content/domain/api.ts'
import {
  type BoardEvent,
  type BoardState,
  boardReducer,
  FIRST_STATE,
  ownLine,
  refreshLength,
} from '../../../site/islands/standings/state.ts'

const entry = (rank: number, name = `n${rank}`): StandingEntry => ({
  rank,
  name,
  score: 100 - rank,
  timeUsedSeconds: 60,
})
const page = (from: number, to: number, nextCursor: string | null): Standings => ({
  entries: Array.from({ length: to - from + 1 }, (_, index) => entry(from + index)),
  total: 300,
  me: null,
  updatedAt: '2026-11-20T12:00:00Z',
  nextCursor,
})

function afterEvents(...events: BoardEvent[]): BoardState {
  return events.reduce(boardReducer, FIRST_STATE)
}

describe('the board', () => {
  it('adds lines below, and asks for all of them when it refreshes', () => {
    const state = afterEvents(
      { type: 'refreshed', scope: 'people', page: page(1, 50, '50') },
      { type: 'more-loaded', scope: 'people', page: page(51, 100, '100') },
    )
    expect(state.board?.entries).toHaveLength(100)
    expect(state.board?.nextCursor).toBe('100')
    expect(refreshLength(state)).toBe(100)
  })

  it('keeps lines below the longest page, with the cursor after them', () => {
    const state = afterEvents(
      { type: 'refreshed', scope: 'people', page: page(1, 200, '200') },
      { type: 'more-loaded', scope: 'people', page: page(201, 250, '250') },
      { type: 'refreshed', scope: 'people', page: page(1, 200, '200') },
    )
    expect(state.board?.entries).toHaveLength(250)
    expect(state.board?.nextCursor).toBe('250')
    expect(refreshLength(state)).toBe(200)
  })

  it('lets a shorter board replace a longer one', () => {
    const state = afterEvents(
      { type: 'refreshed', scope: 'people', page: page(1, 50, null) },
      { type: 'refreshed', scope: 'people', page: page(1, 3, null) },
    )
    expect(state.board?.entries).toHaveLength(3)
  })

  it('passes over an answer for a scope that is no longer chosen', () => {
    const state = afterEvents(
      { type: 'scope-chosen', scope: 'units' },
      { type: 'refreshed', scope: 'people', page: page(1, 2, null) },
    )
    expect(state).toMatchObject({ scope: 'units', board: null })
  })

  it('keeps the lines when a refresh fails', () => {
    const state = afterEvents(
      { type: 'refreshed', scope: 'people', page: page(1, 2, null) },
      { type: 'failed', scope: 'people', failure: { kind: 'offline' } },
    )
    expect(state.board?.entries).toHaveLength(2)
    expect(state.failure).toEqual({ kind: 'offline' })
  })
})

describe('the own line', () => {
  it('is the one that equals it in everything shown', () => {
    expect(ownLine([entry(1), entry(2, '小明'), entry(3)], entry(2, '小明'))).toBe(1)
  })

  it('is nowhere without a result or on another page', () => {
    expect(ownLine([entry(1)], null)).toBe(-1)
    expect(ownLine([entry(1)], entry(70))).toBe(-1)
  })
})
