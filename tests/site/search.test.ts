import { describe, expect, it } from 'vitest'
import { buildArticleIndex, buildIndex } from '../../site/search/build-index.ts'
import { createFind, NO_FOLD } from '../../site/search/find.ts'
import { findables } from '../../site/search/findables.ts'
import { markedPieces } from '../../site/search/marked.ts'
import type { Findable, NamedTerm } from '../../site/search/search-index.ts'
import { termsOf, wordsOf } from '../../site/search/tokenise.ts'

/** A page to be found; every field can be set. */
function findable(fields: Partial<Findable> & { path: string }): Findable {
  return { kind: 'explainer', title: '', summary: '', keywords: [], headings: [], articles: [], ...fields }
}

const law = findable({
  kind: 'law',
  path: '/laws/labour-contract-law/',
  title: '劳动合同法',
  summary: '怎么签、怎么解除劳动合同',
  keywords: ['Labour Contract Law', '劳合法'],
  articles: [
    ['38', '劳动者可以马上走人的情形'],
    ['46', '该付经济补偿的情形'],
    ['82-1', '二倍工资之外'],
  ],
})
const wages = findable({
  path: '/explainers/unpaid-wages/',
  title: '老板拖欠工资，怎么要回来',
  keywords: ['讨薪'],
  summary: '先留证据',
})
const arbitration = findable({ path: '/explainers/arbitration/', title: '劳动仲裁怎么走', headings: ['工资怎么要'] })
const index = JSON.parse(JSON.stringify(buildIndex([wages, arbitration, law])))
const find = createFind(index, NO_FOLD, buildArticleIndex([law]))
const pathsOf = (query: string) => find(query).hits.map(({ path }) => path)

describe('an article that is named', () => {
  it.each([
    ['劳合法 38', '/laws/labour-contract-law/#art-38'],
    ['劳动合同法46', '/laws/labour-contract-law/#art-46'],
    ['《劳动合同法》第八十二条之一', '/laws/labour-contract-law/#art-82-1'],
    ['劳动合同法第三十八条第二款', '/laws/labour-contract-law/#art-38'],
    // Nothing is written of it here; its text may be on the page.
    ['劳动合同法40条', '/laws/labour-contract-law/#art-40'],
  ])('%s comes first, and once', (query, path) => {
    expect(pathsOf(query).filter((found) => found === path)).toEqual([path])
    expect(pathsOf(query)[0]).toBe(path)
  })

  it('beyond the last that is known is not sent to', () => {
    expect(pathsOf('劳动合同法999条').some((path) => path.includes('#art-999'))).toBe(false)
  })
})

describe('the words of a text', () => {
  it.each([
    ['老板拖欠工资怎么办？', ['老板', '拖欠', '工资']],
    ['ＦＵＬＬ　Ｗｉｄｔｈ', ['full', 'width']],
    ['the wages of a Worker', ['wages', 'worker']],
    ['（）。，！？…', []],
    ['', []],
    ['的了吗', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })
})

describe('the terms of a word', () => {
  it.each([
    ['工资', ['工资']],
    ['仲裁委', ['仲裁委', '仲裁', '裁委']],
    ['contract', ['contract']],
    ['12333', ['12333']],
    ['𠮷野家', ['𠮷野家', '𠮷野', '野家']],
  ])('%s', (word, terms) => {
    expect(termsOf(word)).toEqual(terms)
  })
})

describe('marking', () => {
  it.each([
    ['拖欠工资', ['工资'], '拖欠[工资]'],
    ['拖欠工资', ['拖欠', '工资'], '[拖欠工资]'],
    ['劳动合同法', ['劳动', '劳动合同'], '[劳动合同]法'],
    ['Labour Law', ['labour'], '[Labour] Law'],
    ['a+b (c)', ['+', '('], 'a[+]b [(]c)'],
    ['工资', [], '工资'],
    ['工资', ['加班'], '工资'],
  ])('in %s of %j gives %s', (text, marks, shown) => {
    const pieces = markedPieces(text, marks)
    expect(pieces.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join('')).toBe(shown)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })
})

describe('finding', () => {
  it('puts a page with the word in its title or keywords before one with it in a heading', () => {
    expect(pathsOf('工资')).toEqual([wages.path, arbitration.path, `${law.path}#art-82-1`])
    expect(pathsOf('讨薪')).toEqual([wages.path])
  })

  it('finds what is not yet typed to the end, and other cuts of the same word', () => {
    expect(pathsOf('劳动仲')).toContain(arbitration.path)
    expect(pathsOf('contr')).toEqual([law.path])
    expect(pathsOf('仲裁委')).toEqual([arbitration.path])
  })

  it('leaves out pages that have little of what was asked for', () => {
    expect(pathsOf('讨薪 甲乙丙 丁戊己')).toEqual([])
  })

  it.each(['劳动合同法第三十八条', '《劳动合同法》第三十八条', '劳动合同法 第38条', '《劳动合同法》第３８条'])(
    'gives the article first when %s names it',
    (query) => {
      expect(pathsOf(query)[0]).toBe('/laws/labour-contract-law/#art-38')
    },
  )

  it('finds articles by their heading, under their citation', () => {
    expect(find('经济补偿').hits).toEqual([
      {
        kind: 'article',
        path: '/laws/labour-contract-law/#art-46',
        title: '《劳动合同法》第四十六条 该付经济补偿的情形',
        summary: '',
      },
    ])
    expect(find('二倍工资之外').hits.map(({ title }) => title)).toContain('《劳动合同法》第八十二条之一 二倍工资之外')
  })

  it('gives the words to mark with the hits', () => {
    expect(find('拖欠工资').marks).toEqual(['拖欠', '工资'])
  })

  it.each([
    '',
    ' ',
    '的',
    '？！',
    '+foo:^*',
    'title:工资~2',
    '"',
    '\\',
    '第0条',
    '第9999条',
    '😀',
    '\ud800',
    '__proto__',
    '工资'.repeat(2500),
  ])('takes odd input: %j', (query) => {
    const { hits } = find(query)
    expect(hits.every(({ path }) => path.startsWith('/'))).toBe(true)
  })

  it('finds nothing for nothing', () => {
    expect(find('的？')).toEqual({ hits: [], marks: [] })
  })

  it('refuses a file that is no index, and one with fields it does not know', () => {
    expect(() => createFind({})).toThrow()
    expect(() => createFind({ ...buildIndex([wages]), key: 'A' })).toThrow()
  })
})

describe('what people say for a word', () => {
  const synonyms = { 工资: ['工钱'], 辞退: ['炒鱿鱼', '走人'], 开除: ['走人'] }
  const dismissal = findable({ path: '/explainers/dismissal/', title: '被辞退能拿多少钱' })
  const expulsion = findable({ path: '/explainers/expulsion/', title: '被开除以后' })
  const findSaid = createFind(buildIndex([wages, dismissal, expulsion], [], synonyms))
  const said = (query: string) => findSaid(query).hits.map(({ path }) => path)

  it.each([
    ['工钱', [wages.path]],
    ['炒我鱿鱼', [dismissal.path]],
    ['被炒了鱿鱼', [dismissal.path]],
    ['走人', [dismissal.path, expulsion.path]],
    ['工 钱', []],
  ])('%s finds what is meant', (query, paths) => {
    expect(said(query).sort()).toEqual([...paths].sort())
  })

  it('is no way back: the word itself finds only itself', () => {
    const spoken = findable({ path: '/explainers/spoken/', title: '工钱' })
    const { hits } = createFind(buildIndex([wages, spoken], [], synonyms))('工资')
    expect(hits.map(({ path }) => path)).toEqual([wages.path])
  })

  it('is marked in what was found', () => {
    expect(findSaid('工钱').marks).toEqual(['工钱', '工资'])
  })
})

it('who it is about says less than what it is about', () => {
  const company = findable({ path: '/explainers/company/', title: '哪家公司，谁的公司', keywords: ['公司'] })
  const mediation = findable({ path: '/remedies/mediation/', kind: 'remedy', title: '调解书不认账', summary: '去法院' })
  const { hits } = createFind(buildIndex([company, mediation, wages]))('公司 调解')
  expect(hits.map(({ path }) => path)).toEqual([mediation.path])
})

describe('words of the glossary', () => {
  const terms: readonly NamedTerm[] = [
    ['limitation', '仲裁时效', ['时效一年']],
    ['pay-in-lieu', '代通知金', ['N+1']],
    ['arbitration', '劳动仲裁', ['仲裁', '告公司']],
  ]
  const pages = ['一', '二', '三'].map((title) =>
    findable({ path: `/explainers/${title}/`, title: `仲裁时效${title}`, keywords: ['告公司'] }),
  )
  const findWords = createFind(JSON.parse(JSON.stringify(buildIndex(pages, terms))))
  const kinds = (query: string) => findWords(query).hits.map(({ kind, path }) => (kind === 'term' ? path : kind))

  it.each([
    ['仲裁时效', ['explainer', 'explainer', '/glossary/#limitation', 'explainer']],
    ['仲裁时效一年', ['explainer', 'explainer', '/glossary/#limitation', 'explainer']],
    ['什么是仲裁时效', ['/glossary/#limitation', 'explainer', 'explainer', 'explainer']],
    ['仲裁时效是什么意思？', ['/glossary/#limitation', 'explainer', 'explainer', 'explainer']],
    ['Ｎ＋１是啥意思', ['/glossary/#pay-in-lieu']],
    ['代通知', ['/glossary/#pay-in-lieu']],
    ['天气预报', []],
    ['天', []],
    ['什么是', []],
  ])('asked for as %s stand after what to do, or first when their meaning is asked for', (query, found) => {
    expect(kinds(query)).toEqual(found)
  })

  it('come with the one named exactly first', () => {
    expect(kinds('仲裁').filter((kind) => kind !== 'explainer')).toEqual([
      '/glossary/#arbitration',
      '/glossary/#limitation',
    ])
  })

  it('are found by the other names that people have for them', () => {
    expect(kinds('告公司')).toContain('/glossary/#arbitration')
  })
})

describe('what can be found on this site', () => {
  it('is each page once, with what a hit shows', () => {
    expect(new Set(findables.map(({ path }) => path)).size).toBe(findables.length)
    for (const { path, title, summary } of findables) {
      expect(path).toMatch(
        /^\/(explainers|calculators|remedies|lessons|campaigns|documents|cases|laws)\/[a-z0-9-]+\/(#case-\d+)?$|^\/elder\/$/,
      )
      expect(title, path).not.toBe('')
      expect([...summary].length, path).toBeLessThanOrEqual(80)
    }
  })
})
