import type { Env } from '../env.ts'
import { keyBytes } from './certificate-key.ts'

/** Characters that a secret has at least. */
export const SECRET_LENGTH = 32

/** What people put in place of a secret to get something going. Nothing short: chance would hit upon it. */
const MADE_UP = /example|change.?me|secret|password|for tests|(.)\1{7}|12345678|示例|测试/i

/**
 * What is wrong with the secrets of a deployment, each a sentence; empty when they may guard people's data. A secret that is
 * missing, short or made up by hand isn't one: whoever guesses it can be anyone.
 */
export function secretFaults(env: Pick<Env, 'SESSION_SECRET' | 'OPERATOR_TOKEN' | 'CERTIFICATE_KEY'>): string[] {
  const { SESSION_SECRET = '', OPERATOR_TOKEN = '', CERTIFICATE_KEY = '' } = env
  const faults = secretFault('SESSION_SECRET', SESSION_SECRET)
  // Without a token nobody is the operator, which is safe.
  if (OPERATOR_TOKEN !== '') faults.push(...secretFault('OPERATOR_TOKEN', OPERATOR_TOKEN))
  if (SESSION_SECRET !== '' && SESSION_SECRET === OPERATOR_TOKEN)
    faults.push('SESSION_SECRET and OPERATOR_TOKEN are the same.')
  // Without a key no certificate is issued, which is safe too.
  if (CERTIFICATE_KEY !== '') faults.push(...certificateKeyFault(CERTIFICATE_KEY, [SESSION_SECRET, OPERATOR_TOKEN]))
  return faults
}

function certificateKeyFault(value: string, others: readonly string[]): string[] {
  if (others.includes(value)) return ['CERTIFICATE_KEY is the same as another secret.']
  const faults = secretFault('CERTIFICATE_KEY', value)
  if (faults.length > 0 || keyBytes(value) !== null) return faults
  return ['CERTIFICATE_KEY is not 32 bytes in base64; make one by chance: openssl rand -base64 32']
}

function secretFault(name: string, value: string): string[] {
  if (value === '') return [`${name} is missing.`]
  if (value.length < SECRET_LENGTH) return [`${name} is shorter than ${SECRET_LENGTH} characters.`]
  return MADE_UP.test(value) ? [`${name} looks like an example; make one by chance: openssl rand -base64 32`] : []
}
