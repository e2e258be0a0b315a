import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { beijingDay } from '../../content/domain/dates.ts'
import { noticeChangedOn } from '../../content/domain/notice.ts'
import { readContent } from '../../content/source/content.ts'
import { atomFeed } from '../../site/lib/feed.ts'
import { BUILD, ROOT } from '../../worker/build/tools.ts'

const content = readContent(join(ROOT, 'content'))
const { explainers, lessons, campaigns, documents, caseBatches, notices, remedies } = content
const built = (file: string) => readFileSync(join(BUILD, 'site', file), 'utf8')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

describe('the feed of a column', () => {
  test.each([
    ['explainers', explainers],
    ['lessons', lessons],
    ['campaigns', campaigns],
    ['remedies', remedies],
    ['documents', documents],
    ['cases', caseBatches],
  ] as const)('of %s has every page with the dates of its content', (column, pages) => {
    const entries = all(built(`${column}/atom.xml`), /<entry>([\s\S]*?)<\/entry>/g)
    expect(entries).toHaveLength(pages.length)
    for (const { value } of pages) {
      const entry = entries.find((text) => text.includes(`/${column}/${value.id}/</id>`)) ?? ''
      expect(entry).toContain(value.title)
      expect(all(entry, /<published>(.*?)<\/published>/g).map((at) => beijingDay(Date.parse(at)))).toEqual([
        value.publishedOn,
      ])
    }
    expect(built(`${column}/index.html`)).toContain(`type="application/atom+xml"`)
  })

  test('of notices leads to each in the ledger, and says when it was last replied to', () => {
    const entries = all(built('notices/atom.xml'), /<entry>([\s\S]*?)<\/entry>/g)
    const ledger = notices.flatMap(({ value }) => value.notices)
    expect(entries).toHaveLength(ledger.length)
    for (const { id, publishedOn, reply } of ledger) {
      const entry = entries.find((text) => text.includes(`/notices/#notice-${id}</id>`)) ?? ''
      expect(
        all(entry, /<(?:published|updated)>(.*?)</g)
          .map((at) => beijingDay(Date.parse(at)))
          .toSorted(),
      ).toEqual([publishedOn, reply?.publishedOn ?? publishedOn])
      expect(built('notices/index.html')).toContain(`id="notice-${id}"`)
    }
  })

  test('stands the newest first and escapes what authors write', () => {
    const page = { summary: '甲 & 乙 <b>', drafter: '某处（示例）', reviewedOn: '2026-01-03' }
    const feed = atomFeed(
      'explainer',
      [
        { ...page, id: 'older', title: '旧 ]]> 的', publishedOn: '2026-01-01' },
        { ...page, id: 'newer', title: '新的', publishedOn: '2026-01-02' },
      ],
      new URL('https://mingfa.example'),
    )
    expect(all(feed, /<entry>[\s\S]*?<id>(.*?)<\/id>/g)).toEqual([
      'https://mingfa.example/explainers/newer/',
      'https://mingfa.example/explainers/older/',
    ])
    expect(all(feed, /<updated>(.*?)<\/updated>/g)[0]).toBe('2026-01-02T16:00:00.000Z')
    expect(feed).not.toMatch(/<b>(?!]]>)(?![^[]*]]>)/)
    expect(feed).not.toContain('旧 ]]> 的')
  })
})

test('the sitemap has every page in each language, and dates of the content only', () => {
  const urls = all(built('sitemap-0.xml'), /<url>([\s\S]*?)<\/url>/g)
  const addresses = urls.map((url) => new URL(all(url, /<loc>(.*?)<\/loc>/g)[0] ?? '').pathname)
  for (const path of [
    '/',
    '/en/',
    '/laws/labour-law/',
    '/hant/',
    ...explainers.map(({ value }) => `/hant/explainers/${value.id}/`),
    ...explainers.map(({ value }) => `/en/explainers/${value.id}/`),
  ]) {
    expect(addresses).toContain(path)
  }
  expect(addresses.filter((path) => path.includes('/contests/open/') || path.includes('404'))).toEqual([])
  for (const url of urls) {
    const links = [...url.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href = '']) => [
      lang,
      new URL(href).pathname,
    ])
    const [[, root = ''] = []] = links
    expect(links).toEqual([
      ['zh-CN', root],
      ['zh-Hant', `/hant${root}`],
      ['en', `/en${root}`],
    ])
    for (const [, path] of links) expect(addresses).toContain(path)
  }
  const days = new Set([
    ...[
      ...explainers,
      ...content.englishExplainers,
      ...lessons,
      ...campaigns,
      ...remedies,
      ...documents,
      ...caseBatches,
    ].flatMap(({ value }) => [value.publishedOn, value.reviewedOn]),
    ...notices.flatMap(({ value }) => value.notices.map(noticeChangedOn)),
    content.glossary.value.publishAt.slice(0, 10),
    content.glossary.value.reviewedOn,
    content.lecturers.value.publishedOn,
    ...content.cleanUps.map(({ value }) => value.publishedOn),
    ...content.laws.flatMap(({ value }) =>
      value.versions.map(({ publishedOn, adoptedOn, effectiveFrom }) => publishedOn ?? adoptedOn ?? effectiveFrom),
    ),
  ])
  for (const day of all(urls.join(''), /<lastmod>(.{10})/g)) expect(days).toContain(day)
  expect(built('robots.txt')).toMatch(/^Sitemap: http.+\/sitemap-index\.xml$/m)
})
