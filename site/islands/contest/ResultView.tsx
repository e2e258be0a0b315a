import type { UnitRanking } from '../../../content/domain/assessment-parts.ts'
import { localePath } from '../../lib/locale.ts'
import { printAddress } from '../certificate/addresses.ts'
import { useLanguage } from '../i18n.ts'
import { formatInstant } from '../instant.ts'
import type { LawIds } from '../question/CitationText.tsx'
import { BoardLater } from '../standings/BoardLater.tsx'
import { useFocus } from '../use-focus.ts'
import { Corrections } from './Corrections.tsx'
import { formatSeconds } from './clock.ts'
import { OutcomeList } from './OutcomeList.tsx'
import type { Ended } from './state.ts'

interface Props {
  phase: Ended
  laws: LawIds
  /** `null` for practice, which has no standings. */
  boardPath: string | null
  unitsBy: UnitRanking['by'] | null
  /** Whether who passes gets a certificate. */
  certified: boolean
  onAgain: () => void
}

/** The result: marks, each question with what is revealed of it, the board. */
export function ResultView({ phase, laws, boardPath, unitsBy, certified, onAgain }: Props) {
  const { t, locale } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>(phase.attempt.id)
  const { result } = phase
  const marksOf = (score: number): [string, string][] => [
    [t('result.score'), t('result.score-value', { score, max: result.maxScore })],
    [t('result.verdict'), t(result.passed ? 'result.passed' : 'result.failed')],
  ]
  const facts: [string, string][] = [
    ...(result.score === null ? [] : marksOf(result.score)),
    ...(result.band === null ? [] : [[t('result.band'), result.band] satisfies [string, string]]),
    [t('result.time'), formatSeconds(result.timeUsedSeconds)],
  ]
  const isShown = result.shownAt === undefined
  return (
    <>
      <section>
        <h2 tabIndex={-1} ref={heading}>
          {t('result.title')}
        </h2>
        {phase.attempt.state === 'expired' && <p class="quiz-notice">{t('result.expired')}</p>}
        {result.shownAt !== undefined && (
          <p class="quiz-notice">{t('result.withheld', { time: formatInstant(locale, result.shownAt) })}</p>
        )}
        <Corrections phase={phase} />
        <dl class="quiz-result">
          {facts.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p class="page-actions">
          {certified && result.passed === true && (
            <a class="button" href={printAddress(locale, { attempt: phase.attempt.id })}>
              {t('result.certificate')}
            </a>
          )}
          <button type="button" class="button" onClick={onAgain}>
            {t('result.again')}
          </button>
          {isShown && boardPath !== null && (
            <a class="button button-plain" href={localePath(locale, boardPath)}>
              {t('contest.board')}
            </a>
          )}
        </p>
      </section>
      {isShown && <OutcomeList phase={phase} laws={laws} />}
      {isShown && boardPath !== null && (
        <section>
          <h2>{t('result.board')}</h2>
          <BoardLater assessment={phase.attempt.assessmentId} unitsBy={unitsBy} />
        </section>
      )}
    </>
  )
}
