import { describe, expect, test } from 'vitest'
import {
  BankVersionSchema,
  bankVersionId,
  missingForPublication,
  orderCarriesMeaning,
  type Question,
  QuestionSchema,
  questionFaults,
} from '../../content/domain/question.ts'
import { QuestionTypeSchema } from '../../content/domain/question-parts.ts'
import { bank, options, question, questionOf } from '../fixtures/questions.ts'

describe('what contradicts itself in a question', () => {
  const [A, B, C] = [['A'], ['B'], ['C']]
  const three = options('一', '二', '三')

  test.each<[string, Pick<Question, 'type' | 'options' | 'key'>, (readonly [english: string, chinese: string])[]]>([
    ['a sound single', { type: 'single', options: three, key: B }, []],
    ['a sound multiple', { type: 'multiple', options: three, key: ['A', 'C'] }, []],
    ['a multiple with every option right', { type: 'multiple', options: three, key: ['A', 'B', 'C'] }, []],
    ['an indeterminate with one key', { type: 'indeterminate', options: three, key: C }, []],
    ['an indeterminate with several', { type: 'indeterminate', options: three, key: ['A', 'B'] }, []],
    ['a sound true/false', { type: 'true-false', options: options('正确', '错误'), key: A }, []],
    ['a fill-in', { type: 'fill-in', options: [], key: ['30', '三十'] }, []],
    [
      'a fill-in with options',
      { type: 'fill-in', options: three, key: A },
      [['A fill-in question has no options.', '填空题不能有选项，这里有3个。']],
    ],
    [
      'one option',
      { type: 'single', options: options('一'), key: A },
      [['A question of choice needs at least two options; this has 1.', '选择题至少要有2个选项，这里有1个。']],
    ],
    [
      'no options',
      { type: 'single', options: [], key: A },
      [
        ['A question of choice needs at least two options; this has 0.', '选择题至少要有2个选项，这里有0个。'],
        ['"A" is not an option.', '答案里的“A”不是选项。'],
      ],
    ],
    [
      'a letter twice',
      { type: 'single', options: [...options('一'), { id: 'A', text: '二' }], key: A },
      [['Two options have the same letter.', '有两个选项用了同一个字母：“A、A”。']],
    ],
    [
      'a text twice, but for spaces',
      { type: 'single', options: options('三十日', ' 三十日 '), key: A },
      [['Two options have the same text.', '有两个选项的文字一样：“三十日”。']],
    ],
    [
      'a key outside the options',
      { type: 'single', options: three, key: ['E'] },
      [['"E" is not an option.', '答案里的“E”不是选项。']],
    ],
    [
      'several keys outside',
      { type: 'multiple', options: three, key: ['A', 'E', 'F'] },
      [['"E", "F" is not an option.', '答案里的“E、F”不是选项。']],
    ],
    [
      'a key named twice',
      { type: 'indeterminate', options: three, key: ['A', 'A'] },
      [['The key names an option twice.', '答案里同一个选项写了两次：“A、A”。']],
    ],
    [
      'a single with two keys',
      { type: 'single', options: three, key: ['A', 'B'] },
      [['A single-choice question has exactly one key; this has 2.', '单选题只能有1个答案，这里有2个：“A、B”。']],
    ],
    [
      'a true/false with two keys',
      { type: 'true-false', options: options('正确', '错误'), key: ['A', 'B'] },
      [['A true/false question has exactly one key; this has 2.', '判断题只能有1个答案，这里有2个：“A、B”。']],
    ],
    [
      'a multiple with one key',
      { type: 'multiple', options: three, key: A },
      [
        [
          'A multiple-choice question has at least two keys; make it single or indeterminate.',
          '多选题至少要有2个答案，这里只有“A”。',
        ],
      ],
    ],
    [
      'several faults at once',
      { type: 'single', options: options('一', '一'), key: ['A', 'E'] },
      [
        ['Two options have the same text.', '有两个选项的文字一样：“一”。'],
        ['"E" is not an option.', '答案里的“E”不是选项。'],
        ['A single-choice question has exactly one key; this has 2.', '单选题只能有1个答案，这里有2个：“A、E”。'],
      ],
    ],
  ])('%s', (_name, shape, faults) => {
    const found = questionFaults(shape)
    expect(found.map(({ english, fault }) => [english, fault])).toEqual(faults)
    for (const { fix } of found) expect(fix).toMatch(/\p{Script=Han}.*。$/u)
  })

  test('stops the schema too, which callers of the API read in English', () => {
    const parsed = QuestionSchema.safeParse(question({ key: ['E'] }))
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(['"E" is not an option.'])
  })
})

describe('the schema of a question', () => {
  test.each(QuestionTypeSchema.options)('accepts the type %s', (type) => {
    const given = questionOf(type)
    expect(QuestionSchema.parse(given)).toEqual(given)
  })

  test.each<[string, object]>([
    ['an id in capitals', { id: 'Q-1' }],
    ['the id __proto__', { id: '__proto__' }],
    ['an id of 49 characters', { id: 'q'.repeat(49) }],
    ['a case as type', { type: 'case' }],
    ['an empty key', { key: [] }],
    ['difficulty 4', { difficulty: 4 }],
    ['an unknown use', { uses: ['homework'] }],
    ['thirteen options', { options: options(...'一二三四五六七八九十甲乙丙') }],
    ['a field that nobody knows', { hint: '提示' }],
  ])('refuses %s', (_name, fault) => {
    expect(QuestionSchema.safeParse({ ...question(), ...fault }).success).toBe(false)
  })
})

describe('options that refer to each other or to their place', () => {
  test.each([
    '以上都对',
    '以上都不对',
    '以上三项都是',
    '以上均可',
    '“以上”各项',
    '上述说法都正确',
    '前述各项',
    'A和B',
    'A、B',
    'B 与 C',
    'A及D',
    'A、B和E',
    '选项A',
    '均不正确',
    '两个都对',
  ])('"%s" keeps the order', (text) => {
    expect(orderCarriesMeaning(options('甲', '乙', '丙', text))).toBe(true)
    expect(orderCarriesMeaning(options(text, '甲'))).toBe(true)
  })

  test.each([
    '三年以上',
    '3年以上',
    '十人以上',
    '6个月以上不满一年',
    '县级以上人民政府',
    '80%以上',
    '８０％以上',
    '公司A',
    'A 公司',
    '甲和乙',
    '劳动者和用人单位',
    'APP 与网站',
    '对',
    '正确',
  ])('"%s" does not', (text) => {
    expect(orderCarriesMeaning(options(text, '另一项'))).toBe(false)
  })
})

describe('the id of a bank version', () => {
  test('is the same in every process and for ever', async () => {
    expect(await bankVersionId(bank())).toBe('162e2776dced37c8')
  })

  test('does not depend on the order in which fields were written', async () => {
    const stored = BankVersionSchema.parse({ id: '0'.repeat(16), ...bank() })
    const reversed = Object.fromEntries(Object.entries(question()).reverse())
    expect(await bankVersionId({ ...bank(), questions: stored.questions })).toBe(await bankVersionId(bank()))
    expect(await bankVersionId(bank({ questions: [QuestionSchema.parse(reversed)] }))).toBe(await bankVersionId(bank()))
  })

  test.each<[string, Parameters<typeof bank>[0]]>([
    ['title', { title: '另一题库' }],
    ['review', { reviewed: false }],
    ['date', { asOf: '2026-11-02' }],
    ['key', { questions: [question({ key: ['B'] })] }],
    ['order of options', { questions: [question({ options: [...question().options].reverse() })] }],
    ['rationale', { questions: [question({ rationale: '另一种说明。' })] }],
    ['uses', { questions: [question({ uses: ['contest'] })] }],
    ['number of questions', { questions: [question(), question({ id: 'q-2' })] }],
    ['order of questions', { questions: [question({ id: 'q-2' }), question()] }],
  ])('changes with the %s', async (_name, given) => {
    const base = given?.questions?.length === 2 ? bank({ questions: [question(), question({ id: 'q-3' })] }) : bank()
    expect(await bankVersionId(bank(given))).not.toBe(await bankVersionId(base))
  })

  test('has the form that the schema asks for', async () => {
    const content = bank()
    const version = { id: await bankVersionId(content), ...content }
    expect(BankVersionSchema.parse(version)).toEqual(version)
  })
})

describe('what a question lacks before it may be published', () => {
  const { rationale: _r, difficulty: _d, ...bare } = question({ citations: [], topics: [], uses: [] })
  const { rationale: _rationale, ...unexplained } = question()
  const { difficulty: _difficulty, ...unrated } = question()

  test.each<[string, Question, string[]]>([
    ['nothing', question(), []],
    ['its citation', question({ citations: [] }), ['citations']],
    ['its rationale', unexplained, ['rationale']],
    ['its difficulty', unrated, ['difficulty']],
    ['its topics', question({ topics: [] }), ['topics']],
    ['its uses', question({ uses: [] }), ['uses']],
    ['everything', bare, ['citations', 'rationale', 'difficulty', 'topics', 'uses']],
  ])('%s', (_name, given, missing) => {
    expect(missingForPublication(given)).toEqual(missing)
  })
})
