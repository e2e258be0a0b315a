import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { askedQuestions } from '../../site/lib/questions-asked.ts'
import { BUILD } from '../../worker/build/tools.ts'

const SITE = join(BUILD, 'site')
const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html') && !path.endsWith('404.html'))
  .map((path) => ({ path, html: readFileSync(join(SITE, path), 'utf8') }))

function graphOf(html: string): readonly Record<string, unknown>[] {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
  const data: { '@context': string; '@graph': Record<string, unknown>[] } = JSON.parse(json)
  expect(data['@context']).toBe('https://schema.org')
  return data['@graph']
}

function tagsOf(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<meta name="([A-Z]\w+)" content="([^"]*)">/g)].map(([, name = '', content = '']) => [
      name,
      content,
    ]),
  )
}

const page = (path: string) => {
  const found = pages.find((own) => own.path === path)
  if (found === undefined) throw new Error(`${path} was not built`)
  return found.html
}

describe('structured data', () => {
  test('stands on every page for readers and can be read', () => {
    const forReaders = pages.filter(({ path }) => path !== 'console/index.html')
    expect(forReaders.length).toBe(pages.length - 1)
    for (const { html } of forReaders) expect(graphOf(html).length).toBeGreaterThan(0)
  })

  test.each([
    ['index.html', ['WebSite']],
    ['explainers/annual-leave/index.html', ['BreadcrumbList', 'Article', 'FAQPage']],
    ['lessons/no-contract/index.html', ['BreadcrumbList', ['Article', 'LearningResource']]],
    ['laws/labour-contract-law/index.html', ['BreadcrumbList', 'Legislation']],
    ['practice/index.html', ['BreadcrumbList', 'Quiz']],
    ['contests/hr-law-contest/index.html', ['BreadcrumbList', 'Quiz']],
  ])('of %s has the types of its kind', (path, types) => {
    expect(graphOf(page(path)).map((node) => node['@type'])).toEqual(types)
  })

  test('tells the answers of what readers ask and of nothing else', () => {
    for (const { path, html } of pages) {
      if (!html.includes('acceptedAnswer')) continue
      expect(path).toMatch(/^((en|hant)\/)?explainers\//)
    }
  })
})

/** Chinese texts of a value that neither the nearest `inLanguage` nor a language of their own says to be Chinese. */
function untoldChinese(value: unknown, language: string): string[] {
  if (typeof value === 'string') return language === 'en' && isContent(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((item) => untoldChinese(item, language))
  if (value === null || typeof value !== 'object') return []
  const { '@language': own, inLanguage = own ?? language, ...rest } = value as Record<string, unknown>
  return Object.values(rest).flatMap((item) => untoldChinese(item, String(inLanguage)))
}

/** Whether a text is Chinese, and not English with a citation in it. */
const isContent = (text: string) => /\p{Script=Han}/u.test(text) && !/[a-z]{3}/i.test(text)

describe('an English page whose content is Chinese', () => {
  const english = pages.filter(({ path }) => path.startsWith('en/'))

  test('says so in its structured data', () => {
    expect(english.length).toBeGreaterThan(100)
    const untold = english.flatMap(({ path, html }) => untoldChinese(graphOf(html), 'en').map((text) => [path, text]))
    expect(untold).toEqual([])
    expect(
      untoldChinese(
        [{ name: '甲' }, { inLanguage: 'zh-CN', name: '乙' }, { name: { '@language': 'zh-CN', '@value': '丙' } }],
        'en',
      ),
    ).toEqual(['甲'])
  })

  test('is shared in the language of its title, with nothing in another', () => {
    const shared = english.filter(({ html }) => html.includes('"og:title"'))
    expect(shared.length).toBeGreaterThan(100)
    for (const { path, html } of shared) {
      const tag = (name: string) => new RegExp(`<meta property="${name}" content="([^"]*)">`).exec(html)?.[1]
      const language = isContent(tag('og:title') ?? '') ? 'zh_CN' : 'en_US'
      const words = ['og:description', 'og:site_name', 'article:section'].map(tag).filter((text) => text !== undefined)
      expect([path, tag('og:locale')]).toEqual([path, language])
      expect([path, words.map((text) => (isContent(text) ? 'zh_CN' : 'en_US'))]).toEqual([
        path,
        words.map(() => language),
      ])
    }
  })

  test.each([
    ['en/explainers/annual-leave/index.html', 'zh-CN'],
    ['en/explainers/work-injury/index.html', 'en'],
    ['hant/explainers/annual-leave/index.html', 'zh-Hant'],
  ])('names the language of its text: %s is in %s', (path, language) => {
    const said = graphOf(page(path)).flatMap(({ inLanguage }) => inLanguage ?? [])
    expect(said).toEqual([language, language])
  })
})

describe('tags of a government site', () => {
  test('stand on pages in Simplified Chinese, none empty', () => {
    for (const { path, html } of pages) {
      const tags = tagsOf(html)
      expect(tags.has('SiteName')).toBe(!/^(en|hant)\//.test(path))
      expect([...tags.values()]).not.toContain('')
    }
  })

  test.each([
    ['index.html', ['SiteName', 'SiteDomain']],
    [
      'explainers/index.html',
      ['SiteName', 'SiteDomain', 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'],
    ],
    ['laws/labour-law/index.html', ['SiteName', 'SiteDomain', 'ColumnName', 'ColumnType']],
  ])('of %s are those of its kind', (path, names) => {
    expect([...tagsOf(page(path)).keys()]).toEqual(names)
  })

  test('of an article say what the page says', () => {
    const html = page('explainers/annual-leave/index.html')
    const tags = tagsOf(html)
    expect(html).toContain(`<h1>${tags.get('ArticleTitle')}</h1>`)
    expect(html).toContain(`>${tags.get('ContentSource')}</dd>`)
    expect(tags.get('PubDate')).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
    expect(html).toContain(`>${tags.get('PubDate')}</time>`)
    expect(tags.get('Url')).toMatch(/^https?:\/\/.+\/explainers\/annual-leave\/$/)
  })

  test('leave out the code that a demonstration does not have', () => {
    expect(pages.filter(({ html }) => html.includes('SiteIDCode'))).toEqual([])
  })
})

describe('what readers ask', () => {
  const html =
    '<h2 id="a">甲</h2><h3 id="x">不算</h3><p>不算。</p><h2 id="b">乙</h2><h3 id="q">能<strong>吗</strong>？</h3>\n<p>能 &amp; 要。</p>\n<p>第二段。</p>' +
    '<h3 id="r">多久？</h3><p>1年。</p><h2 id="c">丙</h2><h3>不算</h3>'

  test('is read from the section of that heading only', () => {
    expect(askedQuestions(html, 'b')).toEqual([
      { question: '能吗？', answer: '能 & 要。\n第二段。' },
      { question: '多久？', answer: '1年。' },
    ])
  })

  test.each(['', 'missing', '.*'])('is nothing for the heading "%s"', (id) => {
    expect(askedQuestions(html, id)).toEqual([])
  })
})

test('the OpenSearch description leads to the search page', () => {
  const text = readFileSync(join(SITE, 'opensearch.xml'), 'utf8')
  expect(text).toMatch(/template="http[^"]+\/search\/\?q=\{searchTerms\}"/)
  expect(page('index.html')).toContain('href="/opensearch.xml"')
})
