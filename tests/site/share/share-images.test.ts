import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BuildCache } from '../../../site/lib/build-cache.ts'
import { SHARE_IMAGE_SIZE, type ShareCard, shareImagePath } from '../../../site/share/card.ts'
import { ShareArtist } from '../../../site/share/drawing.ts'
import { namedImage } from '../../../site/share/page-card.ts'
import { putShareImages } from '../../../site/share/share-images.ts'
import { BUILD } from '../../../worker/build/tools.ts'

const SITE = join(BUILD, 'site')
const MOST_BYTES = 65_000
const site = {
  demo: true,
  owner: '某省人社厅（示例）',
  englishOwner: 'A department (example)',
  contact: { phone: '12333' },
} as const
const card = (changes: Partial<ShareCard> = {}): ShareCard => ({
  language: 'zh-CN',
  section: '办事解读',
  title: '老板拖欠工资，怎么要回来',
  siteName: '明法',
  ...changes,
})

/** Width and height that a PNG states. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

describe('the image of a card', () => {
  test.each<[name: string, changes: Partial<ShareCard>]>([
    ['a short title', { title: '工伤' }],
    ['the longest title', { title: '一件事怎么办，谁来办，'.repeat(12) }],
    ['an English title', { language: 'en', section: 'Explainers', title: 'Unpaid wages', siteName: 'Mingfa' }],
    ['Traditional characters', { title: '《勞動合同法》怎麼用' }],
    ['a character that no font has', { title: '\u{E000}怎么办' }],
  ])('with %s has the size that it states, and few bytes', async (_, changes) => {
    const png = await new ShareArtist(site).draw(card(changes))
    expect(sizeOf(png)).toEqual(SHARE_IMAGE_SIZE)
    expect(png.length).toBeLessThan(MOST_BYTES)
  })

  test('depends on no font of the machine', async () => {
    const svg = await new ShareArtist(site).svg(card())
    expect(svg).not.toMatch(/<text|font/)
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(30)
  })

  test('shows whether the site is a demonstration', async () => {
    const shapes = async (demo: boolean) =>
      (await new ShareArtist({ ...site, demo } as typeof site).svg(card())).match(/<(path|rect)/g)?.length ?? 0
    expect((await shapes(true)) - (await shapes(false))).toBe('演示站点'.length + 1)
  })

  test.each<[name: string, changes: Partial<ShareCard>]>([
    ['title', { title: '别的' }],
    ['section', { section: '案例课' }],
    ['no section', { section: undefined }],
    ['language', { language: 'en' }],
    ['name of the site', { siteName: '别的' }],
  ])('has another address with another %s', (_, changes) => {
    expect(shareImagePath(card(changes), site)).not.toBe(shareImagePath(card(), site))
    expect(shareImagePath(card(), site)).toMatch(/^\/share\/[\da-f]{16}\.png$/)
  })
})

describe('the card of a page', () => {
  const head = (tags: Record<string, string>) =>
    `<html><head>${Object.entries(tags)
      .map(([property, content]) => `<meta property="${property}" content="${content}">`)
      .join('')}</head><body></body></html>`
  const tags = {
    'og:locale': 'zh_CN',
    'og:site_name': '明法',
    'og:title': '工伤',
    'og:image': 'https://a.cn/share/x.png',
  }

  test('is read from its tags, with what is escaped in them', () => {
    expect(namedImage(head({ ...tags, 'og:title': 'A &amp; B &#34;C&#x22; &lt;' }))).toEqual({
      path: '/share/x.png',
      card: { language: 'zh-CN', section: undefined, title: 'A & B "C" <', siteName: '明法' },
    })
    expect(namedImage(head({ ...tags, 'article:section': '案例课' }))?.card.section).toBe('案例课')
  })

  test.each(Object.keys(tags))('is none without %s', (name) => {
    expect(namedImage(head(Object.fromEntries(Object.entries(tags).filter(([own]) => own !== name))))).toBeUndefined()
  })

  test('is not read from the body', () => {
    expect(namedImage(`<head></head><body>${head(tags)}</body>`)).toBeUndefined()
  })
})

describe('the images of a site', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingfa-share-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (path: string, title: string, image: string) => {
    mkdirSync(join(folder, 'site', path), { recursive: true })
    const tags = { locale: 'zh_CN', site_name: '明法', title, image: `https://a.cn/share/${image}.png` }
    const html = Object.entries(tags).map(([name, content]) => `<meta property="og:${name}" content="${content}">`)
    writeFileSync(join(folder, 'site', path, 'index.html'), `<head>${html.join('')}</head>`)
  }
  const put = () => putShareImages(join(folder, 'site'), new BuildCache(join(folder, 'cache')), new ShareArtist(site))

  test('are drawn once for all pages that share one, and not again for the next build', async () => {
    write('explainers/a', '甲', 'one')
    write('en/explainers/a', 'A', 'one')
    write('explainers/b', '乙', 'two')
    expect(await put()).toEqual({ named: 2, drawn: 2 })
    expect(readdirSync(join(folder, 'site/share')).sort()).toEqual(['one.png', 'two.png'])
    const first = readFileSync(join(folder, 'site/share/one.png'))
    rmSync(join(folder, 'site/share'), { recursive: true })
    expect(await put()).toEqual({ named: 2, drawn: 0 })
    expect(readFileSync(join(folder, 'site/share/one.png')).equals(first)).toBe(true)
    expect(readdirSync(join(folder, 'cache')).sort()).toEqual(['one.png', 'two.png'])
  })

  test('show the title of the page in Chinese', async () => {
    write('en/explainers/a', 'A', 'one')
    write('explainers/a', '甲', 'one')
    await put()
    const chinese = await new ShareArtist(site).draw(card({ title: '甲', section: undefined }))
    expect(readFileSync(join(folder, 'site/share/one.png')).equals(chinese)).toBe(true)
  })
})

describe('the built site', () => {
  // Posters and certificates are paper, and the console is for staff who are signed in.
  const pages = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html') && !/\/poster-|\bcertificates\/print\/|^console\b/.test(path))
    .map((path) => ({ path, html: readFileSync(join(SITE, path), 'utf8') }))

  test('has tags and an image of its own size for every page', () => {
    expect(pages.length).toBeGreaterThan(100)
    const images = new Set<string>()
    for (const { path, html } of pages) {
      const tags = new Map(
        [...html.matchAll(/<meta property="(og:[\w:]+)" content="([^"]+)">/g)].map(([, name, content]) => [
          name,
          content,
        ]),
      )
      expect([path, [...tags.keys()]]).toEqual([
        path,
        [
          ...[
            'type',
            'locale',
            'site_name',
            'title',
            'description',
            'url',
            'image',
            'image:width',
            'image:height',
            'image:alt',
          ],
        ].map((name) => `og:${name}`),
      ])
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image">')
      const canonical = /<link rel="canonical" href="([^"]+)">/.exec(html)?.[1]
      expect([path, tags.get('og:url')]).toEqual([path, canonical])
      images.add(new URL(tags.get('og:image') ?? '').pathname)
    }
    for (const image of images) {
      const file = join(SITE, image)
      expect(sizeOf(readFileSync(file)), image).toEqual(SHARE_IMAGE_SIZE)
      expect(statSync(file).size, image).toBeLessThan(MOST_BYTES)
    }
  })

  test('has different images for different titles, one for what is only shown in another language', () => {
    const imageOf = (path: string) =>
      /"og:image" content="([^"]+)"/.exec(pages.find((own) => own.path === path)?.html ?? '')?.[1]
    expect(imageOf('laws/labour-law/index.html')).toBe(imageOf('en/laws/labour-law/index.html'))
    expect(imageOf('calculators/index.html')).not.toBe(imageOf('en/calculators/index.html'))
    expect(imageOf('laws/labour-law/index.html')).not.toBe(imageOf('laws/labour-contract-law/index.html'))
  })
})
