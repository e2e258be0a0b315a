import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { decodeJWT, verifyJWS } from 'did-jwt'
import { beforeAll, describe, expect, it } from 'vitest'
import { ProblemDetailsSchema, type Started } from '../../content/domain/api.ts'
import type { Assessment } from '../../content/domain/assessment.ts'
import {
  type Certificate,
  CertificateFoundSchema,
  IssuerSchema,
  type OwnCertificate,
  OwnCertificateSchema,
  type PublicKey,
  PublicKeySchema,
  PublicKeysSchema,
  RevocationsSchema,
} from '../../content/domain/certificate-api.ts'
import { AuditSchema } from '../../content/domain/roster-api.ts'
import { uuidBytes } from '../../worker/objects/attempts/attempt-id.ts'
import { Certificates } from '../../worker/objects/certificates/object.ts'
import { BadgeClaimsSchema, BadgeHeaderSchema, OpenBadgeSchema } from '../fixtures/open-badges.ts'
import { CITY, entry, PROVINCE } from '../fixtures/roster.ts'
import { applied, asOperator, ROOT, signIn, withRole } from './people.ts'
import { bank, call, ORIGIN, openContest, Visitor } from './visitor.ts'

const REASON = '经核实由他人代考'

/** Opens an exam of two questions of 50 marks that one right answer passes. @returns its id */
function openExam(id: string, given: Partial<Assessment> = {}): Promise<string> {
  const content = bank(2)
  const questions = content.questions.map((question) => ({ ...question, uses: ['exam' as const] }))
  return openContest({ id, kind: 'exam', guests: false, reveal: 'never', ...given }, { ...content, questions })
}

/** Takes an exam with so many right answers. @returns the id of the attempt */
async function take(visitor: Visitor, exam: string, right: number): Promise<string> {
  const { attempt, paper }: Started = await visitor.start(exam)
  const responses = Object.fromEntries(
    paper.questions.map(({ id, options }, index) => [
      id,
      options.filter(({ text }) => text === (index < right ? '对' : '错甲')).map((option) => option.id),
    ]),
  )
  const response = await visitor.send('POST', `/api/attempts/${attempt.id}/submit`, { responses })
  expect(response.status, await response.clone().text()).toBe(200)
  return attempt.id
}

function ask(visitor: Visitor, attempt: string): Promise<Response> {
  return visitor.send('POST', `/api/attempts/${attempt}/certificate`, {})
}

async function certificateIn(response: Response): Promise<Certificate> {
  return CertificateFoundSchema.parse(await response.json()).certificate
}

async function problemOf(response: Response): Promise<[number, string]> {
  const { status, type } = ProblemDetailsSchema.parse(await response.json())
  return [status, type.replace('urn:mingfa:problem:', '')]
}

/** A certificate of someone who has just passed an exam. */
async function issued(visitor: Visitor, exam: string): Promise<Certificate> {
  const response = await ask(visitor, await take(visitor, exam, 2))
  expect(response.status, await response.clone().text()).toBe(201)
  return certificateIn(response)
}

async function own(visitor: Visitor, number: string): Promise<OwnCertificate> {
  const response = await visitor.send('GET', `/api/certificates/${number}/credential`)
  expect(response.status, await response.clone().text()).toBe(200)
  return OwnCertificateSchema.parse(await response.json())
}

async function shown(number: string): Promise<Certificate> {
  return certificateIn(await call('GET', `/api/certificates/${number}`))
}

async function keys(): Promise<PublicKey[]> {
  return PublicKeysSchema.parse(await (await call('GET', '/api/certificates/keys')).json()).keys
}

async function revocations() {
  return RevocationsSchema.parse(await (await call('GET', '/api/certificates/revocations')).json())
}

/** What did-jwt, which has its own implementation of Ed25519, says of a token; it throws when the signature is wrong. */
function verify(jwt: string, { alg: _, use: __, kid, ...publicKeyJwk }: PublicKey) {
  verifyJWS(jwt, [{ id: `#${kid}`, type: 'JsonWebKey2020', controller: 'did:web:mingfa.example', publicKeyJwk }])
  const { header, payload } = decodeJWT(jwt)
  return { header: BadgeHeaderSchema.parse(header), payload }
}

beforeAll(async () => {
  await applied({
    entries: [
      entry('C-1', { name: '欧阳明', unitPath: PROVINCE }),
      ...['C-2', 'C-3', 'C-4', 'C-5', 'C-6'].map((number) => entry(number, { unitPath: CITY.path })),
    ],
  })
})

describe('a certificate', () => {
  it('is issued once to who passes, with the masked name and no marks for everyone', async () => {
    const person = await signIn('C-1')
    const attempt = await take(person, await openExam('certified'), 1)
    const first = await ask(person, attempt)
    const certificate = await certificateIn(first)
    expect([first.status, certificate]).toMatchObject([
      201,
      { status: 'valid', name: '欧阳*', title: '测试竞赛', englishTitle: 'Test contest', revokedOn: null },
    ])
    expect(certificate.number).toMatch(/^MF-\d{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(certificate.unit).toContain('（示例）')
    const again = await ask(person, attempt)
    expect([again.status, await certificateIn(again)]).toEqual([200, certificate])
    expect(await shown(certificate.number.toLowerCase().replaceAll('-', ''))).toEqual(certificate)
    const trail = AuditSchema.parse(await (await asOperator('GET', '/api/roster/audit?q=certificate.issue')).json())
    expect(trail.lines).toMatchObject([{ actor: 'C-1', subject: certificate.number, detail: 'certified' }])
  })

  it('is one, even when it is asked for many times at once', async () => {
    const person = await signIn('C-2')
    const attempt = await take(person, await openExam('certified-at-once'), 2)
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(person, attempt)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(7).fill(200), 201])
    expect(new Set(await Promise.all(answers.map(async (answer) => (await certificateIn(answer)).number))).size).toBe(1)
  })

  it('belongs to the exam, whichever attempt it is asked by', async () => {
    const person = await signIn('C-2')
    const exam = await openExam('certified-twice', {
      attempts: { allowed: 2, counts: 'best', per: 'total', makeUp: 0 },
    })
    const failed = await take(person, exam, 0)
    expect(await problemOf(await ask(person, failed))).toEqual([409, 'conflict'])
    const passed = await take(person, exam, 1)
    const { number } = await certificateIn(await ask(person, passed))
    expect((await certificateIn(await ask(person, failed))).number).toBe(number)
  })

  it('is refused for an attempt of somebody else, and for one that is under way or failed', async () => {
    const [person, other] = [await signIn('C-2'), await signIn('C-3')]
    const exam = await openExam('certified-refused')
    const { attempt } = await person.start(exam)
    expect(await problemOf(await ask(person, attempt.id))).toEqual([409, 'conflict'])
    expect(await problemOf(await ask(other, attempt.id))).toEqual([404, 'not-found'])
    await take(person, exam, 0)
    expect(await problemOf(await ask(person, attempt.id))).toEqual([409, 'conflict'])
    expect(await problemOf(await call('POST', `/api/attempts/${attempt.id}/certificate`, { body: '{}' }))).toEqual([
      401,
      'no-session',
    ])
  })

  it('is refused while marks are withheld, for contests, and for guests', async () => {
    const person = await signIn('C-2')
    const closesAt = new Date(Date.now() + 3_600_000).toISOString()
    const withheld = await openExam('certified-withheld', { closesAt, scoreShown: 'after-close' })
    expect(await problemOf(await ask(person, await take(person, withheld, 2)))).toEqual([409, 'withheld'])
    const contest = await openContest({ id: 'no-certificates' }, bank(2))
    expect(await problemOf(await ask(person, await take(person, contest, 2)))).toEqual([409, 'conflict'])
    const guest = await Visitor.signIn()
    const open = await openExam('certified-guests', { guests: true })
    expect(await problemOf(await ask(guest, await take(guest, open, 2)))).toEqual([403, 'staff-only'])
  })

  it.each(['MF-2026-00000-00000', 'MF-2026', 'x', '%00', "'%20OR%201=1"])('is not found under %s', async (number) => {
    expect(await problemOf(await call('GET', `/api/certificates/${number}`))).toEqual([404, 'not-found'])
  })
})

describe('the credential of a certificate', () => {
  it('is an Open Badges 3.0 credential that another library verifies by the key its kid leads to', async () => {
    const person = await signIn('C-1')
    const { number } = await issued(person, await openExam('credential'))
    const { jwt, fullName, issuer } = await own(person, number)
    expect(fullName).toBe('欧阳明')
    const { kid } = BadgeHeaderSchema.parse(decodeJWT(jwt).header)
    expect(kid.startsWith(`${ORIGIN}/api/certificates/keys/`)).toBe(true)
    const key = PublicKeySchema.parse(await (await call('GET', kid.slice(ORIGIN.length))).json())
    const { iss, jti, nbf, sub, ...credential } = verify(jwt, key).payload
    const badge = OpenBadgeSchema.parse(credential)
    expect(BadgeClaimsSchema.parse({ iss, jti, nbf, sub })).toEqual({
      iss: badge.issuer.id,
      jti: badge.id,
      nbf: Date.parse(badge.validFrom) / 1000,
      sub: badge.credentialSubject.id,
    })
    expect(badge.credentialSubject).toMatchObject({
      licenseNumber: number,
      identifier: [{ identityHash: '欧阳明', identityType: 'name', hashed: false }],
    })
    const profile = IssuerSchema.parse(await (await call('GET', badge.issuer.id.slice(ORIGIN.length))).json())
    expect(profile).toEqual({ ...badge.issuer, name: issuer })
    // Nothing in it leads to the participant elsewhere.
    const session = await (await person.send('GET', '/api/session')).json<{ participant: { id: string } }>()
    expect(JSON.stringify(credential)).not.toContain(session.participant.id)
  })

  it('is refused by the verifier once a letter of it has changed', async () => {
    const person = await signIn('C-1')
    const { jwt } = await own(person, (await issued(person, await openExam('credential-forged'))).number)
    const [header, payload = '', signature] = jwt.split('.')
    const forged = JSON.stringify({ ...decodeJWT(jwt).payload, name: '高级' })
    const bytes = new TextEncoder().encode(forged).toBase64({ alphabet: 'base64url', omitPadding: true })
    const [key] = await keys()
    if (key === undefined) expect.fail('there is no key')
    expect(() => verify(`${header}.${payload}.${signature}`, key)).not.toThrow()
    expect(() => verify(`${header}.${bytes}.${signature}`, key)).toThrow()
  })

  it('is for its holder alone', async () => {
    const [holder, other, operator] = [await signIn('C-1'), await signIn('C-2'), await withRole('C-3')]
    const { number } = await issued(holder, await openExam('credential-own'))
    for (const visitor of [other, operator])
      expect(await problemOf(await visitor.send('GET', `/api/certificates/${number}/credential`))).toEqual([
        404,
        'not-found',
      ])
    expect((await call('GET', `/api/certificates/${number}/credential`)).status).toBe(401)
    // A sign-in elsewhere since then has ended this one.
    await signIn('C-1')
    expect(await problemOf(await holder.send('GET', `/api/certificates/${number}/credential`))).toEqual([
      401,
      'signed-in-elsewhere',
    ])
  })

  it('still verifies after the key has been replaced', async () => {
    const person = await signIn('C-1')
    const { number } = await issued(person, await openExam('credential-rotated'))
    const { jwt: before } = await own(person, number)
    const CERTIFICATE_KEY = crypto.getRandomValues(new Uint8Array(32)).toBase64()
    const after = await runInDurableObject(env.CERTIFICATES.getByName('certificates'), async (_, state) => {
      const rotated = new Certificates(state, { ...env, CERTIFICATE_KEY })
      const certificate = rotated.byNumber(number)
      return certificate === null ? null : rotated.sign(certificate, '欧阳明', '示例', ORIGIN)
    })
    if (after === null) expect.fail('there is no certificate')
    const published = await keys()
    const kids = [before, after].map((jwt) => BadgeHeaderSchema.parse(decodeJWT(jwt).header).kid.split('/').at(-1))
    expect(new Set(kids).size).toBe(2)
    for (const [index, jwt] of [before, after].entries()) {
      const key = published.find(({ kid }) => kid === kids[index])
      if (key === undefined) expect.fail('the key is not published')
      expect(() => verify(jwt, key)).not.toThrow()
    }
    expect(JSON.stringify(published)).not.toContain('"d"')
  })

  it('is not made by a deployment without a key', async () => {
    const { number } = await issued(await signIn('C-1'), await openExam('credential-no-key'))
    const jwt = await runInDurableObject(env.CERTIFICATES.getByName('certificates'), async (_, state) => {
      const bare = new Certificates(state, { ...env, CERTIFICATE_KEY: '' })
      const certificate = bare.byNumber(number)
      return certificate === null ? 'none' : bare.sign(certificate, '欧阳明', '示例', ORIGIN)
    })
    expect(jwt).toBeNull()
  })
})

describe('a certificate that is revoked', () => {
  it('says so to everyone, and why to its holder alone; it stays revoked', async () => {
    const person = await signIn('C-1')
    const exam = await openExam('revoked')
    const attempt = await take(person, exam, 2)
    const { number } = await certificateIn(await ask(person, attempt))
    const examiner = await withRole('C-4', { role: 'examiner', unit: ROOT })
    const path = `/api/certificates/${number}/revoke`
    const answer = await examiner.send('POST', path, { reason: REASON })
    expect(answer.status, await answer.clone().text()).toBe(200)
    const revoked = await certificateIn(answer)
    expect(revoked.status).toBe('revoked')
    expect(revoked.revokedOn).not.toBeNull()
    const response = await call('GET', `/api/certificates/${number}`)
    const text = await response.text()
    expect(text).not.toContain(REASON)
    const { reason, jwt } = await own(person, number)
    expect(reason).toBe(REASON)
    const list = await revocations()
    expect(list.revokedCredential).toContainEqual({ id: decodeJWT(jwt).payload['id'], revoked: true })
    expect(list.id).toBe((decodeJWT(jwt).payload['credentialStatus'] as { id: string }).id)
    expect(JSON.stringify(list)).not.toContain(number)
    // Neither a second revocation nor asking for it again changes anything.
    expect((await asOperator('POST', path, { reason: '换一个理由再撤一次' })).status).toBe(200)
    expect((await own(person, number)).reason).toBe(REASON)
    expect(await certificateIn(await ask(person, attempt))).toEqual(revoked)
    const trail = AuditSchema.parse(await (await asOperator('GET', '/api/roster/audit?q=certificate.revoke')).json())
    expect(trail.lines.filter(({ subject }) => subject === number)).toMatchObject([{ actor: 'C-4', detail: REASON }])
  })

  it('is the business of examiners and administrators of its unit and those above', async () => {
    const { number } = await issued(await signIn('C-2'), await openExam('revoked-by'))
    const path = `/api/certificates/${number}/revoke`
    const holder = await signIn('C-2')
    const elsewhere = await withRole('C-5', { role: 'examiner', unit: 'ml-policy-law' })
    const clerk = await withRole('C-6', { role: 'unit-administrator', unit: ROOT })
    for (const visitor of [holder, elsewhere, clerk])
      expect(await problemOf(await visitor.send('POST', path, { reason: REASON }))).toEqual([403, 'not-allowed'])
    expect((await call('POST', path, { body: JSON.stringify({ reason: REASON }) })).status).toBe(401)
    expect((await shown(number)).status).toBe('valid')
    expect(await problemOf(await asOperator('POST', path, { reason: '  ' }))).toEqual([400, 'bad-request'])
    const city = await withRole('C-5', { role: 'administrator', unit: CITY.id })
    expect((await city.send('POST', path, { reason: REASON })).status).toBe(200)
    expect(
      await problemOf(await asOperator('POST', '/api/certificates/MF-2026-00000-00000/revoke', { reason: REASON })),
    ).toEqual([404, 'not-found'])
  })

  it('is revoked by itself when marking anew takes the pass away, and issued anew once there is one again', async () => {
    const person = await signIn('C-1')
    const exam = await openExam('revoked-lost', {
      passMark: 60,
      attempts: { allowed: 2, counts: 'best', per: 'total', makeUp: 0 },
    })
    const attempt = await take(person, exam, 0)
    const object = env.ATTEMPTS.getByName(`shard-${attempt.split('-')[0]}`)
    // Marks that were wrong: nothing that can happen today lowers them.
    await runInDurableObject(object, (_, { storage }) => {
      const uuid = attempt.slice(attempt.indexOf('-') + 1)
      storage.sql.exec('UPDATE attempts SET score = 10000 WHERE id = ?', uuidBytes(uuid))
    })
    const { number } = await certificateIn(await ask(person, attempt))
    const annulled = await asOperator('POST', `/api/operator/assessments/${exam}/annulments`, {
      question: 'test-1',
      reason: '题干有误，答案不唯一',
    })
    expect(annulled.status).toBe(200)
    await expect
      .poll(async () => {
        await runDurableObjectAlarm(object)
        return (await shown(number)).status
      })
      .toBe('revoked')
    expect(await problemOf(await ask(person, attempt))).toEqual([409, 'conflict'])
    const later = await certificateIn(await ask(person, await take(person, exam, 2)))
    expect([later.status, later.number === number]).toEqual(['valid', false])
    const trail = AuditSchema.parse(await (await asOperator('GET', '/api/roster/audit?q=certificate.revoke')).json())
    expect(trail.lines.filter(({ subject }) => subject === number)).toMatchObject([{ actor: 'rescoring' }])
  })
})
