import { describe, expect, test } from 'vitest'
import { BODY, type Break, expectOneWith, LAW, LESSON, PAGE } from '../fixtures/broken-content.ts'
import { broken, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

test('content with one sound file more of each kind has no problems', () => {
  expect(problemsWith(SOUND)).toEqual([])
})

describe('what is wrong with a law or a page is one problem with file and line', () => {
  test.each<Break>([
    [
      'a name that another law has',
      LAW,
      'aliases: [试法]',
      'aliases: [废止法]',
      null,
      '《废止法》已经是 repealed-law 的名称了。',
    ],
    [
      'versions out of order',
      LAW,
      'effectiveFrom: 2018-01-01',
      'effectiveFrom: 2025-01-01',
      '2024-01-01',
      '2024-01-01 起施行的版本排在了 2025-01-01 起施行的版本后面。',
    ],
    [
      'two versions of one day',
      LAW,
      'effectiveFrom: 2018-01-01',
      'effectiveFrom: 2024-01-01',
      { last: '2024-01-01' },
      '2024-01-01 起施行的版本排在了 2024-01-01 起施行的版本后面。',
    ],
    ['an article beyond articleCount', LAW, '"9":', '"44":', '旧的第九条', '没有第“44”条：这个版本只有43条。'],

    [
      'reviewer and drafter the same',
      PAGE,
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      'reviewer:',
      '起草单位和审核单位相同，都是“劳动关系处（示例）”。',
    ],
    [
      'a review older than the law spoken of',
      PAGE,
      'reviewedOn: 2026-11-02',
      'reviewedOn: 2026-10-31',
      'reviewedOn:',
      '审核早于法律的日期：审核日期（reviewedOn）“2026-10-31”早于法律以哪一天为准（asOf）“2026-11-01”。',
    ],
    ['an unknown topic', PAGE, 'topics: [wages]', 'topics: [weather]', 'weather', '没有“weather”这个主题。'],
    ['an unknown heading', PAGE, '## 别人还问', '## 大家还问', '大家还问', '小标题“大家还问”不对，或者顺序不对。'],
    ['a heading twice', PAGE, '## 别人还问', '## 怎么做', { last: '## 怎么做' }, '小标题“怎么做”不对，或者顺序不对。'],
    ['no second obligatory heading', PAGE, '## 怎么做\n\n', '', BODY, '少了开头的两个小标题。'],

    [
      'a lesson with an unknown topic',
      LESSON,
      'topics: [wages]',
      'topics: [weather]',
      'weather',
      '没有“weather”这个主题。',
    ],
    [
      'a lesson reviewed by its drafter',
      LESSON,
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      'reviewer:',
      '起草单位和审核单位相同，都是“劳动关系处（示例）”。',
    ],
    [
      'a checkpoint without mark',
      LESSON,
      '[[checkpoint:first-stop]]\n\n',
      '',
      BODY,
      '停顿“first-stop”在正文里没有单独一行“[[checkpoint:first-stop]]”。',
    ],
    [
      'a mark without checkpoint',
      LESSON,
      '结尾。',
      '[[checkpoint:second-stop]]\n\n结尾。',
      BODY,
      '正文里的“[[checkpoint:second-stop]]”在文件开头的 checkpoints 里没有，或者写了两次。',
    ],
    [
      'a lesson that ends with a checkpoint',
      LESSON,
      '\n\n## 结果\n\n结尾。',
      '',
      BODY,
      '停顿放在了正文的开头、结尾，或者紧挨着另一个停顿。',
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
  })
})
