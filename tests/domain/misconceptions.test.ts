import { describe, expect, it } from 'vitest'
import { type CitedAnswer, citedArticle, likelyShare, MisconceptionMap } from '../../content/domain/misconceptions.ts'

const CITY = { unit: 'city', region: '云澜市' }
const OTHER = { unit: 'other', region: '青汀市' }

function answer(outcome: CitedAnswer['outcome'], question: string, ...citations: string[]): CitedAnswer {
  return { question, citations, outcome }
}

describe('an article', () => {
  it.each([
    ['《劳动合同法》第三十八条', '《劳动合同法》第三十八条', '劳动合同法', '38'],
    ['《劳动合同法》第38条第一款第（二）项', '《劳动合同法》第三十八条', '劳动合同法', '38'],
    ['《社会保险法》第一百二十三条之一', '《社会保险法》第一百二十三条之一', '社会保险法', '123-1'],
    ['参见有关规定', '参见有关规定', null, null],
    ['', '', null, null],
  ])('that %j cites is %j', (citation, label, law, article) => {
    expect(citedArticle(citation)).toEqual({ label, law, article })
  })
})

describe('the likely share of misses', () => {
  // By SciPy's binomtest(missed, n).proportion_ci(method='wilson').
  it.each([
    [0, 0, 0],
    [0, 10, 0],
    [1, 1, 0.20654],
    [80, 100, 0.71117],
    [5, 10, 0.23659],
    [8000, 10_000, 0.79205],
  ])('of %i of %i is at least %f', (missed, n, share) => {
    expect(likelyShare({ n, missed })).toBeCloseTo(share, 4)
  })
})

describe('the misconception map', () => {
  it('counts what was not fully right, by unit and by region', () => {
    const map = new MisconceptionMap()
    const cites = '《劳动法》第五十条'
    map.add(CITY, [answer('right', 'q1', cites), answer('partial', 'q2', cites)])
    map.add(CITY, [answer('wrong', 'q1', cites), answer('unanswered', 'q2', cites)])
    map.add(OTHER, [answer('right', 'q1', cites), answer('annulled', 'q2', cites)])
    expect(map.articles()).toEqual([
      {
        label: cites,
        law: '劳动法',
        article: '50',
        n: 5,
        missed: 3,
        questions: ['q1', 'q2'],
        units: [
          { unit: 'city', n: 4, missed: 3 },
          { unit: 'other', n: 1, missed: 0 },
        ],
        regions: [
          { region: '云澜市', n: 4, missed: 3 },
          { region: '青汀市', n: 1, missed: 0 },
        ],
      },
    ])
  })

  it('counts an answer once for an article, and for each article that its question cites', () => {
    const map = new MisconceptionMap()
    map.add(CITY, [answer('wrong', 'q1', '《劳动法》第五十条第一款', '《劳动法》第五十条', '《劳动法》第五十一条')])
    expect(map.articles().map(({ label, n, missed }) => [label, n, missed])).toEqual([
      ['《劳动法》第五十一条', 1, 1],
      ['《劳动法》第五十条', 1, 1],
    ])
  })

  it('puts many misses of many before one of one, and leaves out what cites nothing', () => {
    const map = new MisconceptionMap()
    for (let index = 0; index < 100; index += 1)
      map.add(CITY, [answer(index < 80 ? 'wrong' : 'right', 'often', '《劳动法》第五十条')])
    map.add(CITY, [answer('wrong', 'once', '《劳动法》第一条'), answer('wrong', 'none')])
    expect(map.articles().map(({ label }) => label)).toEqual(['《劳动法》第五十条', '《劳动法》第一条'])
  })

  it('counts whoever belongs nowhere in all, and in no place', () => {
    const map = new MisconceptionMap()
    map.add(null, [answer('wrong', 'q1', '《劳动法》第五十条')])
    expect(map.articles()).toMatchObject([{ n: 1, missed: 1, units: [], regions: [] }])
  })

  it('is empty without answers', () => {
    expect(new MisconceptionMap().articles()).toEqual([])
  })
})
