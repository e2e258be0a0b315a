import { type Locale, localePath } from '../../lib/locale.ts'

/** The page that prints a certificate, `?number=`, or fetches that of an attempt first, `?attempt=`. */
export function printAddress(
  locale: Locale,
  asked: { readonly number: string } | { readonly attempt: string },
): string {
  return `${localePath(locale, '/certificates/print/')}?${new URLSearchParams(asked)}`
}
