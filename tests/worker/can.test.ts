import { describe, expect, it } from 'vitest'
import { type Capability, can, may, type Role, rightsOf, type Scope } from '../../worker/identity/can.ts'
import { secretFaults } from '../../worker/identity/secrets.ts'

const COUNTY: Scope = ['county', 'city', 'province']
const CITY: Scope = ['city', 'province']
const OTHER: Scope = ['other', 'province']

const CAPABILITIES: readonly Capability[] = [
  'read',
  'report',
  'take-part',
  'publish',
  'approve-banks',
  'annul',
  'answer-reports',
  'read-people',
  'change-roster',
  'issue-codes',
  'read-results',
  'grant-roles',
  'read-audit',
  'revoke-certificates',
]

describe('a role', () => {
  it.each<[Role, readonly Capability[]]>([
    ['anyone', ['read', 'report']],
    ['participant', ['read', 'report', 'take-part']],
    ['unit-administrator', ['read-people', 'change-roster', 'issue-codes', 'read-results']],
    ['examiner', ['publish', 'approve-banks', 'annul', 'read-people', 'read-results', 'revoke-certificates']],
    ['publicity-editor', ['answer-reports']],
    ['administrator', CAPABILITIES.filter((one) => one !== 'take-part')],
    ['operator', CAPABILITIES.filter((one) => one !== 'take-part')],
  ])('%s gives these capabilities and no other', (role, capabilities) => {
    expect(CAPABILITIES.filter((one) => can({ role, unit: null }, one, 'somewhere'))).toEqual(capabilities)
  })

  it.each<[string, Scope, boolean]>([
    ['in the unit itself', CITY, true],
    ['in a unit below', COUNTY, true],
    ['in the unit above', ['province'], false],
    ['in the unit beside', OTHER, false],
    ['in no unit', [], false],
    ['somewhere', 'somewhere', true],
  ])('held in a city holds %s: %s → %s', (_, scope, holds) => {
    expect(can({ role: 'unit-administrator', unit: 'city' }, 'read-people', scope)).toBe(holds)
  })

  it('held twice holds in both places, each for what it gives', () => {
    const held = [
      { role: 'unit-administrator', unit: 'county' },
      { role: 'examiner', unit: 'other' },
    ] as const
    expect(may({ held }, 'change-roster', COUNTY)).toBe(true)
    expect(may({ held }, 'change-roster', OTHER)).toBe(false)
    expect(may({ held }, 'read-people', OTHER)).toBe(true)
  })
})

describe('secrets', () => {
  const GOOD = 'hX2mQ0vT9bLr4KcYw7NfZp1JdAe6GsUo'
  const KEY = 'q7Zr0uPSmhTyxbV3nJ8oDkFE5gWcLaA2/RiXt+4NvQM='
  const OTHER_GOOD = 'Vb8nR5tKq3WxYz0LmJh7CfDp2SaGe4Ui'

  it.each([
    ['made by chance', { SESSION_SECRET: GOOD, OPERATOR_TOKEN: OTHER_GOOD }, 0],
    ['without an operator', { SESSION_SECRET: GOOD }, 0],
    ['missing', {}, 1],
    ['empty', { SESSION_SECRET: '', OPERATOR_TOKEN: '' }, 1],
    ['short', { SESSION_SECRET: GOOD.slice(1) }, 1],
    ['made up', { SESSION_SECRET: 'change-me-change-me-change-me-please' }, 1],
    ['from a tutorial', { SESSION_SECRET: 'my-super-secret-key-for-production-00' }, 1],
    ['one letter', { SESSION_SECRET: 'a'.repeat(40) }, 1],
    ['the same twice', { SESSION_SECRET: GOOD, OPERATOR_TOKEN: GOOD }, 1],
    ['with a key for certificates', { SESSION_SECRET: GOOD, CERTIFICATE_KEY: KEY }, 0],
    ['a key of another length', { SESSION_SECRET: GOOD, CERTIFICATE_KEY: OTHER_GOOD }, 1],
    ['a key that is another secret', { SESSION_SECRET: KEY, CERTIFICATE_KEY: KEY }, 1],
    ['both wrong', { SESSION_SECRET: 'short', OPERATOR_TOKEN: 'short too' }, 2],
  ])('%s: %o has %i faults', (_, secrets, faults) => {
    expect(secretFaults(secrets)).toHaveLength(faults)
  })
})

describe('what the roles of a person let them do', () => {
  it('names each capability once for every unit in which a role gives it', () => {
    expect(
      rightsOf([
        { role: 'unit-administrator', unit: 'city' },
        { role: 'examiner', unit: 'city' },
        { role: 'publicity-editor', unit: 'province' },
      ]),
    ).toEqual([
      { capability: 'read-people', unit: 'city' },
      { capability: 'change-roster', unit: 'city' },
      { capability: 'issue-codes', unit: 'city' },
      { capability: 'publish', unit: 'city' },
      { capability: 'approve-banks', unit: 'city' },
      { capability: 'annul', unit: 'city' },
      { capability: 'read-results', unit: 'city' },
      { capability: 'answer-reports', unit: 'province' },
      { capability: 'revoke-certificates', unit: 'city' },
    ])
  })

  it('is nothing without a role', () => {
    expect(rightsOf([])).toEqual([])
  })
})
