import { type Assessment, maxScore, questionCount } from './assessment.ts'
import type { AssessmentSummary } from './assessment-api.ts'

const SEVERAL: readonly string[] = ['multiple', 'indeterminate', 'case']

/** The rules of an assessment as everyone may know them. */
export function summaryOf(assessment: Assessment): AssessmentSummary {
  const { id, title, kind, opensAt, closesAt, makeUpWindow, durationSeconds, attempts, blueprint } = assessment
  const { passMark, bands, marking, tieBreak, unitRanking, reveal, scoreShown, warnAtSeconds, guests } = assessment
  const types = blueprint.sections.flatMap((section) => section.draw.flatMap((quota) => quota.types))
  return {
    ...{ id, title, kind, opensAt, closesAt, durationSeconds, attempts, passMark, bands, reveal, scoreShown },
    ...{ warnAtSeconds, guests },
    ...(makeUpWindow === undefined ? {} : { makeUpWindow }),
    questionCount: questionCount(blueprint),
    marks: maxScore(blueprint),
    ...(types.some((type) => SEVERAL.includes(type)) ? { marking } : {}),
    ...(kind === 'practice' ? {} : { tieBreak, unitRanking }),
  }
}
