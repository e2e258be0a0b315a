import * as z from 'zod/mini'
import { IsoDateSchema } from './dates.ts'

/**
 * The contract of certificates. What everyone may read has the masked name and no marks; the full name is for its holder alone.
 */

export const CertificateStatusSchema = z.enum(['valid', 'revoked'])

/** A certificate as everyone who has its number may see it. */
export const CertificateSchema = z.strictObject({
  number: z.string(),
  status: CertificateStatusSchema,
  /** Masked: 张*. */
  name: z.string(),
  /** Names of the units from the root down at the time of issue, with slashes. */
  unit: z.string(),
  title: z.string(),
  englishTitle: z.string(),
  /** Beijing days. */
  passedOn: IsoDateSchema,
  issuedOn: IsoDateSchema,
  /** `null` while it is valid. Why it was revoked is told to its holder alone. */
  revokedOn: z.nullable(IsoDateSchema),
})
export type Certificate = z.output<typeof CertificateSchema>

/** `GET /api/certificates/{number}` */
export const CertificateFoundSchema = z.strictObject({ certificate: CertificateSchema })

/** `POST /api/attempts/{id}/certificate`: 201 for a new one, 200 for the one that there is. */
export const CertificateIssuedSchema = CertificateFoundSchema

/** `POST /api/attempts/{id}/certificate` takes no field. */
export const CertificateRequestSchema = z.strictObject({})

/** `GET /api/certificates/{number}/credential`: what its holder alone gets. */
export const OwnCertificateSchema = z.strictObject({
  certificate: CertificateSchema,
  /** Full name as the roster has it now. */
  fullName: z.string(),
  /** Name of whoever issues it. */
  issuer: z.string(),
  /** Why it was revoked. */
  reason: z.nullable(z.string()),
  /** The Open Badges 3.0 credential, signed: a compact JWS whose payload it is. */
  jwt: z.string(),
})
export type OwnCertificate = z.output<typeof OwnCertificateSchema>

/** `POST /api/certificates/{number}/revoke`: the reason, which the holder is told. */
export const RevokeRequestSchema = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(4), z.maxLength(500)),
})

/** A public key as in RFC 8037; `kid` is its thumbprint (RFC 7638). */
export const PublicKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
})
export type PublicKey = z.output<typeof PublicKeySchema>

/** `GET /api/certificates/keys`: a JWK set (RFC 7517), those of before a rotation included. */
export const PublicKeysSchema = z.strictObject({ keys: z.array(PublicKeySchema) })

/** `GET /api/certificates/issuer`: the profile that credentials name as their issuer. */
export const IssuerSchema = z.strictObject({
  id: z.url(),
  type: z.tuple([z.literal('Profile')]),
  name: z.string(),
  url: z.url(),
})

/** `GET /api/certificates/revocations`: a list as in 1EdTech's Revocation List Status Method 1.0. */
export const RevocationsSchema = z.strictObject({
  id: z.url(),
  issuer: z.url(),
  revokedCredential: z.array(z.strictObject({ id: z.string(), revoked: z.literal(true) })),
})
