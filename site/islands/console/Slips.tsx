import { useEffect, useState } from 'preact/hooks'
import type { Codes } from '../../../content/domain/roster-api.ts'
import type { QrCode } from '../../lib/qr-code.ts'
import { signInLink } from '../account/addresses.ts'
import { useLanguage } from '../i18n.ts'
import { formatInstant } from '../instant.ts'
import { useFocus } from '../use-focus.ts'

interface Props {
  codes: Codes
  onBack: () => void
}

/** The codes on slips of paper to cut out, the only place where they stand. */
export function Slips({ codes: { codes, expiresAt, unknown }, onBack }: Props) {
  const { t, locale } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>('slips')
  const [draw, setDraw] = useState<{ readonly of: (text: string) => QrCode } | null>(null)
  useEffect(() => {
    // Only who issues codes needs what draws them.
    void import('../../lib/qr-code.ts').then(({ qrCode }) => setDraw({ of: qrCode }))
  }, [])
  const until = formatInstant(locale, expiresAt)
  return (
    <section>
      <div class="console-screen">
        <h2 tabIndex={-1} ref={heading}>
          {t('codes.issued', { count: codes.length })}
        </h2>
        <p class="quiz-notice">{t('codes.once')}</p>
        {unknown.length > 0 && <p>{t('codes.unknown', { numbers: unknown.join('、') })}</p>}
        <p class="page-actions">
          <button type="button" class="button" disabled={draw === null} onClick={() => print()}>
            {t('codes.print')}
          </button>
          <button type="button" class="button button-plain" onClick={onBack}>
            {t('codes.back')}
          </button>
        </p>
      </div>
      <ul class="console-slips">
        {codes.map(({ staffNumber, name, unitPath, code }) => (
          <li key={staffNumber}>
            {draw !== null && <Code qr={draw.of(signInLink(location.origin, code))} label={t('codes.qr')} />}
            <div>
              <p>
                <strong>{name}</strong>（{staffNumber}）
              </p>
              <p>{unitPath}</p>
              <p class="console-slip-code">{code}</p>
              <p>{t('codes.until', { at: until })}</p>
              <p>{t('codes.how', { address: `${location.host}/sign-in/` })}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Code({ qr: { size, path }, label }: { qr: QrCode; label: string }) {
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
