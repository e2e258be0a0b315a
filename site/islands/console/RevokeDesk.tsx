import { useState } from 'preact/hooks'
import type { Certificate } from '../../../content/domain/certificate-api.ts'
import { readCertificateNumber } from '../../../content/domain/certificate-number.ts'
import { CertificateState } from '../certificate/CertificateState.tsx'
import { getCertificate } from '../certificate/calls.ts'
import { FaultSummary } from '../FaultSummary.tsx'
import { useLanguage } from '../i18n.ts'
import { CallFailure } from './CallFailure.tsx'
import { revokeCertificate } from './calls.ts'
import { useCall } from './use-call.ts'

/** Fewest and most characters of a reason, as the contract has them. */
const REASON = { least: 4, most: 500 } as const

/** Revoking a certificate: find it by its number, see whose it is, give the reason. */
export function RevokeDesk() {
  const { t } = useLanguage()
  const calls = useCall()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [tries, setTries] = useState(0)
  const [fault, setFault] = useState<'number' | 'reason' | null>(null)
  const [found, setFound] = useState<Certificate | null>(null)

  const refuse = (field: 'number' | 'reason') => {
    setFault(field)
    setTries(tries + 1)
  }

  const look = async () => {
    setFound(null)
    const number = readCertificateNumber(typed)
    if (number === null) return refuse('number')
    setFault(null)
    setFound(await calls.run(() => getCertificate(number)))
  }

  const revoke = async (number: string) => {
    if (reason.trim().length < REASON.least) return refuse('reason')
    setFault(null)
    const revoked = await calls.run(() => revokeCertificate(number, reason.trim()))
    if (revoked === null) return
    setReason('')
    setFound(revoked)
  }

  return (
    <section>
      <h2>{t('console.certificates')}</h2>
      <p>{t('revoke.lead')}</p>
      {fault !== null && (
        <FaultSummary
          title={t('failure.title')}
          faults={[
            fault === 'number'
              ? { id: 'revoke-number', text: t('certificate.fault') }
              : { id: 'revoke-reason', text: t('revoke.fault') },
          ]}
          tries={tries}
        />
      )}
      <CallFailure calls={calls} />
      <form
        class="console-search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <p class="quiz-field">
          <label for="revoke-number">{t('certificate.label')}</label>
          <input
            id="revoke-number"
            type="text"
            autoComplete="off"
            spellcheck={false}
            aria-invalid={fault === 'number'}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </p>
        <button type="submit" class="button">
          {t('console.search')}
        </button>
      </form>
      {found !== null && (
        <CertificateState key={`${found.number} ${found.status}`} certificate={found} leadsToPrint={false} />
      )}
      {found?.status === 'valid' && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void revoke(found.number)
          }}
        >
          <p class="quiz-field">
            <label for="revoke-reason">{t('revoke.reason')}</label>
            <span id="revoke-hint" class="muted">
              {t('revoke.hint')}
            </span>
            <input
              id="revoke-reason"
              type="text"
              maxLength={REASON.most}
              aria-invalid={fault === 'reason'}
              aria-describedby="revoke-hint"
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </p>
          <button type="submit" class="button">
            {t('revoke.submit')}
          </button>
        </form>
      )}
    </section>
  )
}
