import { join } from 'node:path'
import { expect } from '@playwright/test'
import { readContent } from '../../content/source/content.ts'
import { enterOn, test } from './visit.ts'

/** Everything can be read without JavaScript. */
test.use({ javaScriptEnabled: false })

const content = readContent(join(import.meta.dirname, '../../content'))
const [wages] = content.explainers.map(({ value }) => value).filter(({ id }) => id === 'unpaid-wages')
const [siteWages] = content.lessons.map(({ value }) => value).filter(({ id }) => id === 'site-wages')

test('from a need on the home page to the article that answers it, and back', async ({ page }) => {
  const title = wages?.title ?? ''
  await page.goto('/')
  await page.getByRole('link', { name: /工资拖欠/ }).click()
  await expect(page).toHaveURL('/explainers/#wages')
  await page.locator('section:has(#wages)').getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  for (const line of wages?.answer ?? []) await expect(page.getByText(line)).toBeVisible()

  await page.locator('.prose').getByRole('link', { name: '《劳动合同法》第三十八条第一款第二项' }).click()
  await expect(page).toHaveURL('/laws/labour-contract-law/#art-38')
  const article = page.locator('#art-38')
  await expect(article.getByRole('heading')).toBeInViewport()
  await expect(article.getByText('条文要旨，非法律原文')).toBeVisible()

  await article.getByRole('link', { name: title }).click()
  await expect(page).toHaveURL('/explainers/unpaid-wages/')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('the page of a law says that it is in force, and leads to each article that it lists', async ({ page }) => {
  await page.goto('/laws/labour-contract-law/')
  await expect(page.locator('.law-status').getByText('现行有效')).toBeVisible()
  await page.getByRole('navigation', { name: '跳到第几条' }).getByRole('link', { name: '82', exact: true }).click()
  await expect(page.locator('#art-82').getByRole('heading')).toBeInViewport()
})

test('the choices of a lesson open by keyboard and say in words whether they are sound', async ({ page }) => {
  await page.goto('/lessons/site-wages/')
  const checkpoints = siteWages?.checkpoints ?? []
  expect(checkpoints.length).toBeGreaterThan(1)
  for (const { prompt, choices } of checkpoints) {
    const section = page.locator('.checkpoint').filter({ hasText: prompt })
    for (const { text, sound } of choices) {
      const choice = section.locator('details').filter({ hasText: text })
      const verdict = choice.locator('.choice-verdict')
      await expect(verdict).toBeHidden()
      await enterOn(page, choice.locator('summary'))
      await expect(verdict).toBeVisible()
      await expect(verdict).toHaveText(sound ? '✓ 站得住的做法' : '✗ 不可取的做法')
      await expect(section.locator('details[open]')).toHaveCount(1)
    }
  }
})

test('the search field leads to a page that lists all pages of the site', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('工伤')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(`/search/?q=${encodeURIComponent('工伤')}`)
  await expect(page.locator('#main noscript .notice')).toBeVisible()
  await expect(page.locator('#main noscript .notice')).toContainText('浏览器没有开启 JavaScript')
  const addresses = [
    ...content.explainers.map(({ value }) => `/explainers/${value.id}/`),
    ...content.lessons.map(({ value }) => `/lessons/${value.id}/`),
    ...content.remedies.map(({ value }) => `/remedies/${value.id}/`),
    ...content.laws.map(({ value }) => `/laws/${value.id}/`),
    ...content.campaigns.map(({ value }) => `/campaigns/${value.id}/`),
    ...content.documents.map(({ value }) => `/documents/${value.id}/`),
    ...content.caseBatches.map(({ value }) => `/cases/${value.id}/`),
    '/notices/',
    '/glossary/',
    '/lecturers/',
    '/practice/',
    '/contests/',
    '/contests/hr-law-contest/',
    '/responsibilities/',
    '/about/',
  ]
  for (const address of addresses) await expect(page.locator(`.site-map a[href="${address}"]`)).toBeVisible()
})

const NEEDING = [
  { path: '/practice/', notice: '答题要用 JavaScript', english: 'JavaScript' },
  { path: '/contests/', notice: '答题要用 JavaScript', english: 'JavaScript' },
  { path: '/contests/hr-law-contest/', notice: '答题要用 JavaScript', english: 'JavaScript' },
  { path: '/contests/hr-law-contest/standings/', notice: '排行榜要用 JavaScript', english: 'JavaScript' },
  { path: '/contests/open/', notice: '这个页面要用 JavaScript', english: 'JavaScript' },
]

for (const { path, notice, english } of NEEDING) {
  test(`${path} says what it needs and what can be read instead`, async ({ page }) => {
    await page.goto(path)
    const box = page.locator('#main .quiz-notice')
    await expect(box.getByText(notice)).toBeVisible()
    await expect(page.getByText(/正在/)).toBeHidden()
    await page.goto(`/en${path}`)
    await expect(box.getByText(english)).toBeVisible()
    await box.getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}

test('the rules of a contest can be read', async ({ page }) => {
  await page.goto('/contests/hr-law-contest/')
  await expect(page.getByText('20 题，满分 100 分')).toBeVisible()
  await expect(page.getByText(/20 分钟/)).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('the responsibilities tell in words who teaches which law, to whom, until when, and how far it is', async ({
  page,
}) => {
  const rows = content.responsibilities[0]?.value.rows ?? []
  expect(rows.length).toBeGreaterThan(5)
  await page.goto('/responsibilities/')
  for (const { id, lead, audience } of rows) {
    const row = page.locator(`[id="${id}"]`)
    await expect(row.getByText(lead).first()).toBeVisible()
    for (const group of audience) await expect(row.getByText(group).first()).toBeVisible()
    await expect(row.getByText(/按期完成|逾期完成|进行中|未开始|已逾期/).first()).toBeVisible()
    await expect(row.getByText(/期限：/).first()).toBeVisible()
  }
})
