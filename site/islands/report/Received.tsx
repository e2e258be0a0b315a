import { groupedReceipt } from '../../../content/domain/report.ts'
import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'
import type { ReportedPage } from './reported-page.ts'

interface Props {
  receipt: string
  page: ReportedPage | null
}

const STEPS = ['1', '2', '3'] as const

/** The receipt, and what happens next. */
export function Received({ receipt, page }: Props) {
  const { t } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>(receipt)
  const address = `?${new URLSearchParams({ receipt: groupedReceipt(receipt) })}`
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {t('receipt.sent')}
      </h2>
      <div class="panel report-receipt">
        <p class="report-label">{t('receipt.receipt')}</p>
        <p class="report-code">{groupedReceipt(receipt)}</p>
        <p>{t('receipt.keep')}</p>
        <p>
          <a href={address}>{t('receipt.link')}</a>
        </p>
      </div>
      <h3>{t('receipt.next')}</h3>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(`receipt.next-${step}`)}</li>
        ))}
      </ol>
      <p class="page-actions">
        {page !== null && (
          <a class="button" href={page.path}>
            {t('receipt.back')}
          </a>
        )}
        {page !== null && (
          <a class="button button-plain" href={`./?${new URLSearchParams({ page: page.path })}`}>
            {t('receipt.another')}
          </a>
        )}
      </p>
    </section>
  )
}
