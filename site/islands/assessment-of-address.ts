import { AssessmentSchema } from '../../content/domain/assessment.ts'

/** The assessment that `?id=` of the page's address names, or an empty text when it is none. */
export function assessmentOfAddress(): string {
  const parsed = AssessmentSchema.shape.id.safeParse(new URLSearchParams(location.search).get('id'))
  return parsed.success ? parsed.data : ''
}
