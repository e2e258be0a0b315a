import { describe, expect, test } from 'vitest'
import { checkReviews } from '../../content/check/reviews.ts'
import { readContent } from '../../content/source/content.ts'
import { expectOne } from '../fixtures/broken-content.ts'
import { broken, type Files, lineOf, problemsWith, withContent } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

const LAW = 'laws/test-law.yaml'
const REVIEWS = 'reviews/test-law.yaml'
const TODAY = '2026-12-20'

const FILES: Files = {
  ...SOUND,
  [LAW]: `${SOUND[LAW]}  - effectiveFrom: 2027-01-01\n    publishedOn: 2026-10-01\n    articleCount: 95\n    articles: {}\n`,
  [REVIEWS]: `reviews:
  - version: 2027-01-01
    reviewer: 法规处（示例）
    reviewedOn: 2026-12-15
    items: [questions/test-bank-1, questions/test-bank-3, explainers/test-page, calculators/overtime]
    note: 新文本只是把条号挪后了。
`,
}

const problemsOf = (files: Files) =>
  withContent(files, (folder) =>
    checkReviews(readContent(folder, { now: Date.parse('2030-01-01'), preview: false }), TODAY),
  )

test('a confirmation of what there is, against a text that was known, is sound', () => {
  expect(problemsOf(FILES)).toEqual([])
})

describe('a confirmation is one problem with file and line when it', () => {
  test.each([
    [
      'is of no text',
      'version: 2027-01-01',
      'version: 2027-02-01',
      '《试验法》没有 2027-02-01 起施行的文本，也不是在这一天废止的。',
    ],
    ['names no item', 'questions/test-bank-1', 'questions/test-bank-9', '没有“questions/test-bank-9”这个内容。'],
    [
      'names a part of a case',
      'questions/test-bank-3',
      'questions/test-bank-3-a',
      '没有“questions/test-bank-3-a”这个内容。',
    ],
    ['names a ledger', 'questions/test-bank-1', 'notices/2026-01', '没有“notices/2026-01”这个内容。'],
    [
      'is older than the publication of the text',
      'reviewedOn: 2026-12-15',
      'reviewedOn: 2026-09-30',
      '审核日期（reviewedOn）“2026-09-30”早于新文本通过或者公布的 2026-10-01。',
    ],
    [
      'is of a day to come',
      'reviewedOn: 2026-12-15',
      'reviewedOn: 2026-12-21',
      '审核日期（reviewedOn）“2026-12-21”还没有到。',
    ],
    [
      'is by the office that drafted',
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      '“explainers/test-page”的起草单位就是审核单位“劳动关系处（示例）”。',
    ],
  ])('%s', (_name, from, to, fault) => {
    const files = broken(FILES, REVIEWS, from, to)
    // The office is wrong for an item, and stands with it.
    const mark = from.startsWith('reviewer:') ? 'items:' : to
    expectOne(problemsOf(files), lineOf(files, REVIEWS, mark), fault)
  })

  test('is about a law that there is not', () => {
    const { [REVIEWS]: text = '', ...rest } = FILES
    const problems = problemsOf({ ...rest, 'reviews/weather-law.yaml': text })
    expectOne(problems, 'content/reviews/weather-law.yaml', '没有“weather-law”这个法律。')
  })

  test.each([
    ['the day of publication', 'reviewedOn: 2026-10-01'],
    ['today', `reviewedOn: ${TODAY}`],
  ])('but not on %s itself', (_name, day) => {
    expect(problemsOf(broken(FILES, REVIEWS, 'reviewedOn: 2026-12-15', day))).toEqual([])
  })
})

test('a repeal is confirmed by its day', () => {
  const repealed = broken(FILES, LAW, 'versions:', 'repealedOn: 2028-01-01\nversions:')
  expect(problemsOf(broken(repealed, REVIEWS, 'version: 2027-01-01', 'version: 2028-01-01'))).toEqual([])
})

describe('what a version says it changed is one problem when it', () => {
  const stated = (changes: string, version = '2024-01-01') =>
    broken(SOUND, LAW, `effectiveFrom: ${version}\n`, `effectiveFrom: ${version}\n    changes: ${changes}\n`)

  test.each([
    ['names an article twice', stated('{ changed: ["9"], gone: ["9"] }'), '第“9”条在 changes 里写了两次。'],
    [
      'names an article that was not there',
      stated('{ unchanged: ["44"] }'),
      'changes 里写了第“44”条，前一个文本只有43条。',
    ],
    [
      'is of the first text',
      stated('{ changed: [] }', '2018-01-01'),
      '最早的版本前面没有文本，却写了改了什么（changes）。',
    ],
    [
      'says both what changed and what stayed',
      stated('{ changed: ["9"], unchanged: ["8"] }'),
      /改了哪些条（changed）和哪些条没有改（unchanged），应当正好写一样。$/,
    ],
    [
      'says neither',
      stated('{ moved: { "9": "20" } }'),
      /改了哪些条（changed）和哪些条没有改（unchanged），应当正好写一样。$/,
    ],
  ])('%s', (_name, files, fault) => {
    const problems = problemsWith(files).filter(({ place }) => place.includes(LAW))
    expectOne(problems, lineOf(files, LAW, 'changes:'), fault)
  })
})
