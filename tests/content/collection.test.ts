import { describe, expect, test } from 'vitest'
import {
  BANK,
  type Break,
  CAMPAIGN,
  CONTEST,
  expectOne,
  expectOneWith,
  LAW,
  LESSON,
  PAGE,
  ROWS,
} from '../fixtures/broken-content.ts'
import { broken, type Files, lineOf, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

describe('what is wrong with a list, a campaign, a bank or an assessment is one problem with file and line', () => {
  test.each<Break>([
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
    expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
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
    expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
  })
})
