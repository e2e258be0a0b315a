import type { AttemptDetail, AttemptView, Correction, QuestionResult, Result } from '../../../content/domain/api.ts'
import { type Assessment, assessmentPhase, lastClose, showsScores } from '../../../content/domain/assessment.ts'
import { timeUsedSeconds } from '../../../content/domain/attempt.ts'
import { type Paper, shownKey, toPublicQuestion } from '../../../content/domain/paper.ts'
import { gradeOf, type Responses, type Score } from '../../../content/domain/scoring.ts'
import type { StoredCorrection } from './annulments.ts'
import type { StoredAttempt } from './store.ts'

/** An attempt as its participant sees it. */
export function attemptView(shard: number, assessmentId: string, attempt: StoredAttempt): AttemptView {
  return {
    id: `${shard}-${attempt.uuid}`,
    assessmentId,
    state: attempt.state,
    startedAt: new Date(attempt.startedAt).toISOString(),
    deadline: attempt.deadline === null ? null : new Date(attempt.deadline).toISOString(),
    seq: attempt.seq,
  }
}

/** Questions of a paper without keys. */
export function paperView(paper: Paper): AttemptDetail['paper'] {
  return {
    questions: paper.questions.map((item) => {
      const { id, type, stem, options, points, group } = toPublicQuestion(item)
      return { id, type, stem, options: [...options], points, ...(group ? { group } : {}) }
    }),
  }
}

/** Whether keys may leave the server now. */
export function revealsKeys(
  assessment: Pick<Assessment, 'reveal' | 'scoreShown' | 'opensAt' | 'closesAt' | 'makeUpWindow'>,
  now: number,
): boolean {
  if (!showsScores(assessment, now)) return false
  switch (assessment.reveal) {
    case 'with-result':
      return true
    case 'after-close':
      return assessmentPhase(assessment, now) === 'closed'
    case 'never':
      return false
  }
}

/**
 * A result as its participant sees it.
 *
 * @param hidden ids of questions whose keys stay here all the same (asked in a contest or exam meanwhile)
 */
export function resultView(
  assessment: Assessment,
  paper: Paper,
  attempt: StoredAttempt,
  score: Score & { readonly corrections: readonly StoredCorrection[] },
  now: number,
  hidden: ReadonlySet<string>,
): Result {
  const base = {
    maxScore: score.maxScore,
    timeUsedSeconds: timeUsedSeconds(attempt),
    finishedAt: new Date(attempt.finishedAt ?? now).toISOString(),
  }
  if (!showsScores(assessment, now)) {
    const shownAt = new Date(lastClose(assessment) ?? now).toISOString()
    return { ...base, score: null, passed: null, band: null, shownAt }
  }
  const questions = paper.questions.flatMap((item, index): QuestionResult[] => {
    const mark = score.marks[index]
    const { id, rationale, citations } = item.question
    if (mark === undefined) return []
    if (hidden.has(id)) return [mark]
    return [{ ...mark, key: shownKey(item), citations, ...(rationale === undefined ? {} : { rationale }) }]
  })
  return {
    ...base,
    score: score.score,
    ...gradeOf(assessment, score.score),
    ...(revealsKeys(assessment, now) ? { questions } : {}),
    ...(score.corrections.length > 0 ? { corrections: score.corrections.map(correctionView) } : {}),
  }
}

function correctionView({ at, ...correction }: StoredCorrection): Correction {
  return { ...correction, at: new Date(at).toISOString() }
}

/** Responses in the form of the API. */
export function responsesView(responses: Responses): AttemptDetail['responses'] {
  return Object.fromEntries(Object.entries(responses).map(([id, response]) => [id, [...response]]))
}
