import { describe, expect, it } from 'vitest'
import { citedBy, citedLaws } from '../../site/lib/back-links.ts'
import { citationPieces } from '../../site/lib/citation-links.ts'
import { citationUses, content } from '../../site/lib/content.ts'
import { renderMarkdown } from '../../site/lib/markdown.ts'

const context = { locale: 'zh-CN', asOf: '2026-11-01' } as const

describe('citations in a text', () => {
  it('become links to the article, in the language of the page', () => {
    const text = '见《劳动法》第五十条。'
    expect(citationPieces(text, context)).toEqual([
      { text: '见' },
      { text: '《劳动法》第五十条', href: '/laws/labour-law/#art-50' },
      { text: '。' },
    ])
    expect(citationPieces(text, { ...context, locale: 'en' })[1]?.href).toBe('/en/laws/labour-law/#art-50')
  })

  it('are one link each in a list, and the text stays as it is', () => {
    const text = '《劳动合同法》第十条、第八十二条第一款'
    const pieces = citationPieces(text, context)
    expect(pieces.flatMap(({ href }) => href ?? [])).toEqual([
      '/laws/labour-contract-law/#art-10',
      '/laws/labour-contract-law/#art-82',
    ])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })

  it('leave a text without any as it is', () => {
    expect(citationPieces('《劳动法》讲的是什么？', context)).toEqual([{ text: '《劳动法》讲的是什么？' }])
    expect(citationPieces('', context)).toEqual([])
  })

  it.each(['《没有的法》第一条', '《劳动法》第九百条'])('stop the build when they do not stand: %s', (text) => {
    expect(() => citationPieces(text, context)).toThrow(/\S/)
  })
})

describe('Markdown of a page', () => {
  const html = async (markdown: string) => (await renderMarkdown(markdown, context)).html

  it('has its citations linked, but not within links and code', async () => {
    const link = '<a class="citation" href="/laws/labour-law/#art-50">《劳动法》第五十条</a>'
    expect(await html('要按月发（《劳动法》第五十条）。')).toBe(`<p>要按月发（${link}）。</p>`)
    expect(await html('**《劳动法》第五十条**')).toContain(`<strong>${link}</strong>`)
    expect(await html('[《劳动法》第五十条](/about/)')).toBe('<p><a href="/about/">《劳动法》第五十条</a></p>')
    expect(await html('`《劳动法》第五十条`')).toContain('<code>《劳动法》第五十条</code>')
  })

  it.each([
    ['**先留证据。**再投诉', '<p><strong>先留证据。</strong>再投诉</p>'],
    ['打**12333**问', '<p>打<strong>12333</strong>问</p>'],
    ['**甲**和**乙：**丙', '<p><strong>甲</strong>和<strong>乙：</strong>丙</p>'],
    ['**见[甲](/a/)。**乙', '<p><strong>见<a href="/a/">甲</a>。</strong>乙</p>'],
    ['`**甲。**乙`', '<p><code>**甲。**乙</code></p>'],
    ['2 ** 3 ** 4', '<p>2 ** 3 ** 4</p>'],
    ['**没有结尾', '<p>**没有结尾</p>'],
  ])('makes bold of %s beside Chinese punctuation', async (markdown, expected) => {
    expect(await html(markdown)).toBe(expected)
  })

  it('leaves none of the characters that stand for bold while it is parsed', async () => {
    for (const { value } of [...content.explainers, ...content.lessons])
      expect(await html(value.body)).not.toMatch(/[\u{E000}\u{E001}]/u)
  })
})

describe('back-links', () => {
  it('name each page that cites an article once, and count the questions without naming them', () => {
    const { pages, questions } = citedBy('labour-contract-law', '38')
    const uses = citationUses.filter(({ to }) => to.law.id === 'labour-contract-law' && to.number === '38')
    const keys = pages.map(({ kind, id }) => `${kind}/${id}`)
    expect(keys).toContain('explainer/unpaid-wages')
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.some((key) => key.startsWith('question'))).toBe(false)
    expect(questions).toBe(new Set(uses.flatMap(({ from }) => (from.kind === 'question' ? [from.id] : []))).size)
    expect(questions).toBeGreaterThan(0)
  })

  it('are empty for an article that nothing cites', () => {
    expect(citedBy('labour-contract-law', '999')).toEqual({ pages: [], questions: 0 })
    expect(citedBy('no-such-law', '1')).toEqual({ pages: [], questions: 0 })
  })

  it('lead both ways: what a page cites is cited by it', () => {
    const laws = citedLaws('explainer', 'unpaid-wages')
    expect(laws.length).toBeGreaterThan(2)
    for (const { law, articles } of laws) {
      const numbers = articles.map(({ number }) => number)
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers.map((number) => Number(number.split('-')[0]))).toEqual(
        numbers.map((number) => Number(number.split('-')[0])).toSorted((a, b) => a - b),
      )
      for (const number of numbers) expect(citedBy(law.id, number).pages.map(({ id }) => id)).toContain('unpaid-wages')
    }
  })

  it('know nothing of a page that does not exist', () => {
    expect(citedLaws('explainer', 'no-such-page')).toEqual([])
  })
})
