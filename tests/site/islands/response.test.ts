import { expect, it } from 'vitest'
import { answerTexts, isAnswered, withOption } from '../../../site/islands/question/response.ts'
import { practiceQuestion } from './builders.ts'

const single = practiceQuestion({ id: 'q1' })
const multiple = practiceQuestion({ id: 'q2', type: 'multiple' })
const fillIn = practiceQuestion({ id: 'q3', type: 'fill-in', options: [] })

it('replaces the option of a single choice', () => {
  expect(withOption(single, ['a'], 'b', true)).toEqual(['b'])
})

it('adds and removes options of a multiple choice in the order shown', () => {
  expect(withOption(multiple, ['c'], 'a', true)).toEqual(['a', 'c'])
  expect(withOption(multiple, ['a', 'c'], 'a', false)).toEqual(['c'])
})

it.each([
  [undefined, false],
  [[], false],
  [['  '], false],
  [['a'], true],
])('takes %j for answered: %s', (response, answered) => {
  expect(isAnswered(response)).toBe(answered)
})

it('names options by their place, and texts as they are', () => {
  expect(answerTexts(multiple, ['c', 'a'])).toEqual(['A. First', 'C. Third'])
  expect(answerTexts(fillIn, ['30', '三十'])).toEqual(['30', '三十'])
  expect(answerTexts(single, [])).toEqual([])
})
