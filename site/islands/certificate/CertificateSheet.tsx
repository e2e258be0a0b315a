import type { OwnCertificate } from '../../../content/domain/certificate-api.ts'
import { verificationAddress } from '../../../content/domain/open-badge.ts'
import { formatDay } from '../../lib/day.ts'
import { isChinese, serviceLang } from '../../lib/locale.ts'
import { qrCode } from '../../lib/qr-code.ts'
import { useLanguage } from '../i18n.ts'

interface Props {
  own: OwnCertificate
  demo: string | null
}

/** Saves the credential as a file. */
function download(jwt: string, number: string): void {
  const address = URL.createObjectURL(new Blob([jwt], { type: 'application/vc+jwt' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: `${number}.jwt` })
  link.click()
  URL.revokeObjectURL(address)
}

/** A certificate as a sheet of paper, with what can be done with it above. */
export function CertificateSheet({ own: { certificate, fullName, issuer, jwt }, demo }: Props) {
  const { t, locale } = useLanguage()
  const { number, unit, title, englishTitle, issuedOn } = certificate
  const given = serviceLang(locale)
  const link = verificationAddress(location.origin, number)
  const { size, path } = qrCode(link)
  const facts: [term: string, text: string, lang: typeof given][] = [
    [t('certificate.unit'), unit, given],
    [t('certificate.number'), number, undefined],
    [t('certificate.sheet-issuer'), issuer, given],
    [t('certificate.issued-on'), formatDay(locale, issuedOn), undefined],
  ]
  return (
    <>
      <div class="certificate-tools">
        <button type="button" class="button" onClick={() => print()}>
          {t('certificate.print')}
        </button>
        <button type="button" class="button button-plain" onClick={() => download(jwt, number)}>
          {t('certificate.download')}
        </button>
        <p class="muted">{t('certificate.download-how')}</p>
      </div>
      <article class="certificate">
        <h2>{t('certificate.sheet-title')}</h2>
        <p class="certificate-name" lang={given}>
          {fullName}
        </p>
        <p class="certificate-text">
          {t('certificate.sheet-text', { exam: isChinese(locale) ? title : englishTitle })}
        </p>
        <div class="certificate-foot">
          <dl>
            {facts.map(([term, text, lang]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd lang={lang}>{text}</dd>
              </div>
            ))}
          </dl>
          <figure>
            <svg class="certificate-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={link}>
              <path d={path} />
            </svg>
            <figcaption>{t('certificate.sheet-scan')}</figcaption>
          </figure>
        </div>
        {demo !== null && <p class="certificate-demo">{demo}</p>}
      </article>
    </>
  )
}
