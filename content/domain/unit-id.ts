import * as z from 'zod/mini'

/** The id of a unit: lower case, digits and hyphens. */
export const UnitIdSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,47}$/))
