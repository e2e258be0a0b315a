import { describe, expect, test } from 'vitest'
import { articleQueryLabel, type NamedLaw, parseArticleQuery } from '../../content/domain/article-query.ts'

const law = (id: string, name: string, ...others: string[]): NamedLaw => ({ id, name, others })
const LAWS = [
  law('labour-contract-law', '劳动合同法', '中华人民共和国劳动合同法'),
  law('labour-contract-rules', '劳动合同法实施条例'),
  law('labour-law', '劳动法'),
  law('work-injury', '工伤保险条例'),
  law('criminal-law', '刑法'),
  law('interpretation', '关于审理劳动争议案件适用法律问题的解释（一）', '劳动争议解释（一）'),
  law('food-2009', '食品安全法'),
  law('food-2010', '食品卫生法'),
]

describe('an article is looked up', () => {
  test.each([
    ['劳动合同法38条', '《劳动合同法》第三十八条'],
    ['劳动合同法第三十八条第二款', '《劳动合同法》第三十八条第二款'],
    ['劳动合同法第38条第1款第（二）项', '《劳动合同法》第三十八条第一款第二项'],
    ['《工伤保险条例》14', '《工伤保险条例》第十四条'],
    ['劳合法 38', '《劳动合同法》第三十八条'],
    ['中华人民共和国劳动合同法第三十八条', '《劳动合同法》第三十八条'],
    ['劳动合同法实施条例 第六条', '《劳动合同法实施条例》第六条'],
    ['劳动合同法三十八', '《劳动合同法》第三十八条'],
    ['劳动合同法第３８条', '《劳动合同法》第三十八条'],
    ['  劳动法　５０  ', '《劳动法》第五十条'],
    ['刑法第二百八十七条之二', '《刑法》第二百八十七条之二'],
    ['刑法287之2', '《刑法》第二百八十七条之二'],
    ['刑法287-2', '《刑法》第二百八十七条之二'],
    ['劳动争议解释（一）50', '《关于审理劳动争议案件适用法律问题的解释（一）》第五十条'],
    ['劳动法第〇条', null],
    ['劳动法第零条', null],
    ['劳动法12345条', null],
    ['劳动法第五十条之零', null],
    ['劳动法第五十条怎么理解', null],
    ['劳动法', null],
    ['38条', null],
    ['第三十八条', null],
    ['民法典第五条', null],
    // Two laws fit the abbreviation.
    ['食法 5', null],
    ['', null],
    ['《》38', null],
    [`${'劳'.repeat(5000)}38`, null],
    ['劳动法38\0', null],
    ['\ud800法38', null],
  ])('%s → %s', (typed, label) => {
    const found = parseArticleQuery(typed, LAWS)
    expect(found === null ? null : articleQueryLabel(found)).toBe(label)
  })
})
