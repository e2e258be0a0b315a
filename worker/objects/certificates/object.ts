import { DurableObject } from 'cloudflare:workers'
import { SignJWT } from 'jose'
import type { PublicKey } from '../../../content/domain/certificate-api.ts'
import { CERTIFICATE_NUMBER_BYTES, certificateNumber } from '../../../content/domain/certificate-number.ts'
import { BADGE_PATHS, badgeClaims, badgeCredential } from '../../../content/domain/open-badge.ts'
import type { Env } from '../../env.ts'
import { certificateKey } from '../../identity/certificate-key.ts'
import { rosterOf } from '../roster/address.ts'
import type { PassLost } from './delivery.ts'
import { CertificatesStore, RESCORING, type StoredCertificate } from './store.ts'

/** What a certificate is issued for. */
export type CertificateOrder = Omit<StoredCertificate, 'number' | 'credential' | 'subject' | 'issuedAt' | 'revoked'>

const LOST = '题目撤销后重新计分，成绩不再合格'

/** Certificates of passed exams, and the keys that vouch for them; one per deployment. */
export class Certificates extends DurableObject<Env> {
  readonly #store: CertificatesStore

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new CertificatesStore(ctx.storage)
  }

  /** Issues a certificate. A participant has one for an assessment: asking again, or at the same time, gives the same. */
  issue(order: CertificateOrder): { readonly certificate: StoredCertificate; readonly isNew: boolean } {
    const now = Date.now()
    return this.#store.transaction(() => {
      const present = this.#store.of(order.participant, order.assessment)
      if (present !== null) return { certificate: present, isNew: false }
      const issued = {
        ...order,
        number: certificateNumber(crypto.getRandomValues(new Uint8Array(CERTIFICATE_NUMBER_BYTES)), now),
        credential: crypto.randomUUID(),
        subject: crypto.randomUUID(),
        issuedAt: now,
      }
      this.#store.add(issued)
      return { certificate: { ...issued, revoked: null }, isNew: true }
    })
  }

  /** A certificate by its number, `null` when there is none. */
  byNumber(number: string): StoredCertificate | null {
    return this.#store.certificate(number)
  }

  /** Revokes a certificate for good; one that is revoked stays as it is. @returns whether this has revoked it */
  revoke(number: string, by: string, reason: string): boolean {
    return this.#store.transaction(() => {
      if (this.#store.certificate(number)?.revoked !== null) return false
      this.#store.revoke(number, by, reason, Date.now())
      return true
    })
  }

  /** Revokes the certificates of participants whose exam, marked anew, no longer passes. Doing so again changes nothing. */
  async revokeLost(lost: readonly PassLost[]): Promise<void> {
    for (const { participant, assessment } of lost) {
      const certificate = this.#store.of(participant, assessment)
      if (certificate === null || certificate.revoked !== null) continue
      // Noted first: after a crash in between it is noted twice rather than not at all.
      await rosterOf(this.env).note(RESCORING, 'certificate.revoke', certificate.number, LOST)
      this.revoke(certificate.number, RESCORING, LOST)
    }
  }

  /**
   * The credential of a certificate as a compact JWS, signed with the key of today.
   *
   * @param origin of the site, as people see it
   * @returns `null` when the deployment has no key
   */
  async sign(certificate: StoredCertificate, fullName: string, issuer: string, origin: string): Promise<string | null> {
    const key = await certificateKey(this.env)
    if (key === null) return null
    this.#store.keepKey(key.publicKey, Date.now())
    const claims = badgeClaims(badgeCredential({ ...certificate, fullName, issuer }, origin))
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: `${origin}${BADGE_PATHS.keys}/${key.publicKey.kid}`, typ: 'JWT' })
      .sign(key.sign)
  }

  /** Public keys: those that have signed, and the one of today. */
  async publicKeys(): Promise<PublicKey[]> {
    const today = await certificateKey(this.env)
    const kept = this.#store.keys()
    return today === null || kept.some(({ kid }) => kid === today.publicKey.kid) ? kept : [today.publicKey, ...kept]
  }

  /** UUIDs of the credentials that are revoked. */
  revoked(): string[] {
    return this.#store.revoked()
  }
}
