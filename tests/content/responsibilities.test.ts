import { expect, test } from 'vitest'
import { type Break, CAMPAIGN, expectOne, expectOneWith, ROWS } from '../fixtures/broken-content.ts'
import { broken, type Files, lineOf, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

const continued = broken(SOUND, ROWS, 'id: second-row', 'id: second-row\n    continues: winter-wage-clearing')

test('a row may go on with one of the year before', () => {
  expect(problemsWith(continued)).toEqual([])
})

test('two lists of a year are a problem of the one with the wrong name', () => {
  const { [ROWS]: list = '', ...rest } = SOUND
  const other = 'responsibilities/2027-b.yaml'
  const files: Files = { ...rest, [ROWS]: list, [other]: list }
  expectOne(problemsWith(files), `content/${other}:1`, '2027年的清单放在了“2027-b.yaml”里。')
})

test.each<Break>([
  [
    'a row that goes on with none of the year before',
    ROWS,
    'id: second-row',
    'id: second-row\n    continues: first-row',
    'continues:',
    '2026年的清单里没有编号为“first-row”的一行。',
  ],
  [
    'a duty due in another year',
    ROWS,
    'dueOn: 2027-12-31',
    'dueOn: 2028-01-15',
    'dueOn: 2028',
    '最后一天“2028-01-15”不在2027年。',
  ],
  [
    'a duty done after the day that the list speaks of',
    ROWS,
    'doneOn: 2027-06-01',
    'doneOn: 2027-07-01',
    'doneOn:',
    '完成日期“2027-07-01”晚于清单说的那一天（asOf）“2027-06-30”。',
  ],
  [
    'an overdue duty without a word',
    ROWS,
    'dueOn: 2027-12-31',
    'dueOn: 2027-06-29',
    'dueOn: 2027-06-29',
    '到 2027-06-30 已经逾期（最后一天是“2027-06-29”），没有说明原因。',
  ],
  [
    'a row added before the list was published',
    ROWS,
    'dueOn: 2027-12-31',
    'dueOn: 2027-12-31\n    addedOn: 2027-01-04',
    'addedOn:',
    /^加进清单的日期（addedOn）“2027-01-04”不在清单公布（\d{4}-\d\d-\d\d）以后、最后一天（2027-12-31）以前。$/,
  ],
  [
    'a row added after it was due',
    ROWS,
    'dueOn: 2027-12-31',
    'dueOn: 2027-12-30\n    addedOn: 2027-12-31',
    'addedOn:',
    /^加进清单的日期（addedOn）“2027-12-31”不在清单公布（\d{4}-\d\d-\d\d）以后、最后一天（2027-12-30）以前。$/,
  ],
  [
    'a note of one word',
    ROWS,
    'progress: planned',
    'progress: planned\n    note: 晚了',
    'note:',
    '清单各行（rows）第2项的说明（note）太短，最少6个字，现在有2个字：“晚了”。',
  ],
])('%s is one problem with file and line', (_name, path, from, to, mark, fault) => {
  expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
})

test.each([
  ['due on the day that the list speaks of', 'dueOn: 2027-06-30\n    progress: planned'],
  ['overdue, with a note', 'dueOn: 2027-06-29\n    note: 讲师生病，改到七月再讲。\n    progress: planned'],
])('a duty %s is no problem', (_name, to) => {
  expect(problemsWith(broken(SOUND, ROWS, 'dueOn: 2027-12-31\n    progress: planned', to))).toEqual([])
})

test('a page published after the duty was done is no evidence of it', () => {
  const files = broken(SOUND, 'explainers/test-page.md', 'publishAt: 2026-11-02', 'publishAt: 2027-06-02')
  expectOne(
    problemsWith(files),
    lineOf(files, ROWS, 'explainers/test-page'),
    '“explainers/test-page”在 2027-06-02 才发布，晚于完成日期 2027-06-01。',
  )
})

test.each<Break>([
  ['a setting without kit', CAMPAIGN, 'settings: [工地]', 'settings: [工地, 高校]', '高校', '场所“高校”有0份工具包。'],
  [
    'a handout that does not exist',
    CAMPAIGN,
    'explainers/test-page, lessons/test-lesson',
    'explainers/weather, lessons/test-lesson',
    'explainers/weather',
    '没有“explainers/weather”这个页面。',
  ],
  [
    'a handout that cannot be printed',
    CAMPAIGN,
    'explainers/test-page, lessons/test-lesson',
    'practice/wages',
    'practice/wages',
    '工具包（kits）第1项的发放材料（handouts）第1项写得不对：“practice/wages”。',
  ],
  [
    'a topic without questions for practice',
    CAMPAIGN,
    '    topics: [wages]',
    '    topics: [weather]',
    '    topics:',
    '没有“weather”这个可以练习的主题。',
  ],
  [
    'a poster that leads nowhere',
    CAMPAIGN,
    'target: /explainers/test-page/',
    'target: /explainers/test-page',
    'poster:',
    '没有“/explainers/test-page”这个网址。',
  ],
  [
    'a headline that nobody reads in passing',
    CAMPAIGN,
    'headline: 试验海报',
    'headline: 一二三四五六七八九十一二三四五',
    'headline:',
    '工具包（kits）第1项的海报（poster）的海报大字（headline）太长，最多14个字，现在有15个字：“一二三四五六七八九十一二三四五”。',
  ],
])('%s is one problem with file and line', (_name, path, from, to, mark, fault) => {
  expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
})

test('a kit for a setting that the campaign does not go to is named, and so is the setting without kit', () => {
  const files = broken(SOUND, CAMPAIGN, '  - setting: 工地', '  - setting: 社区')
  expect(problemsWith(files).map(({ fault }) => fault)).toEqual(['场所“工地”有0份工具包。', '没有“社区”这个场所。'])
})

test('two kits for one setting are a problem of the setting', () => {
  const kit = (SOUND[CAMPAIGN] ?? '').match(/ {2}- setting: 工地\n[\s\S]*?after: .*\n/)?.[0] ?? ''
  const files = broken(SOUND, CAMPAIGN, 'kits:\n', `kits:\n${kit}`)
  expectOne(problemsWith(files), lineOf(files, CAMPAIGN, 'settings:'), '场所“工地”有2份工具包。')
})
