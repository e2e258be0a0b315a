import { calculateJwkThumbprint, exportJWK } from 'jose'
import { type PublicKey, PublicKeySchema } from '../../content/domain/certificate-api.ts'
import type { Env } from '../env.ts'

/** The key that certificates are signed with: Ed25519 (RFC 8032), made from 32 bytes of chance. */

/** A private key with its public half. */
export interface CertificateKey {
  readonly sign: CryptoKey
  readonly publicKey: PublicKey
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const PKCS8_PREFIX = Uint8Array.fromHex('302e020100300506032b657004220420')
const KEY_BYTES = 32

/** The bytes of the secret, in base64 or base64url; `null` when there aren't 32. */
export function keyBytes(secret: string): Uint8Array | null {
  if (!/^[\w+/-]{43}=?$/.test(secret)) return null
  return Uint8Array.fromBase64(secret.replaceAll('-', '+').replaceAll('_', '/'))
}

const known = new Map<string, CertificateKey>()

/** The key of this deployment, `null` without one. */
export async function certificateKey({
  CERTIFICATE_KEY = '',
}: Pick<Env, 'CERTIFICATE_KEY'>): Promise<CertificateKey | null> {
  const kept = known.get(CERTIFICATE_KEY)
  if (kept !== undefined) return kept
  const bytes = keyBytes(CERTIFICATE_KEY)
  if (bytes?.length !== KEY_BYTES) return null
  const sign = await crypto.subtle.importKey('pkcs8', new Uint8Array([...PKCS8_PREFIX, ...bytes]), 'Ed25519', true, [
    'sign',
  ])
  const { kty, crv, x } = await exportJWK(sign)
  const kid = await calculateJwkThumbprint({
    kty: kty ?? '',
    ...(crv === undefined ? {} : { crv }),
    ...(x === undefined ? {} : { x }),
  })
  const key = { sign, publicKey: PublicKeySchema.parse({ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }) }
  known.set(CERTIFICATE_KEY, key)
  return key
}
