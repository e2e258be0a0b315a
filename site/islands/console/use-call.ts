import { useState } from 'preact/hooks'
import type { Called, Failure } from '../request.ts'

/** Calls of one part of the page, one at a time, with the failure of the last. */
export interface Calls {
  readonly busy: boolean
  readonly failure: Failure | null
  /** Changes with each call, as the key of what says that one has failed. */
  readonly turn: number
  /** Calls, unless a call is under way; `null` when there is no value. */
  run<T>(make: () => Promise<Called<T>>): Promise<T | null>
}

/** Keeps a part of the page from calling twice at once, and keeps why a call failed. */
export function useCall(): Calls {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [turn, setTurn] = useState(0)
  return {
    busy,
    failure,
    turn,
    async run(make) {
      if (busy) return null
      setBusy(true)
      setTurn(turn + 1)
      setFailure(null)
      const called = await make()
      setBusy(false)
      if (called.ok) return called.value
      setFailure(called.failure)
      return null
    },
  }
}
