import { join } from 'node:path'
import { expect } from '@playwright/test'
import { readContent } from '../../content/source/content.ts'
import { enterOn, test } from './visit.ts'

/** What happened → whom to turn to → until when → what to bring: for someone with a cheap phone, a keyboard, or a sheet of paper. */

const { remedies } = readContent(join(import.meta.dirname, '../../content'))
const [unpaid] = remedies.map(({ value }) => value).filter(({ id }) => id === 'unpaid-wages')
const title = unpaid?.title ?? ''

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('from the home page to what to do today, until when, what to bring, and the article behind it', async ({
    page,
  }) => {
    await page.goto('/')
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '维权导航' }).click()
    await expect(page).toHaveURL('/remedies/')
    await page.getByRole('navigation', { name: '按事情找' }).getByRole('link', { name: '工资、加班、休假' }).click()
    await expect(page.getByRole('heading', { name: '工资、加班、休假' })).toBeInViewport()
    await page.getByRole('link', { name: title }).click()

    await expect(page.getByRole('heading', { level: 1, name: title })).toBeInViewport()
    await expect(page.getByRole('heading', { name: '今天先做' })).toBeInViewport()
    for (const line of unpaid?.today ?? []) await expect(page.getByText(line)).toBeVisible()
    await expect(page.locator('main a[href="tel:12333"]')).toBeVisible()
    for (const line of unpaid?.bring ?? []) await expect(page.getByText(line).first()).toBeVisible()

    await page.getByRole('navigation', { name: '几条路，多久以内' }).getByRole('link', { name: '申请劳动仲裁' }).click()
    const way = page.locator('.way:target')
    await expect(way.getByRole('heading', { name: '申请劳动仲裁' })).toBeInViewport()
    await expect(way.getByText('离职后1年内申请仲裁')).toBeVisible()
    await expect(way.getByText('不收费')).toBeVisible()

    await way.getByRole('link', { name: '《劳动争议调解仲裁法》第二十七条第四款' }).click()
    await expect(page).toHaveURL('/laws/labour-dispute-law/#art-27')
    await page.locator('#art-27').getByRole('link', { name: title, exact: true }).click()
    await expect(page).toHaveURL('/remedies/unpaid-wages/')
  })

  test('every situation stands in the list, and none of its pages needs a script', async ({ page }) => {
    await page.goto('/remedies/')
    for (const { value } of remedies) {
      await expect(page.locator(`main a[href="/remedies/${value.id}/"]`)).toContainText(value.title)
    }
    await page.goto('/remedies/unpaid-wages/')
    await expect(page.locator('astro-island')).toHaveCount(0)
  })

  test('a word that isn’t understood leads to its explanation, and on to words beside it', async ({ page }) => {
    await page.goto('/remedies/unpaid-wages/')
    await page.getByRole('link', { name: '仲裁时效', exact: true }).click()
    await expect(page).toHaveURL('/glossary/#limitation')
    await expect(page.locator('#limitation')).toBeInViewport()
    await page.locator('#limitation').getByRole('link', { name: '仲裁时效中断' }).click()
    await expect(page.locator('#limitation-interruption')).toBeInViewport()
    await page.getByRole('navigation', { name: '按拼音首字母找' }).getByRole('link', { name: 'G' }).click()
    await expect(page.getByRole('heading', { name: 'G', exact: true })).toBeInViewport()
  })

  test('a lecturer is found by topic and by sign language, and booked by 12333', async ({ page }) => {
    await page.goto('/lecturers/')
    await page.locator('#by-topic-wages').getByRole('link').first().click()
    await expect(page.locator('.lecturers li:target')).toContainText('工资支付')
    await page.locator('[id="by-language-国家通用手语"]').getByRole('link').first().click()
    await expect(page.locator('.lecturers li:target')).toContainText('国家通用手语')
    await expect(page.locator('main a[href="tel:12333"]')).toBeVisible()
    await expect(page.locator('main a[href^="tel:"]')).toHaveCount(1)
  })
})

test('works by keyboard alone', async ({ page }) => {
  await page.goto('/remedies/')
  await enterOn(page, page.getByRole('link', { name: '上班受了伤' }))
  await expect(page).toHaveURL('/remedies/work-injury/')
  await enterOn(
    page,
    page.getByRole('navigation', { name: '几条路，多久以内' }).getByRole('link', { name: '自己申请工伤认定' }),
  )
  await expect(page.locator('.way:target').getByRole('heading')).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(page.locator('.way:target :focus')).toHaveText(/^《工伤保险条例》/)
})

test('every situation fits on one sheet of A4, with its deadlines and without the menu', async ({ page }) => {
  for (const { value } of remedies) {
    await page.goto(`/remedies/${value.id}/`)
    const sheet = await page.pdf({ preferCSSPageSize: true })
    expect.soft(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g), value.id).toHaveLength(1)
  }
  await page.goto('/remedies/unpaid-wages/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('离职后1年内申请仲裁').last()).toBeVisible()
  await expect(page.getByText('不知道去哪里，打12333（人社服务热线）')).toBeVisible()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden()
  await expect(page.locator('.site-footer')).toBeHidden()
})
