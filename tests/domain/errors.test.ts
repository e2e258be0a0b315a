import { expect, test } from 'vitest'
import { assertNoProblems, formatProblem, ProblemsError } from '../../content/domain/errors.ts'

const KEY = { place: 'labour-2026.csv, row 14, 答案', fault: '"E" is not an option.', fix: 'Use A–D.' }
const STEM = { place: 'labour-2026.csv, row 15', fault: 'The stem is empty.', fix: 'Write one.' }

test('a problem is one line: place, fault and fix', () => {
  expect(formatProblem(KEY)).toBe('labour-2026.csv, row 14, 答案: "E" is not an option. Use A–D.')
})

test('all problems are thrown at once, in their order', () => {
  let thrown: unknown
  try {
    assertNoProblems([KEY, STEM])
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(ProblemsError)
  expect(thrown).toMatchObject({
    name: 'ProblemsError',
    problems: [KEY, STEM],
    message:
      'labour-2026.csv, row 14, 答案: "E" is not an option. Use A–D.\nlabour-2026.csv, row 15: The stem is empty. Write one.',
  })
})

test('no problem throws nothing', () => {
  expect(() => assertNoProblems([])).not.toThrow()
})
