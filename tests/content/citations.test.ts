import { describe, expect, test } from 'vitest'
import { BANK, type Break, CAMPAIGN, expectOneWith, LESSON, PAGE } from '../fixtures/broken-content.ts'
import { broken, type Files, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

describe('a citation that does not stand is one problem with file and line', () => {
  test.each<Break>([
    [
      'an unknown law, in a body',
      PAGE,
      '（《试验法》第二十条）',
      '（《不存在法》第二十条）',
      '不存在法',
      '本站没有《不存在法》这部法律。',
    ],
    [
      'an article beyond the last, in a body',
      PAGE,
      '（《试验法》第二十条）',
      '（《试验法》第九十一条）',
      '第九十一条',
      '没有《试验法》第九十一条：2024-01-01 起施行的文本只有90条。',
    ],
    [
      'an article without gist, in an answer',
      PAGE,
      '（《试验法》第二十条之一）',
      '（《试验法》第二十一条）',
      '第二十一条',
      '《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。',
    ],
    [
      'an article that only the superseded text has',
      PAGE,
      '（《试验法》第二十条）',
      '（《试验法》第九条）',
      '第九条',
      '《试验法》第九条还没有要旨（2024-01-01 起施行的文本）。',
    ],
    [
      'a law repealed on the very day',
      PAGE,
      '（《试验法》第二十条）',
      '（《废止法》第一条）',
      '废止法',
      '《废止法》第一条在 2026-11-01 已经失效：这部法 2026-11-01 起废止。',
    ],
    [
      'a law not yet in force',
      PAGE,
      '（《试验法》第二十条）',
      '（《将来法》第一条）',
      '将来法',
      '《将来法》第一条在 2026-11-01 还没有施行：这部法 2027-01-01 起施行。',
    ],
    [
      'the second article of a list',
      PAGE,
      '（《试验法》第二十条）',
      '（《试验法》第二十条、第二十一条）',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'in an outcome of a checkpoint',
      LESSON,
      '有依据（《试验法》第二十条）',
      '有依据（《试验法》第二十一条）',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'in a takeaway',
      LESSON,
      '第一条（《试验法》第二十条）',
      '第一条（《试验法》第二十一条）',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'in a campaign',
      CAMPAIGN,
      '（《试验法》第二十条）',
      '（《试验法》第二十一条）',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'in the citations of a question',
      BANK,
      '["《试验法》第二十条之一"]',
      '["《试验法》第二十条之二"]',
      '之二',
      /^《试验法》第二十条之二还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'in a rationale',
      BANK,
      '理由一。',
      '理由是《试验法》第二十一条。',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'in a part of a case',
      BANK,
      '《试验法》第二十条第一款',
      '《试验法》第二十一条第一款',
      '第二十一条',
      /^《试验法》第二十一条第一款还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'that is none, in a question',
      BANK,
      '["《试验法》第二十条之一"]',
      '["试验法第二十条"]',
      '试验法第二十条',
      '“试验法第二十条”不是法条。',
    ],
    [
      'that is none, in a part of a case',
      BANK,
      '《试验法》第二十条第一款',
      '试验法第二十条',
      '试验法第二十条',
      '“试验法第二十条”不是法条。',
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(SOUND, path, from, to), path, mark, fault)
  })

  /** Of the page only: on a day in the past, the shipped content has days that are still to come. */
  const problemsOfPage = (files: Files, today: string) =>
    problemsWith(files, today).filter(({ place }) => place.startsWith(`content/${PAGE}`))

  test('the day before the repeal and the day of taking effect, the same citations stand', () => {
    const before = broken(SOUND, 'laws/repealed-law.yaml', 'repealedOn: 2026-11-01', 'repealedOn: 2026-11-02')
    const repealed = broken(before, PAGE, '（《试验法》第二十条）', '（《废止法》第一条）')
    expect(problemsOfPage(repealed, '2026-11-01')).toEqual([])
    const effective = broken(SOUND, 'laws/coming-law.yaml', '2027-01-01', '2026-11-01')
    const coming = broken(effective, PAGE, '（《试验法》第二十条）', '（《将来法》第一条）')
    expect(problemsOfPage(coming, '2026-11-01')).toEqual([])
  })

  test('a page of 2023 cites the text of 2023, and still stands when that of 2024 is in force, to be reviewed', () => {
    const old = broken(SOUND, PAGE, 'asOf: 2026-11-01', 'asOf: 2023-12-31')
    const cited = broken(
      broken(old, PAGE, '（《试验法》第二十条）', '（《试验法》第九条）'),
      PAGE,
      '（《试验法》第二十条之一）',
      '（《试法》第9条）',
    )
    expect(problemsOfPage(cited, '2023-12-31')).toEqual([])
    expect(problemsOfPage(cited, '2024-01-01')).toEqual([])
  })
})
