import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { beijingDay } from '../../content/domain/dates.ts'
import { readContent } from '../../content/source/content.ts'
import { expectAccessible, expectDownloads, expectToFitNarrowScreen, test } from './visit.ts'

const REGISTER = '/documents/'
const documents = readContent(join(import.meta.dirname, '../../content')).documents.map(({ value }) => value)
const total = documents.length
const office = '明江省人社厅劳动保障监察局（示例）'
const ofOffice = documents.filter(({ drafter }) => drafter === office)

const entries = (page: Page) => page.locator('ul.documents > li:visible')
const announced = (page: Page) => page.locator('#register-status')

/** Opens the register on a day and waits until its filter answers. */
async function openRegister(page: Page, query = '', day = '2026-11-23'): Promise<void> {
  await page.clock.setFixedTime(`${day}T12:00:00+08:00`)
  await page.goto(`${REGISTER}${query}`)
  await page.waitForLoadState('networkidle')
}

test('the register is filtered and sorted in place, by choice, by address and back', async ({ page }) => {
  await openRegister(page)
  await expect(entries(page)).toHaveCount(total)
  await page.getByLabel('起草单位').selectOption(office)
  await expect(entries(page)).toHaveCount(ofOffice.length)
  await expect(announced(page)).toHaveText(`找到${ofOffice.length}份（共${total}份）`)

  await page.getByLabel('排序').selectOption('先发布的在前')
  const [oldest] = ofOffice.toSorted((a, b) => a.publishedOn.localeCompare(b.publishedOn))
  await expect(entries(page).first()).toContainText(oldest?.title ?? '')
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ office, sort: 'oldest' })
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)

  await page.goBack()
  await page.goBack()
  await expect(entries(page)).toHaveCount(total)
  await page.goForward()
  await expect(page.getByLabel('起草单位')).toHaveValue(office)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page).toHaveURL(REGISTER)
  await expect(announced(page)).toHaveText(`共${total}份文件`)
})

test('an address carries status, year and topic to someone else; what the register lacks is left out', async ({
  page,
}) => {
  await openRegister(page, '?year=2024&topic=contract&status=lost&sort=weather')
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText('2024—2025年劳动合同普法行动方案（示例）')
  await expect(page.getByLabel('有效性')).toHaveValue('')
  await expect(page.getByLabel('排序')).toHaveValue('')
  await page.getByLabel('有效性').selectOption('废止')
  await expect(announced(page)).toHaveText('没有符合条件的文件。换个条件，或者清除筛选。')
})

test.describe('a document that takes effect on 1 January 2027 for five years', () => {
  const today = beijingDay(Date.now())
  for (const [day, status] of [
    ['2026-12-31', '尚未施行'],
    ['2027-01-01', '有效'],
    ['2031-12-31', '有效'],
    ['2032-01-01', '失效'],
  ] as const) {
    // A page doesn't know what was before it was built.
    if (day < today) continue
    test(`is ${status} for who looks on ${day}`, async ({ page }) => {
      await openRegister(page, '', day)
      await page.getByLabel('有效性').selectOption(status)
      const entry = entries(page).filter({ hasText: '典型案例编选和发布办法（示例）' })
      await expect(entry.locator('.badge:visible')).toHaveText(status)
      await page.goto(`${REGISTER}case-publication-rules/`)
      await expect(page.locator('.metadata .badge:visible')).toHaveText(status)
      await expect(page.locator('.metadata time[data-today]')).toHaveAttribute('datetime', day)
    })
  }
})

test('a document leads to what the last clean-up said of it, and the round back to the document', async ({ page }) => {
  await page.goto(`${REGISTER}contract-action-plan-2024/`)
  await page.getByRole('link', { name: '2026年清理：宣布失效' }).click()
  await expect(page).toHaveURL('/documents/clean-ups/#round-2026')
  const round = page.locator('section[aria-labelledby="round-2026"]')
  await expect(round).toContainText('清理10件：继续有效9件，宣布失效1件，宣布废止0件。')
  await expect(round.locator('tbody tr')).toHaveCount(10)
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await round.getByRole('link', { name: '2024—2025年劳动合同普法行动方案（示例）' }).click()
  await expect(page).toHaveURL(`${REGISTER}contract-action-plan-2024/`)
})

test('the register can be taken away as CSV and as a workbook', async ({ page }) => {
  await page.goto(REGISTER)
  await expectDownloads(page, '文件目录')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the whole register stands there with the status of the day of the build, which it names', async ({ page }) => {
    await page.goto(`${REGISTER}?status=expired`)
    await expect(entries(page)).toHaveCount(total)
    await expect(page.locator('form.register-filter')).toBeHidden()
    for (const entry of await entries(page).all()) await expect(entry.locator('.badge:visible')).toHaveCount(1)
    await expect(page.getByText('截至', { exact: false }).locator('time[data-today]')).toBeVisible()
  })
})
