import {
  BATCH_BODY_LIMIT,
  LibraryHeaderSchema,
  LibraryStateSchema,
  LibraryUploadSchema,
  LibraryVersionSchema,
} from '../../content/domain/library-index.ts'
import { OPERATOR_BODY_LIMIT } from '../../content/domain/operator-api.ts'
import { SearchQuerySchema, SearchResultsSchema } from '../../content/domain/search-api.ts'
import type { Env } from '../env.ts'
import { check } from '../http/body.ts'
import { operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { limitSearches } from '../http/rate-limit.ts'
import type { Library } from '../objects/library/object.ts'

/** Search in laws and bodies of pages, and loading its index. */

function libraryOf(env: Env): DurableObjectStub<Library> {
  return env.LIBRARY.getByName('library')
}

export const search = operation({
  method: 'get',
  path: '/api/search',
  summary: 'Articles of laws and pages for a question in plain words, or the article that it names',
  capability: 'read',
  query: SearchQuerySchema,
  responses: { 200: SearchResultsSchema },
  handle: async ({ request, env, url }) => {
    limitSearches(request, env)
    return { status: 200, value: await libraryOf(env).search(check(SearchQuerySchema, onceEach(url))) }
  },
})

/** @throws {HttpProblem} 400 when a field stands twice, since either could be meant */
function onceEach({ searchParams }: URL): Record<string, string> {
  const twice = [...searchParams.keys()].find((key) => searchParams.getAll(key).length > 1)
  if (twice !== undefined)
    throw new HttpProblem('bad-request', 'A field stands twice.', [
      { pointer: `/${twice.slice(0, 40)}`, detail: 'Give this field once.' },
    ])
  return Object.fromEntries(searchParams)
}

export const beginLibrary = operation({
  method: 'post',
  path: '/api/operator/library',
  summary: 'Begin to load a search index, or go on with one; the one before answers meanwhile',
  capability: 'publish',
  body: { schema: LibraryHeaderSchema, limit: OPERATOR_BODY_LIMIT },
  responses: { 200: LibraryStateSchema },
  handle: async ({ env, body }) => ({ status: 200, value: await libraryOf(env).begin(body) }),
})

export const addToLibrary = operation({
  method: 'post',
  path: '/api/operator/library/batches',
  summary: 'Load a batch of a search index; the same batch again changes nothing',
  capability: 'publish',
  body: { schema: LibraryUploadSchema, limit: BATCH_BODY_LIMIT },
  responses: { 200: LibraryStateSchema },
  handle: async ({ env, body }) => {
    const outcome = await libraryOf(env).add(body)
    if ('refused' in outcome) throw new HttpProblem('conflict', outcome.refused)
    return { status: 200, value: outcome }
  },
})

export const activateLibrary = operation({
  method: 'post',
  path: '/api/operator/library/activate',
  summary: 'Answer from a search index that has come whole',
  capability: 'publish',
  body: { schema: LibraryVersionSchema, limit: 1024 },
  responses: { 200: LibraryStateSchema },
  handle: async ({ env, body }) => {
    const outcome = await libraryOf(env).activate(body.version)
    if ('refused' in outcome) throw new HttpProblem('conflict', outcome.refused)
    return { status: 200, value: outcome }
  },
})
