import { describe, expect, test } from 'vitest'
import * as api from '../../content/domain/api.ts'
import { toPublicQuestion } from '../../content/domain/paper.ts'
import { CheckRequestSchema } from '../../content/domain/practice-api.ts'
import { paperQuestion } from '../fixtures/papers.ts'
import { questionOf } from '../fixtures/questions.ts'

const UUID = '8c5d1a30-1111-4222-8333-444455556666'

describe('a nickname', () => {
  test.each([
    ['a', 'a'],
    ['小明', '小明'],
    ['  小明\t', '小明'],
    ['\u3000小明\u3000', '小明'],
    ['小 明', '小 明'],
    ["O'Brien <b>", "O'Brien <b>"],
    ['字'.repeat(24), '字'.repeat(24)],
    [` ${'字'.repeat(24)} `, '字'.repeat(24)],
    ['😀'.repeat(24), '😀'.repeat(24)],
    ['𠮷野家', '𠮷野家'],
    ['❤️', '❤️'],
    ['👍🏽', '👍🏽'],
    ['é', 'é'],
    ['__proto__', '__proto__'],
  ])('"%s" is taken as "%s"', (given, taken) => {
    expect(api.NicknameSchema.parse(given)).toBe(taken)
  })

  test.each([
    ['empty', ''],
    ['only spaces', '  \t \u3000 '],
    ['25 characters', '字'.repeat(25)],
    ['25 emoji', '😀'.repeat(25)],
    ['a line break', '小\n明'],
    ['a NUL', '小\u0000明'],
    ['a delete', '小\u007f明'],
    ['a C1 control', '小\u0085明'],
    ['right-to-left override', '\u202e明小'],
    ['left-to-right isolate', '\u2066明小\u2069'],
    ['a right-to-left mark', '小明\u200f'],
    ['a zero-width space', '小\u200b明'],
    ['only a zero-width joiner', '\u200d'],
    ['a byte order mark inside', '小\ufeff明'],
    ['a soft hyphen', '小\u00ad明'],
    ['a word joiner', '小\u2060明'],
    ['a line separator', '小\u2028明'],
    ['a paragraph separator', '小\u2029明'],
    ['a private-use character', '\ue000'],
    ['an unassigned code point', '\u0378'],
    ['half a surrogate pair', '小\ud83d'],
    ['a Hangul filler, which shows nothing', '\u3164'],
    ['a half-width Hangul filler', '\uffa0'],
    ['an empty braille cell', '\u2800'],
  ])('with %s is refused', (_name, given) => {
    expect(api.NicknameSchema.safeParse(given).success).toBe(false)
  })
})

const QUESTION = toPublicQuestion(paperQuestion({ question: questionOf('single') }))
const ATTEMPT = {
  id: `0-${UUID}`,
  assessmentId: 'hr-law-contest',
  state: 'in_progress',
  startedAt: '2026-12-04T01:00:00.000Z',
  deadline: null,
  seq: 0,
}
const RESULT = {
  score: 80,
  maxScore: 100,
  passed: true,
  band: null,
  timeUsedSeconds: 60,
  finishedAt: '2026-12-04T01:01:00.000Z',
}

describe('no body has a field that is not in the contract', () => {
  test.each([
    ['a guest', api.GuestRequestSchema, { nickname: '小明' }],
    ['a guest of a unit', api.GuestRequestSchema, { nickname: '小明', unit: 'ml-hrss' }],
    ['a guest without unit', api.GuestRequestSchema, { nickname: '小明', unit: null }],
    ['a start', api.StartRequestSchema, {}],
    ['a save', api.SaveRequestSchema, { seq: 1, responses: { 'q-1': ['a'] } }],
    ['a submit', api.SubmitRequestSchema, {}],
    ['a submit with a sheet', api.SubmitRequestSchema, { seq: 2, responses: {} }],
    ['a check', CheckRequestSchema, { response: ['A'] }],
    ['a question shown', api.PublicQuestionSchema, QUESTION],
    ['an attempt shown', api.AttemptSchema, ATTEMPT],
    ['a result shown', api.ResultSchema, RESULT],
    ['a problem', api.ProblemDetailsSchema, { type: 'about:blank', title: 'x', status: 400, detail: 'x' }],
  ])('%s', (_name, schema, body) => {
    expect(schema.safeParse(body).error).toBeUndefined()
    for (const extra of ['score', 'key', 'constructor'].filter((name) => !Object.hasOwn(body, name))) {
      expect(schema.safeParse({ ...body, [extra]: 100 }).success).toBe(false)
    }
    const hostile: unknown = JSON.parse(
      `{"__proto__": {"polluted": true}, ${JSON.stringify(body).slice(1)}`.replace(', }', '}'),
    )
    expect(schema.safeParse(hostile).success).toBe(false)
  })
})

describe('a sheet', () => {
  const sheet = (responses: unknown) => api.ResponsesSchema.safeParse(responses)

  test.each<[string, unknown]>([
    ['empty', {}],
    ['with answers', { 'q-1': ['a', 'c'], 'q-2': [] }],
    ['with a text of 200 characters', { 'q-1': ['字'.repeat(200)] }],
    ['with twelve options', { 'q-1': [...'abcdefghijkl'] }],
    ['of 500 questions', Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`q-${index}`, ['a']]))],
  ])('%s is accepted', (_name, responses) => {
    expect(sheet(responses).data).toEqual(responses)
  })

  test.each<[string, unknown]>([
    ['of 501 questions', Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`q-${index}`, ['a']]))],
    ['with thirteen options', { 'q-1': [...'abcdefghijklm'] }],
    ['with a text of 201 characters', { 'q-1': ['字'.repeat(201)] }],
    ['with a bare text', { 'q-1': 'a' }],
    ['with a number', { 'q-1': [1] }],
    ['with null', { 'q-1': null }],
    ['with a question in capitals', { 'Q-1': ['a'] }],
    ['with an empty question id', { '': ['a'] }],
    ['that is a list', [['a']]],
    ['that is null', null],
  ])('%s is refused', (_name, responses) => {
    expect(sheet(responses).success).toBe(false)
  })

  test('never takes over __proto__, while constructor is an id like any other', () => {
    const parsed = sheet(JSON.parse('{"__proto__": ["a"], "constructor": ["b"]}')).data ?? {}
    expect(Object.entries(parsed)).toEqual([['constructor', ['b']]])
    expect('length' in parsed).toBe(false)
  })
})

describe('small forms', () => {
  test.each([
    [0, true],
    [1, true],
    [2 ** 31 - 1, true],
    [2 ** 31, false],
    [-1, false],
    [1.5, false],
    ['1', false],
    [null, false],
  ])('seq %j is accepted: %s', (seq, accepted) => {
    expect(api.SaveRequestSchema.safeParse({ seq, responses: {} }).success).toBe(accepted)
  })

  test.each([
    [`0-${UUID}`, true],
    [`9999-${UUID}`, true],
    [UUID, false],
    [`10000-${UUID}`, false],
    [`0-${UUID.toUpperCase()}`, false],
    [`0-${UUID}\n`, false],
    [`0-${UUID}/submit`, false],
  ])('attempt id "%s" is accepted: %s', (id, accepted) => {
    expect(api.AttemptIdSchema.safeParse(id).success).toBe(accepted)
  })

  test.each([
    ['1', true],
    ['9', true],
    ['50', true],
    ['199', true],
    ['200', true],
    ['0', false],
    ['201', false],
    ['050', false],
    ['-1', false],
    ['1e2', false],
    ['', false],
    ['50 ', false],
  ])('limit=%s is accepted: %s', (limit, accepted) => {
    expect(api.StandingsQuerySchema.safeParse({ limit }).success).toBe(accepted)
  })

  test('standings are of people, fifty a page, unless asked otherwise', () => {
    expect(api.StandingsQuerySchema.parse({})).toEqual({ scope: 'people', limit: '50' })
    expect(api.StandingsQuerySchema.safeParse({ scope: 'planets' }).success).toBe(false)
  })

  test('a check needs an answer', () => {
    expect(CheckRequestSchema.safeParse({ response: [] }).success).toBe(false)
  })

  test('units are shown without head counts', () => {
    const shown = { id: 'ml-hrss', name: '明江省人社厅（示例）', parent: null, region: '省本级' }
    expect(api.UnitsSchema.safeParse({ units: [shown] }).success).toBe(true)
    expect(api.UnitsSchema.safeParse({ units: [{ ...shown, staff: 9 }] }).success).toBe(false)
  })
})
