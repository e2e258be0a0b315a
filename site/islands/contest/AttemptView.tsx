import type { GuestRequest } from '../../../content/domain/api.ts'
import { isPassing } from '../api-client.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import { Navigator } from './Navigator.tsx'
import type { Place } from './place.ts'
import { QuestionPage } from './QuestionPage.tsx'
import { Review } from './Review.tsx'
import { SignIn } from './SignIn.tsx'
import { saveStatus } from './sheet.ts'
import type { Answering, ContestState, HandInBy } from './state.ts'
import { TimeLeft } from './TimeLeft.tsx'

interface Props {
  state: ContestState
  phase: Answering
  warnAtSeconds: readonly number[]
  onSignIn: (guest: GuestRequest) => void
  onAnswer: (question: string, response: string[]) => void
  onGo: (place: Place) => void
  onHandIn: (by: HandInBy) => void
  onLeave: () => void
}

/** Refused in a way that no retry cures: the attempt is someone else's, for instance after signing in anew. */
const isLost = ({ failure }: ContestState) => failure?.kind === 'problem' && failure.status === 404

/** An attempt under way: clock, state of saving, the question or the review, the list of questions. */
export function AttemptView({ state, phase, warnAtSeconds, onSignIn, onAnswer, onGo, onHandIn, onLeave }: Props) {
  const { t } = useLanguage()
  const { failure } = state
  const { deadline } = phase.attempt
  const status = saveStatus(phase.sheet)
  const waits = phase.handingIn === 'clock'
  return (
    <div class="quiz-attempt">
      <div class="quiz-status">
        {deadline !== null && (
          <TimeLeft
            clock={phase.clock}
            deadline={deadline}
            warnAtSeconds={warnAtSeconds}
            onTimeUp={() => onHandIn('clock')}
          />
        )}
        <p class={`quiz-saving quiz-saving-${status}`} role="status">
          {t(`contest.save-${status}`)}
        </p>
      </div>
      {state.sessionLost && (
        <SignIn again={true} focused={true} refused={failure !== null} busy={state.busy} onSignIn={onSignIn} />
      )}
      {waits && (
        <p class="quiz-notice" role="alert">
          {t(failure === null ? 'contest.time-up' : 'contest.time-up-waiting')}
        </p>
      )}
      {failure !== null && !waits && !state.sessionLost && (
        <FailureNotice
          failure={failure}
          text={isLost(state) ? t('contest.lost') : undefined}
          onRetry={isPassing(failure) ? () => onHandIn('participant') : undefined}
        />
      )}
      {isLost(state) && (
        <p class="page-actions">
          <button type="button" class="button" onClick={onLeave}>
            {t('contest.start-over')}
          </button>
        </p>
      )}
      {phase.place === 'review' ? (
        <Review phase={phase} onGo={onGo} onHandIn={() => onHandIn('participant')} />
      ) : (
        <QuestionPage phase={phase} index={phase.place} onAnswer={onAnswer} onGo={onGo} />
      )}
      <Navigator phase={phase} onGo={onGo} />
    </div>
  )
}
