import { useEffect, useMemo, useState } from 'preact/hooks'
import type { OwnCertificate } from '../../../content/domain/certificate-api.ts'
import { signInAddress } from '../account/addresses.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { createLanguage, type IslandTexts, LanguageContext, type Translate } from '../i18n.ts'
import { type Called, type Failure, needsSession } from '../request.ts'
import { printAddress } from './addresses.ts'
import { CertificateSheet } from './CertificateSheet.tsx'
import { CertificateState } from './CertificateState.tsx'
import { claimCertificate, getOwnCertificate } from './calls.ts'

interface Props {
  texts: IslandTexts
  /** What a demonstration says of itself; `null` for a real site. */
  demo: string | null
}

/** What the page has come to show. */
type Shown = 'getting' | 'nothing' | { readonly failure: Failure } | OwnCertificate

/** The certificate that the address names, by its number or by an attempt of its exam; `null` where it names none. */
async function asked(search: string): Promise<Called<OwnCertificate> | null> {
  const parameters = new URLSearchParams(search)
  const attempt = parameters.get('attempt')
  const number = parameters.get('number')
  if (attempt === null) return number === null ? null : getOwnCertificate(number)
  const claimed = await claimCertificate(attempt)
  return claimed.ok ? getOwnCertificate(claimed.value.number) : claimed
}

/** A text of our own for refusals of which the general one says too little. */
function ownText(failure: Failure, t: Translate): string | undefined {
  if (failure.kind !== 'problem') return undefined
  if (failure.status === 404) return t('certificate.not-yours')
  return failure.type === 'urn:mingfa:problem:conflict' ? t('certificate.not-now') : undefined
}

/** A certificate for its holder: to print, and to download as a credential. */
export function PrintIsland({ texts, demo }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { t, locale } = language
  const [shown, setShown] = useState<Shown>('getting')

  const look = async () => {
    setShown('getting')
    const called = await asked(location.search)
    if (called === null) return setShown('nothing')
    if (!called.ok) return setShown({ failure: called.failure })
    setShown(called.value)
    // The address by its number is the one to keep.
    history.replaceState(null, '', printAddress(locale, { number: called.value.certificate.number }))
  }

  useEffect(() => void look(), [])

  return (
    <LanguageContext.Provider value={language}>
      <div class="needs-script certificate-page">
        {shown === 'getting' && <p role="status">{t('certificate.getting')}</p>}
        {shown === 'nothing' && <p class="certificate-none">{t('certificate.nothing')}</p>}
        {typeof shown === 'object' &&
          'failure' in shown &&
          (needsSession(shown.failure) ? (
            <div class="certificate-none">
              <p>{t('certificate.sign-in')}</p>
              <a class="button" href={signInAddress(locale, location)}>
                {t('certificate.sign-in-submit')}
              </a>
            </div>
          ) : (
            <FailureNotice failure={shown.failure} text={ownText(shown.failure, t)} onRetry={look} />
          ))}
        {typeof shown === 'object' &&
          'certificate' in shown &&
          (shown.certificate.status === 'valid' ? (
            <CertificateSheet own={shown} demo={demo} />
          ) : (
            <>
              <CertificateState certificate={shown.certificate} leadsToPrint={false} />
              {shown.reason !== null && <p class="quiz-notice">{t('certificate.reason', { reason: shown.reason })}</p>}
            </>
          ))}
      </div>
    </LanguageContext.Provider>
  )
}
