import { useEffect, useMemo } from 'preact/hooks'
import type { LawIds } from '../question/CitationText.tsx'
import { useAnsweringMark } from '../use-answering-mark.ts'
import { useStore } from '../use-store.ts'
import { AttemptView } from './AttemptView.tsx'
import { conductContest } from './conduct.ts'
import { type Place, placeFromHash, placeHash } from './place.ts'
import { ReadyView } from './ReadyView.tsx'
import { ResultView } from './ResultView.tsx'
import type { RuleLine, Taken } from './rules.ts'
import { contestReducer, FIRST_STATE } from './state.ts'

interface Props {
  taken: Taken
  lines: readonly RuleLine[]
  laws: LawIds
  /** Address of the standings without language; `null` where there are none. */
  boardPath: string | null
}

/** Address of the page without fragment. */
const pageAddress = () => `${location.pathname}${location.search}`

/** One contest from the rules to the result. The fragment of the address says which question is shown. */
export function Contest({ taken, lines, laws, boardPath }: Props) {
  const store = useStore(contestReducer, FIRST_STATE)
  const conduct = useMemo(() => conductContest(taken.id, store, () => location.hash), [taken.id, store])
  const state = store.get()
  const { phase } = state

  useEffect(() => {
    void conduct.open()
    const onPop = () => {
      const now = store.get().phase
      if (now.name !== 'answering') return
      store.dispatch({ type: 'went', place: placeFromHash(location.hash, now.questions.length) ?? 0 })
    }
    const onVisibility = () => (document.visibilityState === 'hidden' ? conduct.flush() : void conduct.look())
    addEventListener('popstate', onPop)
    addEventListener('pagehide', conduct.flush)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      conduct.close()
      removeEventListener('popstate', onPop)
      removeEventListener('pagehide', conduct.flush)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [conduct, store])

  useAnsweringMark(phase.name === 'answering')
  useEffect(() => {
    if (phase.name === 'answering') history.replaceState(null, '', placeHash(phase.place))
    // While the attempt is being looked up, the fragment still says where the reader was before a reload.
    else if (phase.name !== 'opening' && placeFromHash(location.hash, Number.POSITIVE_INFINITY) !== null)
      history.replaceState(null, '', pageAddress())
  }, [phase.name])

  const go = (place: Place) => {
    // Choosing what is shown already makes no step that Back would have to undo.
    if (phase.name === 'answering' && phase.place === place) return
    history.pushState(null, '', placeHash(place))
    store.dispatch({ type: 'went', place })
  }

  return (
    <div class="quiz">
      {(phase.name === 'opening' || phase.name === 'ready') && (
        <ReadyView
          state={state}
          taken={taken}
          lines={lines}
          onOpen={conduct.open}
          onSignIn={conduct.signIn}
          onSignOut={conduct.signOut}
          onStart={conduct.start}
        />
      )}
      {phase.name === 'answering' && (
        <AttemptView
          state={state}
          phase={phase}
          warnAtSeconds={taken.warnAtSeconds}
          onSignIn={conduct.signIn}
          onAnswer={conduct.answer}
          onGo={go}
          onHandIn={conduct.handIn}
          onLeave={conduct.leave}
        />
      )}
      {phase.name === 'ended' && (
        <ResultView
          phase={phase}
          laws={laws}
          boardPath={boardPath}
          certified={taken.kind === 'exam'}
          unitsBy={taken.unitRanking?.by ?? null}
          onAgain={conduct.leave}
        />
      )}
    </div>
  )
}
