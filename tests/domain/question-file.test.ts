import { describe, expect, test } from 'vitest'
import { QuestionSchema } from '../../content/domain/question.ts'
import { QuestionFileSchema, toQuestions } from '../../content/domain/question-file.ts'

const COMMON = {
  stem: '用人单位最迟什么时候签合同？',
  rationale: '一个月内补签。',
  citations: ['《劳动合同法》第十条'],
  difficulty: 2,
  uses: ['practice', 'contest'],
}
const { rationale: _rationale, ...CASE } = COMMON
const PART = { stem: '这一问怎么答？', rationale: '理由在这里。' }

function file(...questions: readonly object[]): unknown {
  return { title: '劳动合同', topic: 'contract', asOf: '2026-11-01', questions }
}
function read(...questions: readonly object[]) {
  return toQuestions(QuestionFileSchema.parse(file(...questions)))
}

describe('questions as an author writes them', () => {
  test('get letters in the order of the options', () => {
    expect(read({ ...COMMON, id: 'c-1', type: 'single', options: ['甲', '乙', '丙'], key: 'C' })).toEqual([
      {
        id: 'c-1',
        type: 'single',
        stem: COMMON.stem,
        options: [
          { id: 'A', text: '甲' },
          { id: 'B', text: '乙' },
          { id: 'C', text: '丙' },
        ],
        key: ['C'],
        fixedOrder: false,
        rationale: COMMON.rationale,
        citations: COMMON.citations,
        difficulty: 2,
        topics: ['contract'],
        uses: ['practice', 'contest'],
      },
    ])
  })

  test('have letters up to L', () => {
    const texts = [...'一二三四五六七八九十甲乙']
    const [question] = read({ ...COMMON, id: 'c-1', type: 'multiple', options: texts, key: ['A', 'L'] })
    expect(question?.options.map((option) => option.id).join('')).toBe('ABCDEFGHIJKL')
    expect(question?.key).toEqual(['A', 'L'])
  })

  test.each([
    [true, ['A']],
    [false, ['B']],
  ])('say %s to a statement, which becomes option %j', (key, letters) => {
    const [question] = read({ ...COMMON, id: 'c-1', type: 'true-false', key })
    expect(question).toMatchObject({
      options: [
        { id: 'A', text: '正确' },
        { id: 'B', text: '错误' },
      ],
      key: letters,
      fixedOrder: true,
    })
  })

  test('accept several answers to a fill-in', () => {
    const [question] = read({ ...COMMON, id: 'c-1', type: 'fill-in', key: ['30', '三十'] })
    expect(question).toMatchObject({ options: [], key: ['30', '三十'], fixedOrder: true })
  })

  test.each([
    [['甲', '乙', '以上都对'], true],
    [['甲', '乙', 'A和B'], true],
    [['一年以上', '两年以上', '三年以上'], false],
  ])('with the options %j keep their order: %s', (options, fixedOrder) => {
    const [question] = read({ ...COMMON, id: 'c-1', type: 'single', options, key: 'A' })
    expect(question?.fixedOrder).toBe(fixedOrder)
  })
})

describe('a case', () => {
  const questions = read(
    { ...COMMON, id: 'before', type: 'true-false', key: true },
    {
      ...CASE,
      id: 'case-1',
      type: 'case',
      stem: '老周在工地干了三个月。',
      questions: [
        { ...PART, id: 'case-1-a', type: 'single', options: ['甲', '乙'], key: 'B' },
        { ...PART, id: 'case-1-b', type: 'fill-in', key: ['30'], citations: ['《劳动法》第五十条'] },
        { ...PART, id: 'case-1-c', type: 'true-false', key: false },
        { ...PART, id: 'case-1-d', type: 'multiple', options: ['甲', '乙', '丙'], key: ['A', 'B'] },
      ],
    },
    { ...COMMON, id: 'after', type: 'true-false', key: true },
  )

  test('is flattened in order, its parts sharing one group', () => {
    const group = { id: 'case-1', stem: '老周在工地干了三个月。' }
    expect(questions.map(({ id, group: own }) => [id, own])).toEqual([
      ['before', undefined],
      ['case-1-a', group],
      ['case-1-b', group],
      ['case-1-c', group],
      ['case-1-d', group],
      ['after', undefined],
    ])
  })

  test('lends its parts the citations, difficulty and uses that they do not have', () => {
    const parts = questions.filter((question) => question.group !== undefined)
    expect(parts.map((part) => part.citations)).toEqual([
      ['《劳动合同法》第十条'],
      ['《劳动法》第五十条'],
      ['《劳动合同法》第十条'],
      ['《劳动合同法》第十条'],
    ])
    for (const part of parts) expect(part).toMatchObject({ difficulty: 2, uses: COMMON.uses, topics: ['contract'] })
  })

  test('gives questions that the schema of papers accepts', () => {
    for (const question of questions) expect(QuestionSchema.parse(question)).toEqual(question)
  })
})

describe('a file of questions is refused when', () => {
  const single = { ...COMMON, id: 'c-1', type: 'single', options: ['甲', '乙'], key: 'A' }
  const parts = [
    { ...PART, id: 'p-1', type: 'true-false', key: true },
    { ...PART, id: 'p-2', type: 'true-false', key: true },
  ]

  test('(sound ones are not)', () => {
    expect(QuestionFileSchema.safeParse(file(single)).success).toBe(true)
    expect(QuestionFileSchema.safeParse(file({ ...CASE, id: 'c-1', type: 'case', questions: parts })).success).toBe(
      true,
    )
  })

  test.each<[string, object]>([
    ['a single has a list as key', { ...single, key: ['A'] }],
    ['a key is beyond L', { ...single, key: 'M' }],
    ['a key is a small letter', { ...single, key: 'a' }],
    ['there is one option', { ...single, options: ['甲'] }],
    ['there are thirteen options', { ...single, options: [...'一二三四五六七八九十甲乙丙'] }],
    ['options are numbers', { ...single, options: [30, 60] }],
    ['a statement is judged with A', { ...COMMON, id: 'c-1', type: 'true-false', key: 'A' }],
    ['a statement has options', { ...COMMON, id: 'c-1', type: 'true-false', key: true, options: ['对', '错'] }],
    ['a fill-in has numbers as answers', { ...COMMON, id: 'c-1', type: 'fill-in', key: [30] }],
    ['a question has no citation', { ...single, citations: [] }],
    ['a question has no use', { ...single, uses: [] }],
    ['a question has no rationale', { ...single, rationale: undefined }],
    ['a case has one part', { ...CASE, id: 'c-1', type: 'case', questions: parts.slice(0, 1) }],
    [
      'a case stands within a case',
      {
        ...CASE,
        id: 'c-1',
        type: 'case',
        questions: [{ ...CASE, id: 'c-2', type: 'case', questions: parts }, ...parts],
      },
    ],
    [
      'a part has its own difficulty',
      { ...CASE, id: 'c-1', type: 'case', questions: parts.map((part) => ({ ...part, difficulty: 1 })) },
    ],
    ['a field is unknown', { ...single, score: 5 }],
  ])('%s', (_name, question) => {
    expect(QuestionFileSchema.safeParse(file(question)).success).toBe(false)
  })
})
