import { describe, expect, it } from 'vitest'
import {
  checkedAnswer,
  isPracticeOnly,
  OFFLINE_QUESTIONS_LIMIT,
  toOfflineQuestions,
  toPracticeQuestion,
} from '../../content/domain/practice.ts'
import { OfflinePracticeSchema } from '../../content/domain/practice-api.ts'
import type { Use } from '../../content/domain/question.ts'
import { caseQuestions, question, questionOf } from '../fixtures/questions.ts'

describe('a question', () => {
  it.each<[uses: Use[], only: boolean]>([
    [['practice'], true],
    [['practice', 'practice'], true],
    [['practice', 'exam'], false],
    [['contest', 'practice'], false],
    [['exam'], false],
    [['contest'], false],
    [[], false],
  ])('with the uses %j may be given out with its key: %j', (uses, only) => {
    expect(isPracticeOnly({ uses })).toBe(only)
    expect(toOfflineQuestions([question({ uses })])).toHaveLength(only ? 1 : 0)
  })

  it('is asked without key, rationale and articles', () => {
    expect(Object.keys(toPracticeQuestion(caseQuestions('c', 1)[0] ?? question())).toSorted()).toEqual(
      ['difficulty', 'group', 'id', 'options', 'stem', 'topics', 'type'].toSorted(),
    )
  })

  it('is kept with all that judges an answer to it, in the form of the contract', () => {
    const [kept] = toOfflineQuestions([question()])
    expect(kept).toMatchObject({
      key: ['A'],
      rationale: '劳动关系自用工之日起建立。',
      citations: ['《劳动合同法》第七条'],
    })
    expect(OfflinePracticeSchema.safeParse({ questions: [kept] }).success).toBe(true)
    expect(kept).not.toHaveProperty('uses')
  })

  it('is kept with the days on which it is not asked, without the reasons', () => {
    const setAside = [{ from: '2027-01-01', until: '2027-02-01', reason: '《劳动合同法》第七条：2027-01-01 起改了' }]
    const [kept] = toOfflineQuestions([question({ setAside })])
    expect(kept?.setAside).toEqual([{ from: '2027-01-01', until: '2027-02-01' }])
    expect(OfflinePracticeSchema.safeParse({ questions: [kept] }).success).toBe(true)
  })
})

it('gives out a limited number at once', () => {
  const many = Array.from({ length: OFFLINE_QUESTIONS_LIMIT + 5 }, (_, index) => question({ id: `q-${index}` }))
  expect(toOfflineQuestions(many)).toHaveLength(OFFLINE_QUESTIONS_LIMIT)
})

describe('an answer', () => {
  it.each([
    ['single', ['B'], 'right'],
    ['single', ['A'], 'wrong'],
    ['multiple', ['A', 'C'], 'right'],
    ['multiple', ['A'], 'wrong'],
    ['fill-in', [' ３０ '], 'right'],
    ['fill-in', ['31'], 'wrong'],
    ['true-false', [], 'unanswered'],
  ] as const)('to a question of the type %s with %j is %s', (type, response, outcome) => {
    const asked = questionOf(type)
    expect(checkedAnswer(asked, response)).toEqual({
      outcome,
      key: asked.key,
      rationale: asked.rationale,
      citations: asked.citations,
    })
  })
})
