/**
 * An instant as people in China write it: Beijing time.
 *
 * @param locale BCP 47 tag
 * @param instant ISO 8601 with offset
 */
export function formatInstant(locale: string, instant: string): string {
  const form = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
  return form.format(new Date(instant))
}
