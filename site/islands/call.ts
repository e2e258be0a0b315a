import type * as z from 'zod/mini'
import { type Called, type RequestOptions, request } from './request.ts'

/**
 * Calls the service; the answer is parsed with its schema.
 *
 * @param schema form of a successful answer
 * @param path starts with `/api/`
 * @param body sent as JSON; left out for GET
 */
export function call<T>(
  schema: z.ZodMiniType<T>,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
  options?: RequestOptions,
): Promise<Called<T>> {
  const read = (json: unknown) => schema.safeParse(json).data ?? null
  return request(read, method, path, body, options)
}
