import type { Env } from '../../env.ts'
import { catalogueOf } from '../bank/catalogue.ts'
import { shardStub } from './address.ts'
import { shardOf } from './attempt-id.ts'
import type { MarkedAttempt, ParticipantResult } from './results.ts'
import type { GuestEntry } from './store.ts'

/** Results of many people from all shards: all at the same time, each batch by batch, so that saves come in between. */

/** Participants whose stored results are asked for in one call: some 0.02 ms of work each. */
const RESULTS_BATCH = 1000
/** Participants whose papers are drawn and marked in one call: some 0.25 ms of work each, during which nobody's sheet is saved. */
const MARKED_BATCH = 200

async function eachBatch(
  env: Env,
  participants: readonly string[],
  size: number,
  ask: (shard: number, batch: readonly string[]) => Promise<void>,
): Promise<void> {
  const { shards } = await catalogueOf(env)
  const byShard = Map.groupBy(participants, (participant) => shardOf(participant, shards))
  await Promise.all(
    [...byShard].map(async ([shard, own]) => {
      for (let at = 0; at < own.length; at += size) await ask(shard, own.slice(at, at + size))
    }),
  )
}

/** What each of these participants has done at an assessment, by participant; those who never began are absent. */
export async function resultsOf(
  env: Env,
  assessment: string,
  participants: readonly string[],
): Promise<Map<string, ParticipantResult>> {
  const results = new Map<string, ParticipantResult>()
  await eachBatch(env, participants, RESULTS_BATCH, async (shard, batch) => {
    for (const each of await shardStub(env, shard).results(assessment, batch)) results.set(each.participant, each)
  })
  return results
}

/** Gives the marked counting attempts of these participants batch by batch, in no order, so that they are never in memory together. */
export async function eachMarked(
  env: Env,
  assessment: string,
  participants: readonly string[],
  take: (batch: readonly MarkedAttempt[]) => Promise<void>,
): Promise<void> {
  await eachBatch(env, participants, MARKED_BATCH, async (shard, batch) => {
    await take(await shardStub(env, shard).marked(assessment, batch))
  })
}

/** Every guest who has taken part in an assessment. */
export async function guestsOf(env: Env, assessment: string): Promise<Omit<GuestEntry, 'row'>[]> {
  const { shards } = await catalogueOf(env)
  const found = await Promise.all(
    Array.from({ length: shards }, async (_, shard) => {
      const own: GuestEntry[] = []
      for (;;) {
        const part = await shardStub(env, shard).guests(assessment, own.at(-1)?.row ?? 0, RESULTS_BATCH)
        own.push(...part)
        if (part.length < RESULTS_BATCH) return own
      }
    }),
  )
  return found.flat()
}
