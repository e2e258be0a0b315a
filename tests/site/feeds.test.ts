import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { beijingDay } from '../../content/domain/dates.ts'
import { readContent } from '../../content/source/content.ts'
import { atomFeed } from '../../site/lib/feed.ts'
import { BUILD, ROOT } from '../../worker/build/tools.ts'

const { explainers, lessons, campaigns } = readContent(join(ROOT, 'content'))
const built = (file: string) => readFileSync(join(BUILD, 'site', file), 'utf8')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

describe('the feed of a column', () => {
  test.each([
    ['explainers', explainers],
    ['lessons', lessons],
    ['campaigns', campaigns],
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

test('the sitemap has every page in both languages, and dates of the content only', () => {
  const urls = all(built('sitemap-0.xml'), /<url>([\s\S]*?)<\/url>/g)
  const addresses = urls.map((url) => new URL(all(url, /<loc>(.*?)<\/loc>/g)[0] ?? '').pathname)
  for (const path of [
    '/',
    '/en/',
    '/laws/labour-law/',
    ...explainers.map(({ value }) => `/en/explainers/${value.id}/`),
  ]) {
    expect(addresses).toContain(path)
  }
  expect(addresses.filter((path) => path.includes('/contests/open/') || path.includes('404'))).toEqual([])
  const days = new Set(
    [...explainers, ...lessons, ...campaigns].flatMap(({ value }) => [value.publishedOn, value.reviewedOn]),
  )
  for (const day of all(urls.join(''), /<lastmod>(.{10})/g)) expect(days).toContain(day)
  expect(built('robots.txt')).toMatch(/^Sitemap: http.+\/sitemap-index\.xml$/m)
})
