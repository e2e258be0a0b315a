import type { Certificate, OwnCertificate } from '../../../content/domain/certificate-api.ts'
import { fieldsOf, request } from '../request.ts'

/**
 * The calls of certificates. Their answers are read by hand, because zod would weigh more than the page that a code on paper leads to; a test holds
 * this to the schemas of the contract.
 */

function areTexts<K extends string>(
  fields: Readonly<Record<string, unknown>>,
  names: readonly K[],
): fields is Readonly<Record<K, string>> {
  return names.every((name) => typeof fields[name] === 'string')
}

const DAYS = ['passedOn', 'issuedOn'] as const
const TEXTS = ['number', 'name', 'unit', 'title', 'englishTitle', ...DAYS] as const

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** Reads a certificate; `null` when it isn't in the form of the contract. */
function certificateOf(json: unknown): Certificate | null {
  const { status, revokedOn, ...texts } = fieldsOf(json)
  if ((status !== 'valid' && status !== 'revoked') || (revokedOn !== null && !isDay(revokedOn))) return null
  if (!areTexts(texts, TEXTS) || Object.keys(texts).length > TEXTS.length) return null
  if (!DAYS.every((day) => isDay(texts[day]))) return null
  return { ...texts, status, revokedOn }
}

/** Reads what everyone may see of a certificate; `null` when it isn't in the form of the contract. */
export function readFound(json: unknown): Certificate | null {
  const { certificate, ...more } = fieldsOf(json)
  return Object.keys(more).length > 0 ? null : certificateOf(certificate)
}

/** Reads what its holder gets; `null` when it isn't in the form of the contract. */
export function readOwn(json: unknown): OwnCertificate | null {
  const { certificate: given, reason, ...texts } = fieldsOf(json)
  const certificate = certificateOf(given)
  if (certificate === null || (reason !== null && typeof reason !== 'string')) return null
  if (!areTexts(texts, ['fullName', 'issuer', 'jwt']) || Object.keys(texts).length > 3) return null
  return { ...texts, certificate, reason }
}

/** What everyone may see of a certificate. */
export const getCertificate = (number: string) =>
  request(readFound, 'GET', `/api/certificates/${encodeURIComponent(number)}`)

/** A certificate for its holder. */
export const getOwnCertificate = (number: string) =>
  request(readOwn, 'GET', `/api/certificates/${encodeURIComponent(number)}/credential`)

/** The certificate of the exam of an attempt; issued if there is none. */
export const claimCertificate = (attempt: string) =>
  request(readFound, 'POST', `/api/attempts/${encodeURIComponent(attempt)}/certificate`, {})
