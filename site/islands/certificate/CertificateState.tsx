import type { Certificate } from '../../../content/domain/certificate-api.ts'
import { formatDay } from '../../lib/day.ts'
import { isChinese, serviceLang } from '../../lib/locale.ts'
import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'
import { printAddress } from './addresses.ts'

interface Props {
  certificate: Certificate
  /** Whether to lead its holder to where it is printed. */
  leadsToPrint: boolean
}

/** Whether a certificate is valid, and for what it was issued. */
export function CertificateState({ certificate, leadsToPrint }: Props) {
  const { t, locale } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>(certificate.number)
  const { number, status, name, unit, title, englishTitle, passedOn, issuedOn, revokedOn } = certificate
  const given = serviceLang(locale)
  const facts: [term: string, text: string, lang: typeof given][] = [
    [t('certificate.number'), number, undefined],
    [t('certificate.name'), name, given],
    [t('certificate.unit'), unit, given],
    [t('certificate.exam'), isChinese(locale) ? title : englishTitle, isChinese(locale) ? given : undefined],
    [t('certificate.passed-on'), formatDay(locale, passedOn), undefined],
    [t('certificate.issued-on'), formatDay(locale, issuedOn), undefined],
  ]
  if (revokedOn !== null) facts.push([t('certificate.revoked-on'), formatDay(locale, revokedOn), undefined])
  return (
    <section class={`panel certificate-state certificate-${status}`}>
      <h2 tabIndex={-1} ref={heading}>
        <span aria-hidden="true">{status === 'valid' ? '✓' : '✕'}</span> {t(`certificate.${status}`)}
      </h2>
      <p>{t(`certificate.${status}-text`)}</p>
      <dl class="facts">
        {facts.map(([term, text, lang]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd lang={lang}>{text}</dd>
          </div>
        ))}
      </dl>
      {leadsToPrint && (
        <p class="page-actions">
          <a class="button button-plain" href={printAddress(locale, { number })}>
            {t('certificate.mine')}
          </a>
        </p>
      )}
    </section>
  )
}
