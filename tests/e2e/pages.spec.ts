import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { BUILD } from '../../worker/build/tools.ts'
import { LANGUAGES, SINGLE_PAGES, SITE_PAGES } from './site-pages.ts'
import { expectAccessible, expectToFitNarrowScreen, test } from './visit.ts'

const cases = [
  ...LANGUAGES.flatMap(({ lang, prefix }) =>
    SITE_PAGES.map((page) => ({ page, lang, address: `${prefix}${page.path}` })),
  ),
  ...SINGLE_PAGES.map((page) => ({ page, lang: 'zh-CN', address: page.path })),
]

for (const { page: kind, lang, address } of cases) {
  test(`${kind.name} (${lang}) is open to everyone`, async ({ page, faults }) => {
    if (kind.allows !== undefined) faults.allow(kind.allows)

    await test.step('its first link leads past the menu', async () => {
      await page.goto(address.replace(/#.*/, ''))
      await page.keyboard.press('Tab')
      await expect(page.locator('a.skip-link')).toBeFocused()
      await expect(page.locator('a.skip-link')).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('Enter')
      await expect(page.locator('#main')).toBeFocused()
    })

    await test.step('it names its language and has a title and one main heading', async () => {
      if (address.includes('#')) await page.goto(address)
      if (kind.ready !== undefined) await expect(page.locator(kind.ready).first()).toBeAttached()
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page).toHaveTitle(/\S/)
      await expect(page.locator('h1')).toHaveCount(1)
    })

    await test.step('axe finds nothing', () => expectAccessible(page))
    await test.step('it fits a screen of 320 pixels', () => expectToFitNarrowScreen(page))
  })
}

test('every kind of page is among those looked at', () => {
  const folder = join(import.meta.dirname, '../../site/pages')
  const built = readdirSync(join(BUILD, 'site'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .map((file) => `/${file.replaceAll('\\', '/').slice(0, -'index.html'.length)}`)
  const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro') && file !== '404.astro')
    .map((file) => `/${file.replaceAll('\\', '/').replace('[...locale]/', '')}`.replace(/(\/index)?\.astro$/, '/'))
    .map((route) => new RegExp(`^${route.replaceAll(/\[(\.{3})?\w+\]/g, '(?!open/)[^/]+')}$`))
    // Some only the preview has, some only a deployment with imported laws.
    .filter((route) => built.some((path) => route.test(path)))
  expect(routes.length).toBeGreaterThan(30)
  const paths = [...SITE_PAGES, ...SINGLE_PAGES].map(({ path }) => path.replace(/[?#].*/, ''))
  expect(routes.filter((route) => !paths.some((path) => route.test(path)))).toEqual([])
})

/**
 * Text that a reader can't reach: beyond the sides of the window, or cut off by the box that it stands in. What stands
 * in a box of its own that scrolls can be reached; boxes of a pixel hold text for screen readers.
 */
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
      let scrolls = false
      for (
        let box: HTMLElement | null = parent;
        box !== null && !scrolls && box !== document.body;
        box = box.parentElement
      ) {
        const { overflow } = getComputedStyle(box)
        const frame = box.getBoundingClientRect()
        scrolls = /auto|scroll/.test(overflow) || frame.width <= 1
        if (scrolls || overflow === 'visible') continue
        if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1)
          lost.push(`cut: ${text}`)
      }
      if (!scrolls && (left < 0 || right > document.documentElement.clientWidth)) lost.push(`outside: ${text}`)
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
    // How deep its heading lies depends on the chapters of the text, where an official one was imported.
    await expect(page.locator('#art-38').getByRole('heading')).toBeInViewport()
    expect(await page.evaluate(unreachableText)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
  })

  test('loses nothing when the reader has set text twice as large', async ({
    playwright,
    launchOptions,
    baseURL,
    viewport,
  }) => {
    // The browser's own setting; a size forced on the page would leave its media queries, which are in rem, as they were.
    const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32']
    const browser = await playwright.chromium.launch({ ...launchOptions, args })
    try {
      const page = await browser.newPage({ viewport })
      await page.goto(`${baseURL}${ADDRESS}`)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
      expect(await page.evaluate(unreachableText)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport?.width ?? 0)
    } finally {
      await browser.close()
    }
  })
})
