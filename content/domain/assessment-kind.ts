import * as z from 'zod/mini'

/** What kind of assessment it is. Practice shows keys at once; the others never before their result. */
export const AssessmentKindSchema = z.enum(['practice', 'drill', 'contest', 'exam'])
export type AssessmentKind = z.output<typeof AssessmentKindSchema>
