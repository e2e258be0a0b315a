import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CodesSchema, RosterOutcomeSchema, RosterUnitsSchema, SignedInSchema } from '../../content/domain/roster-api.ts'
import { ask } from '../../worker/build/operator-client.ts'
import { CITY, COUNTY, entry, upload } from '../fixtures/roster.ts'
import { RunningServer } from './running-server.ts'

/** The roster on plain workerd, through power cuts. */

const PEOPLE = 20_000
const KILLS = 5

let server: RunningServer

beforeAll(async () => {
  server = await RunningServer.start()
}, 60_000)

afterAll(() => server.stop())

function everyone(unitPath: string) {
  return Array.from({ length: PEOPLE }, (_, index) => entry(`P-${index}`, { unitPath }))
}

async function state() {
  const { version, units } = await ask(
    server.origin,
    server.operatorToken,
    'GET',
    '/api/roster/units',
    RosterUnitsSchema,
  )
  const staffOf = (id: string) => units.find((unit) => unit.id === id)?.staff ?? 0
  return { version, city: staffOf(CITY.id), county: staffOf(COUNTY.id) }
}

function put(base: number, unitPath: string) {
  const body = upload(everyone(unitPath), { base })
  return ask(server.origin, server.operatorToken, 'PUT', '/api/roster', RosterOutcomeSchema, body)
}

it('writes all of a roster or nothing, whenever the power goes', async () => {
  await put(0, CITY.path)
  for (let round = 0; round < KILLS; round += 1) {
    const before = await state()
    const target = before.city === PEOPLE ? COUNTY : CITY
    const answered = put(before.version, target.path).then(
      () => true,
      () => false,
    )
    await sleep(150 + round * 250)
    await server.killHard()
    const wasAnswered = await answered
    await server.restart()
    const after = await state()
    expect([before.version, before.version + 1]).toContain(after.version)
    if (wasAnswered) expect(after.version).toBe(before.version + 1)
    const moved = after.version > before.version
    const [there, gone] = moved === (target === CITY) ? [after.city, after.county] : [after.county, after.city]
    expect([there, gone]).toEqual([PEOPLE, 0])
  }
}, 120_000)

it('lets nobody in twice by one code, and keeps a session, across a power cut', async () => {
  const asked = { unit: 'ml-hrss', staffNumbers: ['P-7'] }
  const { codes } = await ask(server.origin, server.operatorToken, 'POST', '/api/roster/codes', CodesSchema, asked)
  const enter = () =>
    fetch(`${server.origin}/api/session/roster-code`, {
      method: 'POST',
      body: JSON.stringify({ code: codes[0]?.code ?? '' }),
    })
  const response = await enter()
  expect(response.status).toBe(201)
  await server.killHard()
  await server.restart()
  expect((await enter()).status).toBe(401)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const session = await fetch(`${server.origin}/api/session`, { headers: { cookie } })
  expect(SignedInSchema.parse(await session.json()).person?.staffNumber).toBe('P-7')
}, 60_000)
