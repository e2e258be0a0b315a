import type * as z from 'zod/mini'
import type { FieldError } from '../../content/domain/api.ts'
import { HttpProblem } from './problem.ts'

/**
 * Strict reading of request bodies: size, UTF-8, JSON, forbidden keys, schema. Nothing is passed on that wasn't checked.
 */

const ERRORS_SHOWN = 20

/**
 * Reads at most `limit` bytes.
 *
 * @throws {HttpProblem} 413 as soon as the limit is passed, whatever `content-length` says
 */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new HttpProblem('too-large', `The body may have ${limit} bytes at most.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** JSON Pointer (RFC 6901) of a path. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/**
 * Where a value has a key `__proto__`, which schemas drop without a word. Walks with a stack of its own, because
 * hostile JSON nests deeper than functions may.
 */
function protoKey(root: unknown): string | null {
  const stack: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: root, path: [] }]
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { value, path } = item
    if (value === null || typeof value !== 'object') continue
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__') return pointerOf([...path, key])
      // Nothing that the schemas accept nests deeper, and a path a level would make long ones quadratic.
      if (inner !== null && typeof inner === 'object')
        stack.push({ value: inner, path: path.length < 16 ? [...path, key] : path })
    }
  }
  return null
}

function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.slice(0, ERRORS_SHOWN).flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, ERRORS_SHOWN)
        .map((key) => ({ pointer: pointerOf([...issue.path, key]), detail: 'This field is not known here.' }))
    }
    return [{ pointer: pointerOf(issue.path), detail: issue.message }]
  })
}

/** Checks a value against a schema. @throws {HttpProblem} 400 that names each field at fault */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = fieldErrors(parsed.error)
  const named = errors.map(({ pointer, detail }) => `${pointer || 'the body'}: ${detail}`).join(' ')
  throw new HttpProblem('bad-request', `Correct the fields named in "errors". ${named}`.slice(0, 1000), errors)
}

/**
 * Reads a JSON body.
 *
 * @param limit bytes
 * @throws {HttpProblem} 413 when it is too large, 400 when it isn't UTF-8 or JSON, has a `__proto__` key, or
 *   doesn't fit the schema
 */
export async function readBody<T>(request: Request, schema: z.ZodMiniType<T>, limit: number): Promise<T> {
  const bytes = await readBytes(request, limit)
  if (bytes.byteLength === 0) return check(schema, {})
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new HttpProblem('bad-request', 'The body is not JSON in UTF-8.', [
      { pointer: '', detail: 'Send a JSON object in UTF-8.' },
    ])
  }
  const proto = protoKey(value)
  if (proto !== null) {
    throw new HttpProblem('bad-request', `The key __proto__ is refused: ${proto}`, [
      { pointer: proto, detail: 'Take this key away.' },
    ])
  }
  return check(schema, value)
}
