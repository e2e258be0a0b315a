import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Certificate } from '../../../content/domain/certificate-api.ts'
import { readCertificateNumber } from '../../../content/domain/certificate-number.ts'
import { FailureNotice } from '../FailureNotice.tsx'
import { FaultSummary } from '../FaultSummary.tsx'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import type { Failure } from '../request.ts'
import { CertificateState } from './CertificateState.tsx'
import { getCertificate } from './calls.ts'

interface Props {
  texts: IslandTexts
}

/** What everyone may see of a certificate, found by its number: typed, or in `?number=` of the code on it. */
export function CheckIsland({ texts }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { t } = language
  const [typed, setTyped] = useState('')
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [found, setFound] = useState<Certificate | null>(null)
  /** Tells the answer to the newest question from those that come late. */
  const newest = useRef(0)

  const look = async (text: string) => {
    const number = readCertificateNumber(text)
    newest.current += 1
    const question = newest.current
    setTries(question)
    setFault(number === null)
    setFailure(null)
    setFound(null)
    if (number === null) return
    setTyped(number)
    setBusy(true)
    const called = await getCertificate(number)
    if (question !== newest.current) return
    setBusy(false)
    if (called.ok) setFound(called.value)
    else setFailure(called.failure)
  }

  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('number')?.slice(0, 60) ?? ''
    setTyped(asked)
    if (asked !== '') void look(asked)
  }, [])

  const isUnknown = failure?.kind === 'problem' && failure.status === 404
  return (
    <LanguageContext.Provider value={language}>
      <div class="quiz needs-script">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void look(typed)
          }}
        >
          {fault && (
            <FaultSummary
              title={t('failure.title')}
              faults={[{ id: 'number', text: t('certificate.fault') }]}
              tries={tries}
            />
          )}
          {failure !== null && (
            <FailureNotice
              key={tries}
              failure={failure}
              text={isUnknown ? t('certificate.unknown') : undefined}
              onRetry={isUnknown ? undefined : () => look(typed)}
            />
          )}
          <p class="quiz-field">
            <label for="number">{t('certificate.label')}</label>
            <span id="number-hint" class="muted">
              {t('certificate.hint')}
            </span>
            <input
              id="number"
              class="certificate-field"
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              spellcheck={false}
              aria-invalid={fault}
              aria-describedby="number-hint"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </p>
          <button type="submit" class="button">
            {t(busy ? 'certificate.looking' : 'certificate.submit')}
          </button>
        </form>
        {found !== null && <CertificateState key={tries} certificate={found} leadsToPrint={found.status === 'valid'} />}
      </div>
    </LanguageContext.Provider>
  )
}
