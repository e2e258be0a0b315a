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
      '没有“weather-law”这个法律。',
    ],
    ['a row id twice', ROWS, 'id: second-row', 'id: first-row', { last: 'id: first-row' }, '编号“first-row”用了两次。'],
    [
      'done without a day',
      ROWS,
      '    doneOn: 2027-06-01\n',
      '',
      'progress: done',
      '进度（progress）写的是“done”，却没有写完成日期（doneOn）。',
    ],
    [
      'a day without done',
      ROWS,
      'progress: planned',
      'progress: planned\n    doneOn: 2027-06-01',
      'progress: planned',
      '写了完成日期（doneOn）“2027-06-01”，进度（progress）却是“planned”。',
    ],
    [
      'done without evidence',
      ROWS,
      'evidence: [explainers/test-page]',
      'evidence: [ ]',
      'evidence: [ ]',
      '写了已经完成，却没有佐证（evidence）。',
    ],
    [
      'evidence that is no page',
      ROWS,
      'evidence: [explainers/test-page]',
      'evidence: [lessons/test-page]',
      'lessons/test-page',
      '没有“lessons/test-page”这个页面。',
    ],

    [
      'a campaign that sends to an unknown explainer',
      CAMPAIGN,
      'explainers: [test-page]',
      'explainers: [weather]',
      'weather',
      '没有“weather”这个办事解读。',
    ],
    [
      'a campaign that sends to an unknown lesson',
      CAMPAIGN,
      'lessons: [test-lesson]',
      'lessons: [weather]',
      'weather',
      '没有“weather”这个案例课。',
    ],
    [
      'a campaign that sends to an unknown assessment',
      CAMPAIGN,
      'assessment: test-contest',
      'assessment: weather',
      'weather',
      '没有“weather”这个竞赛。',
    ],
    [
      'a campaign that sends to a template',
      CAMPAIGN,
      'assessment: test-contest',
      'assessment: exam-jining',
      'exam-jining',
      '没有“exam-jining”这个竞赛。',
    ],
    [
      'a campaign that ends before it starts',
      CAMPAIGN,
      'endsOn: 2026-12-07',
      'endsOn: 2026-11-30',
      'endsOn:',
      '活动最后一天“2026-11-30”早于第一天“2026-12-01”。',
    ],

    ['an unknown topic of a bank', BANK, 'topic: wages', 'topic: weather', 'weather', '没有“weather”这个主题。'],
    [
      'a stem twice, but for marks and spaces',
      BANK,
      '只用于检查的第二道题，选哪几个？',
      '只用于检查的 第一道题,选哪一个',
      'test-bank-2',
      '题干和 content/banks/test-bank.yaml:5 的一样：“只用于检查的 第一道题,选哪一个”。',
    ],
    [
      'a question id twice',
      BANK,
      'id: test-bank-2',
      'id: test-bank-1',
      { last: 'id: test-bank-1' },
      '编号“test-bank-1”在 content/banks/test-bank.yaml:5 已经用过了。',
    ],
    [
      'the id of a part of a case twice',
      BANK,
      'id: test-bank-3-b',
      'id: test-bank-2',
      'test-bank-3',
      '编号“test-bank-2”在 content/banks/test-bank.yaml:14 已经用过了。',
    ],
    ['a key that is no option', BANK, 'key: B', 'key: E', 'test-bank-1', '题目“test-bank-1”：答案里的“E”不是选项。'],
    [
      'a multiple with one key',
      BANK,
      'key: [A, C]',
      'key: [A]',
      'test-bank-2',
      '题目“test-bank-2”：多选题至少要有2个答案，这里只有“A”。',
    ],

    [
      'an assessment that wants more than the bank has',
      CONTEST,
      'count: 3, types: [single]',
      'count: 500, types: [single]',
      'sections:',
      /^第1大题抽题第1项（题型 single）要抽500道，题库里还差\d+道。$/,
    ],
    [
      'an assessment of an unknown topic',
      CONTEST,
      'types: [single]',
      'types: [single], topics: [weather]',
      'sections:',
      '第1大题抽题第1项（题型 single，主题 weather）要抽3道，题库里还差3道。',
    ],
    [
      'an assessment with a rule that does not run yet',
      CONTEST,
      'guests: true',
      'guests: true\nprogram: { cumulative: true }',
      'cumulative',
      '答题服务还不支持累计得分（cumulative）这条规则。',
    ],
    [
      'an assessment with make-up attempts that nobody can come to',
      CONTEST,
      'attempts: { allowed: 1 }',
      'attempts: { allowed: 1, per: day, makeUp: 2 }',
      'title:',
      '有补考（makeUp），但平时的次数（allowed）没有上限或者按天算，不知道从哪一次起算补考。',
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
    ['that stands above itself', units(unit('city', 'city'), unit('county', 'city')), '单位“city”成了自己的上级。'],
    ['whose parent does not exist', units(unit('city', 'capital')), '单位“city”的上级（parent）“capital”不在名单里。'],
    ['that stands twice', units(unit('city', 'hq'), unit('city', 'hq')), '有两个单位用了同一个编号（id）。'],
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
      '版本（versions）第1项的总条数（articleCount）应当是数字，现在是文字“many”。',
    ],
    [
      'a day that does not exist',
      LAW,
      'effectiveFrom: 2018-01-01',
      'effectiveFrom: 2018-02-30',
      '2018-02-30',
      '版本（versions）第1项的施行日期（effectiveFrom）“2018-02-30”：没有这一天。',
    ],
    [
      'an unknown field',
      PAGE,
      'audience: 检查的人',
      'audience: 检查的人\nauthor: 某人',
      'author:',
      '不认识“author”这一项。',
    ],
    [
      'two answers instead of three',
      PAGE,
      '  - 第二句回答在这里。\n',
      '',
      '第一句',
      '三句话回答（answer）应当正好3项，现在有2项。',
    ],
    [
      'a lesson without a sound choice',
      LESSON,
      'sound: true',
      'sound: false',
      '这样做',
      '停顿处（checkpoints）第1项的选项（choices）：没有一个选项是对的。',
    ],
    [
      'a pass mark above all marks',
      CONTEST,
      'passMark: 2',
      'passMark: 4',
      'title:',
      '及格分（passMark）“4”超过了一张卷子的总分3分。',
    ],
    [
      'a key of the wrong form',
      BANK,
      'key: B',
      'key: [B]',
      'key: [B]',
      '题目（questions）第1项的答案（key）应当是一段文字，现在是一列内容。',
    ],
    [
      'a setting that does not exist',
      CAMPAIGN,
      'settings: [工地]',
      'settings: [月球]',
      '月球',
      '场所（settings）第1项不能写“月球”。',
    ],
  ])('a fault of the schema is one problem with its line: %s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
  })
})
