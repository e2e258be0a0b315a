import { BODY_LIMIT } from '../../content/domain/api.ts'
import {
  CheckedSchema,
  CheckRequestSchema,
  OfflinePracticeSchema,
  PracticeQuerySchema,
  PracticeQuestionsSchema,
} from '../../content/domain/practice-api.ts'
import { check } from '../http/body.ts'
import { operation } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { bankOf } from '../objects/bank/catalogue.ts'

/** Practice without account: questions, a check that gives key, rationale and citation, and what may be kept offline. */

export const listPracticeQuestions = operation({
  method: 'get',
  path: '/api/practice/questions',
  summary: 'Questions that are free for practice, without keys',
  capability: 'read',
  query: PracticeQuerySchema,
  responses: { 200: PracticeQuestionsSchema },
  handle: async ({ env, url }) => {
    const { topic = null } = check(PracticeQuerySchema, Object.fromEntries(url.searchParams))
    return { status: 200, value: { questions: await bankOf(env).practiceQuestions(topic) } }
  },
})

export const readOfflinePractice = operation({
  method: 'get',
  path: '/api/practice/offline',
  summary: 'Questions for practice alone, with keys, to be kept for practice without network',
  capability: 'read',
  responses: { 200: OfflinePracticeSchema },
  handle: async ({ env, request }) => {
    const { id, questions } = await bankOf(env).offlinePractice()
    // Asked anew each time, and sent only when it has changed: a question may have been taken by a contest since.
    const headers = { 'cache-control': 'no-cache', etag: `"${id}"` }
    return request.headers.get('if-none-match')?.includes(id)
      ? { status: 304, value: null, headers }
      : { status: 200, value: { questions }, headers }
  },
})

export const checkPracticeQuestion = operation({
  method: 'post',
  path: '/api/practice/questions/{id}/check',
  summary: 'Whether an answer is right, and why',
  capability: 'read',
  body: { schema: CheckRequestSchema, limit: BODY_LIMIT },
  responses: { 200: CheckedSchema },
  handle: async ({ env, path, body }) => {
    const checked = await bankOf(env).checkPractice(path['id'] ?? '', body.response)
    if (checked === null) throw new HttpProblem('not-found', 'This question is not free for practice.')
    if (typeof checked === 'string')
      throw new HttpProblem('bad-request', checked, [{ pointer: '/response', detail: checked }])
    return { status: 200, value: checked }
  },
})
