import type { Env } from '../../env.ts'

/** The one `Certificates` of a deployment. */
export function certificatesOf(env: Env): DurableObjectStub<import('./object.ts').Certificates> {
  return env.CERTIFICATES.getByName('certificates')
}
