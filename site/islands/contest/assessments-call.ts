import { AssessmentsSchema } from '../../../content/domain/assessment-api.ts'
import { call } from '../call.ts'

/** All assessments with their rules; apart from the calls of a contest, whose page knows its own rules. */
export const getAssessments = () => call(AssessmentsSchema, 'GET', '/api/assessments')
