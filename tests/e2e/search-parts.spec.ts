import { expect, type Page } from '@playwright/test'
import { splitIndex } from '../../site/search/index-parts.ts'
import { ArticleIndexSchema, SearchIndexSchema } from '../../site/search/search-index.ts'
import { test } from './visit.ts'

/** Bytes before the first result, and those of them that `tests/site/search-parts.test.ts` leaves to the code. */
const [BUDGET_BYTES, CODE_BYTES] = [45_000, 12_000] as const

const firstHit = (page: Page) => page.locator('#search-hits a').first()

test('what is loaded before the first result stays in its budget', async ({ page }) => {
  const sizes: { readonly path: string; readonly bytes: Promise<number> }[] = []
  await page.goto('/search/')
  await page.waitForLoadState('networkidle')
  page.on('requestfinished', (request) => {
    const bytes = request.sizes().then(({ responseBodySize }) => responseBodySize)
    sizes.push({ path: new URL(request.url()).pathname, bytes })
  })
  await page.getByRole('searchbox').fill('拖欠工资')
  await expect(firstHit(page)).toBeVisible()
  const isThere = (pattern: RegExp) => sizes.some(({ path }) => pattern.test(path))
  await expect.poll(() => isThere(/find.*\.js$/) && isThere(/search-index/)).toBe(true)
  const sum = async (pattern: RegExp) => {
    const bytes = await Promise.all(sizes.filter(({ path }) => pattern.test(path)).map((own) => own.bytes))
    return bytes.reduce((whole, own) => whole + own, 0)
  }
  const code = await sum(/\.js$/)
  expect(code).toBeLessThanOrEqual(CODE_BYTES)
  expect(code + (await sum(/search-index/))).toBeLessThanOrEqual(BUDGET_BYTES)
})

test('on a large site titles are found before the summaries have come', async ({ page }) => {
  const read = async (path: string): Promise<unknown> => (await page.request.get(path)).json()
  const articles = ArticleIndexSchema.parse(await read('/search-articles.json'))
  const { first, details } = splitIndex(SearchIndexSchema.parse(await read('/search-index.json')))
  let send = () => {}
  const sent = new Promise<void>((resolve) => {
    send = resolve
  })
  await page.route('**/search-index.json*', (route) => route.fulfill({ json: first }))
  await page.route('**/search-articles.json*', async (route) => {
    await sent
    await route.fulfill({ json: { ...articles, details } })
  })
  // The server's part would find the same.
  await page.route('**/api/search?*', (route) =>
    route.fulfill({ json: { ready: true, asked: '', results: [], page: 1, more: false } }),
  )
  await page.goto('/search/')
  await page.getByRole('searchbox').fill('拖欠工资')
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
  const place = first.pages.findIndex(({ path }) => path === '/explainers/unpaid-wages/')
  const text = details.pages[place]?.[0] ?? ''
  expect(text).not.toBe('')
  const line = page.locator('#search-hits li').first()
  await expect(line).not.toContainText(text)
  // What no title and no keyword has isn't said to be nowhere before everything has come.
  const status = page.locator('#search-status')
  await page.getByRole('searchbox').fill('齉齾')
  await expect(status).toHaveText('正在打开搜索…')
  await expect(page.locator('#search-hits li')).toHaveCount(0)
  await page.getByRole('searchbox').fill('拖欠工资')
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
  send()
  await expect(line).toContainText(text)
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
})
