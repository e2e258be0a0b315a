import { AttemptIdSchema, ParticipantSchema, SaveRequestSchema } from '../../../content/domain/api.ts'
import { kept } from '../local-store.ts'

/**
 * What a contest keeps in this browser, each under a key of its own.
 */

/** Key of whoever signed in here last, guest or person of the roster. */
export const LAST_HERE = 'guest'

/** Who signed in here last; key `LAST_HERE`. The session itself is a cookie that scripts can't read. */
export const keptParticipant = kept('participant', ParticipantSchema)

/** The attempt last under way here, by assessment id. */
export const keptAttempt = kept('attempt', AttemptIdSchema)

/** A sheet that the server hasn't confirmed, by attempt id. */
export const keptSheet = kept('sheet', SaveRequestSchema)
