import { describe, expect, it } from 'vitest'
import type { Locale } from '../../site/lib/locale.ts'
import { toTraditional } from '../../site/lib/traditional.ts'
import { createFind, type Find } from '../../site/search/find.ts'
import { findablesIn } from '../../site/search/findables.ts'
import { createFold, NO_FOLD } from '../../site/search/fold.ts'
import { markedPieces } from '../../site/search/marked.ts'
import { publishedArticles, publishedIndex, publishedVariants } from '../../site/search/published-index.ts'
import { variantPairs } from '../../site/search/variants.ts'

const fold = createFold(publishedVariants.text)

function findIn(locale: Locale): Find {
  const [index, articles] = [publishedIndex(locale), publishedArticles(locale)].map(({ text }) => JSON.parse(text))
  return createFind(index, fold, articles)
}

describe('folding', () => {
  it.each([
    ['勞動合同', '劳动合同'],
    ['行政復議', '行政复议'],
    ['行政複議', '行政复议'],
    ['書面答覆', '书面答复'],
    ['說明', '说明'],
    ['説明', '说明'],
    ['衛生', '卫生'],
    ['衞生', '卫生'],
    ['裡面', '里面'],
    ['裏面', '里面'],
    ['爲了', '为了'],
    ['稅', '税'],
    ['劳动合同', '劳动合同'],
    ['Labour 12333', 'Labour 12333'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('brings every title back to what it was converted from, without changing its length', () => {
    for (const { title } of findablesIn('zh-CN')) {
      const traditional = toTraditional(title).replaceAll('「', '“').replaceAll('」', '”')
      expect(traditional.length).toBe(title.length)
      expect(fold(traditional)).toBe(title)
    }
  })

  it('leaves alone what is written in the index itself', () => {
    expect(createFold(variantPairs('后来', (text) => text))('後来后')).toBe('后来后')
    expect(createFold(variantPairs('覆盖', (text) => text))('覆蓋')).toBe('覆盖')
    expect(createFold('')('勞')).toBe('勞')
    expect(NO_FOLD('勞')).toBe('勞')
  })
})

it('marks the words that were asked for in a Traditional title', () => {
  const pieces = markedPieces('老闆拖欠工資，怎麼要', ['拖欠', '工资'], fold)
  expect(pieces).toEqual([
    { text: '老闆', marked: false },
    { text: '拖欠工資', marked: true },
    { text: '，怎麼要', marked: false },
  ])
})

describe('finding on pages in Traditional Chinese', () => {
  const find = findIn('zh-Hant')

  it.each([
    ['老闆拖欠工資', '/explainers/unpaid-wages/', '老闆拖欠工資，怎麼要回來'],
    ['老板拖欠工资', '/explainers/unpaid-wages/', '老闆拖欠工資，怎麼要回來'],
    ['勞動合同法', '/laws/labour-contract-law/', '勞動合同法'],
    ['《勞動合同法》第三十八條', '/laws/labour-contract-law/#art-38', '《勞動合同法》第三十八條'],
    ['勞動合同法第38條', '/laws/labour-contract-law/#art-38', '《勞動合同法》第三十八條'],
  ])('%s shows it first, in Traditional characters', (query, path, title) => {
    const [first] = find(query).hits
    expect(first?.path).toBe(path)
    expect(first?.title.startsWith(title), first?.title).toBe(true)
  })
})

it('a Traditional query finds on Simplified pages what the same query finds in Simplified', () => {
  const find = findIn('zh-CN')
  for (const query of ['拖欠工资', '申请行政复议', '工伤认定', '劳动合同法第三十八条', '什么是仲裁时效']) {
    expect(find(query).hits.length).toBeGreaterThan(0)
    expect(find(toTraditional(query))).toEqual(find(query))
  }
})

describe('finding on English pages', () => {
  const find = findIn('en')

  it.each([
    ['unpaid wages', 'unpaid-wages'],
    ['my boss is not paying', 'unpaid-wages'],
    ['no written contract', 'written-contract'],
    ['work injury', 'work-injury'],
    ['how do I apply for arbitration', 'labour-arbitration'],
    ['severance pay', 'dismissal-compensation'],
    ['maternity leave', 'women-workers'],
  ])('“%s” shows the English explainer first', (query, id) => {
    const [first] = find(query).hits.filter(({ kind }) => kind === 'explainer')
    expect(first).toMatchObject({ path: `/explainers/${id}/`, lang: 'en' })
    expect(first?.title).toMatch(/^[ -~’“”]+$/)
  })

  it('still has what is only in Chinese', () => {
    const [first] = find('年休假').hits
    expect(first).toMatchObject({ path: '/explainers/annual-leave/', title: expect.stringContaining('年休假') })
    expect(first?.lang).toBeUndefined()
  })
})
