import { describe, expect, test } from 'vitest'
import { BODY, type Break, expectOneWith } from '../fixtures/broken-content.ts'
import { broken, problemsWith } from '../fixtures/content.ts'
import { BATCH, DOCUMENT, LEDGER, NEXT_BATCH, REGISTERS } from '../fixtures/sound-registers.ts'

test('content with one sound document, ledger and batch more has no problems', () => {
  expect(problemsWith(REGISTERS)).toEqual([])
})

describe('what is wrong with a document is one problem with file and line', () => {
  test.each<Break>([
    [
      'the 索引号 of another',
      DOCUMENT,
      'TEST-2026-0001',
      'MJRS-2026-0003',
      'indexNumber',
      '索引号（indexNumber）“MJRS-2026-0003”已经是 migrant-wage-publicity 的了。',
    ],
    [
      'the 文号 of another',
      DOCUMENT,
      '试验发〔2026〕1号',
      '明人社发〔2026〕3号',
      'documentNumber',
      '文号（documentNumber）“明人社发〔2026〕3号”已经是 migrant-wage-publicity 的了。',
    ],
    [
      'a 文号 of another year',
      DOCUMENT,
      '试验发〔2026〕1号',
      '试验发〔2025〕1号',
      'documentNumber',
      '文号“试验发〔2025〕1号”里的年份和成文日期“2026-07-06”不一致。',
    ],
    [
      'publication before it was written',
      DOCUMENT,
      'publishAt: 2026-07-13',
      'publishAt: 2026-07-05',
      'publishAt',
      '发布时间（publishAt）“2026-07-05”早于成文日期（writtenOn）“2026-07-06”。',
    ],
    [
      'force before it was written',
      DOCUMENT,
      'effectiveFrom: 2026-08-01',
      'effectiveFrom: 2026-07-05',
      'effectiveFrom',
      '施行日期（effectiveFrom）“2026-07-05”早于成文日期（writtenOn）“2026-07-06”。',
    ],
    [
      'an end before its start',
      DOCUMENT,
      'expiresOn: 2031-08-01',
      'expiresOn: 2026-07-31',
      'expiresOn',
      '失效日期（expiresOn）“2026-07-31”早于施行日期（effectiveFrom）“2026-08-01”。',
    ],
    [
      'a repeal before publication',
      DOCUMENT,
      'effectiveFrom: 2026-08-01',
      'effectiveFrom: 2026-08-01\nrepealedOn: 2026-07-12',
      'repealedOn',
      '废止日期（repealedOn）“2026-07-12”早于发布时间（publishAt）“2026-07-13”。',
    ],
    [
      'a change without its day',
      DOCUMENT,
      'effectiveFrom: 2026-08-01',
      'effectiveFrom: 2026-08-01\nchangedBy: duty-list-rules',
      'changedBy',
      '写了由哪个文件修改或者废止（changedBy）“duty-list-rules”，却没有写哪一天。',
    ],
    [
      'a change by an unknown document',
      DOCUMENT,
      'effectiveFrom: 2026-08-01',
      'effectiveFrom: 2026-08-01\nrepealedOn: 2027-01-01\nchangedBy: weather-rules',
      'changedBy',
      '没有“weather-rules”这个政策文件。',
    ],
    [
      'a counterpart that does not exist',
      DOCUMENT,
      'explainer: test-page',
      'explainer: weather',
      'explainer: weather',
      '没有“weather”这个办事解读。',
    ],
    [
      'the day of an explainer without the explainer',
      DOCUMENT,
      'explainer: test-page',
      'explainedOn: 2026-07-14',
      'explainedOn',
      '写了解读发布日期（explainedOn）“2026-07-14”，却没有写是哪篇政策解读（explainer）。',
    ],
    [
      'an explainer before the document',
      DOCUMENT,
      'explainer: test-page',
      'explainer: test-page\nexplainedOn: 2026-07-12',
      'explainedOn',
      '解读发布日期（explainedOn）“2026-07-12”早于文件的发布时间（publishAt）“2026-07-13”。',
    ],
    [
      'neither an end nor a reason for having none',
      DOCUMENT,
      'expiresOn: 2031-08-01\n',
      '',
      'title:',
      '没有写有效期到什么时候（失效日期 expiresOn），也没有写为什么没有有效期（withoutExpiry）。',
    ],
    [
      'an end and a reason for having none',
      DOCUMENT,
      'expiresOn: 2031-08-01',
      'expiresOn: 2031-08-01\nwithoutExpiry: 只管内部的程序。',
      'withoutExpiry',
      '失效日期（expiresOn）和为什么没有有效期（withoutExpiry）都写了。',
    ],
    [
      'counterpart and reason',
      DOCUMENT,
      'explainer: test-page',
      'explainer: test-page\nwithoutExplainer: 只安排内部的工作。',
      'withoutExplainer',
      '政策解读（explainer）和为什么没有解读（withoutExplainer）都写了。',
    ],
    [
      'a fictional title without the mark',
      DOCUMENT,
      '标题（示例）',
      '标题',
      'title:',
      '写的是 fictional: true，标题（title）“试验文件的标题”的末尾却没有（示例）。',
    ],
    [
      'a fictional issuer without the mark',
      DOCUMENT,
      'issuer: 省厅（示例）',
      'issuer: 省厅',
      'issuer:',
      '写的是 fictional: true，发布单位（issuer）“省厅”的末尾却没有（示例）。',
    ],
    [
      'a missing heading',
      DOCUMENT,
      '## 跟谁有关\n\n检查的人。\n\n',
      '',
      BODY,
      '小标题不对，或者顺序不对：“这份文件定了什么、我们怎么落实、政策问答”。',
    ],
    [
      'a reviewer who drafted it',
      DOCUMENT,
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      'reviewer:',
      '起草单位和审核单位相同，都是“劳动关系处（示例）”。',
    ],
    [
      'a basis that is no citation',
      DOCUMENT,
      '《试验法》第二十条之一',
      '试验法第二十条',
      '试验法第二十条',
      '“试验法第二十条”不是法条。',
    ],
    [
      'a basis that does not stand',
      DOCUMENT,
      '《试验法》第二十条之一',
      '《试验法》第二十一条',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'a citation in its body that does not stand',
      DOCUMENT,
      '（《试验法》第二十条）',
      '（《试验法》第九十一条）',
      '第九十一条',
      '没有《试验法》第九十一条：2024-01-01 起施行的文本只有90条。',
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(REGISTERS, path, from, to), path, mark, fault)
  })

  test('a real document that carries the mark is one problem for the title and one for the issuer', () => {
    const faults = problemsWith(broken(REGISTERS, DOCUMENT, 'fictional: true', 'fictional: false'))
    expect(faults.map(({ fault }) => fault)).toEqual([
      '写的是 fictional: false，标题（title）“试验文件的标题（示例）”的末尾却有（示例）。',
      '写的是 fictional: false，发布单位（issuer）“省厅（示例）”的末尾却有（示例）。',
    ])
  })

  test('it may expire, be amended and be repealed on the days that bound it', () => {
    const bounds = 'amendedOn: 2026-08-01\nexpiresOn: 2026-08-01\nrepealedOn: 2026-07-13'
    expect(problemsWith(broken(REGISTERS, DOCUMENT, 'expiresOn: 2031-08-01', bounds))).toEqual([])
  })

  test.each([
    ['be still to come', 'explainer: test-page\n', ''],
    ['come on the same day', 'explainer: test-page', 'explainer: test-page\nexplainedOn: 2026-07-13'],
  ])('its explainer may %s', (_name, from, to) => {
    expect(problemsWith(broken(REGISTERS, DOCUMENT, from, to))).toEqual([])
  })
})

describe('what is wrong with a notice is one problem with file and line', () => {
  test.each<Break>([
    [
      'a gap in the ids',
      LEDGER,
      'id: 2027-02',
      'id: 2027-03',
      '2027-03',
      '编号“2027-03”应当是“2027-02”：一年里连着编，不能空号。',
    ],
    [
      'a number twice',
      LEDGER,
      '试人社提醒〔2027〕1号',
      '试司提〔2027〕1号',
      { last: '试司提〔2027〕1号' },
      '文号“试司提〔2027〕1号”用了两次。',
    ],
    [
      'a notice of another year',
      LEDGER,
      'issuedOn: 2027-01-11',
      'issuedOn: 2026-12-31',
      'issuedOn: 2026-12-31',
      '2026-12-31 发出的提示不该在2027年台账的这个位置。',
    ],
    [
      'notices out of order',
      LEDGER,
      'issuedOn: 2027-03-01',
      'issuedOn: 2027-01-10',
      'issuedOn: 2027-01-10',
      '2027-01-10 发出的提示不该在2027年台账的这个位置。',
    ],
    [
      'a deadline on the day of the notice',
      LEDGER,
      'replyBy: 2027-02-11',
      'replyBy: 2027-01-11',
      'replyBy: 2027-01-11',
      '反馈期限“2027-01-11”不在发出日期“2027-01-11”之后。',
    ],
    [
      'publication before issue',
      LEDGER,
      'publishedOn: 2027-01-14',
      'publishedOn: 2027-01-10',
      'publishedOn: 2027-01-10',
      '公布日期“2027-01-10”早于发出日期“2027-01-11”。',
    ],
    [
      'a reply before the notice',
      LEDGER,
      'repliedOn: 2027-02-01',
      'repliedOn: 2027-01-10',
      'repliedOn: 2027-01-10',
      '收到反馈的日期“2027-01-10”早于提示发出的日期“2027-01-11”。',
    ],
    [
      'a reply published before it came',
      LEDGER,
      'publishedOn: 2027-02-03',
      'publishedOn: 2027-01-31',
      'publishedOn: 2027-01-31',
      '反馈的公布日期“2027-01-31”早于收到反馈或者公布提示的日期。',
    ],
    [
      'a notice without 第五十七条',
      LEDGER,
      '《法治宣传教育法》第五十七条',
      '《法治宣传教育法》第九条',
      'basis',
      '种类（kind）“statutory”和依据（basis）“《法治宣传教育法》第九条”对不上。',
    ],
    [
      'a reminder under 第五十七条',
      LEDGER,
      '"《试验法》第二十条"',
      '"《法治宣传教育法》第五十七条"',
      { last: 'basis' },
      '种类（kind）“reminder”和依据（basis）“《法治宣传教育法》第五十七条”对不上。',
    ],
    [
      'a notice of a department that has no such power',
      LEDGER,
      'issuer: 某省司法厅（示例）',
      'issuer: 某省人社厅（示例）',
      '某省人社厅',
      '“某省人社厅（示例）”不是司法行政部门，不能发普法提示（statutory）。',
    ],
    [
      'a notice to itself',
      LEDGER,
      'addressee: 某公司（示例）',
      'addressee: 省厅（示例）',
      { last: 'addressee' },
      '发文单位和收文单位相同，都是“省厅（示例）”。',
    ],
    [
      'a basis that is no citation',
      LEDGER,
      '"《试验法》第二十条"',
      '"试验法第二十条"',
      '试验法第二十条',
      '“试验法第二十条”不是法条。',
    ],
    [
      'a citation that does not stand',
      LEDGER,
      '第二件事情。',
      '第二件事情（《试验法》第二十一条）。',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(REGISTERS, path, from, to), path, mark, fault)
  })

  test('a citation means the law of the day on which the notice was issued', () => {
    const early = broken(REGISTERS, 'laws/coming-law.yaml', '2027-01-01', '2027-03-02')
    const cited = broken(early, LEDGER, '第二件事情。', '第二件事情（《将来法》第一条）。')
    expect(problemsWith(cited).map(({ fault }) => fault)).toEqual([
      '《将来法》第一条在 2027-03-01 还没有施行：这部法 2027-03-02 起施行。',
    ])
    expect(problemsWith(broken(cited, 'laws/coming-law.yaml', '2027-03-02', '2027-03-01'))).toEqual([])
  })
})

describe('what is wrong with a batch of cases is one problem with file and line', () => {
  test.each<Break>([
    [
      'a gap in the numbers of the cases',
      BATCH,
      'number: 2',
      'number: 3',
      'number: 3',
      '这一批的第2个案例，序号写成了“3”。',
    ],
    ['a title twice', BATCH, '试验案例乙', '试验案例甲', { last: '试验案例甲' }, '标题“试验案例甲”用了两次。'],
    [
      'an unknown topic',
      BATCH,
      'title: 试验案例乙\n    topics: [wages]',
      'title: 试验案例乙\n    topics: [weather]',
      'weather',
      '没有“weather”这个主题。',
    ],
    [
      'reasoning without law',
      BATCH,
      '（《试验法》第二十条之一）',
      '，都在这里，一条法律也没有',
      { last: 'reasoning' },
      '说理（reasoning）里没有引用法条。',
    ],
    [
      'a citation that does not stand',
      BATCH,
      '（《试验法》第二十条之一）',
      '（《试验法》第二十一条）',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'a review older than the law spoken of',
      BATCH,
      'reviewedOn: 2026-11-02',
      'reviewedOn: 2026-10-31',
      'reviewedOn',
      '审核早于法律的日期：审核日期（reviewedOn）“2026-10-31”早于法律以哪一天为准（asOf）“2026-11-01”。',
    ],
    [
      'a year that the file does not have',
      BATCH,
      'publishAt: 2027-01-20',
      'publishAt: 2028-01-20',
      null,
      `文件名应当是“2028-${NEXT_BATCH}.yaml”，现在是“2027-${NEXT_BATCH}.yaml”。`,
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(REGISTERS, path, from, to), path, mark, fault)
  })

  test('a batch whose number leaves a gap says so, beside the name of its file', () => {
    const problems = problemsWith(broken(REGISTERS, BATCH, `batch: ${NEXT_BATCH}`, `batch: ${NEXT_BATCH + 1}`))
    expect(problems.map(({ fault }) => fault)).toEqual([
      expect.stringMatching(new RegExp(`^第.+批排在了第${NEXT_BATCH}个。$`)),
      `文件名应当是“2027-${NEXT_BATCH + 1}.yaml”，现在是“2027-${NEXT_BATCH}.yaml”。`,
    ])
  })
})
