import type { Scope, StandingEntry, Standings } from '../../../content/domain/api.ts'
import type { Failure } from '../api-client.ts'

/**
 * The board as shown: the lines loaded so far, refreshed from the top while more can be added below.
 */

/** Lines asked for at once. */
export const PAGE_LENGTH = 50
/** Most lines that the service gives at once, and so the most that a refresh renews. */
const LONGEST_PAGE = 200

/** Where the board stands. */
export interface BoardState {
  readonly scope: Scope
  /** `null` until the first answer for this scope. */
  readonly board: Standings | null
  /** The last call failed; the lines shown are older. */
  readonly failure: Failure | null
}

/** What can happen. An answer names its scope, because another may have been chosen meanwhile. */
export type BoardEvent =
  | { readonly type: 'scope-chosen'; readonly scope: Scope }
  | { readonly type: 'refreshed'; readonly scope: Scope; readonly page: Standings }
  | { readonly type: 'more-loaded'; readonly scope: Scope; readonly page: Standings }
  | { readonly type: 'failed'; readonly scope: Scope; readonly failure: Failure }

/** Before the first answer. */
export const FIRST_STATE: BoardState = { scope: 'people', board: null, failure: null }

/** How many lines a refresh asks for: all that are shown, within what the service gives. */
export function refreshLength(state: BoardState): number {
  return Math.min(LONGEST_PAGE, Math.max(PAGE_LENGTH, state.board?.entries.length ?? 0))
}

/** What an event makes of the state. */
export function boardReducer(state: BoardState, event: BoardEvent): BoardState {
  if (event.type === 'scope-chosen') return { scope: event.scope, board: null, failure: null }
  if (event.scope !== state.scope) return state
  const { board } = state
  switch (event.type) {
    case 'failed':
      return { ...state, failure: event.failure }
    case 'refreshed': {
      const below = board?.entries.slice(event.page.entries.length) ?? []
      // Below the part renewed, older lines stay only when the new page was a full one.
      const keeps = board !== null && below.length > 0 && event.page.nextCursor !== null
      const entries = keeps ? [...event.page.entries, ...below] : event.page.entries
      const nextCursor = keeps ? board.nextCursor : event.page.nextCursor
      return { ...state, failure: null, board: { ...event.page, entries, nextCursor } }
    }
    case 'more-loaded': {
      if (board === null) return state
      return {
        ...state,
        failure: null,
        board: { ...event.page, me: board.me ?? event.page.me, entries: [...board.entries, ...event.page.entries] },
      }
    }
  }
}

/**
 * Index of the caller's own line among the lines shown, -1 when it isn't there. Lines have no id, so the first that
 * equals the own one in everything shown is taken: someone with the same nickname, score, time and rank looks the same.
 */
export function ownLine(entries: readonly StandingEntry[], me: StandingEntry | null): number {
  if (me === null) return -1
  return entries.findIndex(
    (entry) =>
      entry.rank === me.rank &&
      entry.name === me.name &&
      entry.score === me.score &&
      entry.timeUsedSeconds === me.timeUsedSeconds,
  )
}
