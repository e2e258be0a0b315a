import { describe, expect, test } from 'vitest'
import { checkCitations } from '../../content/check/citations.ts'
import { checkContent } from '../../content/check/collection.ts'
import { maxScore, questionCount } from '../../content/domain/assessment.ts'
import { versionInForce } from '../../content/domain/law.ts'
import { drawPaper } from '../../content/domain/paper.ts'
import { QuestionSchema } from '../../content/domain/question.ts'
import { toQuestions } from '../../content/domain/question-file.ts'
import { QuestionTypeSchema } from '../../content/domain/question-parts.ts'
import { responsibilityStatus } from '../../content/domain/responsibility.ts'
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
    ['laws', content.laws.length, 30],
    ['explainers', content.explainers.length, 20],
    ['explainers in English', content.englishExplainers.length, 6],
    ['lessons', content.lessons.length, 15],
    ['campaigns', content.campaigns.length, 4],
    ['calculators', content.rules.length, 6],
    ['documents', content.documents.length, 12],
    ['clean-up rounds', content.cleanUps.length, 2],
    ['notices', content.notices.flatMap(({ value }) => value.notices).length, 10],
    ['batches of guiding cases', content.caseBatches.length, 3],
    ['guiding cases', content.caseBatches.flatMap(({ value }) => value.cases).length, 10],
    ['years of responsibilities', content.responsibilities.length, 2],
    [
      'rows of responsibilities each year',
      Math.min(...content.responsibilities.map(({ value }) => value.rows.length)),
      20,
    ],
    ['questions, a case counted once', content.questionFiles.flatMap(({ value }) => value.questions).length, 400],
    ['topics with questions', new Set(questions.flatMap((own) => own.topics)).size, 14],
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

  test('names no law in a list that was not yet published when the duty was due', () => {
    const versions = new Map(laws.map((law) => [law.id, law.versions[0]]))
    for (const { rows } of content.responsibilities.map(({ value }) => value)) {
      for (const { id, laws: taught, dueOn } of rows) {
        for (const law of taught) {
          const first = versions.get(law)
          expect([id, law, (first?.adoptedOn ?? first?.effectiveFrom ?? '9999') <= dueOn]).toEqual([id, law, true])
        }
      }
    }
  })

  test('says of every duty of 2025 how it ended', () => {
    const list = content.responsibilities.find(({ value }) => value.year === 2025)?.value
    const statuses = list?.rows.map((row) => responsibilityStatus(row, '2026-01-01')) ?? []
    expect(new Set(statuses)).toEqual(new Set(['done-on-time', 'done-late', 'overdue']))
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
