import { type Assessment, AssessmentSchema } from '../domain/assessment.ts'
import { ProblemsError } from '../domain/errors.ts'
import type { Question } from '../domain/question.ts'
import type { QuestionType } from '../domain/question-parts.ts'
import { issueTexts } from '../source/issue-text.ts'

/** A contest on an imported bank. */

/** What its organiser chooses. */
export interface ContestOptions {
  /** Lower case, digits and hyphens. */
  readonly id: string
  readonly title: string
  /** Number of questions on a paper. */
  readonly questions: number
  readonly minutes: number
}

const ONE_KEY: readonly QuestionType[] = ['single', 'true-false']
const SEVERAL_KEYS: readonly QuestionType[] = ['multiple', 'indeterminate']

/** What to write on the command line, by the field that it becomes. */
const FIXES: Readonly<Record<string, string>> = {
  id: '用 --contest 写最多48个小写英文字母、数字和短横线，例如 --contest spring-2027。',
  title: '用 --title 写4到40个字的名称，例如 --title 春季普法竞赛。',
  durationSeconds: '用 --minutes 写1到1440的整数，例如 --minutes 20。',
}
const ANY_FIX = '用 --questions 写1到500的整数，例如 --questions 20。'

function section(title: string, types: readonly QuestionType[], count: number, points: number) {
  return count === 0 ? [] : [{ title, points, draw: [{ count, types: [...types] }] }]
}

/**
 * A contest that is open at once to everyone with a nickname: half of the paper has one key a question, half several,
 * as far as the bank has them; any number of attempts, the best counts, less time wins a tie.
 *
 * A paper has 100 marks when they divide evenly, otherwise one a question; 60 % pass.
 *
 * @throws {ProblemsError} when the bank has too few questions, or the options don't fit
 * @example contestOn(content.questions, { id: 'spring-2027', title: '春季普法竞赛', questions: 20, minutes: 20 })
 */
export function contestOn(pool: readonly Question[], { id, title, questions, minutes }: ContestOptions): Assessment {
  // Cases are drawn as a whole, by quotas of their own.
  const single = pool.filter(({ group }) => group === undefined)
  const several = single.filter(({ type }) => SEVERAL_KEYS.includes(type)).length
  const one = single.filter(({ type }) => ONE_KEY.includes(type)).length
  if (one + several < questions) {
    const fault = `要出${questions}道题，题库里只有${one + several}道。`
    throw new ProblemsError([
      { place: `竞赛“${id}”`, fault, fix: '用 --questions 少出几道，例如 --questions 10，或者多导入一些题。' },
    ])
  }
  const ones = Math.min(one, Math.max(Math.ceil(questions / 2), questions - several))
  const points = 100 % questions === 0 ? 100 / questions : 1
  const assessment = {
    id,
    title,
    englishTitle: title,
    summary: `共 ${questions} 题，限时 ${minutes} 分钟；次数不限，取最好成绩，同分用时少者在前。题库未经审核。`,
    kind: 'contest',
    opensAt: null,
    closesAt: null,
    durationSeconds: minutes * 60,
    attempts: { allowed: null, counts: 'best' },
    blueprint: {
      sections: [
        ...section('单选题', ONE_KEY, ones, points),
        ...section('多选题', SEVERAL_KEYS, questions - ones, points),
      ],
    },
    marking: { kind: 'partial' },
    passMark: Math.round(questions * points * 60) / 100,
    tieBreak: 'time',
    unitRanking: { by: 'average', atLeast: 3 },
    reveal: 'with-result',
    guests: true,
    allowUnreviewed: true,
  }
  const parsed = AssessmentSchema.safeParse(assessment, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new ProblemsError(
    issueTexts(parsed.error.issues, AssessmentSchema, assessment).map(({ path: [field = ''], fault }) => ({
      place: `竞赛“${id}”`,
      fault,
      fix: FIXES[String(field)] ?? ANY_FIX,
    })),
  )
}
