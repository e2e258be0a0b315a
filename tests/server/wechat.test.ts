import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ProblemDetailsSchema } from '../../content/domain/api.ts'
import { CodesSchema, RosterOutcomeSchema, SignedInSchema } from '../../content/domain/roster-api.ts'
import { BegunSchema, BindingsSchema } from '../../content/domain/sign-in-api.ts'
import { ask } from '../../worker/build/operator-client.ts'
import { CITY, entry, upload } from '../fixtures/roster.ts'
import { BrowserSession } from './browser-session.ts'
import { freePort, RunningServer } from './running-server.ts'

/**
 * Signing in by WeChat, on plain workerd, against a server that speaks the documented protocol: GET with the secret in the query, JSON
 * served as text/plain, status 200 with errors too, a code good for once.
 */

const MINI = { appid: 'wx00000000000000a1', secret: 'mini-app-0123456789abcdef01234567' }
const OFFICIAL = { appid: 'wx00000000000000b2', secret: 'official-0123456789abcdef01234567' }
const SESSION_KEY = 'HyVFkGl5F5OQWJZZaNzBBg=='

let server: RunningServer
let wechat: Server
let asked: URL[]
/** What the next requests are answered, before codes are looked at. */
let busy: number

function answerTo(url: URL): object {
  const { appid, secret, js_code, code, grant_type } = Object.fromEntries(url.searchParams)
  const account = url.pathname === '/sns/jscode2session' ? MINI : OFFICIAL
  if (grant_type !== 'authorization_code') return { errcode: 40002, errmsg: 'invalid grant_type' }
  if (appid !== account.appid) return { errcode: 40013, errmsg: 'invalid appid' }
  if (secret !== account.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
  if (busy > 0) {
    busy -= 1
    return { errcode: -1, errmsg: 'system error' }
  }
  const given = (account === MINI ? js_code : code) ?? ''
  const known: Readonly<Record<string, object>> = {
    used: { errcode: 40163, errmsg: 'code been used' },
    blocked: { errcode: 40226, errmsg: 'code blocked' },
    often: { errcode: 45011, errmsg: 'api minute-quota reach limit, must slower, retry next minute' },
    odd: { errcode: 0, openid: 'no openid at all!' },
  }
  if (!given.startsWith('of-')) return known[given] ?? { errcode: 40029, errmsg: 'invalid code' }
  const secrets =
    account === MINI ? { session_key: SESSION_KEY } : { access_token: 'AT', refresh_token: 'RT', scope: 'snsapi_base' }
  return { openid: `o${given.slice(3)}-${account.appid.slice(-2)}`, unionid: 'u1', ...secrets }
}

beforeAll(async () => {
  const port = await freePort()
  wechat = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://wechat.invalid')
    asked.push(url)
    response.setHeader('content-type', 'text/plain').end(JSON.stringify(answerTo(url)))
  }).listen(port, 'localhost')
  server = await RunningServer.start({
    WECHAT_MINI_APPID: MINI.appid,
    WECHAT_MINI_SECRET: MINI.secret,
    WECHAT_OFFICIAL_APPID: OFFICIAL.appid,
    WECHAT_OFFICIAL_SECRET: OFFICIAL.secret,
    WECHAT_API: `http://localhost:${port}`,
  })
  const entries = ['W-1', 'W-2', 'W-3'].map((number) => entry(number, { unitPath: CITY.path }))
  await ask(server.origin, server.operatorToken, 'PUT', '/api/roster', RosterOutcomeSchema, upload(entries))
}, 60_000)

beforeEach(() => {
  asked = []
  busy = 0
})

afterAll(async () => {
  wechat.close()
  await server.stop()
})

function send(browser: BrowserSession, method: string, path: string, body?: object): Promise<Response> {
  const payload = body === undefined ? {} : { body: JSON.stringify(body) }
  return browser.send(`${server.origin}/api/session${path}`, { method, ...payload })
}

async function byCode(staffNumber: string): Promise<BrowserSession> {
  const request = { unit: CITY.id, staffNumbers: [staffNumber] }
  const { codes } = await ask(server.origin, server.operatorToken, 'POST', '/api/roster/codes', CodesSchema, request)
  const browser = new BrowserSession()
  expect((await send(browser, 'POST', '/roster-code', { code: codes[0]?.code ?? '' })).status).toBe(201)
  return browser
}

async function problemOf(response: Response): Promise<string> {
  return ProblemDetailsSchema.parse(await response.json()).type.replace('urn:mingfa:problem:', '')
}

const MINI_CODE = '/providers/wechat-mini/code'

it('binds the account of a mini-program to who is signed in, and lets it in from then on', async () => {
  const stranger = await send(new BrowserSession(), 'POST', MINI_CODE, { code: 'of-wang' })
  expect([stranger.status, await problemOf(stranger)]).toEqual([403, 'not-bound'])
  const person = await byCode('W-1')
  const bound = await send(person, 'PUT', '/bindings/wechat-mini', { code: 'of-wang' })
  expect(BindingsSchema.parse(await bound.json())).toEqual({ bound: ['wechat-mini'] })
  const phone = new BrowserSession()
  const entered = await send(phone, 'POST', MINI_CODE, { code: 'of-wang' })
  expect(entered.status).toBe(201)
  const text = await entered.text()
  expect(SignedInSchema.parse(JSON.parse(text)).person?.staffNumber).toBe('W-1')
  for (const hidden of [SESSION_KEY, 'owang', 'unionid']) expect(text).not.toContain(hidden)
  // The newer sign-in holds.
  expect(await problemOf(await send(person, 'GET', '/bindings'))).toBe('signed-in-elsewhere')
})

it('is nobody else’s, is one a person, and is released', async () => {
  const first = await byCode('W-2')
  expect((await send(first, 'PUT', '/bindings/wechat-mini', { code: 'of-li' })).status).toBe(200)
  expect((await send(first, 'PUT', '/bindings/wechat-mini', { code: 'of-li' })).status).toBe(200)
  expect((await send(first, 'PUT', '/bindings/wechat-mini', { code: 'of-other' })).status).toBe(409)
  const second = await byCode('W-3')
  expect((await send(second, 'PUT', '/bindings/wechat-mini', { code: 'of-li' })).status).toBe(409)
  const released = await send(first, 'POST', '/bindings/wechat-mini/end')
  expect(BindingsSchema.parse(await released.json())).toEqual({ bound: [] })
  expect(await problemOf(await send(new BrowserSession(), 'POST', MINI_CODE, { code: 'of-li' }))).toBe('not-bound')
  const guest = new BrowserSession()
  await send(guest, 'POST', '/guest', { nickname: '客' })
  expect((await send(guest, 'PUT', '/bindings/wechat-mini', { code: 'of-li' })).status).toBe(403)
})

it.each([
  ['nonsense', 401, 'sign-in-refused'],
  ['used', 401, 'sign-in-refused'],
  ['blocked', 401, 'sign-in-refused'],
  ['often', 429, 'too-many-requests'],
  ['odd', 503, 'provider-unavailable'],
])('the code “%s” is answered with %i %s', async (code, status, kind) => {
  const response = await send(new BrowserSession(), 'POST', MINI_CODE, { code })
  expect([response.status, await problemOf(response)]).toEqual([status, kind])
})

it('asks again while WeChat is busy, and gives up after the third time', async () => {
  busy = 2
  expect(await problemOf(await send(new BrowserSession(), 'POST', MINI_CODE, { code: 'of-new' }))).toBe('not-bound')
  expect(asked).toHaveLength(3)
  busy = 3
  const response = await send(new BrowserSession(), 'POST', MINI_CODE, { code: 'of-new' })
  expect(await problemOf(response)).toBe('provider-unavailable')
})

it('goes to the page of WeChat for an official account, and comes back bound, then in', async () => {
  const goTo = async (browser: BrowserSession, bind: boolean) => {
    const body = { returnTo: '/contests/', bind }
    const { location } = BegunSchema.parse(
      await (await send(browser, 'POST', '/providers/wechat-official/begin', body)).json(),
    )
    const url = new URL(location)
    expect([...url.searchParams.keys()]).toEqual(['appid', 'redirect_uri', 'response_type', 'scope', 'state'])
    expect([url.origin + url.pathname, url.hash, url.searchParams.get('scope')]).toEqual([
      'https://open.weixin.qq.com/connect/oauth2/authorize',
      '#wechat_redirect',
      'snsapi_base',
    ])
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ code: 'of-zhao', state: url.searchParams.get('state') ?? '' }).toString()
    return (await browser.send(back)).headers.get('location')
  }
  const nobody = new BrowserSession()
  expect(await goTo(nobody, false)).toContain('problem=not-bound')
  const person = await byCode('W-3')
  expect(await goTo(person, true)).toBe('/contests/')
  const phone = new BrowserSession()
  expect(await goTo(phone, false)).toBe('/contests/')
  const session = SignedInSchema.parse(await (await send(phone, 'GET', '')).json())
  expect(session.person?.staffNumber).toBe('W-3')
})

it('asks nothing outside this machine where no provider is set up', async () => {
  const alone = await RunningServer.start()
  try {
    const response = await fetch(`${alone.origin}/api/session${MINI_CODE}`, {
      method: 'POST',
      body: '{"code":"of-wang"}',
    })
    expect(response.status).toBe(404)
    expect(asked).toEqual([])
  } finally {
    await alone.stop()
  }
})
