import type { Env } from '../../env.ts'
import type { Deliver } from '../../sqlite/outbox.ts'
import type { AnnulmentOrder } from './annulments.ts'

/** The object of a shard of participants. */
export function shardStub(env: Env, shard: number): DurableObjectStub<import('./object.ts').Attempts> {
  return env.ATTEMPTS.getByName(`shard-${shard}`)
}

/** Delivers annulments, written by the bank itself, whose destination is the number of a shard. */
export function annulInShards(env: Env): Deliver {
  return async (shard, entries) => {
    await shardStub(env, Number(shard)).annul(entries.map(({ body }) => JSON.parse(body) as AnnulmentOrder))
    return []
  }
}
