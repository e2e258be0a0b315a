import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { ICON_GROUND, PAGE_GROUND } from '../../../site/offline/grounds.ts'
import { APPLE_ICON, drawIcon, ICONS } from '../../../site/offline/icons.ts'
import { CACHES, type OfflineSettings } from '../../../site/offline/names.ts'
import { withSettings } from '../../../site/offline/service-worker.ts'
import { BUILD, ROOT } from '../../../worker/build/tools.ts'

const built = (path: string) => readFileSync(join(BUILD, 'site', path))

describe('the service worker', () => {
  const settings: OfflineSettings = {
    version: '0',
    offlinePages: ['/offline/'],
    caches: CACHES,
    keptAt: 'x',
    answering: 'y',
  }

  it.each(['import{a}from"./a.js";a()', 'a();export{a}', 'a();import"./b.js"'])('is not built from %s', (code) => {
    expect(() => withSettings(code, settings)).toThrow('Let it import plan.ts')
  })

  it('has its settings before its code', () => {
    expect(withSettings('f(MINGFA)', settings)).toMatch(/^const MINGFA=\{"version":"0".*\};f\(MINGFA\)$/)
  })

  it('is built as one script of at most 6 kB that knows the page for each language', () => {
    const code = built('sw.js').toString()
    expect(code.length).toBeLessThan(6000)
    expect(code).toMatch(/^const MINGFA=\{"version":"[0-9a-f]{12}"/)
    expect(code).toContain('"offlinePages":["/offline/","/hant/offline/","/en/offline/"]')
  })
})

describe.each([
  ['', 'zh-CN', '明法'],
  ['hant/', 'zh-Hant', '明法'],
  ['en/', 'en', 'Mingfa'],
])('the manifest at /%s', (prefix, lang, name) => {
  const manifest = JSON.parse(built(`${prefix}manifest.webmanifest`).toString())

  it('has what makes the site installable', () => {
    expect(manifest).toMatchObject({
      id: `/${prefix}`,
      name,
      short_name: name,
      lang,
      start_url: `/${prefix}`,
      scope: '/',
      display: 'standalone',
    })
    expect(built(`${prefix}index.html`).toString()).toContain(
      `<link rel="manifest" href="/${prefix}manifest.webmanifest"`,
    )
  })

  it('names icons that exist in the sizes given', async () => {
    const sizes = []
    for (const { src, sizes: size, type } of manifest.icons) {
      const { width, height, format } = await sharp(built(src)).metadata()
      expect([src, `${width}x${height}`, `image/${format}`]).toEqual([src, size, type])
      sizes.push(size)
    }
    expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']))
    expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(true)
  })

  it('has shortcuts to pages that exist', () => {
    expect(manifest.shortcuts).toHaveLength(3)
    for (const { url } of manifest.shortcuts) expect(built(`${url}index.html`).length).toBeGreaterThan(0)
  })
})

test.each([
  ['/icons/192.png', ICONS['192']],
  ['/icons/maskable-512.png', ICONS['maskable-512']],
  ['/apple-touch-icon.png', APPLE_ICON],
])('%s fills its square only where systems cut it', async (_, form) => {
  const { data, info } = await sharp(await drawIcon(form))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([form.size, form.size])
  const corner = `#${[...data.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  expect(data[3]).toBe(form.maskable ? 255 : 0)
  if (form.maskable) expect(corner).toBe(ICON_GROUND)
})

test('the colours around the page are those of the page', () => {
  const tokens = readFileSync(join(ROOT, 'site/styles/tokens.css'), 'utf8')
  expect([...tokens.matchAll(/--color-page: (#\w+)/g)].map(([, colour]) => colour)).toEqual([
    PAGE_GROUND.light,
    PAGE_GROUND.dark,
  ])
  expect(readFileSync(join(ROOT, 'site/public/favicon.svg'), 'utf8')).toContain(ICON_GROUND)
})

test('an explainer says which laws it cites with their days, and the same days are published', () => {
  const published = JSON.parse(built('law-dates.json').toString())
  const laws = /<meta name="mingfa:laws" content="([^"]+)">/.exec(
    built('explainers/unpaid-wages/index.html').toString(),
  )
  const cited = (laws?.[1] ?? '').split(' ').map((entry) => entry.split('@'))
  expect(cited.length).toBeGreaterThan(2)
  for (const [id = '', days = ''] of cited) expect([id, days.split(',')]).toEqual([id, published[id]])
  expect(built('laws/labour-law/index.html').toString()).toContain('content="labour-law@')
  expect(built('about/index.html').toString()).not.toContain('mingfa:laws')
})
