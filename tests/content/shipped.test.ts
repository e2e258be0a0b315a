import { describe, expect, test } from 'vitest'
import { checkCitations } from '../../content/check/citations.ts'
import { checkContent } from '../../content/check/collection.ts'
import { maxScore, questionCount } from '../../content/domain/assessment.ts'
import { versionInForce } from '../../content/domain/law.ts'
import { drawPaper } from '../../content/domain/paper.ts'
import { QuestionSchema } from '../../content/domain/question.ts'
import { toQuestions } from '../../content/domain/question-file.ts'
import { QuestionTypeSchema } from '../../content/domain/question-parts.ts'
import { readContent } from '../../content/source/content.ts'
import { CONTENT } from '../fixtures/content.ts'
import { seed } from '../fixtures/papers.ts'

const content = readContent(CONTENT)
const questions = content.questionFiles.flatMap(({ value }) => toQuestions(value))
const laws = content.laws.map(({ value }) => value)

function lawNamed(name: string) {
  const law = laws.find((own) => own.name === name)
  if (law === undefined) throw new Error(`no ${name}`)
  return law
}

describe('the shipped content', () => {
  test('has no problems', () => {
    expect(checkContent(content)).toEqual([])
  })

  test.each([
    ['laws', content.laws.length, 8],
    ['explainers', content.explainers.length, 6],
    ['lessons', content.lessons.length, 4],
    ['campaigns', content.campaigns.length, 1],
    ['rows of responsibilities', content.responsibilities.flatMap(({ value }) => value.rows).length, 12],
    ['questions', questions.length, 100],
    ['topics with questions', new Set(questions.flatMap((own) => own.topics)).size, 6],
    ['cases', new Set(questions.flatMap((own) => own.group?.id ?? [])).size, 1],
    ['questions for practice only', questions.filter((own) => own.uses.join() === 'practice').length, 40],
    ['questions for contests only', questions.filter((own) => own.uses.join() === 'contest').length, 40],
    [
      'articles with a gist',
      laws.flatMap((law) => law.versions.flatMap((own) => Object.keys(own.articles))).length,
      100,
    ],
    ['citations that stand', checkCitations(content).uses.length, 100],
  ])('has enough %s: %i', (_name, count, floor) => {
    expect(count).toBeGreaterThanOrEqual(floor)
  })

  test.each(QuestionTypeSchema.options)('asks %s questions', (type) => {
    expect(questions.filter((own) => own.type === type).length).toBeGreaterThan(0)
  })

  test('has only questions that a bank version accepts', () => {
    for (const own of questions) expect(QuestionSchema.parse(own)).toEqual(own)
  })

  test('puts right answers of single-choice questions in every place', () => {
    const keys = questions.filter((own) => own.type === 'single' && own.options.length === 4).map((own) => own.key[0])
    for (const letter of ['A', 'B', 'C', 'D']) {
      expect(keys.filter((key) => key === letter).length).toBeGreaterThan(keys.length / 8)
    }
  })

  test.each(content.assessments.map(({ value }) => [value.id, value] as const))('fills a paper of %s', (_id, own) => {
    const use = own.kind === 'drill' ? 'practice' : own.kind
    const pool = questions.filter((question) => question.uses.includes(use))
    for (let value = 0; value < 50; value += 1) {
      const paper = drawPaper(pool, own.blueprint, seed(value))
      expect(paper.questions).toHaveLength(questionCount(own.blueprint))
      expect(paper.questions.reduce((sum, item) => sum + item.points, 0)).toBe(maxScore(own.blueprint))
    }
  })

  test('lists the newest year of responsibilities first', () => {
    const years = content.responsibilities.map(({ value }) => value.year)
    expect(years).toEqual(years.toSorted((a, b) => b - a))
  })
})

describe('facts of the laws', () => {
  test.each([
    ['劳动法', 107],
    ['劳动合同法', 98],
    ['社会保险法', 98],
    ['劳动争议调解仲裁法', 54],
    ['工伤保险条例', 67],
    ['失业保险条例', 33],
    ['保障农民工工资支付条例', 64],
    ['劳动保障监察条例', 36],
    ['行政复议法', 90],
    ['法治宣传教育法', 65],
  ])('《%s》 has %i articles', (name, count) => {
    expect(versionInForce(lawNamed(name), '2026-11-01')?.articleCount).toBe(count)
  })

  test.each([
    ['行政复议法', '2023-12-31', '2018-01-01', 43],
    ['行政复议法', '2024-01-01', '2024-01-01', 90],
    ['法治宣传教育法', '2025-10-31', undefined, undefined],
    ['法治宣传教育法', '2025-11-01', '2025-11-01', 65],
    ['工伤保险条例', '2011-01-01', '2011-01-01', 67],
  ])('《%s》 on %s: the text from %s with %s articles', (name, day, from, count) => {
    const version = versionInForce(lawNamed(name), day)
    expect(version?.effectiveFrom).toBe(from)
    expect(version?.articleCount).toBe(count)
  })

  test('no version was adopted or published after the page says that it takes effect', () => {
    for (const version of laws.flatMap((law) => law.versions)) {
      expect((version.adoptedOn ?? '') <= version.effectiveFrom).toBe(true)
      expect((version.publishedOn ?? '') <= version.effectiveFrom).toBe(true)
    }
  })
})

describe('real exams and contests', () => {
  /**
   * What the rules of each say: questions, marks, minutes, pass mark, attempts (make-ups), days, which counts, tie-break.
   * `undefined` where the source says nothing.
   */
  type Facts = readonly [
    id: string,
    facts: {
      readonly questions: number | undefined
      readonly marks: number | undefined
      readonly minutes: number | null | undefined
      readonly pass: number | undefined
      readonly allowed: number | null | undefined
      readonly per: 'total' | 'day'
      readonly makeUp: number
      readonly counts: string | undefined
      readonly tieBreak: string | undefined
    },
  ]

  const TABLE: readonly Facts[] = [
    [
      'contest-challenge',
      {
        questions: undefined,
        marks: undefined,
        minutes: undefined,
        pass: undefined,
        allowed: undefined,
        per: 'day',
        makeUp: 0,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'contest-fujian',
      {
        questions: 20,
        marks: 100,
        minutes: undefined,
        pass: undefined,
        allowed: undefined,
        per: 'total',
        makeUp: 0,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'contest-national-union',
      {
        questions: 5,
        marks: 5,
        minutes: undefined,
        pass: 3,
        allowed: 3,
        per: 'day',
        makeUp: 0,
        counts: 'best',
        tieBreak: 'time',
      },
    ],
    [
      'contest-sichuan',
      {
        questions: undefined,
        marks: undefined,
        minutes: undefined,
        pass: undefined,
        allowed: undefined,
        per: 'total',
        makeUp: 0,
        counts: undefined,
        tieBreak: 'finish',
      },
    ],
    [
      'contest-water-ministry',
      {
        questions: 40,
        marks: 100,
        minutes: undefined,
        pass: undefined,
        allowed: undefined,
        per: 'total',
        makeUp: 0,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'contest-yunnan',
      {
        questions: 5,
        marks: undefined,
        minutes: undefined,
        pass: undefined,
        allowed: 5,
        per: 'day',
        makeUp: 0,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'exam-hunan',
      {
        questions: 65,
        marks: 100,
        minutes: undefined,
        pass: 60,
        allowed: undefined,
        per: 'total',
        makeUp: 0,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'exam-inner-mongolia',
      {
        questions: 50,
        marks: 100,
        minutes: 120,
        pass: undefined,
        allowed: 5,
        per: 'total',
        makeUp: 3,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'exam-jining',
      {
        questions: 80,
        marks: 100,
        minutes: 60,
        pass: 80,
        allowed: 1,
        per: 'total',
        makeUp: 1,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'exam-pre-appointment',
      {
        questions: undefined,
        marks: 100,
        minutes: 120,
        pass: 60,
        allowed: 1,
        per: 'total',
        makeUp: 1,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
    [
      'exam-shaanxi',
      {
        questions: 50,
        marks: 100,
        minutes: 90,
        pass: 60,
        allowed: 3,
        per: 'total',
        makeUp: 0,
        counts: 'best',
        tieBreak: undefined,
      },
    ],
    [
      'hr-law-contest',
      {
        questions: 20,
        marks: 100,
        minutes: 20,
        pass: 60,
        allowed: null,
        per: 'total',
        makeUp: 0,
        counts: 'best',
        tieBreak: 'time',
      },
    ],
    [
      'practice-mixed',
      {
        questions: 10,
        marks: 10,
        minutes: null,
        pass: undefined,
        allowed: null,
        per: 'total',
        makeUp: 0,
        counts: undefined,
        tieBreak: undefined,
      },
    ],
  ]

  const all = [...content.templates, ...content.assessments].map(({ value }) => value)
  const named = (id: string) => {
    const own = all.find((each) => each.id === id)
    if (own === undefined) throw new Error(`no ${id}`)
    return own
  }

  test('each file has a row here', () => {
    expect(all.map((own) => own.id).sort()).toEqual(TABLE.map(([id]) => id).sort())
  })

  test.each(TABLE)('%s has the numbers of its source', (id, facts) => {
    const own = named(id)
    const actual = {
      questions: questionCount(own.blueprint),
      marks: maxScore(own.blueprint),
      minutes: own.durationSeconds === null ? null : own.durationSeconds / 60,
      pass: own.passMark,
      ...own.attempts,
      tieBreak: own.tieBreak,
    }
    const told = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
    expect(actual).toMatchObject(told)
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
