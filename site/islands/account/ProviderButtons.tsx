import { useEffect, useState } from 'preact/hooks'
import type { ProviderId } from '../../../content/domain/sign-in-api.ts'
import { serviceLang } from '../../lib/locale.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { useLanguage } from '../i18n.ts'
import type { Failure } from '../request.ts'
import { beginSignIn, getProviders } from './calls.ts'

interface Props {
  /** Binds the account to whoever is signed in, instead of signing in. */
  bind: boolean
  /** The page to go to once in. */
  returnTo: string
}

/** A provider that a browser goes to and comes back from. */
interface Way {
  readonly id: ProviderId
  readonly name: string | null
}

/** The providers that this deployment has set up; nothing where there are none. */
export function ProviderButtons({ bind, returnTo }: Props) {
  const { t, locale } = useLanguage()
  const [ways, setWays] = useState<readonly Way[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    // Without an answer the code is still there, so nothing is said.
    void getProviders().then((called) => {
      const all = called.ok ? called.value.providers : []
      setWays(
        all.flatMap(({ id, via, name, needsBinding }) =>
          via === 'redirect' && id !== 'guest' && id !== 'roster-code' && (needsBinding || !bind) ? [{ id, name }] : [],
        ),
      )
    })
  }, [bind])

  const begin = async (id: ProviderId) => {
    setTries(tries + 1)
    setFailure(null)
    const called = await beginSignIn(id, { returnTo, page: location.pathname, bind })
    if (called.ok) location.assign(called.value.location)
    else setFailure(called.failure)
  }

  if (ways.length === 0) return null
  return (
    <>
      {failure !== null && <FailureNotice key={tries} failure={failure} />}
      <p class="page-actions">
        {ways.map(({ id, name }) => (
          <button key={id} type="button" class="button button-plain" onClick={() => begin(id)}>
            {t(bind ? 'account.bind' : 'account.by-provider')}{' '}
            <span lang={name === null ? undefined : serviceLang(locale)}>{name ?? t(`account.${id}`)}</span>
          </button>
        ))}
      </p>
    </>
  )
}
