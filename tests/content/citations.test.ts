import { describe, expect, test } from 'vitest'
import { BANK, type Break, CAMPAIGN, expectOneWith, LESSON, PAGE } from '../fixtures/broken-content.ts'
import { broken, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

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
    expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
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
