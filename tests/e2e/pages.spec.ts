import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { LANGUAGES, SITE_PAGES, type SitePage, UNKNOWN_PAGE } from './site-pages.ts'
import { expectAccessible, test } from './visit.ts'

const cases = [
  ...LANGUAGES.flatMap(({ lang, prefix }) => SITE_PAGES.map((page) => ({ page, lang, address: `${prefix}${page.path}` }))),
  { page: UNKNOWN_PAGE, lang: 'zh-CN', address: UNKNOWN_PAGE.path },
]

async function open(page: Page, address: string, { ready }: SitePage): Promise<void> {
  await page.goto(address)
  if (ready !== undefined) await expect(page.locator(ready).first()).toBeAttached()
}

for (const { page: kind, lang, address } of cases) {
  test.describe(`${kind.name} (${lang})`, () => {
    test.beforeEach(({ faults }) => {
      if (kind === UNKNOWN_PAGE) faults.allow(/status of 404.*no-such-page/)
    })

    test('names its language, has one main heading, and axe finds nothing', async ({ page }) => {
      await open(page, address, kind)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.locator('h1')).toHaveCount(1)
      await expect(page).toHaveTitle(/\S/)
      await expectAccessible(page)
    })

    test('fits a screen of 320 pixels, and Tab and Enter lead past the menu', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await open(page, address, kind)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)

      await page.goto(address.replace(/#.*/, ''))
      const skip = page.locator('a.skip-link')
      await page.keyboard.press('Tab')
      await expect(skip).toBeFocused()
      await expect(skip).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('Enter')
      await expect(page.locator('#main')).toBeFocused()
    })
  })
}

test('every kind of page is among those looked at', () => {
  const folder = join(import.meta.dirname, '../../site/pages')
  const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro') && file !== '404.astro')
    .map((file) => `/${file.replaceAll('\\', '/').replace('[...locale]/', '').replace(/(index)?\.astro$/, '/').replace('//', '/')}`)
  expect(routes.length).toBeGreaterThan(10)
  const paths = SITE_PAGES.map(({ path }) => path.replace(/[?#].*/, ''))
  for (const route of routes) {
    const pattern = new RegExp(`^${route.replaceAll('[slug]', '(?!open/)[^/]+')}$`)
    expect(paths.some((path) => pattern.test(path)), route).toBe(true)
  }
})

/** Text that a reader can't reach: beyond the sides of the window, or cut off by the box that it stands in. */
function unreachableText(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lost: string[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (parent === null || text === '' || parent.closest('script, style, noscript, .skip-link') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (left < 0 || right > document.documentElement.clientWidth) lost.push(`outside: ${text}`)
      for (let box: HTMLElement | null = parent; box !== null && box !== document.documentElement; box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible') continue
        const frame = box.getBoundingClientRect()
        if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1) lost.push(`cut: ${text}`)
      }
    }
  }
  return lost
}

test.describe('the article that a citation leads to', () => {
  const ADDRESS = '/laws/labour-contract-law/#art-38'

  test('loses nothing at 200 % zoom', async ({ page }) => {
    // Zooming 1280 × 800 to 200 % gives the page 640 × 400 of its own pixels.
    await page.setViewportSize({ width: 640, height: 400 })
    await page.goto(ADDRESS)
    await expect(page.locator('#art-38 h3')).toBeInViewport()
    expect(await page.evaluate(unreachableText)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
  })

  test('loses nothing when its text is twice as large', async ({ page }) => {
    await page.goto(ADDRESS)
    const gist = page.locator('#art-38 .gist')
    const size = () => gist.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    const before = await size()
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await size()).toBeGreaterThanOrEqual(before * 2)
    expect(await page.evaluate(unreachableText)).toEqual([])
    const { scroll, client } = await page.evaluate(() => {
      const { scrollWidth: scroll, clientWidth: client } = document.documentElement
      return { scroll, client }
    })
    expect(scroll).toBeLessThanOrEqual(client)
  })
})
