import { useEffect, useState } from 'preact/hooks'
import type { output } from 'zod/mini'
import { type GuestRequest, NicknameSchema, type UnitsSchema } from '../../../content/domain/api.ts'
import { serviceLang } from '../../lib/locale.ts'
import { signInAddress } from '../account/addresses.ts'
import { getUnits } from '../api-client.ts'
import { type TextKey, useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'

type Units = output<typeof UnitsSchema>['units']

interface Props {
  /** The session went away in the midst of an attempt. */
  again: boolean
  /** Takes the focus, because something the participant did led here. */
  focused: boolean
  /** The service refused the nickname. */
  refused: boolean
  busy: boolean
  onSignIn: (guest: GuestRequest) => void
}

const NICKNAME_LIMIT = 24

/** What is wrong with a nickname, or `null`. */
function faultOf(nickname: string): TextKey | null {
  const { length } = [...nickname.trim()]
  if (length === 0) return 'sign-in.error-empty'
  if (length > NICKNAME_LIMIT) return 'sign-in.error-long'
  return NicknameSchema.safeParse(nickname).success ? null : 'sign-in.error-invisible'
}

/** Nickname and unit of a guest. */
export function SignIn({ again, focused, refused, busy, onSignIn }: Props) {
  const { t, locale } = useLanguage()
  const [nickname, setNickname] = useState('')
  const [unit, setUnit] = useState('')
  const [units, setUnits] = useState<Units | null>([])
  const [tries, setTries] = useState(0)
  const fault = tries === 0 ? null : (faultOf(nickname) ?? (refused ? 'sign-in.error-refused' : null))
  const summary = useFocus<HTMLDivElement>(fault === null ? null : tries)
  const heading = useFocus<HTMLHeadingElement>(focused ? 'sign-in' : null)
  const regions = [...new Set((units ?? []).map(({ region }) => region))]
  const faultText = fault !== null && t(fault, { length: [...nickname.trim()].length })

  useEffect(() => {
    void getUnits().then((called) => setUnits(called.ok ? called.value.units : null))
  }, [])

  return (
    <form
      class="quiz-sign-in panel quiz-panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTries(tries + 1)
        if (!busy && faultOf(nickname) === null)
          onSignIn({ nickname: nickname.trim(), ...(unit === '' ? {} : { unit }) })
      }}
    >
      <h2 tabIndex={-1} ref={heading}>
        {t(again ? 'sign-in.again-title' : 'sign-in.title')}
      </h2>
      {again && <p>{t('sign-in.again')}</p>}
      {faultText && (
        <div class="quiz-notice quiz-notice-error" role="alert" tabIndex={-1} ref={summary}>
          <p class="quiz-notice-title">{t('sign-in.error-title')}</p>
          <a href="#nickname">{faultText}</a>
        </div>
      )}
      <p class="quiz-field">
        <label for="nickname">{t('sign-in.nickname')}</label>
        <span id="nickname-hint" class="muted">
          {t('sign-in.nickname-hint')}
        </span>
        {faultText && (
          <span id="nickname-fault" class="quiz-fault">
            {faultText}
          </span>
        )}
        <input
          id="nickname"
          type="text"
          autoComplete="nickname"
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? 'nickname-hint' : 'nickname-hint nickname-fault'}
          value={nickname}
          onInput={(event) => setNickname(event.currentTarget.value)}
        />
      </p>
      <p class="quiz-field">
        <label for="unit">{t('sign-in.unit')}</label>
        {units === null && <span class="muted">{t('sign-in.units-missing')}</span>}
        <select id="unit" value={unit} onChange={(event) => setUnit(event.currentTarget.value)}>
          <option value="">{t('sign-in.unit-none')}</option>
          {regions.map((region) => (
            <optgroup label={region} key={region} lang={serviceLang(locale)}>
              {units
                ?.filter((each) => each.region === region)
                .map(({ id, name }) => (
                  <option value={id} key={id}>
                    {name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </p>
      <button type="submit" class="button">
        {t('sign-in.submit')}
      </button>
      <p>
        <a href={signInAddress(locale, location)}>{t('sign-in.roster')}</a>
      </p>
    </form>
  )
}
