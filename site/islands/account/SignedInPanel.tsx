import type { output } from 'zod/mini'
import type { SignedInSchema } from '../../../content/domain/roster-api.ts'
import { serviceLang } from '../../lib/locale.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import type { Failure } from '../request.ts'
import { useFocus } from '../use-focus.ts'

interface Props {
  who: output<typeof SignedInSchema>
  /** Takes the focus, because something the person did led here. */
  focused: boolean
  /** The page to go back to, `null` when none is known. */
  back: string | null
  busy: boolean
  failure: Failure | null
  onSignOut: () => void
}

/** Who one is, where one can go, and the way out. */
export function SignedInPanel({ who, focused, back, busy, failure, onSignOut }: Props) {
  const { t, locale } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>(focused ? 'signed-in' : null)
  const { participant, person } = who
  const lang = serviceLang(locale)
  return (
    <section class="panel quiz-panel">
      <h2 tabIndex={-1} ref={heading}>
        {t(person === undefined ? 'account.guest-title' : 'account.signed-in')}
      </h2>
      {failure !== null && <FailureNotice failure={failure} onRetry={onSignOut} />}
      <dl class="facts" lang={lang}>
        {person === undefined ? (
          <div>
            <dt lang={locale}>{t('account.nickname')}</dt>
            <dd>{participant.nickname}</dd>
          </div>
        ) : (
          <>
            <div>
              <dt lang={locale}>{t('account.name')}</dt>
              <dd>{person.name}</dd>
            </div>
            <div>
              <dt lang={locale}>{t('account.staff-number')}</dt>
              <dd>{person.staffNumber}</dd>
            </div>
            <div>
              <dt lang={locale}>{t('account.unit')}</dt>
              <dd>{person.units.join(' / ')}</dd>
            </div>
            {person.post !== null && (
              <div>
                <dt lang={locale}>{t('account.post')}</dt>
                <dd>{person.post}</dd>
              </div>
            )}
          </>
        )}
      </dl>
      {person !== undefined && <p>{t('account.other-device')}</p>}
      <p class="page-actions">
        {back !== null && (
          <a class="button" href={back}>
            {t('account.back')}
          </a>
        )}
        {person !== undefined && person.rights.length > 0 && (
          <a class={back === null ? 'button' : 'button button-plain'} href="/console/">
            {t('account.console')}
          </a>
        )}
        <button type="button" class="button button-plain" onClick={onSignOut}>
          {t(busy ? 'account.signing-out' : 'account.sign-out')}
        </button>
      </p>
      {person !== undefined && <p class="muted">{t('account.sign-out-hint')}</p>}
    </section>
  )
}
