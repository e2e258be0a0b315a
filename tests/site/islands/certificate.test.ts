import { describe, expect, it } from 'vitest'
import {
  type Certificate,
  CertificateFoundSchema,
  OwnCertificateSchema,
} from '../../../content/domain/certificate-api.ts'
import { readFound, readOwn } from '../../../site/islands/certificate/calls.ts'

const CERTIFICATE: Certificate = {
  number: 'MF-2026-7M3M9-PSX2T',
  status: 'valid',
  name: '张*',
  unit: '明江省人社厅（示例）/政策法规处',
  title: '年度学法考试（示例）',
  englishTitle: 'Yearly law exam (example)',
  passedOn: '2026-12-04',
  issuedOn: '2026-12-05',
  revokedOn: null,
}
const OWN = { certificate: CERTIFICATE, fullName: '张小明', issuer: '明江省人社厅（示例）', reason: null, jwt: 'a.b.c' }
const REVOKED = { ...CERTIFICATE, status: 'revoked', revokedOn: '2026-12-06' } as const

describe('an answer of the service', () => {
  it.each([
    { certificate: CERTIFICATE },
    { certificate: REVOKED },
    { certificate: { ...CERTIFICATE, status: 'lost' } },
    { certificate: { ...CERTIFICATE, revokedOn: 'yesterday' } },
    { certificate: { ...CERTIFICATE, passedOn: '' } },
    { certificate: { ...CERTIFICATE, name: null } },
    { certificate: { ...CERTIFICATE, score: 100 } },
    { certificate: CERTIFICATE, more: 1 },
    { certificate: null },
    {},
    null,
    'text',
  ])('with a certificate is read as its schema reads it: %j', (json) => {
    expect(readFound(json)).toEqual(CertificateFoundSchema.safeParse(json).data?.certificate ?? null)
  })

  it.each([
    OWN,
    { ...OWN, certificate: REVOKED, reason: '由他人代考' },
    { ...OWN, reason: 1 },
    { ...OWN, jwt: undefined },
    { ...OWN, certificate: {} },
    { ...OWN, score: 100 },
    [],
  ])('for the holder is read as its schema reads it: %j', (json) => {
    expect(readOwn(json)).toEqual(OwnCertificateSchema.safeParse(json).data ?? null)
  })
})
