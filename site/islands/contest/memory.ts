import { AttemptIdSchema, ParticipantSchema, SaveRequestSchema } from '../../../content/domain/api.ts'
import { kept } from '../local-store.ts'

/**
 * What a contest keeps in this browser, each under a key of its own.
 */

/** Who signed in here last; key `guest`. The session itself is a cookie that scripts can't read. */
export const keptParticipant = kept('participant', ParticipantSchema)

/** The attempt last under way here, by assessment id. */
export const keptAttempt = kept('attempt', AttemptIdSchema)

/** A sheet that the server hasn't confirmed, by attempt id. */
export const keptSheet = kept('sheet', SaveRequestSchema)
