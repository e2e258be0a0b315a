/**
 * A certificate as a credential of Open Badges 3.0 (1EdTech; W3C Verifiable Credentials 2.0), for its holder.
 *
 * The name stands in it in clear, since its holder decides who gets it. Marks don't.
 */

/** What a credential is made of. */
export interface BadgeFacts {
  /** UUIDs of credential and subject, made for this certificate alone. */
  readonly credential: string
  readonly subject: string
  readonly number: string
  readonly assessment: string
  readonly title: string
  readonly fullName: string
  readonly issuer: string
  /** Milliseconds since 1970 UTC. */
  readonly passedAt: number
  readonly issuedAt: number
}

/** Addresses below the origin of the site that credentials name. */
export const BADGE_PATHS = {
  issuer: '/api/certificates/issuer',
  keys: '/api/certificates/keys',
  revocations: '/api/certificates/revocations',
  page: '/certificates/',
} as const

/** The page on which anyone checks a certificate. */
export function verificationAddress(origin: string, number: string): string {
  return `${origin}${BADGE_PATHS.page}?${new URLSearchParams({ number })}`
}

/** An instant as credentials have it; whole seconds, so that `nbf` says the same. */
function instant(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString()
}

/** The credential. @param origin of the site, such as `https://pufa.example.gov.cn` */
export function badgeCredential(facts: BadgeFacts, origin: string) {
  const { credential, subject, number, assessment, title, fullName, passedAt, issuedAt } = facts
  const issuer = `${origin}${BADGE_PATHS.issuer}`
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:${credential}`,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: title,
    description: `证书编号 ${number}，核验地址 ${verificationAddress(origin, number)}`,
    issuer: { id: issuer, type: ['Profile'], name: facts.issuer, url: `${origin}/` },
    validFrom: instant(issuedAt),
    awardedDate: instant(passedAt),
    credentialSubject: {
      id: `urn:uuid:${subject}`,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityHash: fullName, identityType: 'name', hashed: false }],
      licenseNumber: number,
      achievement: {
        id: `${issuer}#${assessment}`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        inLanguage: 'zh-CN',
        name: title,
        description: `参加“${title}”，成绩合格。`,
        criteria: { narrative: '在规定时间内完成考试，成绩达到合格标准。' },
      },
    },
    credentialStatus: { id: `${origin}${BADGE_PATHS.revocations}`, type: '1EdTechRevocationList' },
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
  }
}
export type BadgeCredential = ReturnType<typeof badgeCredential>

/**
 * The payload of its JSON Web Token: the credential with the claims that repeat parts of it.
 *
 * Source: Open Badges 3.0, 8.2.4.1 JWT Payload Format.
 */
export function badgeClaims(credential: BadgeCredential) {
  const { id, issuer, validFrom, credentialSubject } = credential
  return { ...credential, iss: issuer.id, jti: id, nbf: Date.parse(validFrom) / 1000, sub: credentialSubject.id }
}
