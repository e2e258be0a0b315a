import type { AttemptDetail } from '../../../content/domain/api.ts'
import type { PracticeQuestion } from '../../../content/domain/practice-api.ts'

/** A practice question; every field can be set. */
export function practiceQuestion(fields: Partial<PracticeQuestion> & { id: string }): PracticeQuestion {
  return {
    type: 'single',
    stem: `Stem of ${fields.id}`,
    options: [
      { id: 'a', text: 'First' },
      { id: 'b', text: 'Second' },
      { id: 'c', text: 'Third' },
    ],
    topics: ['wages'],
    ...fields,
  }
}

export const ATTEMPT_ID = '0-01a2088e-c6b3-715d-a935-e5f0326b94b1'

/** An attempt under way with three questions, twenty minutes from noon. */
export function attemptDetail(fields: Partial<AttemptDetail> & { seq?: number } = {}): AttemptDetail {
  const { seq = 0, ...rest } = fields
  const questions = ['q1', 'q2', 'q3'].map((id) => {
    const { topics: _, ...asked } = practiceQuestion({ id })
    return { ...asked, points: 5 }
  })
  return {
    attempt: {
      id: ATTEMPT_ID,
      assessmentId: 'contest',
      state: 'in_progress',
      startedAt: '2026-11-20T12:00:00Z',
      deadline: '2026-11-20T12:20:00Z',
      seq,
    },
    paper: { questions },
    responses: {},
    serverNow: '2026-11-20T12:00:00Z',
    ...rest,
  }
}

export const RESULT = {
  score: 10,
  maxScore: 15,
  passed: true,
  band: null,
  timeUsedSeconds: 61,
  finishedAt: '2026-11-20T12:01:01Z',
}
