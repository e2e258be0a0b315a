import type { Assessment } from '../../../content/domain/assessment.ts'
import type { Env } from '../../env.ts'
import type { Deliver } from '../../sqlite/outbox.ts'
import { certificatesOf } from './address.ts'

/** The destination in a shard's outbox; no assessment has such an id. */
export const TO_CERTIFICATES = '@certificates'

/** A pass that marking anew has taken away, as a shard tells it. */
export interface PassLost {
  /** UUID. */
  readonly participant: string
  readonly assessment: string
}

/** The entry for a pass that marking anew has taken away. */
export function passLost({ id }: Pick<Assessment, 'id'>, participant: string): PassLost {
  return { participant, assessment: id }
}

/** Delivers passes that were lost, written by a shard itself. */
export function deliverToCertificates(env: Env): Deliver {
  return async (_, entries) => {
    await certificatesOf(env).revokeLost(entries.map(({ body }) => JSON.parse(body) as PassLost))
    return []
  }
}
