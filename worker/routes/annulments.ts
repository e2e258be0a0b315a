import { AnnulmentsSchema, AnnulRequestSchema } from '../../content/domain/annulment-api.ts'
import { BODY_LIMIT } from '../../content/domain/api.ts'
import type { Env } from '../env.ts'
import { type Asked, operation, requireScope } from '../http/operation.ts'
import { HttpProblem } from '../http/problem.ts'
import { shardStub } from '../objects/attempts/address.ts'
import type { AnnulmentProgress } from '../objects/attempts/annulments.ts'
import { bankOf, catalogueOf, forgetCatalogue } from '../objects/bank/catalogue.ts'
import { rosterOf, unitsOf } from '../objects/roster/address.ts'

/** Questions found wrong after people have answered them. */

/** An annulment concerns whoever has taken part. @throws {HttpProblem} 403 unless the caller may annul in every unit there is */
async function requireEverywhere(call: Asked): Promise<void> {
  for (const { id, parent } of await unitsOf(call.env)) if (parent === null) requireScope(call, 'annul', [id])
}

/** What an assessment's annulments have changed so far, in all shards together. */
async function progressOf(env: Env, assessment: string): Promise<Map<string, AnnulmentProgress[]>> {
  const { shards } = await catalogueOf(env)
  const all = await Promise.all(
    Array.from({ length: shards }, (_, shard) => shardStub(env, shard).annulmentProgress(assessment)),
  )
  return Map.groupBy(all.flat(), ({ question }) => question)
}

async function annulmentsOf(env: Env, assessment: string) {
  const [{ shards }, annulments, progress] = await Promise.all([
    catalogueOf(env),
    bankOf(env).annulmentsOf(assessment),
    progressOf(env, assessment),
  ])
  const sum = (parts: readonly AnnulmentProgress[], count: 'corrected' | 'raised') =>
    parts.reduce((total, part) => total + part[count], 0)
  return {
    annulments: await Promise.all(
      annulments.map(async ({ question, reason, by, at }) => {
        const parts = progress.get(question) ?? []
        return {
          question,
          reason,
          at: new Date(at).toISOString(),
          by: await rosterOf(env).nameOf(by),
          corrected: sum(parts, 'corrected'),
          raised: sum(parts, 'raised'),
          // A shard that hasn't been told yet has no part.
          isDone: parts.length === shards && parts.every(({ isDone }) => isDone),
        }
      }),
    ),
  }
}

export const annulQuestion = operation({
  method: 'post',
  path: '/api/operator/assessments/{id}/annulments',
  summary:
    'Take a question out of the marking: everyone whose paper has it gets its full marks, and what they had before is kept',
  capability: 'annul',
  body: { schema: AnnulRequestSchema, limit: BODY_LIMIT },
  responses: { 200: AnnulmentsSchema },
  handle: async (call) => {
    const { env, actor, path, body } = call
    await requireEverywhere(call)
    const id = path['id'] ?? ''
    const outcome = await bankOf(env).annul(actor.name, id, body.question, body.reason)
    if (outcome === null) throw new HttpProblem('not-found', `There is no assessment "${id}"; see /api/assessments.`)
    if ('refused' in outcome) throw new HttpProblem('conflict', outcome.refused)
    forgetCatalogue()
    await rosterOf(env).note(actor.name, 'assessment.annul', id, `${body.question}: ${body.reason}`)
    return { status: 200, value: await annulmentsOf(env, id) }
  },
})

export const listAnnulments = operation({
  method: 'get',
  path: '/api/operator/assessments/{id}/annulments',
  summary: 'Questions taken out of the marking, by whom and why, and how many results have changed',
  capability: 'annul',
  responses: { 200: AnnulmentsSchema },
  handle: async (call) => {
    await requireEverywhere(call)
    return { status: 200, value: await annulmentsOf(call.env, call.path['id'] ?? '') }
  },
})
