import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RosterOutcomeSchema, SignedInSchema } from '../../content/domain/roster-api.ts'
import { BegunSchema, ProvidersSchema } from '../../content/domain/sign-in-api.ts'
import { ask } from '../../worker/build/operator-client.ts'
import { CITY, entry, upload } from '../fixtures/roster.ts'
import { BrowserSession } from './browser-session.ts'
import { freePort, RunningServer } from './running-server.ts'

/** Signing in at a real OpenID provider, on plain workerd. */

const CLIENT_ID = 'mingfa'
const CLIENT_SECRET = crypto.randomUUID()
/** Accounts of the provider: the staff number each has there. */
const ACCOUNTS: Readonly<Record<string, string | undefined>> = { zhang: 'O-1', stranger: 'O-9', nobody: undefined }

let server: RunningServer
let provider: Server
let issuer: string

beforeAll(async () => {
  issuer = `http://localhost:${await freePort()}`
  server = await RunningServer.start({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_NAME: '省统一身份认证（示例）',
  })
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${server.origin}/api/session/callback/oidc`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['employee_number'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, employee_number: ACCOUNTS[id] }) }),
  })
  provider = createServer(oidc.callback()).listen(Number(new URL(issuer).port), 'localhost')
  const body = upload([entry('O-1', { unitPath: CITY.path })])
  await ask(server.origin, server.operatorToken, 'PUT', '/api/roster', RosterOutcomeSchema, body)
}, 60_000)

afterAll(async () => {
  provider.close()
  await server.stop()
})

async function begin(browser: BrowserSession, returnTo = '/contests/'): Promise<string> {
  const response = await browser.send(`${server.origin}/api/session/providers/oidc/begin`, {
    method: 'POST',
    body: JSON.stringify({ returnTo }),
  })
  expect(response.status, await response.clone().text()).toBe(200)
  return BegunSchema.parse(await response.json()).location
}

function isCallback({ pathname }: URL): boolean {
  return pathname === '/api/session/callback/oidc'
}

/** Signs in at the provider and agrees. @returns the address that leads back */
async function authorised(browser: BrowserSession, location: string, login: string): Promise<URL> {
  let at = new URL(location)
  for (const fields of [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }]) {
    const { url } = await browser.follow(
      at,
      ({ pathname }) => pathname.startsWith('/interaction/') || isCallback({ pathname } as URL),
    )
    if (isCallback(url)) return url
    const page = await browser.send(url)
    expect(page.status).toBe(200)
    const answer = await browser.send(url, { method: 'POST', body: new URLSearchParams(fields) })
    at = new URL(answer.headers.get('location') ?? '', url)
  }
  return (await browser.follow(at, isCallback)).url
}

async function whoIs(browser: BrowserSession): Promise<string | number> {
  const response = await browser.send(`${server.origin}/api/session`)
  return response.ok ? (SignedInSchema.parse(await response.json()).person?.staffNumber ?? 'guest') : response.status
}

/** Where the service leads from a callback. */
async function landing(browser: BrowserSession, callback: URL): Promise<string> {
  const response = await browser.send(callback)
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

function problem(kind: string, from = '/contests/'): string {
  return `/sign-in/?${new URLSearchParams({ problem: kind, from })}`
}

it('names the providers that are set up', async () => {
  const { providers } = ProvidersSchema.parse(await (await fetch(`${server.origin}/api/session/providers`)).json())
  expect(providers.map(({ id, via, name }) => [id, via, name])).toEqual([
    ['guest', 'form', null],
    ['roster-code', 'form', null],
    ['oidc', 'redirect', '省统一身份认证（示例）'],
  ])
})

it('lets in whose staff number the roster has, back to the page they came from', async () => {
  const browser = new BrowserSession()
  const location = await begin(browser, '/contests/hr-law-contest/')
  expect(Object.fromEntries(new URL(location).searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[0-9a-f]{64}$/),
    nonce: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const callback = await authorised(browser, location, 'zhang')
  expect(await landing(browser, callback)).toBe('/contests/hr-law-contest/')
  expect(await whoIs(browser)).toBe('O-1')
})

it('lets in once: the way back leads nowhere the second time, in this browser or another', async () => {
  const browser = new BrowserSession()
  const callback = await authorised(browser, await begin(browser), 'zhang')
  const thief = new BrowserSession()
  expect(await landing(thief, callback)).toBe(problem('sign-in-expired', '/'))
  expect(await whoIs(thief)).toBe(401)
  expect(await landing(browser, callback)).toBe('/contests/')
  expect(await landing(browser, callback)).toBe(problem('sign-in-expired', '/'))
})

it('refuses a state that was not begun here, and an answer to another sign-in', async () => {
  const browser = new BrowserSession()
  const callback = await authorised(browser, await begin(browser), 'zhang')
  const forged = new URL(callback)
  forged.searchParams.set('state', '0'.repeat(64))
  expect(await landing(browser, forged)).toBe(problem('sign-in-expired'))
  // The code of one sign-in with the state, nonce and verifier of another.
  const victim = new BrowserSession()
  const own = new URL(await begin(victim))
  const crossed = new URL(callback)
  crossed.searchParams.set('state', own.searchParams.get('state') ?? '')
  expect(await landing(victim, crossed)).toBe(problem('sign-in-refused'))
  expect(await whoIs(victim)).toBe(401)
})

it('says why nobody is let in', async () => {
  for (const account of ['stranger', 'nobody']) {
    const browser = new BrowserSession()
    const callback = await authorised(browser, await begin(browser), account)
    expect(await landing(browser, callback)).toBe(problem('unknown-person'))
    expect(await whoIs(browser)).toBe(401)
  }
  const browser = new BrowserSession()
  const state = new URL(await begin(browser)).searchParams.get('state') ?? ''
  const denied = new URL(`${server.origin}/api/session/callback/oidc`)
  denied.search = new URLSearchParams({ state, error: 'access_denied', iss: issuer }).toString()
  expect(await landing(browser, denied)).toBe(problem('sign-in-refused'))
})

it.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/', '/api/session'])(
  'leads back to this site alone, not to %s',
  async (returnTo) => {
    const response = await new BrowserSession().send(`${server.origin}/api/session/providers/oidc/begin`, {
      method: 'POST',
      body: JSON.stringify({ returnTo }),
    })
    expect(response.status).toBe(400)
  },
)

it('says that the provider is down, and lets nobody in', async () => {
  const browser = new BrowserSession()
  const callback = await authorised(browser, await begin(browser), 'zhang')
  provider.closeAllConnections()
  await new Promise((resolve) => provider.close(resolve))
  expect(await landing(browser, callback)).toBe(problem('provider-unavailable'))
  expect(await whoIs(browser)).toBe(401)
})
