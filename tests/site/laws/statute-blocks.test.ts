import { describe, expect, test } from 'vitest'
import { blockHtml, contentsOf, statuteBlocks } from '../../../site/lib/statute-blocks.ts'
import { statute, statuteArticle } from '../../fixtures/statutes.ts'

const htmlOf = (...articles: ReturnType<typeof statuteArticle>[]) =>
  statuteBlocks(statute({ articles })).map((block) => blockHtml(block))

describe('an official text', () => {
  test('has an anchor for each article, and for each paragraph where there are several', () => {
    expect(htmlOf(statuteArticle('38', '第一款。\n第二款。'), statuteArticle('39', '只有一款。'))).toEqual([
      '<article class="article" id="art-38"><h3>第三十八条</h3><p id="art-38-1">第一款。</p><p id="art-38-2">第二款。</p></article>',
      '<article class="article" id="art-39"><h3>第三十九条</h3><p>只有一款。</p></article>',
    ])
  })

  test('has every anchor once, with inserted articles and numbers that start anew', () => {
    const html = htmlOf(
      statuteArticle('38', '甲\n乙'),
      statuteArticle('38-1', '丙\n丁'),
      statuteArticle('38-2', '戊'),
      statuteArticle('38', '附件里的\n第三十八条'),
    ).join('')
    const ids = [...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([
      'art-38',
      'art-38-0-1',
      'art-38-0-2',
      'art-38-1',
      'art-38-1-1',
      'art-38-1-2',
      'art-38-2',
      'art-38~2',
    ])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('lists items under their paragraph, with sub-items on lines of their own', () => {
    const article = { number: '3', path: [], paragraphs: [{ text: '包括：', items: ['（一）甲：\n1.乙', '（二）丙'] }] }
    expect(htmlOf(article)[0]).toContain(
      '<p>包括：</p><ul><li id="art-3-1-1">（一）甲：<br>1.乙</li><li id="art-3-1-2">（二）丙</li></ul>',
    )
  })

  test('is escaped', () => {
    const [html = ''] = htmlOf(statuteArticle('1', '<script>"甲"&乙</script>'))
    expect(html).toContain('&lt;script&gt;&quot;甲&quot;&amp;乙&lt;/script&gt;')
  })

  test('has a heading where a division starts, one level above what stands in it', () => {
    const [part, first, second] = ['第一编 甲', '第一章 乙', '第二章 丙']
    const blocks = statuteBlocks(
      statute({
        articles: [
          statuteArticle('1', '一', [part, first]),
          statuteArticle('2', '二', [part, first]),
          statuteArticle('3', '三', [part, second]),
          statuteArticle('4', '四', ['第二编 丁', first]),
        ],
      }),
    )
    const levels = blocks.map(
      (block) => /<h(\d)/.exec(blockHtml(block))?.[1] + (block.kind === 'heading' ? block.text : block.number),
    )
    expect(levels).toEqual([`3${part}`, `4${first}`, '51', '52', `4${second}`, '53', '3第二编 丁', `4${first}`, '54'])
    expect(contentsOf(blocks).map(({ text, within }) => [text, within.map((inner) => inner.text)])).toEqual([
      [part, [first, second]],
      ['第二编 丁', [first]],
    ])
  })
})
