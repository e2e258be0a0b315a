import type { GuestRequest } from '../../../content/domain/api.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'
import { RuleList } from './RuleList.tsx'
import type { RuleLine, Taken } from './rules.ts'
import { SignIn } from './SignIn.tsx'
import { StaffDoor } from './StaffDoor.tsx'
import type { ContestState } from './state.ts'

interface Props {
  state: ContestState
  taken: Taken
  lines: readonly RuleLine[]
  onOpen: () => void
  onSignIn: (guest: GuestRequest) => void
  onSignOut: () => void
  onStart: () => void
}

/** Before the start: the rules, then the nickname, then the button that starts the clock. */
export function ReadyView({ state, taken, lines, onOpen, onSignIn, onSignOut, onStart }: Props) {
  const { t } = useLanguage()
  const { participant, failure, busy, phase } = state
  const refused = failure?.kind === 'problem' && failure.status === 400
  return (
    <>
      <section>
        <h2>{t('contest.rules')}</h2>
        <RuleList lines={lines} />
      </section>
      {failure !== null && !refused && (
        <FailureNotice
          failure={failure}
          onRetry={phase.name === 'opening' ? onOpen : participant === null ? undefined : onStart}
        />
      )}
      {phase.name === 'opening' && failure === null && (
        <p class="needs-script" role="status">
          {t('contest.opening')}
        </p>
      )}
      {phase.name === 'ready' && participant === null && !taken.guests && <StaffDoor focused={phase.moved} />}
      {phase.name === 'ready' && participant === null && taken.guests && (
        <SignIn again={false} focused={phase.moved} refused={refused} busy={busy} onSignIn={onSignIn} />
      )}
      {phase.name === 'ready' && participant !== null && (
        <StartPanel
          key={participant.id}
          focused={phase.moved}
          nickname={participant.nickname}
          busy={busy}
          onStart={onStart}
          onSignOut={onSignOut}
        />
      )}
    </>
  )
}

interface StartProps {
  focused: boolean
  nickname: string
  busy: boolean
  onStart: () => void
  onSignOut: () => void
}

function StartPanel({ focused, nickname, busy, onStart, onSignOut }: StartProps) {
  const { t } = useLanguage()
  const panel = useFocus<HTMLElement>(focused ? nickname : null)
  return (
    <section class="quiz-start panel quiz-panel" tabIndex={-1} ref={panel}>
      <p>
        {t('sign-in.as', { nickname })}{' '}
        <button type="button" class="quiz-link" onClick={onSignOut}>
          {t('sign-in.change')}
        </button>
      </p>
      <p class="muted">{t('contest.resume-hint')}</p>
      <button type="button" class="button" onClick={onStart}>
        {t(busy ? 'contest.starting' : 'contest.start')}
      </button>
    </section>
  )
}
