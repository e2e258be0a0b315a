import type { ProviderId } from '../../../content/domain/sign-in-api.ts'
import type { Env } from '../../env.ts'
import { signingKey } from '../../identity/session.ts'

/** What is stored of an account elsewhere: an HMAC under the deployment's secret, which tells one from another and no more. */
export async function subjectHash(provider: ProviderId, subject: string, env: Env): Promise<Uint8Array> {
  const text = new TextEncoder().encode(`account ${provider} ${subject}`)
  return new Uint8Array(await crypto.subtle.sign('HMAC', await signingKey(env), text))
}
