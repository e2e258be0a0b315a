import { readCode } from '../../../content/domain/sign-in-code.ts'
import type { Env } from '../../env.ts'
import { signingKey } from '../../identity/session.ts'

/**
 * What is stored of a code: an HMAC under the deployment's secret, so that a stolen database doesn't give codes away to
 * whoever can try 2⁶⁰ of them.
 *
 * @param code as issued or as read by `readCode`
 */
export async function codeHash(code: string, env: Env): Promise<Uint8Array> {
  const text = new TextEncoder().encode(`sign-in code ${readCode(code) ?? ''}`)
  return new Uint8Array(await crypto.subtle.sign('HMAC', await signingKey(env), text))
}
