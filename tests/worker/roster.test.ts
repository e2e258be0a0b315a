import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProblemDetails } from '../../content/domain/api.ts'
import {
  AuditSchema,
  PeopleSchema,
  RosterOutcomeSchema,
  RosterUnitsSchema,
  SignedInSchema,
} from '../../content/domain/roster-api.ts'
import { CODE_TRIES } from '../../worker/objects/roster/object.ts'
import { CITY, COUNTY, entry, OTHER_CITY, PROVINCE, upload } from '../fixtures/roster.ts'
import { applied, asOperator, codeOf, enter, ROOT, signIn, version, withRole } from './people.ts'
import { CONTEST, call, Visitor } from './visitor.ts'

async function problemOf(response: Response): Promise<[number, string]> {
  const { type } = await response.json<ProblemDetails>()
  return [response.status, type.replace('urn:mingfa:problem:', '')]
}

async function auditOf(q: string) {
  return AuditSchema.parse(await (await asOperator('GET', `/api/roster/audit?q=${q}`)).json()).lines
}

const PEOPLE = [
  entry('A-1', { name: '欧阳明' }),
  entry('A-2', { unitPath: CITY.path }),
  entry('A-3', { unitPath: OTHER_CITY.path }),
  entry('A-4', { unitPath: PROVINCE }),
  entry('A-5', { exemption: { reason: '产假', approver: '李科长（示例）' } }),
]

beforeAll(async () => {
  await applied({ entries: PEOPLE })
})

describe('the roster', () => {
  it('shows a difference before it applies, and applies nothing by showing it', async () => {
    const before = await version()
    const next = [entry('A-1', { name: '欧阳明', unitPath: CITY.path }), ...PEOPLE.slice(1), entry('B-1')]
    const body = upload(next, { base: before, apply: false })
    const shown = RosterOutcomeSchema.parse(await (await asOperator('PUT', '/api/roster', body)).json())
    expect(shown).toMatchObject({
      applied: false,
      version: before,
      joined: { count: 1 },
      moved: { count: 1 },
      unchanged: 4,
    })
    expect(await version()).toBe(before)
    const outcome = await applied({ entries: next })
    expect(outcome).toMatchObject({ applied: true, joined: { count: 1 }, left: { count: 0 } })
    const again = await applied({ entries: next })
    expect(again).toMatchObject({ joined: { count: 0 }, moved: { count: 0 }, changed: { count: 0 }, unchanged: 6 })
    await applied({ entries: PEOPLE, confirmLargeLeave: true })
  })

  it('refuses a difference that was made from an older roster', async () => {
    const base = await version()
    await applied({ entries: PEOPLE })
    expect(await problemOf(await asOperator('PUT', '/api/roster', upload(PEOPLE, { base })))).toEqual([409, 'conflict'])
  })

  it('asks again before many leave, and writes nothing meanwhile', async () => {
    const base = await version()
    const few = upload(PEOPLE.slice(0, 2), { base })
    expect(await problemOf(await asOperator('PUT', '/api/roster', few))).toEqual([409, 'conflict'])
    expect(await version()).toBe(base)
  })

  it('names every entry at fault and changes nothing', async () => {
    const base = await version()
    const wrong = [entry('C-1'), entry('c-1'), entry('C-2', { unitPath: '火星分局' })]
    const response = await asOperator('PUT', '/api/roster', upload([...PEOPLE, ...wrong], { base }))
    const { errors = [] } = await response.json<ProblemDetails>()
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/entries/6/staffNumber', '/entries/7/unitPath'])
    expect(await version()).toBe(base)
  })

  it('touches nobody outside the unit that a list is for', async () => {
    const outcome = await applied({
      within: CITY.id,
      entries: [PEOPLE[0], PEOPLE[1], PEOPLE[4]].flatMap((one) => one ?? []),
    })
    expect(outcome).toMatchObject({ left: { count: 0 }, unchanged: 3 })
    const taken = upload([...PEOPLE.slice(0, 2), entry('A-3')], {
      within: CITY.id,
      base: await version(),
      confirmLargeLeave: true,
    })
    expect(await problemOf(await asOperator('PUT', '/api/roster', taken))).toEqual([400, 'bad-request'])
  })

  it('adds units that a list names, below the unit it is for', async () => {
    const office = { id: 'u-office', name: '仲裁科（示例）', parent: COUNTY.id, region: '云澜市', staff: 0 }
    await applied({
      newUnits: [office],
      entries: [...PEOPLE, entry('D-1', { unitPath: `${COUNTY.path}/${office.name}` })],
    })
    const { units } = await (await call('GET', '/api/units')).json<{ units: { id: string }[] }>()
    expect(units.map(({ id }) => id)).toContain('u-office')
    const outside = { ...office, id: 'u-outside', parent: OTHER_CITY.id }
    const body = upload([], { within: COUNTY.id, base: await version(), newUnits: [outside] })
    expect(await problemOf(await asOperator('PUT', '/api/roster', body))).toEqual([400, 'bad-request'])
  })

  it('counts the people of each unit who are not exempt', async () => {
    const { units } = RosterUnitsSchema.parse(await (await asOperator('GET', '/api/roster/units')).json())
    expect(units.find(({ id }) => id === COUNTY.id)?.staff).toBe(1)
  })
})

describe('a sign-in code', () => {
  it('lets its person in once, however it is typed, and shows others a masked name', async () => {
    const code = await codeOf('A-1')
    const response = await enter(` ${code.toLowerCase().replaceAll('-', ' ')} `)
    const { participant, person } = SignedInSchema.parse(await response.json())
    expect(participant).toMatchObject({ nickname: '欧阳*', unit: COUNTY.id })
    expect(person).toMatchObject({
      staffNumber: 'A-1',
      name: '欧阳明',
      units: [PROVINCE, '云澜市人社局', '东荷区人社局'],
    })
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; Secure/)
    expect(await problemOf(await enter(code))).toEqual([401, 'wrong-code'])
  })

  it('lets one of two in who use it at the same time', async () => {
    const code = await codeOf('A-2')
    const statuses = (await Promise.all([enter(code), enter(code)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 401])
  })

  it('holds no longer when a newer one has been issued, or the person has left', async () => {
    const older = await codeOf('A-2')
    const newer = await codeOf('A-2')
    expect((await enter(older, '192.0.2.2')).status).toBe(401)
    expect((await enter(newer, '192.0.2.2')).status).toBe(201)
    await applied({ entries: [...PEOPLE, entry('E-1')], confirmLargeLeave: true })
    const code = await codeOf('E-1')
    const person = await signIn('E-1')
    await applied({ entries: PEOPLE, confirmLargeLeave: true })
    expect((await enter(code, '192.0.2.2')).status).toBe(401)
    expect(await problemOf(await person.send('GET', '/api/session'))).toEqual([401, 'signed-in-elsewhere'])
  })

  it('cannot be guessed at speed: an address that fails too often waits, others do not', async () => {
    const tries = await Promise.all(Array.from({ length: CODE_TRIES + 5 }, () => enter('0000-0000-0000', '192.0.2.3')))
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(CODE_TRIES)
    const code = await codeOf('A-4')
    const blocked = await enter(code, '192.0.2.3')
    expect(blocked.status).toBe(429)
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await enter(code, '192.0.2.4')).status).toBe(201)
  })

  it('is stored nowhere as it is', async () => {
    const code = await codeOf('A-4')
    const lines = await auditOf('A-4')
    expect(JSON.stringify(lines)).not.toContain(code.slice(0, 4))
  })
})

describe('a session of the roster', () => {
  it('ends on the first device when the person signs in on a second, which goes on with the attempt', async () => {
    const first = await signIn('A-1')
    const { attempt } = await first.start(CONTEST)
    const second = await signIn('A-1')
    const save = { seq: 1, responses: {} }
    expect(await problemOf(await first.send('PUT', `/api/attempts/${attempt.id}/responses`, save))).toEqual([
      401,
      'signed-in-elsewhere',
    ])
    expect(await problemOf(await first.send('POST', `/api/assessments/${CONTEST}/attempts`, {}))).toEqual([
      401,
      'signed-in-elsewhere',
    ])
    expect((await second.send('PUT', `/api/attempts/${attempt.id}/responses`, save)).status).toBe(200)
    expect((await second.start(CONTEST)).attempt.id).toBe(attempt.id)
  })

  it('is ended by signing out, and by an administrator', async () => {
    const person = await signIn('A-2')
    expect((await person.send('GET', '/api/session')).status).toBe(200)
    const response = await person.send('POST', '/api/session/end')
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await problemOf(await person.send('GET', '/api/session'))).toEqual([401, 'signed-in-elsewhere'])
    const again = await signIn('A-2')
    await asOperator('PUT', '/api/roster/people/A-2', { signOut: true })
    expect((await again.send('POST', `/api/assessments/${CONTEST}/attempts`, {})).status).toBe(401)
  })
})

describe('roles', () => {
  const people = (who: Visitor, unit: string) => who.send('GET', `/api/roster/people?unit=${unit}`)

  it('reach the unit in which they are held and those below it, and nothing else', async () => {
    const administrator = await withRole('A-2', { role: 'unit-administrator', unit: CITY.id })
    const answer = await people(administrator, COUNTY.id)
    expect(PeopleSchema.parse(await answer.json()).people.map(({ staffNumber }) => staffNumber)).toContain('A-1')
    for (const unit of [OTHER_CITY.id, ROOT, 'no-such-unit'])
      expect(await problemOf(await people(administrator, unit))).toEqual([403, 'not-allowed'])
    const codes = (unit: string, staffNumbers: string[]) =>
      administrator.send('POST', '/api/roster/codes', { unit, staffNumbers })
    expect((await codes(ROOT, ['A-3'])).status).toBe(403)
    expect(await (await codes(CITY.id, ['A-3'])).json()).toMatchObject({ codes: [], unknown: ['A-3'] })
    expect((await administrator.send('PUT', '/api/roster', upload([]))).status).toBe(403)
  })

  it('cannot be raised by those who have them', async () => {
    const administrator = await withRole('A-2', { role: 'unit-administrator', unit: CITY.id })
    const grants = [{ role: 'administrator', unit: CITY.id }]
    for (const staffNumber of ['A-1', 'A-2', 'A-3'])
      expect((await administrator.send('PUT', `/api/roster/people/${staffNumber}`, { grants })).status).toBe(403)
    const city = await withRole('A-2', { role: 'administrator', unit: CITY.id })
    expect((await city.send('PUT', '/api/roster/people/A-1', { grants })).status).toBe(200)
    const above = [{ role: 'administrator', unit: ROOT }]
    expect((await city.send('PUT', '/api/roster/people/A-1', { grants: above })).status).toBe(403)
    await asOperator('PUT', '/api/roster/people/A-1', { grants: above })
    expect((await city.send('PUT', '/api/roster/people/A-1', { grants: [] })).status).toBe(403)
    expect((await city.send('GET', '/api/roster/audit')).status).toBe(403)
    await asOperator('PUT', '/api/roster/people/A-1', { grants: [] })
  })

  it('are gone as soon as they are taken away', async () => {
    const administrator = await withRole('A-2', { role: 'unit-administrator', unit: CITY.id })
    expect((await people(administrator, CITY.id)).status).toBe(200)
    await asOperator('PUT', '/api/roster/people/A-2', { grants: [] })
    expect((await people(administrator, CITY.id)).status).toBe(403)
  })

  it('are asked of nobody who shows nothing, and given to no guest', async () => {
    const guest = await Visitor.signIn()
    expect(await problemOf(await people(guest, COUNTY.id))).toEqual([403, 'not-allowed'])
    expect(await problemOf(await call('GET', `/api/roster/people?unit=${COUNTY.id}`))).toEqual([401, 'no-role'])
  })
})

describe('the audit trail', () => {
  it('has who read whose data, who changed what, and who signed in', async () => {
    const administrator = await withRole('A-2', { role: 'unit-administrator', unit: CITY.id })
    await administrator.send('GET', `/api/roster/people?unit=${COUNTY.id}&q=${encodeURIComponent('欧阳')}`)
    await administrator.send('PUT', '/api/roster/people/A-1', { extraTimePercent: 25 })
    const lines = await auditOf('A-2')
    const seen = lines.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`)
    expect(seen).toContain(`A-2 people.read ${COUNTY.id}`)
    expect(seen).toContain('A-2 person.extra-time A-1')
    expect(seen).toContain('A-2 sign-in A-2')
    expect(seen).toContain('operator person.grants A-2')
  })

  it('can be added to, and nothing else', async () => {
    await runInDurableObject(env.ROSTER.getByName('roster'), (_, { storage }) => {
      expect(() => storage.sql.exec("UPDATE audit SET actor = 'nobody'")).toThrow('appended only')
      expect(() => storage.sql.exec('DELETE FROM audit')).toThrow('appended only')
    })
  })
})
