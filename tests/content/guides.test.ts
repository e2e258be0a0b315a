import { describe, expect, test } from 'vitest'
import { checkCitations } from '../../content/check/citations.ts'
import { TermSchema } from '../../content/domain/glossary.ts'
import { RemedyGroupSchema } from '../../content/domain/remedy.ts'
import { readContent } from '../../content/source/content.ts'
import { type Break, expectOneWith } from '../fixtures/broken-content.ts'
import { broken, CONTENT, problemsWith, withContent } from '../fixtures/content.ts'
import { GLOSSARY, GUIDES, LECTURERS, NEXT_ORDER, REMEDY } from '../fixtures/sound-guides.ts'

/** Remedies, words of the glossary and lecturers: what is wrong with them, and what ships. */

test('content with one sound remedy, word and lecturer more has no problems', () => {
  expect(problemsWith(GUIDES)).toEqual([])
})

describe('what is wrong with a remedy is one problem with file and line', () => {
  test.each<Break>([
    ['an unknown topic', REMEDY, 'topics: [wages]', 'topics: [weather]', 'weather', '没有“weather”这个主题。'],
    ['an unknown word', REMEDY, 'terms: [test-term]', 'terms: [weather]', 'weather', '没有“weather”这个词。'],
    [
      'an unknown page',
      REMEDY,
      'pages: [explainers/test-page]',
      'pages: [explainers/weather]',
      'weather',
      '没有“explainers/weather”这个页面。',
    ],
    [
      'an unknown calculator',
      REMEDY,
      'pages: [explainers/test-page]',
      'pages: [calculators/weather]',
      'weather',
      '没有“calculators/weather”这个页面。',
    ],
    [
      'a review by its drafter',
      REMEDY,
      'reviewer: 法规处（示例）',
      'reviewer: 劳动关系处（示例）',
      'reviewer:',
      '起草单位和审核单位相同，都是“劳动关系处（示例）”。',
    ],
    [
      'a review older than the law spoken of',
      REMEDY,
      'reviewedOn: 2026-11-02',
      'reviewedOn: 2026-10-31',
      'reviewedOn:',
      '审核早于法律的日期：审核日期（reviewedOn）“2026-10-31”早于法律以哪一天为准（asOf）“2026-11-01”。',
    ],
    [
      'a deadline without an article',
      REMEDY,
      '那天起算（《试验法》第二十条之一）。',
      '那天起算。',
      'from:',
      '期限“9日内试验”没有写法条。',
    ],
    [
      'a way without an article',
      REMEDY,
      '结果依法来定（《试验法》第二十条第一款）。',
      '结果依法来定。',
      '再走试验的那条路',
      '办法“再走试验的那条路”没有写法条。',
    ],
    [
      'an article that does not stand',
      REMEDY,
      '找试验机关（《试验法》第二十条）',
      '找试验机关（《试验法》第二十一条）',
      '第二十一条',
      /^《试验法》第二十一条还没有要旨（2024-01-01 起施行的文本）。$/,
    ],
    [
      'a place in its group that another has',
      REMEDY,
      `order: ${NEXT_ORDER}`,
      'order: 1',
      'order:',
      '分组“authority”里的顺序（order）“1”已经是“decision-contested”的了。',
    ],
    [
      'an unknown channel',
      REMEDY,
      'channel: 法院',
      'channel: 天气',
      '天气',
      '办法（ways）第2项的渠道（channel）不能写“天气”。',
    ],
    ['an unknown group', REMEDY, 'group: authority', 'group: weather', 'weather', '分组（group）不能写“weather”。'],
    [
      'a limit too long to be seen first',
      REMEDY,
      'limit: 9日内试验',
      'limit: 从今天开始算起的九个整日以内去试验',
      'limit:',
      '办法（ways）第1项的期限（deadlines）第1项的期限长短（limit）太长，最多16个字，现在有17个字：“从今天开始算起的九个整日以内去试验”。',
    ],
    [
      'a way that says nothing of what follows',
      REMEDY,
      '    next:\n      - 等着看结果。\n',
      '    next: []\n',
      'next: []',
      '办法（ways）第1项的下一步（next）太少，最少1项，现在有0项。',
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(GUIDES, path, from, to), path, mark, fault)
  })
})

describe('what is wrong with a word is one problem with file and line', () => {
  test.each<Break>([
    [
      'the word itself twice',
      GLOSSARY,
      'term: 最后的试验词',
      'term: 仲裁时效',
      { last: 'term: 仲裁时效' },
      '“仲裁时效”这个词写了两次。',
    ],
    [
      'an initial out of order',
      GLOSSARY,
      'term: 最后的试验词\n    initial: Z',
      'term: 最后的试验词\n    initial: A',
      { last: 'initial:' },
      '拼音首字母“A”排在了“Z”后面。',
    ],
    [
      'a basis that is no citation',
      GLOSSARY,
      'citation: "《试验法》第二十条"',
      'citation: 试验法第二十条',
      '试验法第二十条',
      '“试验法第二十条”不是法条。',
    ],
    [
      'a basis that does not stand',
      GLOSSARY,
      'citation: "《试验法》第二十条"',
      'citation: "《试验法》第九十一条"',
      '第九十一条',
      '没有《试验法》第九十一条：2024-01-01 起施行的文本只有90条。',
    ],
    [
      'a word to compare that does not exist',
      GLOSSARY,
      'see: [limitation]\n    pages: [remedies/test-remedy]',
      'see: [weather]',
      'weather',
      '没有“weather”这个词。',
    ],
    [
      'itself to compare',
      GLOSSARY,
      'see: [limitation]\n    pages: [remedies/test-remedy]',
      'see: [test-term]',
      'see: [test-term]',
      '“test-term”参见了它自己。',
    ],
    [
      'a page that does not exist',
      GLOSSARY,
      'pages: [remedies/test-remedy]',
      'pages: [remedies/weather]',
      'remedies/weather',
      '没有“remedies/weather”这个页面。',
    ],
    [
      'a small letter',
      GLOSSARY,
      '最后的试验词\n    initial: Z',
      '最后的试验词\n    initial: z',
      'initial: z',
      /^词语（terms）第\d+项的拼音首字母（initial）写得不对：“z”。$/,
    ],
    [
      'an explanation of more than 120 characters',
      GLOSSARY,
      'meaning: 只用于检查的一个词的解释。',
      `meaning: ${'长'.repeat(121)}`,
      '长长长',
      /^词语（terms）第\d+项的解释（meaning）太长，最多120个字，现在有121个字：“长{24}……”。$/,
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(GUIDES, path, from, to), path, mark, fault)
  })

  test('an id twice', () => {
    const unused = broken(GUIDES, REMEDY, 'terms: [test-term]', 'terms: []')
    const files = broken(unused, GLOSSARY, 'id: test-term', 'id: late-fee')
    expectOneWith(files, GLOSSARY, { last: 'id: late-fee' }, '编号“late-fee”用了两次。')
  })

  test('a glossary reviewed by its drafter', () => {
    const [, drafter = ''] = /^drafter: (.+)$/m.exec(GUIDES[GLOSSARY] ?? '') ?? []
    const [, reviewer = ''] = /^reviewer: (.+)$/m.exec(GUIDES[GLOSSARY] ?? '') ?? []
    const files = broken(GUIDES, GLOSSARY, `reviewer: ${reviewer}`, `reviewer: ${drafter}`)
    expectOneWith(files, GLOSSARY, 'reviewer:', `起草单位和审核单位相同，都是“${drafter}”。`)
  })
})

describe('what is wrong with a lecturer is one problem with file and line', () => {
  test.each<Break>([
    [
      'an unknown topic',
      LECTURERS,
      'topics: [publicity]\n    settings: [系统]\n    languages: [试验话]',
      'topics: [weather]\n    settings: [系统]\n    languages: [试验话]',
      'weather',
      '没有“weather”这个主题。',
    ],
    [
      'an id twice',
      LECTURERS,
      'id: test-lecturer',
      'id: zhou-ming',
      { last: 'id: zhou-ming' },
      '编号“zhou-ming”用了两次。',
    ],
    [
      'an appointment that ends before it starts',
      LECTURERS,
      'appointedFrom: 2027-02-01',
      'appointedFrom: 2027-03-01',
      'appointedUntil: 2027-02-28',
      '聘期最后一天“2027-02-28”早于第一天“2027-03-01”。',
    ],
    [
      'a day that does not exist',
      LECTURERS,
      '2027-02-28',
      '2027-02-29',
      '2027-02-29',
      /^讲师（lecturers）第\d+项的聘期最后一天（appointedUntil）“2027-02-29”：没有这一天。$/,
    ],
    [
      'a telephone number, for which there is no field',
      LECTURERS,
      'about: 只用于检查的一位讲师。',
      'about: 只用于检查的一位讲师。\n    phone: "13800000000"',
      'phone:',
      /^讲师（lecturers）第\d+项里不认识“phone”这一项。$/,
    ],
  ])('%s', (_name, path, from, to, mark, fault) => {
    expectOneWith(broken(GUIDES, path, from, to), path, mark, fault)
  })
})

describe('what cites an article', () => {
  const uses = withContent(GUIDES, (folder) => checkCitations(readContent(folder)).uses)
  const citing = (number: string) =>
    uses
      .filter(({ to }) => to.law.id === 'test-law' && to.number === number)
      .map(({ from }) => `${from.kind}/${from.id}`)

  test('is also a remedy and a word of the glossary', () => {
    expect(citing('20')).toEqual(expect.arrayContaining(['remedy/test-remedy', 'term/test-term']))
    expect(citing('20-1')).toContain('remedy/test-remedy')
  })
})

/** The first character of each letter in the order of pinyin; no syllable begins with I, U or V. */
const FIRST_CHARACTERS = [...'A阿B芭C擦D搭E蛾F发G噶H哈J击K喀L垃M妈N拿O哦P啪Q期R然S撒T塌W挖X昔Y压Z匝'].flatMap(
  (letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] ?? ''] as const] : []),
)

/** Words whose first character has another reading, under which the collation has it. */
const READ_OTHERWISE = new Map([['调解', 'T']])

describe('what ships', () => {
  const { remedies, glossary, lecturers, topics } = readContent(CONTENT)

  test('has a remedy in every group, and enough of them', () => {
    expect(remedies.length).toBeGreaterThanOrEqual(20)
    expect(new Set(remedies.map(({ value }) => value.group))).toEqual(new Set(RemedyGroupSchema.options))
  })

  test('names a deadline of the reader in every situation', () => {
    for (const { value } of remedies) {
      const own = value.ways.flatMap(({ deadlines }) => deadlines.filter(({ by }) => by === 'reader'))
      expect([value.id, own.length > 0]).toEqual([value.id, true])
    }
  })

  test('leads on from every situation to an explainer or to another situation', () => {
    for (const { value } of remedies) {
      expect(value.pages.some((page) => /^(explainers|remedies)\//.test(page))).toBe(true)
      expect(value.pages).not.toContain(`remedies/${value.id}`)
    }
  })

  test('explains at least fifty words, each under the first letter of its pinyin', () => {
    const { terms } = glossary.value
    expect(terms.length).toBeGreaterThanOrEqual(50)
    const order = new Intl.Collator('zh-Hans-u-co-pinyin')
    for (const { term, initial } of terms) {
      const [letter] = FIRST_CHARACTERS.findLast(([, first]) => order.compare(first, term) <= 0) ?? []
      expect([term, READ_OTHERWISE.get(term) ?? letter]).toEqual([term, initial])
    }
  })

  test('gives the article for nearly every word', () => {
    const { terms } = glossary.value
    expect(terms.filter(({ citation }) => citation === undefined).length).toBeLessThan(terms.length / 10)
    for (const term of terms) expect(TermSchema.parse(term)).toEqual(term)
  })

  test('has at least twelve lecturers, who speak about every topic, and marks each as invented', () => {
    const list = lecturers.value.lecturers
    expect(list.length).toBeGreaterThanOrEqual(12)
    expect(new Set(list.flatMap((own) => own.topics))).toEqual(new Set(topics.map(({ id }) => id)))
    for (const { name, unit } of list) expect([name, unit].every((text) => text.endsWith('（示例）'))).toBe(true)
    expect(list.some(({ languages }) => languages.includes('国家通用手语'))).toBe(true)
    expect(JSON.stringify(list)).not.toMatch(/1[3-9]\d{9}/)
  })
})
