import * as z from 'zod/mini'
import type { Assessment } from '../../../content/domain/assessment.ts'
import { AttemptsRuleSchema, TieBreakSchema } from '../../../content/domain/assessment-parts.ts'
import { rankedResultOf } from '../../../content/domain/entitlement.ts'
import type { Env } from '../../env.ts'
import type { Deliver } from '../../sqlite/outbox.ts'
import type { StoredAttempt, StoredParticipant } from '../attempts/store.ts'

/** A result on its way from a shard to the board of its assessment. */
export const DeliverySchema = z.strictObject({
  attempt: z.uuid(),
  participant: z.uuid(),
  name: z.string(),
  unit: z.nullable(z.string()),
  score: z.number().check(z.gte(0)),
  timeUsedSeconds: z.int().check(z.gte(1)),
  finishedAt: z.int(),
  /** Set when a result has been marked anew: this one counts now in place of whatever counted. Grows with each correction of a participant. */
  correction: z.optional(z.int()),
  /** Set of a make-up attempt, which counts once it is better, whatever the rule. */
  makeUp: z.optional(z.literal(true)),
  /** Rules of the release; the board keeps those of the first delivery. */
  rules: z.strictObject({ tieBreak: TieBreakSchema, counts: AttemptsRuleSchema.shape.counts }),
})
export type Delivery = z.output<typeof DeliverySchema>

/** The result of an attempt that has ended, for its board. */
export function deliveryOf(assessment: Assessment, attempt: StoredAttempt, participant: StoredParticipant): Delivery {
  return {
    attempt: attempt.uuid,
    participant: participant.uuid,
    name: participant.nickname,
    unit: participant.unit,
    ...rankedResultOf(attempt),
    rules: { tieBreak: assessment.tieBreak, counts: assessment.attempts.counts },
  }
}

/** Reads the body of an outbox entry; a sentence when it isn't a delivery. */
export function readDelivery(body: string): Delivery | string {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return 'The body is not JSON.'
  }
  const parsed = DeliverySchema.safeParse(value)
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

/** Delivers outbox entries whose destination is an assessment to its board. */
export function deliverToBoard(env: Env): Deliver {
  return (assessmentId, entries) =>
    env.BOARD.getByName(assessmentId).count(entries.map(({ id, body }) => ({ id, body })))
}
