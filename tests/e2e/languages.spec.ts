import { expect } from '@playwright/test'
import { languageFault, readTexts } from './languages.ts'
import { LANGUAGES, SINGLE_PAGES, SITE_PAGES } from './site-pages.ts'
import { openIsland, test } from './visit.ts'

/** Every text is in the language that it says, and each language can be used by itself. */

const EXPLAINER = '/explainers/unpaid-wages/'
const SETTLED = /找到\d+|沒有找到|没有找到|Results: /

/** The longest prefix first: every address starts with the empty one. */
const PREFIXES = [{ lang: 'zh-Hant', prefix: '/hant' }, ...LANGUAGES].toSorted(
  (a, b) => b.prefix.length - a.prefix.length,
)

test('every text of every page is in the language that the page says', async ({ page, request }) => {
  test.slow()
  const sitemap = await (await request.get('/sitemap-0.xml')).text()
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
  // Some kinds of pages are in no sitemap.
  const kinds = PREFIXES.flatMap(({ prefix }) => SITE_PAGES.map(({ path }) => `${prefix}${path.replace(/[?#].*/, '')}`))
  const paths = new Set([...listed, ...kinds, ...SINGLE_PAGES.map(({ path }) => path)])
  await page.goto('/about/')
  const counts = new Map<string, number>()
  const faults: string[] = []
  for (const path of paths) {
    const html = await (await request.get(path)).text()
    const { lang = '' } = PREFIXES.find(({ prefix }) => path.startsWith(`${prefix}/`)) ?? {}
    if (!html.includes(`<html lang="${lang}"`)) faults.push(`${path} is not in ${lang}`)
    counts.set(lang, (counts.get(lang) ?? 0) + 1)
    const texts = await page.evaluate(readTexts, html)
    faults.push(...texts.flatMap((text) => languageFault(text) ?? []).map((fault) => `${path} ${fault}`))
  }
  for (const { lang } of PREFIXES) expect(counts.get(lang)).toBeGreaterThan(100)
  expect(faults).toEqual([])
})

test('the languages lead to each other, and each stays with its reader', async ({ page }) => {
  await page.goto(EXPLAINER)
  await page.getByRole('link', { name: '繁體' }).click()
  await expect(page).toHaveURL(`/hant${EXPLAINER}`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('老闆拖欠工資，怎麼要回來')
  await page.locator('.prose').getByRole('link', { name: '《勞動合同法》第三十八條第一款第二項' }).click()
  await expect(page).toHaveURL('/hant/laws/labour-contract-law/#art-38')
  await expect(page.locator('#art-38').getByText('條文要旨，非法律原文')).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL('/en/laws/labour-contract-law/')
  await page.getByRole('link', { name: '简体' }).click()
  await expect(page).toHaveURL('/laws/labour-contract-law/')
})

test('an explainer that exists in English is read in English, with citations that are marked as Chinese', async ({
  page,
}) => {
  await page.goto('/en/explainers/')
  const first = page.locator('section:has(#wages) .card').first()
  await expect(first.getByRole('link')).toHaveText('Your employer owes you wages: how to get them')
  await first.getByRole('link').click()
  await expect(page).toHaveURL(`/en${EXPLAINER}`)
  await expect(page.locator('.content-note')).toHaveCount(0)
  await expect(page.locator('.prose [lang]:not(.citation)')).toHaveCount(0)
  await expect(page.locator('.contents').getByRole('link', { name: 'What to do' })).toBeVisible()
  const citation = page.locator('.prose .citation').first()
  await expect(citation).toHaveAttribute('lang', 'zh-CN')
  await expect(citation).toHaveAttribute('href', /^\/en\/laws\//)
  await page.goto('/en/explainers/overtime/')
  await expect(page.locator('.content-note')).toBeVisible()
  await expect(page.locator('.prose')).toHaveAttribute('lang', 'zh-CN')
})

const QUERIES = [
  {
    from: '/hant',
    query: '勞動合同',
    path: '/hant/laws/labour-contract-law/',
    title: '勞動合同法',
    lang: 'zh-Hant',
    any: true,
  },
  {
    from: '/hant',
    query: '《勞動合同法》第三十八條',
    path: '/hant/laws/labour-contract-law/#art-38',
    title: '《勞動合同法》第三十八條',
    lang: 'zh-Hant',
  },
  {
    from: '/hant',
    query: '老闆拖欠工資',
    path: `/hant${EXPLAINER}`,
    title: '老闆拖欠工資，怎麼要回來',
    lang: 'zh-Hant',
  },
  {
    from: '/hant',
    query: '裡脫稅戶為 行政複議',
    path: '/hant/explainers/reconsideration/',
    title: '',
    lang: 'zh-Hant',
    any: true,
  },
  { from: '', query: '勞動合同法', path: '/laws/labour-contract-law/', title: '劳动合同法', lang: 'zh-CN' },
  {
    from: '/en',
    query: 'unpaid wages',
    path: `/en${EXPLAINER}`,
    title: 'Your employer owes you wages: how to get them',
    lang: 'en',
  },
  {
    from: '/en',
    query: '讨薪',
    path: `/en${EXPLAINER}`,
    title: '',
    lang: 'en',
    any: true,
  },
  { from: '/en', query: 'maternity leave', path: '/en/explainers/women-workers/', title: '', lang: 'en' },
] as const

for (const { from, query, path, title, lang, ...rest } of QUERIES) {
  test(`search on ${from}/ finds ${query}`, async ({ page }) => {
    await page.goto(`${from}/search/?${new URLSearchParams({ q: query })}`)
    await expect(page.locator('#search-status')).toHaveText(SETTLED)
    const hits = page.locator('#search-hits a')
    const hit = 'any' in rest ? page.locator(`#search-hits a[href="${path}"]`) : hits.first()
    await expect(hit).toHaveAttribute('href', path)
    await expect(hit).toHaveAttribute('lang', lang)
    await expect(hit).toContainText(title)
    if (title !== '') await expect(hit.locator('mark').first()).toBeVisible()
  })
}

test('a Simplified query on a Simplified page loads no table of Traditional characters', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/search/?q=拖欠工资')
  await expect(page.locator('#search-hits a').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).toContain('/search-index.json')
  expect(asked).not.toContain('/search-variants.txt')
})

test('practice in Traditional Chinese has its own texts converted, and marks questions as Simplified', async ({
  page,
}) => {
  await openIsland(page, '/hant/practice/?topic=wages')
  await expect(page.getByRole('heading', { name: '選一個主題' })).toBeVisible()
  await page.getByRole('button', { name: '開始練習' }).click()
  const question = page.locator('.quiz-question legend [lang]')
  await expect(question).toHaveAttribute('lang', 'zh-CN')
  const texts = await page.evaluate(readTexts, undefined)
  expect(texts.flatMap((text) => languageFault(text) ?? [])).toEqual([])
})

test('the list of responsibilities can be filtered in Traditional Chinese', async ({ page }) => {
  await page.goto('/hant/responsibilities/2026/')
  const rows = page.locator('tbody[data-office]')
  const all = await rows.filter({ visible: true }).count()
  const office = page.locator('[name="office"]')
  await office.selectOption({ index: 1 })
  await expect(page).toHaveURL(/\?office=/)
  expect(await rows.filter({ visible: true }).count()).toBeLessThan(all)
  const texts = await page.evaluate(readTexts, undefined)
  expect(texts.flatMap((text) => languageFault(text) ?? [])).toEqual([])
})
