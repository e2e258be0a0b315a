import { describe, expect, test } from 'vitest'
import {
  articleHref,
  articleLabel,
  type CitationRef,
  findCitations,
  formatCitation,
  indexLaws,
  isResolved,
  parseCitation,
  resolveCitation,
} from '../../content/domain/citation.ts'
import { articles, law, reconsiderationLaw, version } from '../fixtures/laws.ts'

function ref(
  lawName: string,
  article: string,
  paragraph: number | null = null,
  item: number | null = null,
): CitationRef {
  return { lawName, article, paragraph, item }
}

test('a range or a list with 以及 gives the articles that it names', () => {
  const found = findCitations('见《劳动法》第十条至第十二条以及第八十二条，不论第三条')
  expect(found.map(({ article, text }) => [article, text])).toEqual([
    ['10', '《劳动法》第十条'],
    ['12', '第十二条'],
    ['82', '第八十二条'],
  ])
})

test('第三条之一般规定 speaks of article 3, not of 3-1', () => {
  expect(findCitations('《劳动法》第三条之一般规定').map(({ article }) => article)).toEqual(['3'])
})

describe('one citation', () => {
  test.each([
    ['《劳动合同法》第三十八条', ref('劳动合同法', '38')],
    ['《劳动合同法》第38条', ref('劳动合同法', '38')],
    ['《劳动合同法》第一百〇七条', ref('劳动合同法', '107')],
    ['《民法典》第一千二百六十条', ref('民法典', '1260')],
    ['《刑法》第一百二十三条之一', ref('刑法', '123-1')],
    ['《刑法》第123条之1', ref('刑法', '123-1')],
    ['《刑法》第一百二十三条之一第二款', ref('刑法', '123-1', 2)],
    ['《劳动合同法》第三十八条第一款', ref('劳动合同法', '38', 1)],
    ['《劳动合同法》第三十八条第二项', ref('劳动合同法', '38', null, 2)],
    ['《劳动合同法》第三十八条第一款第二项', ref('劳动合同法', '38', 1, 2)],
    ['《劳动合同法》第三十八条第一款第（二）项', ref('劳动合同法', '38', 1, 2)],
    ['《劳动合同法》第三十八条第一款第(二)项', ref('劳动合同法', '38', 1, 2)],
    ['《劳动合同法》第38条第1款第2项', ref('劳动合同法', '38', 1, 2)],
    ['《劳动合同法》第38条第1款第（2）项', ref('劳动合同法', '38', 1, 2)],
    ['《中华人民共和国劳动合同法》第十条', ref('中华人民共和国劳动合同法', '10')],
    ['《关于审理劳动争议案件〈解释〉的规定》第一条', ref('关于审理劳动争议案件〈解释〉的规定', '1')],
    ['《关于实施〈工伤保险条例〉若干问题的意见》第三条', ref('关于实施〈工伤保险条例〉若干问题的意见', '3')],
    ['《工资支付办法》（示例）第五条', ref('工资支付办法', '5')],
    [
      `《${'甲'.repeat(55)}〈${'乙'.repeat(30)}〉的规定》第五条`,
      ref(`${'甲'.repeat(55)}〈${'乙'.repeat(30)}〉的规定`, '5'),
    ],
    ['  《劳动合同法》第十条  ', ref('劳动合同法', '10')],
    ['《劳动合同法》第３８条', ref('劳动合同法', '38')],
    ['《劳动法》(2018年修正)第三条', ref('劳动法', '3')],
  ])('%s', (text, expected) => {
    expect(parseCitation(text)).toEqual(expected)
  })

  test.each([
    '',
    '劳动合同法第三十八条',
    '《劳动合同法》',
    '第三十八条',
    '《劳动合同法》第零条',
    '《劳动合同法》第十十条',
    '《劳动合同法》第三十八',
    '《劳动合同法》第二章',
    '《法》第一条',
    '《劳动合同法》第三十八条规定',
    '见《劳动合同法》第三十八条',
    '《劳动合同法》第十条、第八十二条',
    '《劳动合同法》第十条《劳动法》第三条',
  ])('"%s" is not one citation and nothing else', (text) => {
    expect(parseCitation(text)).toBeNull()
  })
})

describe('citations in running text', () => {
  const named = (text: string) => findCitations(text).map((match) => `${match.lawName} ${match.article}`)

  test.each([
    ['《劳动合同法》第十条、第八十二条', ['劳动合同法 10', '劳动合同法 82']],
    ['《劳动合同法》第十条和第八十二条', ['劳动合同法 10', '劳动合同法 82']],
    ['《劳动合同法》第十条及第八十二条', ['劳动合同法 10', '劳动合同法 82']],
    ['《劳动合同法》第十条、第三十八条和第八十二条都要看', ['劳动合同法 10', '劳动合同法 38', '劳动合同法 82']],
    ['《劳动合同法》第三十八条第一款第三项、第四十六条第一项', ['劳动合同法 38', '劳动合同法 46']],
    [
      '《劳动合同法》第十条、第八十二条，《劳动法》第五十条和《社会保险法》第六十三条、第八十六条',
      ['劳动合同法 10', '劳动合同法 82', '劳动法 50', '社会保险法 63', '社会保险法 86'],
    ],
    ['《劳动合同法》第十条、《劳动法》第五十条', ['劳动合同法 10', '劳动法 50']],
    ['《劳动合同法》第十条。第八十二条另有规定', ['劳动合同法 10']],
    ['《工资支付办法》（示例）第五条、第六条', ['工资支付办法 5', '工资支付办法 6']],
    ['《关于修改《劳动法》的决定》第一条', []],
    ['读过《红楼梦》第一回的人', []],
    ['《劳动法》很重要，第三条更重要', []],
    ['《劳动法》和《劳动合同法》第三条', ['劳动合同法 3']],
    ['《劳动法》（1994年通过，此后两次修正，第三条）', []],
    ['《劳动法第三条', []],
    ['《', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  test('have places that cover exactly their characters', () => {
    const text = '依《劳动合同法》第十条第二款、第八十二条，还有《刑法》（示例）第一百二十三条之一。'
    const matches = findCitations(text)
    expect(matches.map((match) => match.text)).toEqual([
      '《劳动合同法》第十条第二款',
      '第八十二条',
      '《刑法》（示例）第一百二十三条之一',
    ])
    for (const { start, end, text: own } of matches) expect(text.slice(start, end)).toBe(own)
  })

  test('are found in linear time in a text of unclosed brackets', () => {
    // A quadratic search takes minutes for this.
    const started = performance.now()
    expect(findCitations('《劳动合同法〈'.repeat(100_000))).toEqual([])
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('the standard form', () => {
  test.each([
    ['38', '第三十八条'],
    ['123-1', '第一百二十三条之一'],
    ['1260', '第一千二百六十条'],
  ])('article %s is %s', (number, label) => {
    expect(articleLabel(number)).toBe(label)
  })

  test.each([
    '《劳动合同法》第三十八条',
    '《劳动合同法》第三十八条第一款第二项',
    '《劳动合同法》第三十八条第二项',
    '《刑法》第一百二十三条之一第二款',
  ])('%s is read and written the same', (text) => {
    const parsed = parseCitation(text)
    expect(parsed).not.toBeNull()
    expect(parsed && formatCitation(parsed.lawName, parsed)).toBe(text)
  })
})

describe('resolving', () => {
  const laws = indexLaws([
    law(),
    reconsiderationLaw(),
    law({
      id: 'trademark-law',
      title: '中华人民共和国商标法',
      name: '商标法',
      aliases: [],
      versions: [version({ effectiveFrom: '2027-01-01' })],
    }),
    law({ id: 'old-law', title: '中华人民共和国旧法', name: '收容法', aliases: [], repealedOn: '2013-12-28' }),
  ])
  const resolve = (text: string, day: string) => {
    const parsed = parseCitation(text)
    if (parsed === null) throw new Error(`no citation: ${text}`)
    return resolveCitation(laws, parsed, day)
  }

  test.each(['劳动合同法', '中华人民共和国劳动合同法', '劳合法'])(
    '《%s》 leads to the article under its short name',
    (name) => {
      const resolved = resolve(`《${name}》第38条第1款`, '2026-11-01')
      expect(resolved).toMatchObject({
        law: { id: 'labour-contract-law' },
        version: { effectiveFrom: '2008-01-01' },
        number: '38',
        article: articles('38')['38'],
        label: '《劳动合同法》第三十八条第一款',
      })
    },
  )

  test('an inserted article has its own address', () => {
    expect(resolve('《劳动合同法》第八十二条之一', '2026-11-01')).toMatchObject({ number: '82-1' })
    expect(articleHref('labour-contract-law', '82-1')).toBe('/laws/labour-contract-law/#art-82-1')
  })

  test.each([
    ['《行政复议法》第九条', '2018-01-01', '2018-01-01'],
    ['《行政复议法》第九条', '2023-12-31', '2018-01-01'],
    ['《行政复议法》第二十条', '2024-01-01', '2024-01-01'],
    ['《商标法》第十条', '2027-01-01', '2027-01-01'],
    ['《收容法》第十条', '2013-12-27', '2008-01-01'],
  ])('%s on %s means the text from %s', (text, day, from) => {
    expect(resolve(text, day)).toMatchObject({ version: { effectiveFrom: from } })
  })

  test.each([
    ['《劳动法》第三条', '2026-11-01', '本站没有《劳动法》这部法律。', 'content/laws/'],
    ['《constructor》第三条', '2026-11-01', '本站没有《constructor》这部法律。', 'content/laws/'],
    [
      '《行政复议法》第九条',
      '2017-12-31',
      '《行政复议法》第九条在 2017-12-31 还没有施行：这部法 2018-01-01 起施行。',
      '2018-01-01 或者以后',
    ],
    [
      '《商标法》第十条',
      '2026-12-31',
      '《商标法》第十条在 2026-12-31 还没有施行：这部法 2027-01-01 起施行。',
      '2027-01-01 或者以后',
    ],
    [
      '《收容法》第十条',
      '2013-12-28',
      '《收容法》第十条在 2013-12-28 已经失效：这部法 2013-12-28 起废止。',
      '接替它的法律',
    ],
    [
      '《行政复议法》第四十四条',
      '2023-12-31',
      '没有《行政复议法》第四十四条：2018-01-01 起施行的文本只有43条。',
      '2023-12-31 有效的文本',
    ],
    [
      '《行政复议法》第九十一条',
      '2024-01-01',
      '没有《行政复议法》第九十一条：2024-01-01 起施行的文本只有90条。',
      '2024-01-01 有效的文本',
    ],
    [
      '《劳合法》第九十八条之一第一款',
      '2026-11-01',
      '《劳动合同法》第九十八条之一第一款还没有要旨（2008-01-01 起施行的文本）。',
      'content/laws/labour-contract-law.yaml',
    ],
    ['《行政复议法》第九条', '2024-01-01', '《行政复议法》第九条还没有要旨（2024-01-01 起施行的文本）。', '"9"'],
  ])('%s on %s does not stand', (text, day, fault, fix) => {
    const result = resolve(text, day)
    expect(isResolved(result)).toBe(false)
    expect(result).toEqual({ fault, fix: expect.stringContaining(fix) })
  })

  test('tells what stands from what does not', () => {
    expect(isResolved(resolve('《劳动合同法》第十条', '2026-11-01'))).toBe(true)
  })
})
