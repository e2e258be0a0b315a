import { useEffect, useState } from 'preact/hooks'
import type { Board, BoardProps } from './Board.tsx'

/**
 * The standings, whose code is fetched when they are shown, so that a page that asks questions first needn't wait for it. Nothing where it can't be
 * had: the page links to the whole standings.
 */
export function BoardLater(props: BoardProps) {
  const [loaded, setLoaded] = useState<{ readonly View: typeof Board } | null>(null)
  useEffect(() => {
    void import('./Board.tsx').then(
      (code) => setLoaded({ View: code.Board }),
      () => undefined,
    )
  }, [])
  return loaded === null ? null : <loaded.View {...props} />
}
