import { describe, expect, it } from 'vitest'
import { toTraditionalHtml } from '../../site/lib/traditional-html.ts'

/** Marks what was converted, instead of converting it. */
const convert = (text: string) => `[${text}]`
const body = (html: string) => `<html lang="zh-Hant"><body>${html}</body></html>`
const converted = (html: string) =>
  toTraditionalHtml(body(html), convert).replace(/^<html lang="zh-Hant"><body>|<\/body><\/html>$/g, '')

describe('a page in Traditional Chinese', () => {
  it.each([
    ['text', '<p>甲<b>乙</b> 12333</p>', '<p>[甲]<b>[乙]</b> 12333</p>'],
    ['references in text', '<p>甲 &amp; &lt;乙&gt;</p>', '<p>[甲 &amp; &lt;乙&gt;]</p>'],
    [
      'what is read to the reader',
      '<a title="甲" aria-label="乙">丙</a>',
      '<a title="[甲]" aria-label="[乙]">[丙]</a>',
    ],
    ['texts for scripts', '<i data-failed="甲" data-label="乙"></i>', '<i data-failed="[甲]" data-label="[乙]"></i>'],
    ['its description', '<meta name="description" content="甲">', '<meta name="description" content="[甲]">'],
    ['a field', '<input placeholder="甲" value="乙">', '<input placeholder="[甲]" value="乙">'],
    ['addresses, ids and values', '<h2 id="甲"><a href="#甲">乙</a></h2>', '<h2 id="甲"><a href="#甲">[乙]</a></h2>'],
    ['what a filter compares', '<tr data-office="甲"></tr>', '<tr data-office="甲"></tr>'],
    ['comments', '<!-- 甲 --><p>乙</p>', '<!-- 甲 --><p>[乙]</p>'],
    ['code', '<script>"甲"</script><style>/* 甲 */</style>', '<script>"甲"</script><style>/* 甲 */</style>'],
    ['what is not Chinese', '<p>Labour Law, 2026</p>', '<p>Labour Law, 2026</p>'],
  ])('has %s converted or left as it should be', (_, html, expected) => {
    expect(converted(html)).toBe(expected)
  })

  it.each([
    ['<p lang="zh-CN">甲</p>乙', '<p lang="zh-CN">甲</p>[乙]'],
    ['<p lang="en" title="甲">Wages 甲</p>', '<p lang="en" title="甲">Wages 甲</p>'],
    [
      '<p lang="zh-CN">甲<b>乙<br>丙</b><i lang="zh-Hant">丁</i></p>',
      '<p lang="zh-CN">甲<b>乙<br>丙</b><i lang="zh-Hant">[丁]</i></p>',
    ],
    [
      '<svg lang="en"><path d="M0 0"/><title>甲</title></svg>乙',
      '<svg lang="en"><path d="M0 0"/><title>甲</title></svg>[乙]',
    ],
  ])('leaves what is in another language: %s', (html, expected) => {
    expect(converted(html)).toBe(expected)
  })

  it('has the texts of its data converted, and finds tables of texts by both forms', () => {
    const data = { '@id': '/laws/', name: '甲', inLanguage: 'zh-CN', list: ['乙', 1, null, true], law: { 甲: 'x' } }
    const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`
    const [, json = ''] = />(.*)</.exec(converted(script)) ?? []
    expect(JSON.parse(json)).toEqual({
      '@id': '/laws/',
      name: '[甲]',
      inLanguage: 'zh-Hant',
      list: ['[乙]', 1, null, true],
      law: { 甲: 'x', '[甲]': 'x' },
    })
  })

  it('keeps data from ending its script', () => {
    expect(converted('<script type="application/json">{"a":"甲\\u003c/script>"}</script>')).toBe(
      '<script type="application/json">{"a":"[甲\\u003c/script>]"}</script>',
    )
  })

  it('has the properties of its islands converted', () => {
    const island =
      '<astro-island uid="甲" props="{&quot;texts&quot;:[0,{&quot;a&quot;:[0,&quot;甲 &amp;lt; 乙&quot;]}]}"></astro-island>'
    expect(converted(island)).toBe(
      '<astro-island uid="甲" props="{&quot;texts&quot;:[0,{&quot;a&quot;:[0,&quot;[甲 &amp;lt; 乙]&quot;]}]}"></astro-island>',
    )
  })
})

it('leaves a page in another language, but for what is marked', () => {
  const page = '<!doctype html><html lang="zh-CN"><title>甲</title><a lang="zh-Hant">乙</a></html>'
  expect(toTraditionalHtml(page, convert)).toBe(page.replace('乙', '[乙]'))
})

describe('refuses a page whose languages would be a guess', () => {
  it.each([
    ['<p>甲', '</body> closes <p>.'],
    ['<p>甲</b></p>', '</b> closes <p>.'],
    ['</p>', '</p> closes <body>.'],
    ['甲 < 乙', 'starts no tag'],
  ])('%s', (html, fault) => {
    expect(() => converted(html)).toThrow(fault)
  })

  it('an unclosed page', () => {
    expect(() => toTraditionalHtml('<html lang="zh-Hant"><p>甲</p>', convert)).toThrow("<html> isn't closed.")
  })
})
