import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { readContent } from '../../content/source/content.ts'
import { enterOn, expectAccessible, expectDownloads, expectToFitNarrowScreen, tabTo, test } from './visit.ts'

const LIST = '/responsibilities/'
const lists = readContent(join(import.meta.dirname, '../../content')).responsibilities.map(({ value }) => value)
const [list, before] = lists
if (list === undefined || before === undefined) throw new Error('There are less than two lists.')
const total = list.rows.length
const office = '劳动关系处（示例）'
const ofOffice = list.rows.filter(({ lead }) => lead === office)
const continued = list.rows.find(({ id }) => id === 'penalty-procedure')

const duties = (page: Page) => page.locator('tbody.duty:visible')
const announced = (page: Page) => page.locator('#register-status')

/** Opens the list and waits until its filter answers. */
async function openList(page: Page, query = ''): Promise<void> {
  await page.goto(`${LIST}${query}`)
  await page.waitForLoadState('networkidle')
}

test('by keyboard: filter, open a duty, see last year beside it, undo with Back, clear', async ({ page }) => {
  await openList(page)
  await expect(duties(page)).toHaveCount(total)
  await expect(announced(page)).toHaveText(`共${total}项`)

  await test.step('a choice filters at once, is announced and stands in the address', async () => {
    const select = page.getByLabel('牵头单位')
    await tabTo(page, select)
    for (let press = 0; press < 20 && (await select.inputValue()) !== office; press += 1)
      await page.keyboard.press('ArrowDown')
    await expect(select).toHaveValue(office)
    await expect(duties(page)).toHaveCount(ofOffice.length)
    await expect(announced(page)).toHaveText(`找到${ofOffice.length}项（共${total}项）`)
    await expect(select).toBeFocused()
    expect(new URL(page.url()).searchParams.get('office')).toBe(office)
  })

  await test.step('a second one narrows it, Back widens it again', async () => {
    await page.getByLabel('完成情况').selectOption('逾期完成')
    await expect(duties(page)).toHaveCount(1)
    await page.goBack()
    await expect(duties(page)).toHaveCount(ofOffice.length)
    await expect(page.getByLabel('完成情况')).toHaveValue('')
    await page.goForward()
    await expect(duties(page)).toHaveCount(1)
  })

  await test.step('a duty opens and shows measures, evidence and last year', async () => {
    const duty = duties(page).first()
    await enterOn(page, duty.locator('summary'))
    await expect(duty.locator('dt', { hasText: '有什么为证' }).first()).toBeVisible()
    await expect(duty.locator('.duty-before')).toContainText(`上一年（${before.year}年）`)
    await expectAccessible(page)
    await expectToFitNarrowScreen(page)
  })

  await test.step('clearing brings all duties back', async () => {
    await enterOn(page, page.getByRole('button', { name: '清除筛选' }))
    await expect(duties(page)).toHaveCount(total)
    await expect(page).toHaveURL(LIST)
    await expect(announced(page)).toHaveText(`共${total}项`)
  })
})

test('an address carries the filter to someone else; what the list lacks is left out', async ({ page }) => {
  await openList(page, '?law=reconsideration-law&status=gone&from=2024-01-01&to=2026-13-99')
  await expect(page.getByLabel('讲哪部法')).toHaveValue('reconsideration-law')
  await expect(page.getByLabel('完成情况')).toHaveValue('')
  await expect(duties(page)).toHaveCount(list.rows.filter(({ laws }) => laws.includes('reconsideration-law')).length)
})

test('days limit the list, and a list with nothing in it says so', async ({ page }) => {
  await openList(page)
  await page.getByLabel('期限从').fill('2026-12-01')
  const december = list.rows.filter(({ dueOn }) => dueOn >= '2026-12-01').length
  await expect(duties(page)).toHaveCount(december)
  await page.getByLabel('期限到').fill('2026-12-02')
  await expect(announced(page)).toHaveText('没有符合条件的任务。换个条件，或者清除筛选。')
  await expect(page.locator('table.duties')).toBeHidden()
  await expectAccessible(page)
  await page.getByLabel('期限到').fill('2026-11-30')
  await expect(announced(page)).toHaveText('“期限从”晚于“期限到”，请改一个日期。')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(duties(page)).toHaveCount(total)
})

test('nothing moves while the page comes in, with and without a filter', async ({ page }) => {
  for (const query of ['', '?status=overdue']) {
    await openList(page, query)
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((entries) => {
            for (const entry of entries.getEntries()) sum += Number(Reflect.get(entry, 'value'))
          }).observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
        }),
    )
    expect(shift, query).toBeLessThan(0.01)
  }
})

test('on paper all of the filtered list is open, with year, day and filter in words', async ({ page }) => {
  await openList(page, '?status=overdue')
  const expected = await duties(page).count()
  expect(expected).toBeGreaterThan(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${list.year}年普法责任清单`)
  await expect(page.getByText('筛选条件：完成情况：已逾期')).toBeVisible()
  await expect(page.locator('table.duties caption')).toContainText('完成情况截至')
  await expect(duties(page)).toHaveCount(expected)
  await expect(duties(page).first().locator('dt', { hasText: '有什么为证' }).first()).toBeVisible()
  for (const part of ['form.register-filter', '.register-actions', '.duty-nav', '.duty summary'])
    await expect(page.locator(part).first()).toBeHidden()
})

test('the list can be taken away as CSV and as a workbook, under a name that says what it is', async ({ page }) => {
  await page.goto(LIST)
  await expectDownloads(page, `${list.year}年普法责任清单`)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the whole list stands there, opens, and leads to the year before', async ({ page }) => {
    await page.goto(`${LIST}?status=overdue`)
    await expect(duties(page)).toHaveCount(total)
    await expect(page.locator('form.register-filter')).toBeHidden()
    const duty = page.locator(`#${continued?.id}`)
    await enterOn(page, duty.locator('summary'))
    for (const measure of continued?.measures ?? []) await expect(duty.locator('dd').getByText(measure)).toBeVisible()
    await duty.getByRole('link', { name: `看${before.year}年清单里的这一项` }).click()
    await expect(page).toHaveURL(`${LIST}${before.year}/#${continued?.continues}`)
    const earlier = page.locator(`[id="${continued?.continues}"]`)
    await expect(earlier).toBeInViewport()
    await enterOn(page, earlier.locator('summary'))
    await expect(earlier.getByText('没有做完。')).toBeVisible()
    await earlier.getByRole('link', { name: `${list.year}年接着做，看这一项` }).click()
    await expect(page).toHaveURL(`${LIST}${list.year}/#${continued?.id}`)
  })

  test('the kit of a campaign opens by setting and leads to what is handed out', async ({ page }) => {
    await page.goto('/campaigns/winter-wages-2026/')
    const kit = page.locator('#kit-site')
    await enterOn(page, kit.locator('summary'))
    await expect(kit.getByText('分包欠薪，总包先付')).toBeVisible()
    await kit.getByRole('link', { name: '工地上的三个月' }).click()
    await expect(page).toHaveURL('/lessons/site-wages/')
  })
})

test('the open kits of a campaign are open to everyone', async ({ page }) => {
  await page.goto('/campaigns/constitution-week-2026/')
  const kits = page.locator('details.kit')
  await expect(kits).toHaveCount(5)
  for (const kit of await kits.all()) await kit.locator('summary').click()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
})
