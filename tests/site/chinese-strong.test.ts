import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../site/lib/markdown.ts'

const context = { locale: 'zh-CN', asOf: '2026-11-01' } as const

async function html(markdown: string): Promise<string> {
  return (await renderMarkdown(markdown, context)).html
}

describe('bold beside Chinese punctuation and brackets', () => {
  test.each([
    ['依据**《宪法》**规定', '<p>依据<strong>《宪法》</strong>规定</p>'],
    ['依据**（试行）**规定', '<p>依据<strong>（试行）</strong>规定</p>'],
    ['他说**“不行”**，走了', '<p>他说<strong>“不行”</strong>，走了</p>'],
    ['说“**不行**”。', '<p>说“<strong>不行</strong>”。</p>'],
    ['（**重点**）', '<p>（<strong>重点</strong>）</p>'],
    ['**〔2026〕3号**文件', '<p><strong>〔2026〕3号</strong>文件</p>'],
    ['**一、**总则', '<p><strong>一、</strong>总则</p>'],
    ['**甲。****乙。**丙', '<p><strong>甲。</strong><strong>乙。</strong>丙</p>'],
    ['满**10%**的', '<p>满<strong>10%</strong>的</p>'],
    ['- **时间：**下午', '<ul>\n<li><strong>时间：</strong>下午</li>\n</ul>'],
    ['1. **先算。** 再投诉', '<ol>\n<li><strong>先算。</strong> 再投诉</li>\n</ol>'],
    ['> **注意：**别签', '<blockquote>\n<p><strong>注意：</strong>别签</p>\n</blockquote>'],
    ['**[链接](/a/)**后', '<p><strong><a href="/a/">链接</a></strong>后</p>'],
    ['[**《法》**说](/a/)', '<p><a href="/a/"><strong>《法》</strong>说</a></p>'],
    ['**见`代码`。**后', '<p><strong>见<code>代码</code>。</strong>后</p>'],
    ['**甲。\n乙。**丙', '<p><strong>甲。\n乙。</strong>丙</p>'],
    ['***粗斜。***后', '<p><em><strong>粗斜。</strong></em>后</p>'],
  ])('renders in %j', async (markdown, expected) => {
    expect(await html(markdown)).toBe(expected)
  })

  test('renders in headings and cells of tables', async () => {
    expect(await html('## **《劳动法》**的适用')).toContain('<strong>《劳动法》</strong>的适用</h2>')
    expect(await html('| 甲 | 乙 |\n| --- | --- |\n| **《法》**规定 | **丙。**丁 |')).toContain(
      '<td><strong>《法》</strong>规定</td><td><strong>丙。</strong>丁</td>'.replace('</td><td>', '</td>\n<td>'),
    )
  })

  test('links a citation within', async () => {
    expect(await html('依据**《劳动法》第五十条**规定')).toBe(
      '<p>依据<strong><a class="citation" href="/laws/labour-law/#art-50">《劳动法》第五十条</a></strong>规定</p>',
    )
  })

  test.each([
    ['**甲*乙。**丙*', '<p>**甲*乙。*<em>丙</em></p>'],
    ['**甲`乙**丙`。**丁', '<p>**甲<code>乙**丙</code>。**丁</p>'],
    ['**见[甲**乙](/a/)', '<p>**见<a href="/a/">甲**乙</a></p>'],
  ])('leaves alone what overlaps in %j', async (markdown, expected) => {
    expect(await html(markdown)).toBe(expected)
  })

  test.each([
    ['\\*\\*甲。\\*\\*乙', '<p>**甲。**乙</p>'],
    ['```\n**甲。**乙\n```', '<pre><code>**甲。**乙\n</code></pre>'],
    ['**甲。\n\n乙。**丙', '<p>**甲。</p>\n<p>乙。**丙</p>'],
    ['****', '<hr>'],
  ])('is not seen in %j', async (markdown, expected) => {
    expect(await html(markdown)).toBe(expected)
  })
})
