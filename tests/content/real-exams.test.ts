import { describe, expect, test } from 'vitest'
import { maxScore, questionCount } from '../../content/domain/assessment.ts'
import { readContent } from '../../content/source/content.ts'
import { CONTENT } from '../fixtures/content.ts'

const content = readContent(CONTENT)
const all = [...content.templates, ...content.assessments].map(({ value }) => value)
const named = (id: string) => {
  const own = all.find((each) => each.id === id)
  if (own === undefined) throw new Error(`no ${id}`)
  return own
}

/** Where the source says nothing. */
const _ = undefined

/** What the rules of each say. */
const TABLE: readonly (readonly [
  id: string,
  questions: number | undefined,
  marks: number | undefined,
  minutes: number | null | undefined,
  passMark: number | undefined,
  allowed: number | null | undefined,
  per: 'total' | 'day',
  makeUp: number,
  counts: string | undefined,
  tieBreak: string | undefined,
])[] = [
  ['contest-challenge', _, _, _, _, 1, 'day', 0, _, _],
  ['contest-fujian', 20, 100, _, _, _, 'total', 0, _, _],
  ['contest-national-union', 5, 5, _, 3, 3, 'day', 0, 'best', 'time'],
  ['contest-sichuan', _, _, _, _, _, 'total', 0, _, 'finish'],
  ['contest-water-ministry', 40, _, _, _, _, 'total', 0, _, _],
  ['contest-yunnan', 5, _, _, _, 5, 'day', 0, _, _],
  ['exam-hunan', 65, 100, _, 60, _, 'total', 0, _, _],
  ['exam-inner-mongolia', 50, 100, 120, _, 5, 'total', 3, _, _],
  ['exam-jining', 80, 100, 60, 80, 1, 'total', 1, _, _],
  ['exam-pre-appointment', _, 100, 120, 60, 1, 'total', 1, _, _],
  ['exam-shaanxi', 50, _, 90, 60, 3, 'total', 0, 'best', _],
  ['hr-law-contest', 20, 100, 20, 60, null, 'total', 0, 'best', 'time'],
  ['practice-mixed', 10, 10, null, _, null, 'total', 0, _, _],
]

describe('real exams and contests', () => {
  test('each file has a row here', () => {
    expect(all.map((own) => own.id).sort()).toEqual(TABLE.map(([id]) => id).sort())
  })

  test.each(TABLE)('%s has the numbers of its source', (id, ...facts) => {
    const { blueprint, durationSeconds, passMark, attempts, tieBreak } = named(id)
    const minutes = durationSeconds === null ? null : durationSeconds / 60
    const { allowed, per, makeUp, counts } = attempts
    const actual = [
      questionCount(blueprint),
      maxScore(blueprint),
      minutes,
      passMark,
      allowed,
      per,
      makeUp,
      counts,
      tieBreak,
    ]
    expect(actual.map((own, index) => (facts[index] === _ ? _ : own))).toEqual(facts)
  })

  test.each([
    ['exam-jining', ['40 single ×1', '20 multiple ×2', '20 true-false ×1']],
    ['exam-hunan', ['20 true-false ×2', '30 single ×1', '15 multiple ×2']],
    ['exam-inner-mongolia', ['25 single ×2', '10 multiple ×2', '15 true-false ×2']],
    ['hr-law-contest', ['4 single ×5', '3 single ×5', '3 single ×5', '4 multiple ×5', '6 true-false ×5']],
  ])('%s asks %j', (id, sections) => {
    const lines = named(id).blueprint.sections.flatMap(({ points, draw }) =>
      draw.map(({ count, types }) => `${count} ${types.join('/')} ×${points}`),
    )
    expect(lines).toEqual(sections)
  })

  test('Shaanxi names its bands from 90, 80 and 60', () => {
    expect(named('exam-shaanxi').bands).toEqual([
      { name: '优', from: 90 },
      { name: '良', from: 80 },
      { name: '合格', from: 60 },
    ])
  })

  test.each([
    ['contest-national-union', { levels: { count: 10, perDay: 1, passRight: 3 } }],
    ['contest-fujian', { cumulative: true, drawFrom: 0 }],
    ['contest-sichuan', { cumulative: true }],
    ['contest-water-ministry', { drawFrom: 100 }],
    ['contest-challenge', { challenge: { secondsPerQuestion: 45 } }],
    ['exam-hunan', { gate: { required: 60, optional: 40 } }],
    ['exam-inner-mongolia', { studyShare: 0.5 }],
    ['exam-shaanxi', {}],
    ['exam-pre-appointment', {}],
  ])('%s has the rules %o beyond one attempt', (id, program) => {
    expect(named(id).program).toMatchObject(program)
    if (Object.keys(program).length === 0) expect(named(id).program).toEqual({})
  })

  test('the contest of unions asks four questions on labour law and one on union law, and ranks by participation', () => {
    const { blueprint, unitRanking } = named('contest-national-union')
    expect(blueprint.sections.flatMap(({ draw }) => draw.map(({ count, topics }) => [count, topics]))).toEqual([
      [4, ['labour-law']],
      [1, ['union-law']],
    ])
    expect(unitRanking.by).toBe('participation')
  })

  test('exams are for people on the roster', () => {
    for (const own of all.filter(({ kind }) => kind === 'exam')) expect(own.guests).toBe(false)
  })

  test('no contest or exam shows right answers while others can still take it', () => {
    for (const own of content.templates.map(({ value }) => value)) expect(own.reveal).not.toBe('with-result')
  })
})
