import { type PublicKey, PublicKeySchema } from '../../../content/domain/certificate-api.ts'
import { Store } from '../../sqlite/store.ts'
import { CERTIFICATES_MIGRATIONS } from './migrations.ts'

/** A certificate as stored. Times in milliseconds since 1970. */
export interface StoredCertificate {
  readonly number: string
  /** UUIDs of credential and subject. */
  readonly credential: string
  readonly subject: string
  /** UUIDs of participant and attempt. */
  readonly participant: string
  readonly attempt: string
  readonly assessment: string
  readonly title: string
  readonly englishTitle: string
  /** Masked. */
  readonly name: string
  readonly unit: string
  readonly unitName: string
  readonly passedAt: number
  readonly issuedAt: number
  readonly revoked: { readonly at: number; readonly by: string; readonly reason: string } | null
}

/** What revokes a certificate by itself: its exam, marked anew, no longer passes. */
export const RESCORING = 'rescoring'

type Row = {
  number: string
  credential: string
  subject: string
  participant: string
  attempt: string
  assessment: string
  title: string
  english_title: string
  name: string
  unit: string
  unit_name: string
  passed_at: number
  issued_at: number
  revoked_at: number | null
  revoked_by: string | null
  reason: string | null
}

function certificateOf(row: Row): StoredCertificate {
  const { english_title, unit_name, passed_at, issued_at, revoked_at, revoked_by, reason, ...same } = row
  return {
    ...same,
    englishTitle: english_title,
    unitName: unit_name,
    passedAt: passed_at,
    issuedAt: issued_at,
    revoked: revoked_at === null ? null : { at: revoked_at, by: revoked_by ?? '', reason: reason ?? '' },
  }
}

/** All SQL of `Certificates`. */
export class CertificatesStore extends Store {
  constructor(storage: DurableObjectStorage) {
    super(storage, CERTIFICATES_MIGRATIONS)
  }

  certificate(number: string): StoredCertificate | null {
    const row = this.sql.exec<Row>('SELECT * FROM certificates WHERE number = ?', number).toArray()[0]
    return row === undefined ? null : certificateOf(row)
  }

  /** The certificate of a participant for an assessment, except one that was revoked because its pass was lost. */
  of(participant: string, assessment: string): StoredCertificate | null {
    const row = this.sql
      .exec<Row>(
        `SELECT * FROM certificates WHERE participant = ? AND assessment = ? AND (revoked_by IS NULL OR revoked_by <> '${RESCORING}')`,
        participant,
        assessment,
      )
      .toArray()[0]
    return row === undefined ? null : certificateOf(row)
  }

  add(one: Omit<StoredCertificate, 'revoked'>): void {
    this.sql.exec(
      `INSERT INTO certificates (number, credential, subject, participant, attempt, assessment, title, english_title, name, unit, unit_name,
         passed_at, issued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      one.number,
      one.credential,
      one.subject,
      one.participant,
      one.attempt,
      one.assessment,
      one.title,
      one.englishTitle,
      one.name,
      one.unit,
      one.unitName,
      one.passedAt,
      one.issuedAt,
    )
  }

  /** Revokes a certificate that is valid. */
  revoke(number: string, by: string, reason: string, now: number): void {
    this.sql.exec(
      'UPDATE certificates SET revoked_at = ?, revoked_by = ?, reason = ? WHERE number = ? AND revoked_at IS NULL',
      now,
      by,
      reason,
      number,
    )
  }

  /** UUIDs of the credentials that are revoked, the oldest first. */
  revoked(): string[] {
    return this.sql
      .exec<{ credential: string }>(
        'SELECT credential FROM certificates WHERE revoked_at IS NOT NULL ORDER BY revoked_at, number',
      )
      .toArray()
      .map(({ credential }) => credential)
  }

  /** Keeps the public half of a key, once. */
  keepKey({ kid, x }: PublicKey, now: number): void {
    this.sql.exec('INSERT OR IGNORE INTO keys (kid, x, since) VALUES (?, ?, ?)', kid, x, now)
  }

  /** Public halves of all keys that have signed, the newest first. */
  keys(): PublicKey[] {
    return this.sql
      .exec<{ kid: string; x: string }>('SELECT kid, x FROM keys ORDER BY since DESC, kid')
      .toArray()
      .map((key) => PublicKeySchema.parse({ kty: 'OKP', crv: 'Ed25519', ...key, alg: 'EdDSA', use: 'sig' }))
  }
}
