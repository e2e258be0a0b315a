import { type Assessment, bandOf } from './assessment.ts'
import type { Marking } from './assessment-parts.ts'
import { bankOptionId, type Paper, type PaperQuestion } from './paper.ts'
import type { Question } from './question.ts'

/**
 * Marking: from a paper and a sheet of responses to a score. Runs on the server only.
 */

/** A sheet: question id → shown option ids, or one text for a fill-in. Unanswered questions are absent or empty. */
export type Responses = Readonly<Record<string, readonly string[]>>

/** How one question came out; `annulled` is a question that was taken out of the marking, which gives everyone its full marks. */
export type Outcome = 'right' | 'partial' | 'wrong' | 'unanswered' | 'annulled'

/** Marks of one question. */
export interface QuestionMark {
  readonly id: string
  readonly points: number
  readonly earned: number
  readonly outcome: Outcome
}

/** Marks of a whole paper. */
export interface Score {
  readonly score: number
  readonly maxScore: number
  readonly marks: readonly QuestionMark[]
}

/**
 * The form in which fill-in answers are compared: compatibility forms folded (NFKC: full-width letters and digits),
 * white space removed, lower case.
 *
 * @example normaliseAnswer(' ３０ 日') // '30日'
 */
export function normaliseAnswer(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

/**
 * The form in which stems are compared: the same up to width, spaces, case and punctuation is the same question.
 * Points between digits and percent signs stay, for 1.5 isn't 15.
 *
 * @example comparableStem('公司能 不签合同吗？') === comparableStem('公司能不签合同吗?')
 */
export function comparableStem(stem: string): string {
  return normaliseAnswer(stem).replace(/(?<!\d)\p{P}|\p{P}(?!\d)/gu, (mark) =>
    mark === '%' || mark === '‰' ? mark : '',
  )
}

/** The stem of a question with that of its case, in the form in which questions are compared; see `comparableStem`. */
export function comparableQuestion({ stem, group }: Pick<Question, 'stem' | 'group'>): string {
  return comparableStem(`${group?.stem ?? ''}${stem}`)
}

/** Rounds to hundredths, so that thirds of a mark add up the same everywhere. */
function toHundredths(marks: number): number {
  return Math.round(marks * 100) / 100
}

/**
 * Marks for the options chosen. A repeated option counts once; nothing chosen earns nothing.
 *
 * Single and true/false are right or wrong whatever `marking` says; `marking` is for several keys.
 *
 * @param question its key and type
 * @param chosen bank letters, or the one text of a fill-in
 * @param points full marks
 */
export function markQuestion(
  question: Pick<Question, 'type' | 'key'>,
  chosen: readonly string[],
  points: number,
  marking: Marking,
): { earned: number; outcome: Outcome } {
  const right: { earned: number; outcome: Outcome } = { earned: points, outcome: 'right' }
  const wrong: { earned: number; outcome: Outcome } = { earned: 0, outcome: 'wrong' }
  if (question.type === 'fill-in') {
    const answer = normaliseAnswer(chosen[0] ?? '')
    if (answer === '') return { earned: 0, outcome: 'unanswered' }
    return question.key.some((accepted) => normaliseAnswer(accepted) === answer) ? right : wrong
  }
  const picked = new Set(chosen)
  if (picked.size === 0) return { earned: 0, outcome: 'unanswered' }
  const hits = question.key.filter((id) => picked.has(id)).length
  const misses = picked.size - hits
  if (misses === 0 && hits === question.key.length) return right
  if (question.type === 'single' || question.type === 'true-false') return wrong
  const earned = toHundredths(
    Math.min(points, Math.max(0, partialMarks(marking, hits, misses, question.key.length, points))),
  )
  return earned > 0 ? { earned, outcome: 'partial' } : wrong
}

function partialMarks(marking: Marking, hits: number, misses: number, keys: number, points: number): number {
  switch (marking.kind) {
    case 'all-or-nothing':
      return 0
    case 'partial':
      return misses > 0 ? 0 : marking.each === undefined ? (points * hits) / keys : marking.each * hits
    case 'per-option':
      return (points * (hits - misses * marking.penalty)) / keys
  }
}

/** The letters of the bank that a response means; ids that the paper doesn't show are passed over. */
function chosenOf(item: PaperQuestion, response: readonly string[]): string[] {
  if (item.question.type === 'fill-in') return [...response]
  return response.flatMap((id) => bankOptionId(item, id) ?? [])
}

/**
 * Marks a whole sheet.
 *
 * @param annulled ids of questions that give everyone full marks, whatever was answered, so that nobody loses by a question that was wrong
 * @returns the score in marks, rounded to hundredths, and the marks of each question in the order of the paper
 */
export function scoreAttempt(
  paper: Paper,
  responses: Responses,
  marking: Marking,
  annulled: ReadonlySet<string> = new Set(),
): Score {
  const marks = paper.questions.map((item): QuestionMark => {
    const { id } = item.question
    if (annulled.has(id)) return { id, points: item.points, earned: item.points, outcome: 'annulled' }
    const response = Object.hasOwn(responses, id) ? (responses[id] ?? []) : []
    return { id, points: item.points, ...markQuestion(item.question, chosenOf(item, response), item.points, marking) }
  })
  return {
    score: toHundredths(marks.reduce((total, mark) => total + mark.earned, 0)),
    maxScore: toHundredths(marks.reduce((total, mark) => total + mark.points, 0)),
    marks,
  }
}

/** Whether a score passes, and the band it reaches. */
export function gradeOf(
  assessment: Pick<Assessment, 'passMark' | 'bands'>,
  score: number,
): { passed: boolean; band: string | null } {
  return { passed: score >= assessment.passMark, band: bandOf(assessment.bands, score) }
}
