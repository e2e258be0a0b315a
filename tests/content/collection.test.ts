import { describe, expect, test } from 'vitest'
import type { Problem } from '../../content/domain/errors.ts'
import { broken, type Files, lineOf, problemsWith, SOUND } from '../fixtures/content.ts'

/** Where a problem stands: the first line with a text, the last one, the first of the body, or (null) the whole file. */
type Mark = string | { readonly last: string } | typeof BODY | null
const BODY = Symbol('body')

/** Which text of which file becomes which, where the problem stands, and what it says. */
type Break = readonly [name: string, path: string, from: string, to: string, mark: Mark, fault: string | RegExp]

function placeOf(files: Files, path: string, mark: Mark): string {
  if (mark === null) return `content/${path}`
  if (typeof mark === 'string') return lineOf(files, path, mark)
  const lines = (files[path] ?? '').split('\n')
  const index = mark === BODY ? lines.indexOf('---', 1) + 1 : lines.findLastIndex((line) => line.includes(mark.last))
  return `content/${path}:${index + 1}`
}

function expectOne(problems: readonly Problem[], place: string, fault: string | RegExp): void {
  expect(problems).toEqual([
    {
      place,
      fault: typeof fault === 'string' ? fault : expect.stringMatching(fault),
      fix: expect.stringMatching(/^[A-Z].*\.$/s),
    },
  ])
}

function check(files: Files, path: string, mark: Mark, fault: string | RegExp): void {
  expectOne(problemsWith(files), placeOf(files, path, mark), fault)
}

const [LAW, PAGE, LESSON, CAMPAIGN, ROWS, BANK, CONTEST] = [
  'laws/test-law.yaml',
  'explainers/test-page.md',
  'lessons/test-lesson.md',
  'campaigns/test-campaign.md',
  'responsibilities/2027.yaml',
  'banks/test-bank.yaml',
  'assessments/test-contest.yaml',
] as const

test('content with one sound file more of each kind has no problems', () => {
  expect(problemsWith(SOUND)).toEqual([])
})

describe('a citation that does not stand is one problem with file and line', () => {
  test.each<Break>([
    [
      'an unknown law, in a body',
      PAGE,
      '（《试验法》第二十条）',
      '（《不存在法》第二十条）',
      '不存在法',
      '《不存在法》 is not among the laws of this site.',
    ],
    [
      'an article beyond the last, in a body',
      PAGE,
      '（《试验法》第二十条）',
      '（《试验法》第九十一条）',
      '第九十一条',
      /^《试验法》第九十一条 does not exist: the version in force from 2024-01-01 has 90 articles\.$/,
    ],
    [
      'an article without gist, in an answer',
      PAGE,
      '（《试验法》第二十条之一）',
      '（《试验法》第二十一条）',
      '第二十一条',
      '《试验法》第二十一条 has no gist in the version in force from 2024-01-01.',
    ],
    [
      'an article that only the superseded text has',
      PAGE,
      '（《试验法》第二十条）',
      '（《试验法》第九条）',
      '第九条',
      '《试验法》第九条 has no gist in the version in force from 2024-01-01.',
    ],
    [
      'a law repealed on the very day',
      PAGE,
      '（《试验法》第二十条）',
      '（《废止法》第一条）',
      '废止法',
      '《废止法》第一条 is no longer in force on 2026-11-01: the law was repealed on 2026-11-01.',
    ],
    [
      'a law not yet in force',
      PAGE,
      '（《试验法》第二十条）',
      '（《将来法》第一条）',
      '将来法',
      '《将来法》第一条 is not yet in force on 2026-11-01: the law takes effect on 2027-01-01.',
    ],
    [
      'the second article of a list',
      PAGE,
      '（《试验法》第二十条）',
      '（《试验法》第二十条、第二十一条）',
      '第二十一条',
      /第二十一条 has no gist/,
    ],
    [
      'in an outcome of a checkpoint',
      LESSON,
      '有依据（《试验法》第二十条）',
      '有依据（《试验法》第二十一条）',
      '第二十一条',
      /第二十一条 has no gist/,
    ],
    [
      'in a takeaway',
      LESSON,
      '第一条（《试验法》第二十条）',
      '第一条（《试验法》第二十一条）',
      '第二十一条',
      /第二十一条 has no gist/,
    ],
    [
      'in a campaign',
      CAMPAIGN,
      '（《试验法》第二十条）',
      '（《试验法》第二十一条）',
      '第二十一条',
      /第二十一条 has no gist/,
    ],
    [
      'in the citations of a question',
      BANK,
      '["《试验法》第二十条之一"]',
      '["《试验法》第二十条之二"]',
      '之二',
      /第二十条之二 has no gist/,
    ],
    ['in a rationale', BANK, '理由一。', '理由是《试验法》第二十一条。', '第二十一条', /第二十一条 has no gist/],
    [
      'in a part of a case',
      BANK,
      '《试验法》第二十条第一款',
      '《试验法》第二十一条第一款',
      '第二十一条',
      /第二十一条第一款 has no gist/,
    ],
    [
      'that is none, in a question',
      BANK,
      '["《试验法》第二十条之一"]',
      '["试验法第二十条"]',
      '试验法第二十条',
      '"试验法第二十条" is not a citation.',
    ],
    [
      'that is none, in a part of a case',
      BANK,
      '《试验法》第二十条第一款',
      '试验法第二十条',
      '试验法第二十条',
      '"试验法第二十条" is not a citation.',
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    check(broken(SOUND, path, from, to), path, mark, fault)
  })

  test('the day before the repeal and the day of taking effect, the same citations stand', () => {
    const before = broken(SOUND, 'laws/repealed-law.yaml', 'repealedOn: 2026-11-01', 'repealedOn: 2026-11-02')
    expect(problemsWith(broken(before, PAGE, '（《试验法》第二十条）', '（《废止法》第一条）'))).toEqual([])
    const effective = broken(SOUND, 'laws/coming-law.yaml', '2027-01-01', '2026-11-01')
    expect(problemsWith(broken(effective, PAGE, '（《试验法》第二十条）', '（《将来法》第一条）'))).toEqual([])
  })

  test('a page of 2023 cites the text of 2023', () => {
    const old = broken(SOUND, PAGE, 'asOf: 2026-11-01', 'asOf: 2023-12-31')
    const cited = broken(
      broken(old, PAGE, '（《试验法》第二十条）', '（《试验法》第九条）'),
      PAGE,
      '（《试验法》第二十条之一）',
      '（《试法》第9条）',
    )
    expect(problemsWith(cited)).toEqual([])
  })
})

describe('what is wrong with a file among others is one problem with file and line', () => {
  test.each<Break>([
    [
      'a name that another law has',
      LAW,
      'aliases: [试法]',
      'aliases: [废止法]',
      null,
      '《废止法》 is also a name of repealed-law.',
    ],
    [
      'versions out of order',
      LAW,
      'effectiveFrom: 2018-01-01',
      'effectiveFrom: 2025-01-01',
      '2024-01-01',
      /from 2024-01-01 stands after the one from 2025-01-01/,
    ],
    [
      'two versions of one day',
      LAW,
      'effectiveFrom: 2018-01-01',
      'effectiveFrom: 2024-01-01',
      { last: '2024-01-01' },
      /from 2024-01-01 stands after the one from 2024-01-01/,
    ],
    [
      'an article beyond articleCount',
      LAW,
      '"9":',
      '"44":',
      '旧的第九条',
      'Article 44 exceeds the 43 articles of this version.',
    ],

    [
      'reviewer and drafter the same',
      PAGE,
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      'reviewer:',
      'Drafter and reviewer are the same.',
    ],
    [
      'a review older than the law spoken of',
      PAGE,
      'reviewedOn: 2026-11-02',
      'reviewedOn: 2026-10-31',
      'reviewedOn:',
      'The review of 2026-10-31 is older than the law it speaks of (2026-11-01).',
    ],
    ['an unknown topic', PAGE, 'topics: [wages]', 'topics: [weather]', 'weather', 'There is no topic "weather".'],
    [
      'an unknown heading',
      PAGE,
      '## 别人还问',
      '## 大家还问',
      '大家还问',
      'The heading "大家还问" is unknown or out of order.',
    ],
    [
      'a heading twice',
      PAGE,
      '## 别人还问',
      '## 怎么做',
      { last: '## 怎么做' },
      'The heading "怎么做" is unknown or out of order.',
    ],
    ['no second obligatory heading', PAGE, '## 怎么做\n\n', '', BODY, 'The first two headings are missing.'],

    [
      'a lesson with an unknown topic',
      LESSON,
      'topics: [wages]',
      'topics: [weather]',
      'weather',
      'There is no topic "weather".',
    ],
    [
      'a lesson reviewed by its drafter',
      LESSON,
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      'reviewer:',
      'Drafter and reviewer are the same.',
    ],
    [
      'a checkpoint without mark',
      LESSON,
      '[[checkpoint:first-stop]]\n\n',
      '',
      BODY,
      'Checkpoint "first-stop" has no line [[checkpoint:first-stop]] in the body.',
    ],
    [
      'a mark without checkpoint',
      LESSON,
      '结尾。',
      '[[checkpoint:second-stop]]\n\n结尾。',
      BODY,
      '[[checkpoint:second-stop]] has no checkpoint in the front matter, or stands twice.',
    ],
    [
      'a lesson that ends with a checkpoint',
      LESSON,
      '\n\n## 结果\n\n结尾。',
      '',
      BODY,
      'A checkpoint stands at the start, at the end, or right after another.',
    ],

    [
      'an unknown law in a row',
      ROWS,
      'laws: [test-law]',
      'laws: [weather-law]',
      'weather-law',
      'There is no law "weather-law".',
    ],
    [
      'a row id twice',
      ROWS,
      'id: second-row',
      'id: first-row',
      { last: 'id: first-row' },
      'The id "first-row" stands twice.',
    ],
    [
      'done without a day',
      ROWS,
      '    doneOn: 2027-06-01\n',
      '',
      'progress: done',
      'progress and doneOn contradict each other.',
    ],
    [
      'a day without done',
      ROWS,
      'progress: planned',
      'progress: planned\n    doneOn: 2027-06-01',
      'progress: planned',
      'progress and doneOn contradict each other.',
    ],
    [
      'done without evidence',
      ROWS,
      'evidence: [explainers/test-page]',
      'evidence: [ ]',
      'evidence: [ ]',
      'A duty that is done has no evidence.',
    ],
    [
      'evidence that is no page',
      ROWS,
      'evidence: [explainers/test-page]',
      'evidence: [lessons/test-page]',
      'lessons/test-page',
      'There is no page "lessons/test-page".',
    ],

    [
      'a campaign that sends to an unknown explainer',
      CAMPAIGN,
      'explainers: [test-page]',
      'explainers: [weather]',
      'weather',
      'There is no explainer "weather".',
    ],
    [
      'a campaign that sends to an unknown lesson',
      CAMPAIGN,
      'lessons: [test-lesson]',
      'lessons: [weather]',
      'weather',
      'There is no lesson "weather".',
    ],
    [
      'a campaign that sends to an unknown assessment',
      CAMPAIGN,
      'assessment: test-contest',
      'assessment: weather',
      'weather',
      'There is no assessment "weather".',
    ],
    [
      'a campaign that sends to a template',
      CAMPAIGN,
      'assessment: test-contest',
      'assessment: exam-jining',
      'exam-jining',
      'There is no assessment "exam-jining".',
    ],
    [
      'a campaign that ends before it starts',
      CAMPAIGN,
      'endsOn: 2026-12-07',
      'endsOn: 2026-11-30',
      'endsOn:',
      'The campaign ends before it starts.',
    ],

    ['an unknown topic of a bank', BANK, 'topic: wages', 'topic: weather', 'weather', 'There is no topic "weather".'],
    [
      'a stem twice, but for marks and spaces',
      BANK,
      '只用于检查的第二道题，选哪几个？',
      '只用于检查的 第一道题,选哪一个',
      'test-bank-2',
      /^The same stem stands at content\/banks\/test-bank\.yaml:5\.$/,
    ],
    [
      'a question id twice',
      BANK,
      'id: test-bank-2',
      'id: test-bank-1',
      { last: 'id: test-bank-1' },
      /^The id "test-bank-1" is also used at content\/banks\/test-bank\.yaml:5\.$/,
    ],
    [
      'the id of a part of a case twice',
      BANK,
      'id: test-bank-3-b',
      'id: test-bank-2',
      'test-bank-3',
      /^The id "test-bank-2" is also used at content\/banks\/test-bank\.yaml:14\.$/,
    ],
    [
      'a key that is no option',
      BANK,
      'key: B',
      'key: E',
      'test-bank-1',
      'Question "test-bank-1": "E" is not an option.',
    ],
    [
      'a multiple with one key',
      BANK,
      'key: [A, C]',
      'key: [A]',
      'test-bank-2',
      /^Question "test-bank-2": A multiple-choice question has at least two keys/,
    ],

    [
      'an assessment that wants more than the bank has',
      CONTEST,
      'count: 3, types: [single]',
      'count: 500, types: [single]',
      'sections:',
      /^Section 1, quota 1 \(single\) wants 500 and falls short by \d+\.$/,
    ],
    [
      'an assessment of an unknown topic',
      CONTEST,
      'types: [single]',
      'types: [single], topics: [weather]',
      'sections:',
      /^Section 1, quota 1 \(single, topics weather\) wants 3 and falls short by 3\.$/,
    ],
    [
      'an assessment with a rule that does not run yet',
      CONTEST,
      'guests: true',
      'guests: true\nprogram: { cumulative: true }',
      'cumulative',
      'The service does not run the rule "cumulative" yet.',
    ],
    [
      'an assessment with make-up attempts',
      CONTEST,
      'attempts: { allowed: 1 }',
      'attempts: { allowed: 1, makeUp: 2 }',
      'makeUp',
      'The service does not run the rule "makeUp" yet.',
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    check(broken(SOUND, path, from, to), path, mark, fault)
  })
})

describe('units', () => {
  const units = (...lines: string[]): Files => ({
    'units.yaml': `${['{ id: hq, name: 省厅, parent: null, region: 省本级, staff: 0 }', ...lines].map((line) => `- ${line}\n`).join('')}`,
  })
  const unit = (id: string, parent: string) =>
    `{ id: ${id}, name: 人社局, parent: ${parent}, region: 云澜市, staff: 9 }`

  test.each([
    [
      'that stands above itself',
      units(unit('city', 'city'), unit('county', 'city')),
      'Unit "city" stands above itself.',
    ],
    [
      'whose parent does not exist',
      units(unit('city', 'capital')),
      'Unit "city" has the parent "capital", which does not exist.',
    ],
    ['that stands twice', units(unit('city', 'hq'), unit('city', 'hq')), 'Two units have the same id.'],
  ])('a unit %s is one problem of units.yaml', (_name, files, fault) => {
    expectOne(problemsWith({ ...SOUND, ...files }), 'content/units.yaml', fault)
  })
})

describe('several things that are wrong', () => {
  test('between files are all named at once, each at its place', () => {
    let files = SOUND
    files = broken(files, PAGE, '（《试验法》第二十条）', '（《不存在法》第一条）')
    files = broken(files, PAGE, 'reviewer: 法规处（示例）', 'reviewer: 劳动关系处（示例）')
    files = broken(files, LESSON, 'topics: [wages]', 'topics: [wages, weather]')
    files = broken(files, ROWS, 'laws: [labour-law]', 'laws: [labour-law, weather-law]')
    files = broken(files, BANK, 'key: B', 'key: E')
    expect(
      problemsWith(files)
        .map(({ place }) => place)
        .sort(),
    ).toEqual(
      [
        lineOf(files, PAGE, '不存在法'),
        lineOf(files, PAGE, 'reviewer:'),
        lineOf(files, LESSON, 'weather'),
        lineOf(files, ROWS, 'weather-law'),
        lineOf(files, BANK, 'test-bank-1'),
      ].sort(),
    )
  })

  test('within files are all named at once, of YAML and of the schema alike', () => {
    let files = SOUND
    files = broken(files, LAW, 'articleCount: 43', 'articleCount: many')
    files = broken(files, PAGE, 'title: 试验说明的标题', 'title: "试验说明的标题')
    files = broken(files, LESSON, 'minutes: 5', 'minutes: 50')
    files = broken(files, BANK, 'key: B', 'key: [B]')
    files = broken(files, CONTEST, 'passMark: 2', 'passMark: 4')
    files = { ...files, 'topics.yaml': '- { id: wages, name: 工资 }\n', 'units.yaml': '- { id: HQ }\n' }
    const places = new Set(problemsWith(files).map(({ place }) => place.replace(/:\d+$/, '')))
    expect([...places].sort()).toEqual(
      [LAW, PAGE, LESSON, BANK, CONTEST, 'topics.yaml', 'units.yaml'].map((path) => `content/${path}`).sort(),
    )
  })

  test.each<Break>([
    [
      'a count that is no number',
      LAW,
      'articleCount: 43',
      'articleCount: many',
      'many',
      'versions.0.articleCount: Invalid input: expected number, received string.',
    ],
    [
      'a day that does not exist',
      LAW,
      'effectiveFrom: 2018-01-01',
      'effectiveFrom: 2018-02-30',
      '2018-02-30',
      'versions.0.effectiveFrom: no such day.',
    ],
    [
      'an unknown field',
      PAGE,
      'audience: 检查的人',
      'audience: 检查的人\nauthor: 某人',
      'author:',
      'The file: Unrecognized key: "author".',
    ],
    ['two answers instead of three', PAGE, '  - 第二句回答在这里。\n', '', '第一句', /^answer: Too small/],
    [
      'a lesson without a sound choice',
      LESSON,
      'sound: true',
      'sound: false',
      '这样做',
      'checkpoints.0.choices: at least one choice must be sound.',
    ],
    [
      'a pass mark above all marks',
      CONTEST,
      'passMark: 2',
      'passMark: 4',
      'title:',
      'The file: The pass mark 4 exceeds the 3 marks of a paper.',
    ],
    [
      'a key of the wrong form',
      BANK,
      'key: B',
      'key: [B]',
      'key: [B]',
      /^questions\.0\.key: Invalid input: expected string, received array\.$/,
    ],
    [
      'a setting that does not exist',
      CAMPAIGN,
      'settings: [工地]',
      'settings: [月球]',
      '月球',
      /^settings\.0: Invalid option/,
    ],
  ])('a fault of the schema is one problem with its line: %s', (_name, path, from, to, mark, fault) => {
    check(broken(SOUND, path, from, to), path, mark, fault)
  })
})
