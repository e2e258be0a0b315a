import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StatuteTextSchema, statuteKey } from '../../../content/domain/statute.ts'
import { askedText, contains, parseSpans } from '../../../site/laws/days.ts'
import { run } from '../../../worker/build/tools.ts'
import { REVISED, REVISED_STATUTES, statute } from '../../fixtures/statutes.ts'

/** Pages of laws as a build with imported texts writes them, read on the days on which their law changes. */

const folder = mkdtempSync(join(tmpdir(), 'mingfa-laws-'))
const site = join(folder, 'site')
const { effectiveFrom: _, ...withoutDay } = statute({ lawId: 'undated-example', publishedOn: '2020-05-01' })

/** What the environment was before the build. */
const before = { MINGFA_DATA: process.env['MINGFA_DATA'], MINGFA_SHARE_IMAGES: process.env['MINGFA_SHARE_IMAGES'] }

beforeAll(async () => {
  for (const text of [...REVISED_STATUTES, withoutDay]) {
    const own = join(folder, 'laws', text.lawId)
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, `${statuteKey(text)}.json`), JSON.stringify(StatuteTextSchema.parse(text)))
  }
  process.env['MINGFA_DATA'] = folder
  process.env['MINGFA_SHARE_IMAGES'] = 'skip'
  await run('astro', ['build', '--outDir', site])
}, 180_000)

afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  rmSync(folder, { recursive: true })
})

const page = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8')
const data = (path: string) => JSON.parse(readFileSync(join(site, `${path}.json`), 'utf8'))

/** The status that the script shows on a day, or the page without script if it has one only. */
function statusOn(html: string, day: string): string[] {
  const phases = [...html.matchAll(/<p class="law-phase law-phase-([\w-]+)"(?: data-phase="([^"]*)")?/g)]
  return phases.flatMap(([, status = '', days]) => {
    const [span] = days === undefined ? [] : parseSpans(days)
    return span === undefined || contains(span, day) ? [status] : []
  })
}

/** The text that the page of a law leads to on a day: the one on it, or another by its key. */
function textOn(html: string, day: string, today: string): string {
  const [, periods = '', here = ''] = /data-periods(?:="([^"]*)")? data-here="([^"]*)"/.exec(html) ?? []
  const asked = askedText(day, parseSpans(periods), here, today)
  return asked.kind === 'elsewhere' ? asked.key : asked.kind === 'here' ? here : asked.kind
}

const shifted = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

describe.each(REVISED)('$name', ({ lawId, days: [first, second] }) => {
  test.each([
    [shifted(first, -1), 'none'],
    [first, first],
    [shifted(first, 1), first],
    [shifted(second, -1), first],
    [second, second],
    [shifted(second, 1), second],
  ])('asked for %s leads to %s', (day, expected) => {
    expect(textOn(page(`laws/${lawId}`), day, '2026-11-24')).toBe(expected)
  })

  test('has an address for each text, a comparison, and data', () => {
    for (const day of [first, second]) {
      expect(existsSync(join(site, 'laws', lawId, day, 'index.html'))).toBe(true)
      const text = data(`laws/${lawId}/${day}`)
      expect(text.effectiveFrom).toBe(day)
      expect(text.articles[0].uri).toMatch(new RegExp(`/laws/${lawId}/${day}/#art-1$`))
    }
    const compared = page(`laws/${lawId}/${first}/${second}`)
    expect(compared).toContain(`type="application/json" href="/laws/${lawId}/${first}/${second}.json"`)
    expect(data(`laws/${lawId}/${first}/${second}`)).toMatchObject({ counts: { changed: 1, new: 1 } })
    expect(/<del>.*?删去：<\/span>三.*?<\/del><ins>.*?新增：<\/span>五/.test(compared)).toBe(true)
    expect(page(`laws/${lawId}`).includes(`href="/laws/${lawId}/${first}/${second}/"`)).toBe(true)
    expect(data(`laws/${lawId}`).texts.map(({ effectiveFrom }: { effectiveFrom: string }) => effectiveFrom)).toEqual([
      first,
      second,
    ])
  })
})

test.each([
  ['2026-12-31', ['in-force'], ['not-yet-in-force']],
  ['2027-01-01', ['superseded'], ['in-force']],
  ['2027-01-02', ['superseded'], ['in-force']],
])('a status to come stands in the page: on %s 商标法 of 2019 is %s, of 2027 %s', (day, older, newer) => {
  expect(statusOn(page('laws/trademark-example/2019-11-01'), day)).toEqual(older)
  expect(statusOn(page('laws/trademark-example/2027-01-01'), day)).toEqual(newer)
})

test('without script the page says as of which day it speaks, and lists all texts', () => {
  const html = page('laws/trademark-example/2027-01-01')
  expect(/效力状态截至<time datetime="\d{4}-\d{2}-\d{2}"/.test(html)).toBe(true)
  expect(html.includes('id="versions"')).toBe(true)
  expect(html.includes('href="/laws/trademark-example/2019-11-01/"')).toBe(true)
})

test('an undated text is shown as such and never as in force', () => {
  const html = page('laws/undated-example')
  expect(statusOn(html, '2026-11-24')).toEqual(['undated'])
  expect(html.includes('badge-in-force')).toBe(false)
  expect(textOn(html, '2026-11-24', '2026-11-24')).toBe('none')
  expect(data('laws/undated-example/published-2020-05-01').inForce).toEqual([])
})

test('the official text and our gist of an article stand together, each under its own name', () => {
  const html = page('laws/reconsideration-law')
  const [, article = ''] = /<article class="article" id="art-2">(.*?)<\/article>/s.exec(html) ?? []
  expect(/原文<\/p>.*示例：五日内答复。.*条文要旨，非法律原文/s.test(article)).toBe(true)
})

test('pages in English mark the law as Chinese, and Traditional ones have the same anchors', () => {
  expect(/<div lang="zh-CN" data-read>(?:(?!<\/div>).)*id="art-2"/s.test(page('en/laws/trademark-example'))).toBe(true)
  expect(page('hant/laws/trademark-example/2027-01-01').includes('id="art-2-1"')).toBe(true)
})

test('the sitemap has the texts with the days of their publication, and no address that leads on', () => {
  const sitemap = readFileSync(join(site, 'sitemap-0.xml'), 'utf8')
  const paths = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path)
  expect(paths).toContain('/laws/trademark-example/2027-01-01/')
  expect(paths).toContain('/laws/reconsideration-law/2018-01-01/')
  expect(paths).not.toContain('/laws/reconsideration-law/2024-01-01/')
  expect(page('laws/reconsideration-law/2024-01-01').includes('url=/laws/reconsideration-law/"')).toBe(true)
})
