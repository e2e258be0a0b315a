import { useEffect } from 'preact/hooks'
import type { Scope } from '../../../content/domain/api.ts'
import type { UnitRanking } from '../../../content/domain/assessment-parts.ts'
import { serviceLang } from '../../lib/locale.ts'
import { getStandings } from '../api-client.ts'
import { formatSeconds } from '../contest/clock.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import { useStore } from '../use-store.ts'
import { BoardTable } from './BoardTable.tsx'
import { boardReducer, FIRST_STATE, PAGE_LENGTH, refreshLength } from './state.ts'

/** Whose standings, and how groups are ranked. */
export interface BoardProps {
  assessment: string
  /** How units are ranked; `null` where the page doesn't know. */
  unitsBy: UnitRanking['by'] | null
}

const SCOPES: readonly Scope[] = ['people', 'units', 'regions']
const REFRESH_MS = 5000

/** The standings of one assessment, renewed every five seconds while someone can see them. */
export function Board({ assessment, unitsBy }: BoardProps) {
  const { t, locale } = useLanguage()
  const { get, dispatch } = useStore(boardReducer, FIRST_STATE)
  const { scope, board, failure } = get()

  const refresh = async () => {
    const { scope } = get()
    const called = await getStandings(assessment, scope, refreshLength(get()), null)
    if (called.ok) dispatch({ type: 'refreshed', scope, page: called.value })
    else dispatch({ type: 'failed', scope, failure: called.failure })
  }

  const more = async () => {
    const { scope, board } = get()
    const called = await getStandings(assessment, scope, PAGE_LENGTH, board?.nextCursor ?? null)
    if (called.ok) dispatch({ type: 'more-loaded', scope, page: called.value })
    else dispatch({ type: 'failed', scope, failure: called.failure })
  }

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const turn = async () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') await refresh()
      // A hidden page asks nothing; coming back into view starts the next turn at once.
      if (!over && document.visibilityState === 'visible') timer = setTimeout(turn, REFRESH_MS)
    }
    void turn()
    document.addEventListener('visibilitychange', turn)
    return () => {
      over = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', turn)
    }
  }, [assessment, scope])

  return (
    <div class="quiz-board">
      <fieldset class="quiz-tabs">
        <legend class="quiz-spoken">{t('standings.scopes')}</legend>
        {SCOPES.map((each) => (
          <button
            type="button"
            key={each}
            class="quiz-tab"
            aria-pressed={each === scope}
            onClick={() => each !== scope && dispatch({ type: 'scope-chosen', scope: each })}
          >
            {t(`standings.${each}`)}
          </button>
        ))}
      </fieldset>
      {board === null && failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {board === null && failure === null && <p role="status">{t('standings.loading')}</p>}
      {board !== null && (
        <>
          {board.me !== null && (
            <p class="quiz-mine">
              {t('standings.mine', {
                rank: board.me.rank,
                score: board.me.score,
                time: formatSeconds(board.me.timeUsedSeconds),
              })}
            </p>
          )}
          {board.entries.length === 0 ? (
            <p>{t(scope === 'people' ? 'standings.empty' : 'standings.empty-groups')}</p>
          ) : (
            <BoardTable
              scope={scope}
              entries={board.entries}
              me={board.me}
              unitsBy={unitsBy}
              lang={serviceLang(locale)}
            />
          )}
          <p class="muted">
            {t('standings.shown', { shown: board.entries.length, total: board.total })}{' '}
            {failure === null
              ? t('standings.updated', { time: new Date(board.updatedAt).toLocaleTimeString(locale) })
              : t('standings.stale')}
          </p>
          {board.nextCursor !== null && (
            <button type="button" class="button button-plain" onClick={more}>
              {t('standings.more')}
            </button>
          )}
        </>
      )}
    </div>
  )
}
