import { BODY_LIMIT } from '../../content/domain/api.ts'
import type { CertificateRefusal } from '../../content/domain/certificate.ts'
import {
  type Certificate,
  CertificateFoundSchema,
  CertificateIssuedSchema,
  CertificateRequestSchema,
  IssuerSchema,
  OwnCertificateSchema,
  PublicKeySchema,
  PublicKeysSchema,
  RevocationsSchema,
  RevokeRequestSchema,
} from '../../content/domain/certificate-api.ts'
import { readCertificateNumber } from '../../content/domain/certificate-number.ts'
import { beijingDay } from '../../content/domain/dates.ts'
import { maskedName } from '../../content/domain/masked-name.ts'
import { BADGE_PATHS } from '../../content/domain/open-badge.ts'
import type { Env } from '../env.ts'
import { type Asked, operation, requireScope, sessionOfCall } from '../http/operation.ts'
import { publicOrigin } from '../http/origin.ts'
import { HttpProblem } from '../http/problem.ts'
import { certificateKey } from '../identity/certificate-key.ts'
import { certificatesOf } from '../objects/certificates/address.ts'
import type { StoredCertificate } from '../objects/certificates/store.ts'
import { rosterOf, unitsOf } from '../objects/roster/address.ts'
import { accepted, located } from './attempts.ts'

/** Certificates of passed exams: issued to who passed, checked by anyone, revoked by who may. */

const NONE = 'There is no certificate with this number.'

const REFUSALS: Readonly<
  Record<CertificateRefusal, readonly [kind: 'conflict' | 'withheld' | 'finished', detail: string]>
> = {
  'not-an-exam': ['conflict', 'There are certificates for exams only.'],
  withheld: ['withheld', 'Results of this exam are shown after it closes; ask for the certificate then.'],
  'not-ended': ['conflict', 'The attempt is still under way; hand it in first.'],
  'not-passed': ['conflict', 'The result that counts does not pass.'],
  'not-final': ['conflict', 'A later attempt could still replace this result; ask again when none can follow.'],
}

/** @throws {HttpProblem} 404, the same for a number of wrong form, so that it doesn't tell which form would lead to one */
async function known({ env, path }: Pick<Asked, 'env' | 'path'>): Promise<StoredCertificate> {
  const number = readCertificateNumber(path['number'] ?? '')
  const certificate = number === null ? null : await certificatesOf(env).byNumber(number)
  if (certificate === null) throw new HttpProblem('not-found', NONE)
  return certificate
}

function view({ revoked, ...certificate }: StoredCertificate): Certificate {
  const { number, name, unitName, title, englishTitle, passedAt, issuedAt } = certificate
  return {
    ...{ number, name, title, englishTitle },
    status: revoked === null ? 'valid' : 'revoked',
    unit: unitName,
    passedOn: beijingDay(passedAt),
    issuedOn: beijingDay(issuedAt),
    revokedOn: revoked === null ? null : beijingDay(revoked.at),
  }
}

/** Name of whoever issues: the unit, or units, at the root. */
async function issuerName(env: Env): Promise<string> {
  return (await unitsOf(env)).flatMap(({ parent, name }) => (parent === null ? [name] : [])).join('、')
}

/** The caller as the roster names them. @throws {HttpProblem} 403 for guests, 401 when the session no longer holds */
async function bearerOf(call: Asked) {
  const { participant, epoch } = sessionOfCall(call)
  if (epoch === 0) throw new HttpProblem('staff-only', 'Certificates are for people of the roster; sign in as one.')
  const bearer = await rosterOf(call.env).bearerOf(participant.id, epoch)
  if (bearer === null)
    throw new HttpProblem('signed-in-elsewhere', 'You have signed in on another device since. Sign in again.')
  return { ...bearer, participant: participant.id }
}

function noKey(): HttpProblem {
  return new HttpProblem('not-configured', 'CERTIFICATE_KEY is missing, so no certificate can be issued.')
}

export const issueCertificate = operation({
  method: 'post',
  path: '/api/attempts/{id}/certificate',
  summary: 'The certificate of the exam of an attempt, issued if there is none (201): one per person and exam',
  capability: 'take-part',
  body: { schema: CertificateRequestSchema, limit: BODY_LIMIT },
  responses: { 200: CertificateIssuedSchema, 201: CertificateIssuedSchema },
  find: located,
  handle: async (call) => {
    const { env, actor, found } = call
    const result = await found.stub.certified(found.id.uuid, found.holder)
    if ('noCertificate' in result) throw new HttpProblem(...REFUSALS[result.noCertificate])
    const passed = accepted(result)
    const { name, unit, unitName, participant } = await bearerOf(call)
    if ((await certificateKey(env)) === null) throw noKey()
    const order = { ...passed, participant, name: maskedName(name), unit, unitName }
    const { certificate, isNew } = await certificatesOf(env).issue(order)
    if (isNew) await rosterOf(env).note(actor.name, 'certificate.issue', certificate.number, certificate.assessment)
    return { status: isNew ? 201 : 200, value: { certificate: view(certificate) } }
  },
})

export const readCertificate = operation({
  method: 'get',
  path: '/api/certificates/{number}',
  summary: 'Whether a certificate is valid, and for what it was issued; the name is masked',
  capability: 'read',
  responses: { 200: CertificateFoundSchema },
  handle: async (call) => ({ status: 200, value: { certificate: view(await known(call)) } }),
})

export const readOwnCertificate = operation({
  method: 'get',
  path: '/api/certificates/{number}/credential',
  summary: 'A certificate for its holder: with the full name, and as a signed Open Badges 3.0 credential',
  capability: 'take-part',
  responses: { 200: OwnCertificateSchema },
  handle: async (call) => {
    const { env, request } = call
    const [certificate, { name: fullName, participant }] = [await known(call), await bearerOf(call)]
    if (certificate.participant !== participant) throw new HttpProblem('not-found', NONE)
    const issuer = await issuerName(env)
    const jwt = await certificatesOf(env).sign(certificate, fullName, issuer, publicOrigin(request, env))
    if (jwt === null) throw noKey()
    const reason = certificate.revoked?.reason ?? null
    return { status: 200, value: { certificate: view(certificate), fullName, issuer, reason, jwt } }
  },
})

export const revokeCertificate = operation({
  method: 'post',
  path: '/api/certificates/{number}/revoke',
  summary: 'Revoke a certificate for good; one that is revoked stays as it is',
  capability: 'revoke-certificates',
  body: { schema: RevokeRequestSchema, limit: BODY_LIMIT },
  responses: { 200: CertificateFoundSchema },
  find: async (call) => {
    const certificate = await known(call)
    const roster = rosterOf(call.env)
    // A unit that is gone is the root's business.
    const scope = (await roster.pathOf(certificate.unit)) ?? (await roster.rootPath())
    requireScope(call, 'revoke-certificates', scope)
    return certificate
  },
  handle: async ({ env, actor, path, body: { reason }, found: { number } }) => {
    if (await certificatesOf(env).revoke(number, actor.name, reason))
      await rosterOf(env).note(actor.name, 'certificate.revoke', number, reason)
    return { status: 200, value: { certificate: view(await known({ env, path })) } }
  },
})

export const readIssuer = operation({
  method: 'get',
  path: BADGE_PATHS.issuer,
  summary: 'Who issues certificates, as an Open Badges 3.0 profile',
  capability: 'read',
  responses: { 200: IssuerSchema },
  handle: async ({ env, request }) => {
    const origin = publicOrigin(request, env)
    const id = `${origin}${BADGE_PATHS.issuer}`
    return { status: 200, value: { id, type: ['Profile'], name: await issuerName(env), url: `${origin}/` } }
  },
})

export const listCertificateKeys = operation({
  method: 'get',
  path: BADGE_PATHS.keys,
  summary: 'Public keys that certificates are signed with, as a JWK set; those of before are kept',
  capability: 'read',
  responses: { 200: PublicKeysSchema },
  handle: async ({ env }) => ({ status: 200, value: { keys: await certificatesOf(env).publicKeys() } }),
})

export const readCertificateKey = operation({
  method: 'get',
  path: `${BADGE_PATHS.keys}/{kid}`,
  summary: 'A public key by its thumbprint: what the kid of a credential leads to',
  capability: 'read',
  responses: { 200: PublicKeySchema },
  handle: async ({ env, path }) => {
    const value = (await certificatesOf(env).publicKeys()).find(({ kid }) => kid === path['kid'])
    if (value === undefined)
      throw new HttpProblem('not-found', `No certificate was signed with this key; see ${BADGE_PATHS.keys}.`)
    return { status: 200, value }
  },
})

export const listRevocations = operation({
  method: 'get',
  path: BADGE_PATHS.revocations,
  summary: 'Credentials that are revoked, as a 1EdTech revocation list; it leads to no number and no person',
  capability: 'read',
  responses: { 200: RevocationsSchema },
  handle: async ({ env, request }) => {
    const origin = publicOrigin(request, env)
    const revoked = await certificatesOf(env).revoked()
    return {
      status: 200,
      value: {
        id: `${origin}${BADGE_PATHS.revocations}`,
        issuer: `${origin}${BADGE_PATHS.issuer}`,
        revokedCredential: revoked.map((id) => ({ id: `urn:uuid:${id}`, revoked: true })),
      },
    }
  },
})
