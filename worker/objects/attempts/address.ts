import type { Env } from '../../env.ts'

/** The object of a shard of participants. */
export function shardStub(env: Env, shard: number): DurableObjectStub<import('./object.ts').Attempts> {
  return env.ATTEMPTS.getByName(`shard-${shard}`)
}
