import { expect, type Page } from '@playwright/test'
import { test } from './visit.ts'

/** What comes out of the printer: on A4, black on white whatever the screen shows, with everything that can be opened. */
test.use({ viewport: { width: 794, height: 1123 }, javaScriptEnabled: false })
test.skip(({ isMobile }) => isMobile, 'A4 is the same from every device.')

async function openOnPaper(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.goto(address)
}

/** Number of sheets. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

const HANDOUTS = [
  { name: 'an explainer', path: '/explainers/unpaid-wages/', asOf: true },
  { name: 'a lesson', path: '/lessons/site-wages/', asOf: true },
  { name: 'a law', path: '/laws/labour-contract-law/', asOf: false },
  { name: 'a document', path: '/documents/work-injury-notice-rules/', asOf: true },
  { name: 'a batch of cases', path: '/cases/2026-2/', asOf: true },
  { name: 'a calculator', path: '/calculators/overtime/', asOf: true },
]

for (const { name, path, asOf } of HANDOUTS) {
  test(`${name} on paper names its site and address and ends with whom to call, without what one can only click`, async ({
    page,
  }) => {
    await openOnPaper(page, path)
    await expect(page.locator('.brand-name')).toBeVisible()
    await expect(page.locator('.paper-line')).toContainText(path)
    await expect(page.locator('.paper-line')).toContainText('演示站点')
    if (asOf) await expect(page.locator('.paper-line')).toContainText(/依据\d{4}年\d{1,2}月\d{1,2}日的法律/)
    await expect(page.locator('.site-footer')).toContainText('12333')
    for (const part of ['.site-nav', '.site-header-tools', '.breadcrumbs', '.contents', '.page-actions', '.next'])
      for (const element of await page.locator(part).all()) await expect(element).toBeHidden()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794)
  })
}

test('paper is white in the dark scheme, and so is every box on it', async ({ page }) => {
  await openOnPaper(page, '/explainers/unpaid-wages/')
  for (const part of ['body', '.site-header', '.answer', '.site-footer']) {
    expect(await page.locator(part).evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    )
  }
  expect(await page.locator('h1').evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)')
})

test('every choice of a lesson is printed with what comes of it', async ({ page }) => {
  await openOnPaper(page, '/lessons/site-wages/')
  const outcomes = await page.locator('.choice-verdict').all()
  expect(outcomes.length).toBeGreaterThan(3)
  for (const outcome of outcomes) await expect(outcome).toBeVisible()
})

test('cited articles are printed', async ({ page }) => {
  await openOnPaper(page, '/explainers/unpaid-wages/')
  const articles = await page.locator('.cited li').all()
  expect(articles.length).toBeGreaterThan(5)
  for (const article of articles) await expect(article).toBeVisible()
})

for (const path of [
  '/campaigns/winter-wages-2026/poster-site/',
  '/hant/campaigns/winter-wages-2026/poster-site/',
  '/remedies/unpaid-wages/',
]) {
  test(`${path} is one sheet`, async ({ page }) => {
    await page.goto(path)
    expect(await sheets(page)).toBe(1)
  })
}

test('a poster is the sheet alone, and its parts stand within it', async ({ page }) => {
  await openOnPaper(page, '/campaigns/constitution-week-2026/poster-campus/')
  await expect(page.locator('.sheet-bar')).toBeHidden()
  const sheet = await page.locator('.poster').boundingBox()
  expect(sheet?.width).toBeCloseTo((210 / 25.4) * 96, 0)
  for (const part of await page.locator('.poster :is(h1 span, .poster-line, svg, footer)').all()) {
    const box = await part.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(sheet?.width ?? 0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(sheet?.height ?? 0)
  }
})
