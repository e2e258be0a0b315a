import { expect, test } from 'vitest'
import { assertNoProblems, formatProblem, ProblemsError } from '../../content/domain/errors.ts'

const KEY = { place: 'labour-2026.csv 第14行“答案”列', fault: '没有“E”这个选项。', fix: '写 A 到 D。' }
const STEM = { place: 'labour-2026.csv 第15行', fault: '没有写题干。', fix: '写上要问的问题。' }

test('a problem is one line: place, fault and fix', () => {
  expect(formatProblem(KEY)).toBe('labour-2026.csv 第14行“答案”列：没有“E”这个选项。 怎么改：写 A 到 D。')
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
      'labour-2026.csv 第14行“答案”列：没有“E”这个选项。 怎么改：写 A 到 D。\nlabour-2026.csv 第15行：没有写题干。 怎么改：写上要问的问题。',
  })
})

test('what is thrown shows no trace of the code, which would only hide the problems', () => {
  expect(new ProblemsError([STEM]).stack).toBe(
    'ProblemsError: labour-2026.csv 第15行：没有写题干。 怎么改：写上要问的问题。',
  )
})

test('no problem throws nothing', () => {
  expect(() => assertNoProblems([])).not.toThrow()
})
