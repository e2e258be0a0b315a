import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { StartedSchema } from '../../content/domain/api.ts'
import {
  CertificateFoundSchema,
  OwnCertificateSchema,
  PublicKeySchema,
  PublicKeysSchema,
} from '../../content/domain/certificate-api.ts'
import { CodesSchema } from '../../content/domain/roster-api.ts'
import { backup } from '../../worker/self-host/backup.ts'
import { restore } from '../../worker/self-host/restore.ts'
import { BadgeHeaderSchema } from '../fixtures/open-badges.ts'
import { CITY, entry, upload } from '../fixtures/roster.ts'
import { RunningServer } from './running-server.ts'

/** Certificates on plain workerd: the key of the deployment replaced, and everything wiped and restored. */

const ROOT = 'ml-hrss'
let server: RunningServer
let archives: string
/** The one person's session. */
let cookie = ''

beforeAll(async () => {
  archives = mkdtempSync(join(tmpdir(), 'mingfa-certificates-test-'))
  server = await RunningServer.start()
  await asOperator('PUT', '/api/roster', upload([entry('P-1', { name: '周小明', unitPath: CITY.path })]))
  await asOperator('PUT', '/api/roster/people/P-1', { grants: [{ role: 'examiner', unit: ROOT }] })
  const issued = await asOperator('POST', '/api/roster/codes', { unit: ROOT, staffNumbers: ['P-1'] })
  const body = JSON.stringify({ code: CodesSchema.parse(issued).codes[0]?.code })
  const signedIn = await fetch(`${server.origin}/api/session/roster-code`, { method: 'POST', body })
  cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(archives, { recursive: true, force: true })
})

async function send(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<unknown> {
  const payload = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(`${server.origin}${path}`, { method, headers, ...payload })
  expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true)
  return answer.json()
}

function asOperator(method: string, path: string, body?: unknown): Promise<unknown> {
  return send(method, path, { authorization: `Bearer ${server.operatorToken}` }, body)
}

/** Opens an exam that everyone who hands in passes. */
async function openExam(id: string): Promise<void> {
  const question = (name: string) => ({
    ...{ id: name, type: 'true-false', stem: `${name} 对吗？`, fixedOrder: true, key: ['A'], difficulty: 1 },
    options: ['对', '错'].map((text, index) => ({ id: 'AB'[index], text })),
    ...{ rationale: '因为如此规定。', citations: ['《劳动法》第五十条'], topics: ['wages'], uses: ['exam'] },
  })
  const bank = { title: '测试题库', reviewed: true, asOf: '2026-11-01', questions: ['q-1', 'q-2'].map(question) }
  const { id: version } = z.object({ id: z.string() }).parse(await asOperator('POST', '/api/operator/banks', bank))
  await send('POST', `/api/operator/banks/${version}/approve`, { cookie }, {})
  await asOperator('POST', '/api/operator/assessments', {
    bank: version,
    assessment: {
      ...{ id, title: '测试考试（示例）', englishTitle: 'Test exam', summary: '用于测试的一场考试。', kind: 'exam' },
      ...{ opensAt: null, closesAt: null, durationSeconds: 600, attempts: { allowed: 1 }, passMark: 0, guests: false },
      blueprint: { sections: [{ points: 50, draw: [{ count: 2, types: ['true-false'] }] }] },
      ...{ marking: { kind: 'all-or-nothing' }, tieBreak: 'time', unitRanking: { by: 'average', atLeast: 1 } },
      reveal: 'never',
    },
  })
}

async function credentialOf(number: string): Promise<string> {
  return OwnCertificateSchema.parse(await send('GET', `/api/certificates/${number}/credential`, { cookie })).jwt
}

/** Whether a token's signature is by the key that its kid leads to, as Node's own OpenSSL sees it. @returns the thumbprint of the key */
async function verifiedBy(jwt: string): Promise<string> {
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  const { kid } = BadgeHeaderSchema.parse(JSON.parse(Buffer.from(header, 'base64url').toString()))
  const { kty, crv, x, kid: thumbprint } = PublicKeySchema.parse(await (await fetch(kid)).json())
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
  expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
  return thumbprint
}

it('still verify when the key has been replaced, and after all data is gone and restored', async () => {
  await openExam('certified')
  const { attempt } = StartedSchema.parse(await send('POST', '/api/assessments/certified/attempts', { cookie }, {}))
  await send('POST', `/api/attempts/${attempt.id}/submit`, { cookie }, {})
  const issued = await send('POST', `/api/attempts/${attempt.id}/certificate`, { cookie }, {})
  const { certificate } = CertificateFoundSchema.parse(issued)
  const first = await credentialOf(certificate.number)
  const firstKey = await verifiedBy(first)

  await server.killHard()
  const file = join(server.data, 'secrets.json')
  const secrets = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, JSON.stringify({ ...secrets, CERTIFICATE_KEY: randomBytes(32).toString('base64') }))
  await server.restart()
  const second = await credentialOf(certificate.number)
  const secondKey = await verifiedBy(second)
  expect(secondKey).not.toBe(firstKey)
  expect(await verifiedBy(first)).toBe(firstKey)

  const archive = join(archives, 'evening.tar.gz')
  await backup(server.data, archive)
  await server.killHard()
  rmSync(server.data, { recursive: true })
  await restore(archive, server.data, false)
  await server.restart()
  expect([await verifiedBy(first), await verifiedBy(second)]).toEqual([firstKey, secondKey])
  const { keys } = PublicKeysSchema.parse(await send('GET', '/api/certificates/keys', {}))
  expect(keys.map(({ kid }) => kid).toSorted()).toEqual([firstKey, secondKey].toSorted())
  expect(await send('GET', `/api/certificates/${certificate.number}`, {})).toEqual({ certificate })
}, 60_000)
