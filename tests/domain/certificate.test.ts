import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../content/domain/assessment.ts'
import { certifiedAttempt } from '../../content/domain/certificate.ts'
import {
  CERTIFICATE_NUMBER_BYTES,
  certificateNumber,
  readCertificateNumber,
} from '../../content/domain/certificate-number.ts'
import type { EarlierAttempt } from '../../content/domain/entitlement.ts'
import { badgeClaims, badgeCredential } from '../../content/domain/open-badge.ts'
import { assessment } from '../fixtures/assessments.ts'
import { BadgeClaimsSchema, OpenBadgeSchema } from '../fixtures/open-badges.ts'

const NOON = Date.parse('2026-12-04T12:00:00+08:00')
const MINUTE = 60_000

/** Attempts of an hour each, one after the other; `null` for one under way. */
function attempts(...scores: (number | null)[]): EarlierAttempt[] {
  return scores.map((score, index) => {
    const startedAt = NOON + index * 60 * MINUTE
    return score === null
      ? { state: 'in_progress', startedAt, finishedAt: null, score }
      : { state: 'submitted', startedAt, finishedAt: startedAt + MINUTE, score }
  })
}

function exam(given: Partial<Assessment> = {}): Assessment {
  return assessment({ kind: 'exam', guests: false, passMark: 6, ...given })
}

function of(counts: Assessment['attempts']['counts'], allowed: number | null, makeUp = 0): Partial<Assessment> {
  return { attempts: { counts, allowed, per: 'total', makeUp } }
}

const OPEN = { opensAt: '2026-12-01T00:00:00Z', closesAt: '2026-12-31T00:00:00Z' }
const AFTER_CLOSE = Date.parse('2027-01-01T00:00:00Z')

describe('a certificate', () => {
  it.each<[string, Partial<Assessment>, (number | null)[], number, number | string]>([
    ['for one that passes', {}, [6], NOON, 0],
    ['for none that just fails', {}, [5.5], NOON, 'not-passed'],
    ['for none under way', {}, [null], NOON, 'not-ended'],
    ['for none without attempt', {}, [], NOON, 'not-ended'],
    ['for none of a contest', { kind: 'contest' }, [10], NOON, 'not-an-exam'],
    ['for none while marks are withheld', { ...OPEN, scoreShown: 'after-close' }, [10], NOON, 'withheld'],
    ['for one once marks are shown', { ...OPEN, scoreShown: 'after-close' }, [10], AFTER_CLOSE, 0],
    ['for the best', of('best', 3), [6, 9, 4], NOON, 1],
    ['for the best while another is under way', of('best', 3), [6, null], NOON, 0],
    ['for none where the first counts and fails', of('first', 2), [4, 9], NOON, 'not-passed'],
    ['for none where the last counts and another may follow', of('last', 2), [9], NOON, 'not-final'],
    ['for none where the last counts and may always be followed', of('last', null), [9], NOON, 'not-final'],
    ['for none where the last is under way', of('last', 2), [9, null], NOON, 'not-final'],
    ['for the last of all', of('last', 2), [4, 9], NOON, 1],
    ['for none where the last of all fails', of('last', 2), [9, 4], NOON, 'not-passed'],
    ['for the last after the close', { ...of('last', 2), ...OPEN }, [9], AFTER_CLOSE, 0],
    ['for a make-up', of('last', 1, 1), [4, 7], NOON, 1],
  ])('is issued %s', (_, rules, scores, now, expected) => {
    const made = attempts(...scores)
    const found = certifiedAttempt(exam(rules), made, now)
    expect(typeof found === 'string' ? found : made.indexOf(found)).toBe(expected)
  })
})

describe('the number of a certificate', () => {
  const number = certificateNumber(new Uint8Array([7, 20, 3, 20, 9, 22, 25, 29, 2, 26]), NOON)

  it('has the Beijing year and ten letters of chance', () => {
    expect(number).toBe('MF-2026-7M3M9-PSX2T')
    expect(certificateNumber(new Uint8Array(CERTIFICATE_NUMBER_BYTES), Date.parse('2026-12-31T16:00:00Z'))).toBe(
      'MF-2027-00000-00000',
    )
  })

  it.each(['MF-2026-7M3M9-PSX2T', 'mf20267m3m9psx2t', ' ＭＦ－2026－7M3M9－PSX2T ', 'MF 2026 7m3m9 psx2t'])(
    'is read as people type it: %s',
    (typed) => {
      expect(readCertificateNumber(typed)).toBe(number)
    },
  )

  it('takes O for 0, I and L for 1', () => {
    expect(readCertificateNumber('MF-2O26-OILZZ-00000')).toBe('MF-2026-011ZZ-00000')
  })

  it.each([
    '',
    'MF',
    'MF-2026',
    '2026-7M3M9-PSX2T',
    'MF-2026-7M3M9-PSX2',
    'MF-2026-7M3M9-PSX2TT',
    'MF-2026-7M3M9-PSX2U',
  ])('is none: %s', (typed) => {
    expect(readCertificateNumber(typed)).toBeNull()
  })
})

describe('the credential of a certificate', () => {
  const credential = badgeCredential(
    {
      credential: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      subject: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
      number: 'MF-2026-7M3M9-PSX2T',
      assessment: 'yearly-exam',
      title: '年度学法考试（示例）',
      fullName: '张小明',
      issuer: '明江省人社厅（示例）',
      passedAt: NOON + 345,
      issuedAt: NOON + 60_999,
    },
    'https://mingfa.example',
  )

  it('has what Open Badges 3.0 asks for and nothing else', () => {
    expect(OpenBadgeSchema.parse(credential)).toEqual(credential)
  })

  it('is repeated by the claims of its token, to the second', () => {
    const { iss, jti, nbf, sub, ...rest } = badgeClaims(credential)
    expect(rest).toEqual(credential)
    expect(BadgeClaimsSchema.parse({ iss, jti, nbf, sub })).toEqual({
      iss: credential.issuer.id,
      jti: credential.id,
      nbf: Date.parse(credential.validFrom) / 1000,
      sub: credential.credentialSubject.id,
    })
  })

  it('leads to the page that checks it', () => {
    expect(credential.description).toContain('https://mingfa.example/certificates/?number=MF-2026-7M3M9-PSX2T')
  })
})
