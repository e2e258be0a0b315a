import { describe, expect, test } from 'vitest'
import {
  type Assessment,
  AssessmentFileSchema,
  AssessmentSchema,
  assessmentFaults,
  assessmentPhase,
  bandOf,
  maxScore,
  questionCount,
  showsScores,
  unsupportedRules,
  useOf,
} from '../../content/domain/assessment.ts'
import { assessment, blueprint, quota } from '../fixtures/assessments.ts'

const CASES = quota({ count: 2, types: ['case'], subQuestions: 3 })

describe('the size of a paper', () => {
  test.each([
    ['ten of one mark', assessment().blueprint, 10, 10],
    ['several quotas', blueprint(quota({ count: 4 }), quota({ count: 3, types: ['multiple'] })), 7, 7],
    ['cases, each part counted', blueprint(CASES), 6, 6],
    [
      'sections of different marks',
      {
        sections: [
          { points: 1, draw: [quota({ count: 40 })] },
          { points: 2, draw: [quota({ count: 20, types: ['multiple' as const] })] },
          { points: 2.5, draw: [CASES] },
        ],
      },
      66,
      95,
    ],
  ])('%s', (_name, given, questions, marks) => {
    expect(questionCount(given)).toBe(questions)
    expect(maxScore(given)).toBe(marks)
  })
})

describe('what does not add up in an assessment', () => {
  const bands = (...from: number[]) => from.map((value, index) => ({ name: `第${index + 1}档`, from: value }))

  test.each<[string, Partial<Assessment>, (readonly [english: string, chinese: string])[]]>([
    ['nothing', {}, []],
    ['nothing, with a pass mark of all marks', { passMark: 10 }, []],
    [
      'a pass mark above the marks of a paper',
      { passMark: 10.5 },
      [['The pass mark 10.5 exceeds the 10 marks of a paper.', '及格分（passMark）“10.5”超过了一张卷子的总分10分。']],
    ],
    ['nothing, with bands from the best down', { bands: bands(10, 8, 6, 0) }, []],
    [
      'bands from the worst up',
      { bands: bands(6, 8) },
      [
        [
          'Bands stand from the best down, and none starts above 10 marks.',
          '等次（bands）的起始分“6、8”没有从高到低排，或者超过了总分10分。',
        ],
      ],
    ],
    [
      'two bands from the same mark',
      { bands: bands(8, 8) },
      [
        [
          'Bands stand from the best down, and none starts above 10 marks.',
          '等次（bands）的起始分“8、8”没有从高到低排，或者超过了总分10分。',
        ],
      ],
    ],
    [
      'a band above all marks',
      { bands: bands(11, 8) },
      [
        [
          'Bands stand from the best down, and none starts above 10 marks.',
          '等次（bands）的起始分“11、8”没有从高到低排，或者超过了总分10分。',
        ],
      ],
    ],
    ['nothing, with cases of three parts', { blueprint: blueprint(CASES) }, []],
    [
      'cases of any length',
      { blueprint: blueprint(quota({ count: 10, types: ['case'] })) },
      [['A quota of cases says how many sub-questions each has.', '抽案例题（case）的一项没有写每个案例有几道小题。']],
    ],
    [
      'cases among other types',
      { blueprint: blueprint(quota({ count: 4, types: ['case', 'single'], subQuestions: 2 })) },
      [
        [
          'A quota of cases draws cases only; put other types into a quota of their own.',
          '抽案例题（case）的一项里还有别的题型：“case、single”。',
        ],
      ],
    ],
    [
      'nothing, with a close after the opening',
      { opensAt: '2026-12-04T09:00:00+08:00', closesAt: '2026-12-04T09:00:01+08:00' },
      [],
    ],
    [
      'a close at the opening',
      { opensAt: '2026-12-04T09:00:00+08:00', closesAt: '2026-12-04T01:00:00Z' },
      [
        [
          'It closes before it opens.',
          '结束时间（closesAt）“2026-12-04T01:00:00Z”不在开始时间（opensAt）“2026-12-04T09:00:00+08:00”之后。',
        ],
      ],
    ],
    [
      'a close before the opening',
      { opensAt: '2026-12-04T09:00:00+08:00', closesAt: '2026-12-04T08:59:59+08:00' },
      [
        [
          'It closes before it opens.',
          '结束时间（closesAt）“2026-12-04T08:59:59+08:00”不在开始时间（opensAt）“2026-12-04T09:00:00+08:00”之后。',
        ],
      ],
    ],
    ['nothing, with a contest on an unreviewed bank', { allowUnreviewed: true }, []],
    [
      'an exam on an unreviewed bank',
      { kind: 'exam', allowUnreviewed: true },
      [
        [
          'Only a contest may draw from an unreviewed bank version.',
          '只有竞赛能用没有审核的题库，这里的种类（kind）是“exam”。',
        ],
      ],
    ],
    [
      'practice on an unreviewed bank',
      { kind: 'practice', allowUnreviewed: true },
      [
        [
          'Only a contest may draw from an unreviewed bank version.',
          '只有竞赛能用没有审核的题库，这里的种类（kind）是“practice”。',
        ],
      ],
    ],
    [
      'several things',
      { passMark: 11, bands: bands(12), kind: 'drill', allowUnreviewed: true },
      [
        ['The pass mark 11 exceeds the 10 marks of a paper.', '及格分（passMark）“11”超过了一张卷子的总分10分。'],
        [
          'Bands stand from the best down, and none starts above 10 marks.',
          '等次（bands）的起始分“12”没有从高到低排，或者超过了总分10分。',
        ],
        [
          'Only a contest may draw from an unreviewed bank version.',
          '只有竞赛能用没有审核的题库，这里的种类（kind）是“drill”。',
        ],
      ],
    ],
  ])('%s', (_name, given, faults) => {
    const whole = assessment(given)
    const found = assessmentFaults(whole)
    expect(found.map(({ english, fault }) => [english, fault])).toEqual(faults)
    for (const { fix } of found) expect(fix).toMatch(/\p{Script=Han}.*。$/u)
    const read = AssessmentSchema.safeParse(whole).error?.issues ?? []
    const english = faults.map(([text]) => text)
    expect(read.map((issue) => issue.message)).toEqual(english.length === 0 ? [] : [english.join(' ')])
    const { id: _id, ...file } = whole
    const authored = AssessmentFileSchema.safeParse(file).error?.issues ?? []
    expect(authored.map((issue) => issue.message)).toEqual(faults.map(([, chinese]) => chinese))
  })
})

describe('the schema of an assessment', () => {
  test('fills in what a file may leave out', () => {
    const { graceSeconds: _g, bands: _b, allowUnreviewed: _a, order: _o, program: _p, ...file } = assessment()
    expect(AssessmentSchema.parse({ ...file, attempts: { allowed: 3 } })).toEqual(
      assessment({ attempts: { allowed: 3, per: 'total', counts: 'best', makeUp: 0 } }),
    )
  })

  test.each<[string, object]>([
    ['an empty blueprint', { blueprint: { sections: [] } }],
    ['a blueprint that is a number', { blueprint: 3 }],
    ['a section that draws nothing', { blueprint: { sections: [{ points: 1, draw: [] }] } }],
    ['a question of no marks', { blueprint: { sections: [{ points: 0, draw: [quota()] }] } }],
    ['a quota of nothing', { blueprint: blueprint(quota({ count: 0 })) }],
    ['a negative pass mark', { passMark: -1 }],
    ['nine seconds for a paper', { durationSeconds: 9 }],
    ['more than a day for a paper', { durationSeconds: 86_401 }],
    ['two minutes of grace', { graceSeconds: 120 }],
    ['no attempts', { attempts: { allowed: 0 } }],
    ['an unknown marking', { marking: { kind: 'generous' } }],
    ['a negative penalty', { marking: { kind: 'per-option', penalty: -1 } }],
    ['an opening without offset', { opensAt: '2026-12-04T09:00:00' }],
    ['a small-unit rule of nobody', { unitRanking: { by: 'average', atLeast: 0 } }],
    ['the id __proto__', { id: '__proto__' }],
    ['a program nobody knows', { program: { lottery: true } }],
  ])('refuses %s without throwing', (_name, fault) => {
    expect(AssessmentSchema.safeParse({ ...assessment(), ...fault }).success).toBe(false)
  })
})

describe('the phase, half-open', () => {
  const opensAt = '2026-12-04T09:00:00+08:00'
  const closesAt = '2026-12-06T18:00:00+08:00'

  test.each<[string | null, string | null, string, string]>([
    [opensAt, closesAt, '2026-12-04T08:59:59.999+08:00', 'coming'],
    [opensAt, closesAt, '2026-12-04T09:00:00.000+08:00', 'open'],
    [opensAt, closesAt, '2026-12-06T17:59:59.999+08:00', 'open'],
    [opensAt, closesAt, '2026-12-06T18:00:00.000+08:00', 'closed'],
    [opensAt, closesAt, '2026-12-06T10:00:00.000Z', 'closed'],
    [null, closesAt, '1970-01-01T00:00:00Z', 'open'],
    [null, closesAt, '2026-12-06T18:00:00+08:00', 'closed'],
    [opensAt, null, '2026-12-04T08:59:59+08:00', 'coming'],
    [opensAt, null, '2099-01-01T00:00:00Z', 'open'],
    [null, null, '2026-12-04T00:00:00Z', 'open'],
  ])('from %s to %s it is at %s: %s', (from, to, now, phase) => {
    expect(assessmentPhase({ opensAt: from, closesAt: to }, Date.parse(now))).toBe(phase)
  })
})

describe('bands', () => {
  const three = [
    { name: '优', from: 90 },
    { name: '良', from: 80 },
    { name: '合格', from: 60 },
  ]

  test.each([
    [100, '优'],
    [90, '优'],
    [89.99, '良'],
    [80, '良'],
    [79.99, '合格'],
    [60, '合格'],
    [59.99, null],
    [0, null],
  ])('%d marks reach %s', (score, name) => {
    expect(bandOf(three, score)).toBe(name)
    expect(bandOf([], score)).toBeNull()
  })
})

test.each([
  ['practice', 'practice'],
  ['drill', 'practice'],
  ['contest', 'contest'],
  ['exam', 'exam'],
] as const)('%s draws questions for %s', (kind, use) => {
  expect(useOf(kind)).toBe(use)
})

describe('rules that the service does not run yet', () => {
  test.each<[string, Pick<Assessment, 'program'>, string[]]>([
    ['none', { program: {} }, []],
    ['cumulative scores', { program: { cumulative: true } }, ['cumulative']],
    ['several', { program: { gate: { required: 60, optional: 40 }, studyShare: 0.5 } }, ['gate', 'studyShare']],
  ])('%s', (_name, given, rules) => {
    expect(unsupportedRules(given)).toEqual(rules)
  })
})

describe('a make-up window', () => {
  const main = { opensAt: '2026-12-04T09:00:00+08:00', closesAt: '2026-12-05T09:00:00+08:00' }
  const makeUpWindow = { opensAt: '2026-12-10T09:00:00+08:00', closesAt: '2026-12-11T09:00:00+08:00' }

  test.each<[string, string, boolean]>([
    ['2026-12-04T08:59:59+08:00', 'coming', false],
    ['2026-12-04T09:00:00+08:00', 'open', false],
    ['2026-12-05T09:00:00+08:00', 'coming', false],
    ['2026-12-10T09:00:00+08:00', 'open', false],
    ['2026-12-11T09:00:00+08:00', 'closed', true],
  ])('at %s the exam is %s', (now, phase, shown) => {
    const given = { ...main, makeUpWindow, scoreShown: 'after-close' } as const
    expect(assessmentPhase(given, Date.parse(now))).toBe(phase)
    expect(showsScores(given, Date.parse(now))).toBe(shown)
    expect(showsScores({ ...given, scoreShown: 'at-once' }, Date.parse(now))).toBe(true)
  })

  const once = { allowed: 1, per: 'total', counts: 'first', makeUp: 1 } as const
  test.each<[string, Partial<Assessment>, number]>([
    ['after the close', { ...main, makeUpWindow, attempts: once }, 0],
    ['at the close', { ...main, makeUpWindow: { ...makeUpWindow, opensAt: main.closesAt }, attempts: once }, 0],
    ['before the close', { ...main, makeUpWindow: { ...makeUpWindow, opensAt: main.opensAt }, attempts: once }, 1],
    [
      'that ends before it begins',
      { ...main, makeUpWindow: { ...makeUpWindow, closesAt: makeUpWindow.opensAt }, attempts: once },
      1,
    ],
    ['of an exam that never closes', { makeUpWindow, attempts: once }, 1],
    ['without attempts', { ...main, makeUpWindow, attempts: { ...once, makeUp: 0 } }, 1],
    ['left out, with attempts by the day', { attempts: { ...once, per: 'day' } }, 1],
    ['left out, with attempts without number', { attempts: { ...once, allowed: null } }, 1],
    ['left out', { attempts: once }, 0],
    ['left out, with marks after a close that never comes', { scoreShown: 'after-close' }, 1],
  ])('%s', (_name, given, faults) => {
    expect(assessmentFaults(assessment(given))).toHaveLength(faults)
  })
})
