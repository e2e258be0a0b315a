import { BODY_LIMIT } from '../../content/domain/api.ts'
import { SignedInSchema } from '../../content/domain/roster-api.ts'
import {
  BeginRequestSchema,
  BegunSchema,
  BindingsSchema,
  ProgramCodeSchema,
  type ProviderId,
  ProviderIdSchema,
  ProvidersSchema,
} from '../../content/domain/sign-in-api.ts'
import type { Env } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { type Asked, operation, sessionOfCall } from '../http/operation.ts'
import { publicOrigin } from '../http/origin.ts'
import { HttpProblem } from '../http/problem.ts'
import { secondsToToken, takeToken } from '../http/rate-limit.ts'
import { providersOf } from '../identity/providers/configured.ts'
import type { Challenge, Identity, Provider } from '../identity/providers/provider.ts'
import {
  sealTransaction,
  TRANSACTION_SECONDS,
  type Transaction,
  transactionCookie,
  transactionOf,
} from '../identity/providers/transaction.ts'
import { type Session, sessionOf } from '../identity/session.ts'
import { rosterOf } from '../objects/roster/address.ts'
import { isSecure, sessionReply } from './session.ts'

/** Signing in by an account elsewhere, and binding such an account. */

/** Sign-ins that failed at a provider which one address may have in `FAILURES_MS`, as with codes. */
const FAILURES = 20
const FAILURES_MS = 10 * 60_000

/** Parts of a sign-in that the two ends compare: 256 bits of chance each. WeChat takes letters and digits only. */
function byChance(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toHex()
}

function requireProvider({ env, path }: Asked): Promise<Provider> {
  const provider = providersOf(env).find(({ id }) => id === path['provider'])
  if (provider === undefined)
    return Promise.reject(new HttpProblem('not-found', 'See /api/session/providers for those that are set up.'))
  return Promise.resolve(provider)
}

/** The session of a person of the roster. @throws {HttpProblem} 403 for guests */
function personsSession(call: Pick<Asked, 'actor'>): Session {
  const session = sessionOfCall(call)
  if (session.epoch === 0) throw new HttpProblem('not-allowed', 'Sign in by your code first.')
  return session
}

function requireBindable({ needsBinding }: Provider): void {
  if (!needsBinding) throw new HttpProblem('conflict', 'This provider knows staff numbers; nothing has to be bound.')
}

/** Asks a provider whom it vouches for. Failures of an address are counted, since each costs a request to the provider. */
async function identified<T>({ request, env }: Pick<Asked, 'request' | 'env'>, ask: () => Promise<T>): Promise<T> {
  const bucket = `sign-in ${clientAddress(request, env).address}`
  const wait = secondsToToken(bucket, FAILURES, Date.now(), FAILURES_MS)
  if (wait > 0)
    throw new HttpProblem('too-many-requests', `Too many sign-ins failed. Wait ${wait} s and try again.`, [], {
      'retry-after': String(wait),
    })
  try {
    return await ask()
  } catch (error) {
    // That a provider is down is no fault of whoever asks.
    if (!(error instanceof HttpProblem) || error.kind !== 'provider-unavailable')
      takeToken(bucket, FAILURES, Date.now(), FAILURES_MS)
    throw error
  }
}

async function enter(request: Request, env: Env, provider: Provider, identity: Identity) {
  const signedIn = await rosterOf(env).signInAs(provider.id, identity)
  if (signedIn !== null) return sessionReply(request, env, signedIn)
  if (provider.needsBinding)
    throw new HttpProblem('not-bound', '先用登录码登录一次，再绑定。Sign in once by your code, then bind this account.')
  throw new HttpProblem('unknown-person', 'The roster has no such staff number. Ask the administrator of your unit.')
}

/** @throws {HttpProblem} 401 when the session is over, 409 when the account or the person is bound already */
async function bind(env: Env, { participant, epoch }: Session, provider: ProviderId, identity: Identity) {
  if (!('subject' in identity)) throw new Error(`${provider} gives no accounts to bind`)
  const outcome = await rosterOf(env).bind(participant.id, epoch, provider, identity.subject)
  if (outcome === 'bound') return
  if (outcome === 'over') throw new HttpProblem('signed-in-elsewhere', 'Sign in again, then bind.')
  throw new HttpProblem(
    'conflict',
    outcome === 'taken'
      ? 'This account is bound to somebody else, who has to release it first.'
      : 'You have bound another account. Release that one first.',
  )
}

export const listProviders = operation({
  method: 'get',
  path: '/api/session/providers',
  summary: 'The ways of signing in that are set up',
  capability: 'read',
  responses: { 200: ProvidersSchema },
  handle: async ({ env }) => {
    const own = (['guest', 'roster-code'] as const).map((id) => ({ id, via: 'form', name: null, needsBinding: false }))
    const others = providersOf(env).map(({ id, name, needsBinding, begin }) => {
      return { id, via: begin === null ? 'program' : 'redirect', name, needsBinding }
    })
    return { status: 200, value: { providers: [...own, ...others] } }
  },
})

export const beginSignIn = operation({
  method: 'post',
  path: '/api/session/providers/{provider}/begin',
  summary: 'Begin to sign in at a provider, or to bind an account there: go to "location" next',
  capability: 'read',
  body: { schema: BeginRequestSchema, limit: BODY_LIMIT },
  responses: { 200: BegunSchema },
  find: requireProvider,
  handle: async (call) => {
    const { request, env, body, found: provider } = call
    if (provider.begin === null)
      throw new HttpProblem('conflict', 'Send the code of wx.login instead of beginning here.')
    if (body.bind) requireBindable(provider)
    const bindTo = body.bind ? personsSession(call).participant.id : null
    const challenge: Challenge = { state: byChance(), nonce: byChance(), verifier: byChance() }
    const location = await provider.begin(challenge, callbackAddress(request, env, provider))
    const { returnTo, page } = body
    const expiresAt = Date.now() + TRANSACTION_SECONDS * 1000
    const sealed = await sealTransaction(
      { provider: provider.id, ...challenge, returnTo, page, bindTo, expiresAt },
      env,
    )
    return {
      status: 200,
      value: { location: location.href },
      cookies: [transactionCookie(sealed, isSecure(request, env))],
    }
  },
})

function callbackAddress(request: Request, env: Env, { id }: Provider): string {
  return `${publicOrigin(request, env)}/api/session/callback/${id}`
}

/** Finishes what a browser has begun. @returns the cookies of the new session, none after binding */
async function finish(call: Asked, provider: Provider, transaction: Transaction | null): Promise<readonly string[]> {
  const { request, env, url } = call
  const expired = (why: string) => new HttpProblem('sign-in-expired', `${why} Begin again.`)
  if (transaction === null || transaction.provider !== provider.id)
    throw expired('It took too long, or was begun in another browser.')
  const { state, bindTo, expiresAt } = transaction
  if (url.searchParams.get('state') !== state) throw expired('It does not belong to the one that was begun here.')
  if (!(await rosterOf(env).takeState(state, expiresAt))) throw expired('It was used before.')
  const identity = await provider.finish(url.searchParams, transaction, callbackAddress(request, env, provider))
  if (bindTo === null) return (await enter(request, env, provider, identity)).cookies
  const session = await sessionOf(request, env, Date.now())
  if (session?.participant.id !== bindTo) throw expired('Somebody else has signed in since.')
  await bind(env, session, provider.id, identity)
  return []
}

/** A page of the site with a problem for it to tell. */
function withProblem({ page, returnTo }: Pick<Transaction, 'page' | 'returnTo'>, problem: HttpProblem): string {
  const url = new URL(page, 'https://site.invalid')
  url.searchParams.set('problem', problem.kind)
  url.searchParams.set('from', returnTo)
  const wait = problem.headers['retry-after']
  if (wait !== undefined) url.searchParams.set('wait', wait)
  return url.pathname + url.search + url.hash
}

export const finishSignIn = operation({
  method: 'get',
  path: '/api/session/callback/{provider}',
  summary:
    'Where a provider sends the browser back to; leads to the page where the sign-in began, or tells the problem there',
  capability: 'read',
  redirects: true,
  responses: {},
  find: requireProvider,
  handle: async (call) => {
    const { request, env, found: provider } = call
    const secure = isSecure(request, env)
    const transaction = await transactionOf(request, env, Date.now())
    const over = transactionCookie('', secure)
    try {
      const cookies = await identified(call, () => finish(call, provider, transaction))
      return {
        status: 303,
        value: null,
        headers: { location: transaction?.returnTo ?? '/' },
        cookies: [over, ...cookies],
      }
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      const location = withProblem(transaction ?? BeginRequestSchema.parse({}), error)
      return { status: 303, value: null, headers: { location }, cookies: [over] }
    }
  },
})

/** Asks the provider of a program about its code, which nothing here began. */
function identityOfCode(provider: Provider, code: string): Promise<Identity> {
  if (provider.begin !== null) throw new HttpProblem('conflict', 'This provider is begun in a browser.')
  return provider.finish(new URLSearchParams({ code }), { state: '', nonce: '', verifier: '' }, '')
}

export const signInByProgram = operation({
  method: 'post',
  path: '/api/session/providers/{provider}/code',
  summary: 'Sign in by the code that wx.login gave a mini-program; earlier sign-ins of the person end',
  capability: 'read',
  body: { schema: ProgramCodeSchema, limit: BODY_LIMIT },
  responses: { 201: SignedInSchema },
  find: requireProvider,
  handle: async (call) => {
    const { request, env, body, found: provider } = call
    const reply = await identified(call, async () =>
      enter(request, env, provider, await identityOfCode(provider, body.code)),
    )
    return { status: 201, ...reply }
  },
})

async function boundTo(env: Env, { participant, epoch }: Session) {
  const bound = await rosterOf(env).bindingsOf(participant.id, epoch)
  if (bound === null) throw new HttpProblem('signed-in-elsewhere', 'Sign in again.')
  return { status: 200, value: { bound } } as const
}

export const listBindings = operation({
  method: 'get',
  path: '/api/session/bindings',
  summary: 'Providers whose account is bound to whoever is signed in',
  capability: 'take-part',
  responses: { 200: BindingsSchema },
  handle: async (call) => boundTo(call.env, personsSession(call)),
})

export const bindByProgram = operation({
  method: 'put',
  path: '/api/session/bindings/{provider}',
  summary: 'Bind the account of the code that wx.login gave a mini-program to whoever is signed in',
  capability: 'take-part',
  body: { schema: ProgramCodeSchema, limit: BODY_LIMIT },
  responses: { 200: BindingsSchema },
  find: requireProvider,
  handle: async (call) => {
    const { env, body, found: provider } = call
    const session = personsSession(call)
    requireBindable(provider)
    await identified(call, async () => bind(env, session, provider.id, await identityOfCode(provider, body.code)))
    return boundTo(env, session)
  },
})

export const endBinding = operation({
  method: 'post',
  path: '/api/session/bindings/{provider}/end',
  summary: 'Release the account at a provider that is bound to whoever is signed in',
  capability: 'take-part',
  responses: { 200: BindingsSchema },
  handle: async (call) => {
    const session = personsSession(call)
    // Also where the provider is no longer set up.
    const provider = ProviderIdSchema.safeParse(call.path['provider'])
    if (!provider.success) throw new HttpProblem('not-found', 'There is no such provider.')
    await rosterOf(call.env).unbind(session.participant.id, session.epoch, provider.data)
    return boundTo(call.env, session)
  },
})
