import { useRef, useState } from 'preact/hooks'

/** A state that calls under way can read at its newest, not as it was when they started. */
export interface Store<S, E> {
  get(): S
  dispatch(event: E): void
}

/**
 * Keeps a reducer's state for a component and draws it anew on every event.
 *
 * Preact's `useReducer` shows an effect only the state of its own rendering, which is too old once a call has returned.
 */
export function useStore<S, E>(reducer: (state: S, event: E) => S, first: S): Store<S, E> {
  const [, redraw] = useState(0)
  const store = useRef<Store<S, E> | null>(null)
  if (store.current === null) {
    let state = first
    store.current = {
      get: () => state,
      dispatch(event) {
        state = reducer(state, event)
        redraw((count) => count + 1)
      },
    }
  }
  return store.current
}
