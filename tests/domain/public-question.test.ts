import { describe, expect, test } from 'vitest'
import { bankOptionId, drawPaper, shownKey, shownOptionId, toPublicQuestion } from '../../content/domain/paper.ts'
import { blueprint, quota } from '../fixtures/assessments.ts'
import { paper, paperQuestion, seed } from '../fixtures/papers.ts'
import { caseQuestions, question, questionOf, several } from '../fixtures/questions.ts'

describe('what a participant sees of a question', () => {
  const shown = toPublicQuestion(paperQuestion({ question: questionOf('multiple'), points: 2, order: [3, 1, 0, 2] }))

  test('is its text, and options in the order of the paper with letters of the paper', () => {
    expect(shown).toEqual({
      id: 'q-1',
      type: 'multiple',
      stem: question().stem,
      options: [
        { id: 'a', text: '丁' },
        { id: 'b', text: '乙' },
        { id: 'c', text: '甲' },
        { id: 'd', text: '丙' },
      ],
      points: 2,
    })
  })

  test('includes the stem of its case', () => {
    const [part] = caseQuestions('case-1', 2)
    expect(toPublicQuestion(paperQuestion(part ? { question: part } : {})).group).toEqual({
      id: 'case-1',
      stem: '案情 case-1',
    })
  })

  test('has no key, rationale, citation, difficulty, topic or use, and no field that is added to questions later', () => {
    for (const type of ['single', 'multiple', 'true-false', 'fill-in'] as const) {
      const full = { ...questionOf(type), secret: 'added later' }
      const fields = Object.keys(toPublicQuestion(paperQuestion({ question: full }))).sort()
      expect(fields).toEqual(['id', 'options', 'points', 'stem', 'type'])
      expect(
        toPublicQuestion(paperQuestion({ question: full })).options.every(
          (own) => Object.keys(own).join() === 'id,text',
        ),
      ).toBe(true)
    }
  })
})

describe('options as shown and options of the bank', () => {
  const item = paperQuestion({ question: questionOf('multiple'), order: [3, 1, 0, 2] })

  test.each([
    ['a', 'D'],
    ['b', 'B'],
    ['c', 'A'],
    ['d', 'C'],
  ])('%s is %s', (shownId, letter) => {
    expect(bankOptionId(item, shownId)).toBe(letter)
  })

  test.each(['', 'e', 'l', 'm', 'A', '0', 'ab', 'abcd', '__proto__', 'constructor', 'length'])(
    '"%s" is none',
    (shownId) => {
      expect(bankOptionId(item, shownId)).toBeUndefined()
    },
  )

  test('the right answer is given as shown', () => {
    expect(shownKey(item)).toEqual(['c', 'd'])
    expect(shownKey(paperQuestion({ question: questionOf('fill-in') }))).toEqual(['30', '三十'])
  })

  test('the right answer as shown is always marked right', () => {
    const bank = [
      ...several(5, 's'),
      ...several(5, 'm', { type: 'multiple' }),
      ...several(5, 't', { type: 'true-false' }),
    ]
    const plan = blueprint(quota({ count: 15, types: ['single', 'multiple', 'true-false'] }))
    for (const own of drawPaper(bank, plan, seed(9)).questions) {
      expect(
        shownKey(own)
          .map((id) => bankOptionId(own, id))
          .sort(),
      ).toEqual([...own.question.key].sort())
    }
  })

  test.each([
    [0, 'a'],
    [11, 'l'],
  ])('place %i has the letter %s', (place, id) => {
    expect(shownOptionId(place)).toBe(id)
  })

  test.each([-1, 12, 1.5])('place %d has none', (place) => {
    expect(() => shownOptionId(place)).toThrow(RangeError)
  })

  test('a paper keeps the marks it was given', () => {
    expect(paper([question()], 2.5).questions.map((own) => toPublicQuestion(own).points)).toEqual([2.5])
  })
})
