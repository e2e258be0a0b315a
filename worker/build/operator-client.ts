import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { ProblemDetailsSchema } from '../../content/domain/api.ts'
import { readSecrets } from '../self-host/secrets.ts'
import { ROOT } from './tools.ts'

/** Asking a running server as its operator. */

const TIMEOUT_MS = 60_000

/** What keeps the command from its end, in the words of its two readers. */
export class CommandError extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`)
    this.name = 'CommandError'
  }
}

/** Sends something as operator. @throws {CommandError} that says what to do */
export function post<T>(
  server: string,
  token: string,
  path: string,
  value: unknown,
  schema: z.ZodMiniType<T>,
): Promise<T> {
  return ask(server, token, 'POST', path, schema, value)
}

/** Asks something as operator, with a body or without. @throws {CommandError} that says what to do */
export async function ask<T>(
  server: string,
  token: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  schema: z.ZodMiniType<T>,
  value?: unknown,
): Promise<T> {
  const body = value === undefined ? null : JSON.stringify(value)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  let response: Response
  let text: string
  try {
    response = await fetch(new URL(path, server), { method, headers, body, signal })
    text = await response.text()
  } catch {
    throw new CommandError(
      `连不上 ${server}。请先运行 npm start，或用 --server 指定地址。`,
      `No answer from ${server}. Run npm start first, or give the address with --server.`,
    )
  }
  if (response.status === 401) {
    throw new CommandError(
      `${server} 不接受这个令牌。请用 MINGFA_DATA 指定该服务的数据文件夹（默认 .data）。`,
      `${server} refuses the token. Set MINGFA_DATA to the data folder of that server (default .data).`,
    )
  }
  const json = parseJson(text)
  const parsed = schema.safeParse(json)
  if (response.ok && parsed.success) return parsed.data
  const problem = ProblemDetailsSchema.safeParse(json)
  const detail = problem.success
    ? [problem.data.detail, ...(problem.data.errors ?? []).map((error) => error.detail), problem.data.errorId]
        .filter(Boolean)
        .join('\n')
    : null
  throw new CommandError(
    `${server} 没有接受（${response.status}）。${detail ?? '那里运行的不是明法，请检查 --server。'}`,
    `${server} did not accept it (${response.status}). ${detail ?? 'That is not a Mingfa server; check --server.'}`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The token of the server whose data folder MINGFA_DATA names. @throws {CommandError} when there is none */
export function operatorToken(): string {
  const data = process.env['MINGFA_DATA'] ?? join(ROOT, '.data')
  if (existsSync(join(data, 'secrets.json'))) return readSecrets(data).OPERATOR_TOKEN
  throw new CommandError(
    `${data} 里没有 secrets.json。请先运行一次 npm start，或用 MINGFA_DATA 指定数据文件夹。`,
    `There is no secrets.json in ${data}. Run npm start once, or set MINGFA_DATA to the data folder.`,
  )
}
