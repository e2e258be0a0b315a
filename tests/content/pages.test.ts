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
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
  })
})
