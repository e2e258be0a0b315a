import type { Env } from '../../env.ts'
import type { Deliver } from '../../sqlite/outbox.ts'
import { deliverToBoard } from '../board/delivery.ts'
import { deliverToCertificates, TO_CERTIFICATES } from '../certificates/delivery.ts'

/** Delivers what a shard has to tell: results to the board of their assessment, passes that were lost to the certificates. */
export function deliverFromAttempts(env: Env): Deliver {
  const [toBoard, toCertificates] = [deliverToBoard(env), deliverToCertificates(env)]
  return (destination, entries) =>
    destination === TO_CERTIFICATES ? toCertificates(destination, entries) : toBoard(destination, entries)
}
