import {
  AttemptDetailSchema,
  BODY_LIMIT,
  SavedSchema,
  SaveRequestSchema,
  StartedSchema,
  StartRequestSchema,
  SubmitRequestSchema,
  SubmittedSchema,
} from '../../content/domain/api.ts'
import { type Asked, operation, sessionOfCall } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { shardStub } from '../objects/attempts/address.ts'
import { parseAttemptId, shardOf } from '../objects/attempts/attempt-id.ts'
import type { Refusal } from '../objects/attempts/object.ts'
import { catalogueOf } from '../objects/bank/catalogue.ts'
import { rosterOf } from '../objects/roster/address.ts'

/** Attempts: start, save, submit, read. */

const NO_ATTEMPT = 'There is no such attempt of yours.'

/** The object that holds an attempt. @throws {HttpProblem} 404 for ids that can't be the participant's */
export async function located({ env, path, actor }: Asked) {
  const { participant, epoch } = sessionOfCall({ actor })
  const id = parseAttemptId(path['id'] ?? '')
  const { shards } = await catalogueOf(env)
  if (id === null || id.shard !== shardOf(participant.id, shards)) throw new HttpProblem('not-found', NO_ATTEMPT)
  return { stub: shardStub(env, id.shard), id, holder: { uuid: participant.id, epoch } }
}

function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome
}

/** Turns a refusal of the object into a problem. */
export function accepted<T extends object>(outcome: T): Exclude<T, { readonly refused: unknown }> {
  if (!isRefusal(outcome)) return outcome as Exclude<T, { readonly refused: unknown }>
  switch (outcome.refused) {
    case 'not-found':
      throw new HttpProblem('not-found', NO_ATTEMPT)
    case 'signed-in-elsewhere':
      throw new HttpProblem(
        'signed-in-elsewhere',
        'You have signed in on another device since, and go on there. To go on here, sign in again; what was saved is kept.',
      )
    case 'not-open':
      throw new HttpProblem(
        'not-open',
        'It is not open now; see opensAt, closesAt and makeUpWindow in /api/assessments.',
      )
    case 'already-passed':
      throw new HttpProblem('already-passed', 'The make-up is for people who have not passed; you have.')
    case 'no-attempts-left':
      throw new HttpProblem('no-attempts-left', 'You have used all your attempts.')
    case 'too-few-questions':
      throw new HttpProblem(
        'too-few-questions',
        'Questions are being reviewed because the law has changed, and too few are left for a paper. Come back later; no attempt was used.',
      )
    case 'finished':
      throw new HttpProblem('finished', 'The attempt has been handed in; read its result with GET /api/attempts/{id}.')
    case 'responses':
      throw new HttpProblem(
        'bad-request',
        'Some responses do not belong to this paper; nothing was saved.',
        outcome.faults
          .slice(0, 20)
          .map(({ question, fault }) => ({ pointer: `/responses/${question}`, detail: fault })),
      )
  }
}

async function knownAssessment({ env, path }: Asked) {
  const catalogue = await catalogueOf(env)
  const entry = catalogue.entries.find(({ assessment }) => assessment.id === path['id'])
  if (entry === undefined) throw new HttpProblem('not-found', 'There is no such assessment; see /api/assessments.')
  return { ...entry, shards: catalogue.shards }
}

export const startAttempt = operation({
  method: 'post',
  path: '/api/assessments/{id}/attempts',
  summary: 'Start an attempt, or resume the one in progress (200)',
  capability: 'take-part',
  body: { schema: StartRequestSchema, limit: BODY_LIMIT },
  responses: { 200: StartedSchema, 201: StartedSchema },
  find: knownAssessment,
  handle: async (call) => {
    const { assessment, release, shards } = call.found
    const { participant, epoch } = sessionOfCall(call)
    if (!assessment.guests && epoch === 0) {
      throw new HttpProblem(
        'staff-only',
        'Only people of the roster take part; sign in as one: POST /api/session/roster-code.',
      )
    }
    const { id: uuid, nickname, unit } = participant
    const shard = shardOf(uuid, shards)
    // Asked of exams alone, so that a contest of thousands doesn't queue at the roster.
    const extraTimePercent = assessment.kind === 'exam' && epoch > 0 ? await rosterOf(call.env).extraTimeOf(uuid) : 0
    const outcome = await shardStub(call.env, shard).start({
      shard,
      release,
      participant: { uuid, nickname, unit, epoch },
      extraTimePercent,
    })
    const { resumed, ...value } = accepted(outcome)
    return { status: resumed ? 200 : 201, value }
  },
})

export const saveResponses = operation({
  method: 'put',
  path: '/api/attempts/{id}/responses',
  summary: 'Save the whole sheet; an older or equal seq changes nothing',
  capability: 'take-part',
  body: { schema: SaveRequestSchema, limit: BODY_LIMIT },
  responses: { 200: SavedSchema },
  find: located,
  handle: async ({ found: { stub, id, holder }, body }) => {
    return {
      status: 200,
      value: accepted(await stub.save(id.uuid, holder, body.seq, body.responses)),
    }
  },
})

export const submitAttempt = operation({
  method: 'post',
  path: '/api/attempts/{id}/submit',
  summary: 'Hand in; doing so again gives the same result',
  capability: 'take-part',
  body: { schema: SubmitRequestSchema, limit: BODY_LIMIT },
  responses: { 200: SubmittedSchema },
  find: located,
  handle: async ({ found: { stub, id, holder }, body: { seq = null, responses = null } }) => {
    return { status: 200, value: accepted(await stub.submit(id.uuid, holder, seq, responses)) }
  },
})

export const readAttempt = operation({
  method: 'get',
  path: '/api/attempts/{id}',
  summary: 'An attempt with paper and sheet, after the end with its result',
  capability: 'take-part',
  responses: { 200: AttemptDetailSchema },
  find: located,
  handle: async ({ found: { stub, id, holder } }) => {
    return { status: 200, value: accepted(await stub.detail(id.shard, id.uuid, holder)) }
  },
})
