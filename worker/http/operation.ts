import type { Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Env } from '../env.ts'
import { actorOf } from '../identity/actor.ts'
import { type Actor, type Capability, may, proofOf, type Scope } from '../identity/can.ts'
import type { Session } from '../identity/session.ts'
import { readBody } from './body.ts'
import { HttpProblem } from './problem.ts'

/**
 * Operations: an address with its schemas and what it does. The router, the checks and the OpenAPI document are all
 * made from the same list, so none can say something else than the others.
 */

/** A request that may be answered: who asks for what. */
export interface Asked {
  readonly request: Request
  readonly env: Env
  /** Variables of the path by name. */
  readonly path: Readonly<Record<string, string>>
  readonly url: URL
  readonly actor: Actor
}

/** What a handler gets: everything checked. */
export interface Call<B, F> extends Asked {
  /** What the path names. */
  readonly found: F
  readonly body: B
}

/** What a handler returns: a status, a value that fits the schema of that status (none with 303 and 304), and headers. */
export interface Reply {
  readonly status: 200 | 201 | 303 | 304
  readonly value: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** `Set-Cookie` values. */
  readonly cookies?: readonly string[]
}

/** One operation. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put'
  /** Path in the form of OpenAPI: `/api/attempts/{id}`. */
  readonly path: string
  readonly summary: string
  /** What the actor must be allowed. */
  readonly capability: Capability
  /** Schema of the query, for the document. */
  readonly query?: z.ZodMiniType
  readonly body?: { readonly schema: z.ZodMiniType; readonly limit: number }
  /** Whether it sends the browser elsewhere (303). */
  readonly redirects?: true
  readonly responses: Readonly<Partial<Record<200 | 201, z.ZodMiniType>>>
  readonly run: (request: Request, env: Env, path: Readonly<Record<string, string>>, actor: Actor) => Promise<Reply>
}

interface Definition<B, F> extends Omit<Operation, 'run' | 'body'> {
  readonly body?: { readonly schema: z.ZodMiniType<B>; readonly limit: number }
  /**
   * Finds what the path names before the body is read; the handler gets it as `found`.
   * @throws {HttpProblem} when there is no such thing
   */
  readonly find?: (call: Asked) => Promise<F>
  readonly handle: (call: Call<B, F>) => Promise<Reply>
}

/** Makes an operation: existence first, then the body, then the handler. */
export function operation<B = undefined, F = undefined>({ find, handle, body, ...rest }: Definition<B, F>): Operation {
  return {
    ...rest,
    ...(body ? { body } : {}),
    async run(request, env, path, actor) {
      const asked = { request, env, path, url: new URL(request.url), actor }
      const found = find ? await find(asked) : (undefined as F)
      const content = body ? await readBody(request, body.schema, body.limit) : (undefined as B)
      return handle({ ...asked, found, body: content })
    },
  }
}

function refusal({ session }: Actor, capability: Capability): HttpProblem {
  if (proofOf(capability) === 'session') return new HttpProblem('no-session', 'Sign in first: POST /api/session/guest.')
  return session === null
    ? new HttpProblem('no-role', 'Sign in with a role that allows this, or send the token of the operator.')
    : new HttpProblem('not-allowed', 'Your role does not allow this, or not in this unit.')
}

/** Adds operations to a router. Who may not is refused before the body is read. */
export function register(app: Hono<{ Bindings: Env }>, operations: readonly Operation[]): void {
  for (const { method, path, capability, run } of operations) {
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context: Context<{ Bindings: Env }>) => {
      const request = context.req.raw
      const actor = await actorOf(request, context.env, capability)
      if (!may(actor, capability)) throw refusal(actor, capability)
      const {
        status,
        value,
        headers,
        cookies = [],
      } = await run(request, context.env, context.req.param() as Record<string, string>, actor)
      const response = new Response(status === 303 || status === 304 ? null : JSON.stringify(value), {
        status,
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
      })
      for (const cookie of cookies) response.headers.append('set-cookie', cookie)
      return response
    })
  }
}

/** The session of a call to an operation with the capability `take-part`. */
export function sessionOfCall({ actor }: Pick<Asked, 'actor'>): Session {
  if (actor.session === null) throw refusal(actor, 'take-part')
  return actor.session
}

/** @throws {HttpProblem} 403 unless the actor may use the capability in that scope */
export function requireScope({ actor }: Pick<Asked, 'actor'>, capability: Capability, scope: Scope): void {
  if (!may(actor, capability, scope)) throw refusal(actor, capability)
}
