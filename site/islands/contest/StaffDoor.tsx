import { signInAddress } from '../account/addresses.ts'
import { useLanguage } from '../i18n.ts'
import { useFocus } from '../use-focus.ts'

/** In place of the nickname where only people of the roster take part. */
export function StaffDoor({ focused }: { focused: boolean }) {
  const { t, locale } = useLanguage()
  const heading = useFocus<HTMLHeadingElement>(focused ? 'staff' : null)
  return (
    <section class="panel quiz-panel">
      <h2 tabIndex={-1} ref={heading}>
        {t('sign-in.staff-title')}
      </h2>
      <p>{t('sign-in.staff')}</p>
      <a class="button" href={signInAddress(locale, location)}>
        {t('sign-in.staff-submit')}
      </a>
    </section>
  )
}
