import { beijingDay } from './beijing-day.ts'
import { codeLetters, isCode, typedLetters } from './crockford.ts'

/**
 * Numbers of certificates: `MF-2026-7K3M9-QPX2T`, the Beijing year of issue and ten letters of chance. Fifty bits, so that nobody comes upon a
 * certificate by trying, and none tells how many there are. Without zod: the page that checks a number loads none.
 */

const LETTERS = 10

/** Random bytes that a number is made of. */
export const CERTIFICATE_NUMBER_BYTES = LETTERS

/**
 * A number for a certificate that is issued at an instant.
 *
 * @param bytes `CERTIFICATE_NUMBER_BYTES` of them
 * @param now milliseconds since 1970 UTC
 */
export function certificateNumber(bytes: Uint8Array, now: number): string {
  return grouped(beijingDay(now).slice(0, 4), codeLetters(bytes.subarray(0, LETTERS)))
}

function grouped(year: string, letters: string): string {
  return `MF-${year}-${letters.slice(0, 5)}-${letters.slice(5)}`
}

/**
 * The number that someone typed or scanned, in the form in which it was made, whatever case, width, blanks and hyphens; `null` when it can't be one.
 *
 * @example readCertificateNumber('mf2026 7k3m9 qpx2t') // 'MF-2026-7K3M9-QPX2T'
 */
export function readCertificateNumber(typed: string): string | null {
  const [, year, letters] = /^MF(\d{4})(.+)$/.exec(typedLetters(typed)) ?? []
  return year !== undefined && letters !== undefined && isCode(letters, LETTERS) ? grouped(year, letters) : null
}
