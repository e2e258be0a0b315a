import { describe, expect, test } from 'vitest'
import { responseFaults } from '../../content/domain/attempt.ts'
import { paper } from '../fixtures/papers.ts'
import { questionOf } from '../fixtures/questions.ts'

describe('what in a sheet does not belong to the paper', () => {
  const given = paper([
    questionOf('single', { id: 's' }),
    questionOf('multiple', { id: 'm' }),
    questionOf('true-false', { id: 't' }),
    questionOf('fill-in', { id: 'f' }),
    questionOf('single', { id: 'constructor' }),
  ])
  const NOT_HERE = 'This question is not in the paper.'

  test.each<[string, Record<string, string[]>, [string, string][]]>([
    ['an empty sheet', {}, []],
    ['answers to everything', { s: ['a'], m: ['a', 'd'], t: ['b'], f: ['三十日'] }, []],
    ['answers taken back', { s: [], m: [], t: [], f: [] }, []],
    ['every option of a multiple', { m: ['d', 'c', 'b', 'a'] }, []],
    ['a text of 200 characters', { f: ['字'.repeat(200)] }, []],
    ['a question named like a property', { constructor: ['a'] }, []],
    ['a question of another paper', { x: ['a'] }, [['x', NOT_HERE]]],
    [
      'a property of every object',
      { toString: ['a'], hasOwnProperty: [] },
      [
        ['toString', NOT_HERE],
        ['hasOwnProperty', NOT_HERE],
      ],
    ],
    ['an option that is not shown', { s: ['e'] }, [['s', 'Not an option of this question: "e".']]],
    ['a letter of the bank', { s: ['A'] }, [['s', 'Not an option of this question: "A".']]],
    ['options with hostile names', { m: ['__proto__', 'a'] }, [['m', 'Not an option of this question: "__proto__".']]],
    ['an empty option', { m: [''] }, [['m', 'Not an option of this question: "".']]],
    ['two unknown options', { m: ['x', 'y\n'] }, [['m', 'Not an option of this question: "x", "y\\n".']]],
    ['an option twice', { m: ['a', 'a'] }, [['m', 'An option is named twice.']]],
    ['two options of a single', { s: ['a', 'b'] }, [['s', 'This question takes one option.']]],
    ['two options of a statement', { t: ['a', 'b'] }, [['t', 'This question takes one option.']]],
    ['two texts', { f: ['三十', '30'] }, [['f', 'A fill-in question takes one text.']]],
    ['a text of 201 characters', { f: ['字'.repeat(201)] }, [['f', 'An answer has at most 200 characters.']]],
    [
      'several faults',
      { s: ['e'], t: ['a'], x: [] },
      [
        ['s', 'Not an option of this question: "e".'],
        ['x', NOT_HERE],
      ],
    ],
  ])('%s', (_name, responses, faults) => {
    expect(responseFaults(given, responses).map(({ question, fault }) => [question, fault])).toEqual(faults)
  })

  test('__proto__ as parsed from JSON is a question of another paper', () => {
    const responses: Record<string, string[]> = JSON.parse('{"__proto__": ["a"]}')
    expect(responseFaults(given, responses)).toEqual([{ question: '__proto__', fault: NOT_HERE }])
  })

  test('shown options depend on the order of this paper, not on the bank', () => {
    const two = paper([questionOf('true-false', { id: 't' })])
    expect(responseFaults(two, { t: ['c'] })).toHaveLength(1)
  })
})
