import { describe, expect, test } from 'vitest'
import { BODY, type Break, expectOneWith, PAGE } from '../fixtures/broken-content.ts'
import { broken, type Files, problemsWith } from '../fixtures/content.ts'
import { SOUND } from '../fixtures/sound-content.ts'

const ENGLISH = 'explainers/en/test-page.md'
const [, frontMatter = ''] = (SOUND[PAGE] ?? '').split('---\n')
const TRANSLATED: Files = {
  ...SOUND,
  [ENGLISH]: `---
${frontMatter
  .replace(/title: .*/, `title: ${'An English title '.repeat(4)}`)
  .replace(/summary: .*/, `summary: ${'A summary in English. '.repeat(8)}`)}---

## What you can claim

It stands here (Test Law, 《试验法》第二十条).

## What to do

Do this first.

## What others ask

### Is that all?

Yes.
`,
}

test('an English text longer than a Chinese one may be has no problems', () => {
  expect(problemsWith(TRANSLATED)).toEqual([])
})

describe('what is wrong with an English explainer is one problem with file and line', () => {
  test.each<Break>([
    [
      'a citation that does not stand',
      ENGLISH,
      '第二十条)',
      '第九十九条)',
      '第九十九条)',
      /第九十九条|article 99|Article 99/,
    ],
    [
      'a review by the drafter',
      ENGLISH,
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      'reviewer:',
      '起草单位和审核单位相同，都是“劳动关系处（示例）”。',
    ],
    [
      'the law of another day than the Chinese text',
      ENGLISH,
      'asOf: 2026-11-01',
      'asOf: 2026-11-02',
      'asOf:',
      '法律以哪一天为准（asOf），英文写的是“2026-11-02”，中文写的是“2026-11-01”。',
    ],
    [
      'other topics than the Chinese text',
      ENGLISH,
      'topics: [wages]',
      'topics: [wages, contract]',
      'topics:',
      '主题（topics）“wages、contract”和中文那篇不一样。',
    ],
    [
      'a title longer than a line',
      ENGLISH,
      'title: An',
      `title: ${'A'.repeat(60)}n`,
      'title:',
      /^标题（title）太长，最多80个字符/,
    ],
  ])('%s', (_, path, from, to, mark, fault) => {
    expectOneWith(broken(TRANSLATED, path, from, to), path, mark, fault)
  })

  test.each([
    ['a Chinese heading', '## What others ask', '## 别人还问', '小标题“别人还问”不对，或者顺序不对。'],
    ['an obligatory heading missing', '## What to do\n', '', '少了开头的两个小标题。'],
  ])('%s, with the English headings to use', (_, from, to, fault) => {
    expect(problemsWith(broken(TRANSLATED, ENGLISH, from, to))).toEqual([
      { place: expect.stringMatching(/test-page\.md:\d+$/), fault, fix: expect.stringContaining('What you can claim') },
    ])
  })

  test('no Chinese text of that name', () => {
    const { [ENGLISH]: text = '', ...rest } = TRANSLATED
    const orphan = 'explainers/en/orphan.md'
    expectOneWith({ ...rest, [orphan]: text }, orphan, BODY, '没有“orphan”这篇中文的办事解读。')
  })
})

describe('the list of terms in Traditional characters', () => {
  const problems = (text: string) =>
    problemsWith({ 'traditional-terms.yaml': text }).map(({ place, fault }) => `${place} ${fault}`)

  test('changes characters only', () => {
    expect(problems('复议: 復議\n劳动合同: 勞動契約書\n')).toEqual([
      'content/traditional-terms.yaml:2 “劳动合同”和“勞動契約書”字数不同。',
    ])
  })

  test.each([
    ['a term twice', '复议: 復議\n复议: 複議\n', /^content\/traditional-terms\.yaml:2 同一个名称写了两次/],
    ['letters', 'abc: def\n', /^content\/traditional-terms\.yaml:1 “abc”/],
    ['a mark', '复议，: 復議，\n', /^content\/traditional-terms\.yaml:1 “复议，”/],
    ['nothing', '复议:\n', /^content\/traditional-terms\.yaml:1 复议/],
  ])('has no entry with %s', (_, text, fault) => {
    expect(problems(text)).toEqual([expect.stringMatching(fault)])
  })
})

describe('the list of what people say', () => {
  test.each([
    ['a word below itself', '工资: [工钱, 工资]\n', /^content\/synonyms\.yaml:1 “工资”的说法“工资”是多余的/],
    ['a saying twice', '工资:\n  - 工钱\n  - 工钱\n', /^content\/synonyms\.yaml:3 “工资”的说法“工钱”是多余的/],
    ['a single character', '工资: [钱]\n', /^content\/synonyms\.yaml:1 /],
    ['nothing', '工资: []\n', /^content\/synonyms\.yaml:1 /],
  ])('has no %s', (_, text, fault) => {
    const problems = problemsWith({ 'synonyms.yaml': text }).map(({ place, fault }) => `${place} ${fault}`)
    expect(problems).toEqual([expect.stringMatching(fault)])
  })

  test('may have wrong names of bodies, which people use', () => {
    expect(problemsWith({ 'synonyms.yaml': '劳动监察: [劳动局]\n' })).toEqual([])
  })
})
