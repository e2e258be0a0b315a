import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectToFitNarrowScreen, openIsland, tabTo, test } from './visit.ts'

const form = (page: Page) => page.locator('.calculator-form')
const result = (page: Page) => page.locator('.calculator-result')
const submit = (page: Page) => form(page).getByRole('button', { name: '算一算' }).click()

/** Opens the overtime calculator and fills it in. */
async function overtime(page: Page, day = '2026-10-08'): Promise<void> {
  await openIsland(page, '/calculators/overtime/')
  await page.getByLabel('加班在哪一天').fill(day)
  await page.getByLabel('每月正常上班的工资（元）').fill('6000')
  await page.getByLabel('平日延长的小时数').fill('10')
  await page.getByLabel('休息日的小时数').fill('8')
  await submit(page)
}

test('the list asks in plain words and leads to six calculators', async ({ page }) => {
  await page.goto('/calculators/')
  await expect(page.locator('#main .card')).toHaveCount(6)
  await page.getByRole('link', { name: '加班费怎么算' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '加班费怎么算' })).toBeVisible()
})

test('the month of retirement by keyboard alone, with focus on the result', async ({ page }) => {
  await openIsland(page, '/calculators/retirement/')
  await tabTo(page, page.locator('#field-group'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('男（原来60岁退休）')).toBeChecked()
  await tabTo(page, page.getByLabel('出生年份'))
  await page.keyboard.type('1970')
  await tabTo(page, page.getByLabel('出生月份'))
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await expect(result(page).getByRole('heading', { name: '结果' })).toBeFocused()
  await expect(result(page).locator('.calculator-answer')).toHaveText('法定退休时间是2032年3月，61岁6个月')
  await tabTo(page, result(page).getByRole('link', { name: '《社会保险法》第十六条' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/laws/social-insurance-law/#art-16')
})

test('the working stands beside the answer, each step with its article, and goes when a value changes', async ({
  page,
}) => {
  await overtime(page)
  await expect(result(page).locator('.calculator-answer')).toHaveText('这个月的加班费至少是1,068.96元')
  const steps = result(page).locator('.calculator-steps > li')
  await expect(steps).toHaveCount(4)
  await expect(steps.nth(1)).toContainText('6,000元÷174×10小时×150%＝517.24元')
  await expect(steps.nth(1).getByRole('link', { name: '《劳动法》第四十四条第一项' })).toHaveAttribute(
    'href',
    '/laws/labour-law/#art-44',
  )
  await page.getByLabel('平日延长的小时数').fill('11')
  await expect(result(page)).toHaveCount(0)
})

test('a day that no rule covers is said to be so, and nothing is calculated', async ({ page }) => {
  await overtime(page, '2008-09-17')
  await expect(result(page)).toContainText('这一天的规定不在计算器里')
  await expect(result(page)).toContainText('能算的日期：2008年9月18日以后。')
  await expect(result(page).locator('.calculator-steps')).toHaveCount(0)
})

test('faults take the focus, lead to their fields and say the same there', async ({ page }) => {
  await openIsland(page, '/calculators/severance/')
  await page.getByLabel('单位没有提前30天通知（N+1）').check()
  await page.getByLabel('离职前12个月的平均月工资（元）').fill('六千')
  await submit(page)
  const summary = form(page).getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText([
    '请填写“入职那天”',
    '请填写“劳动合同的最后一天”',
    '“离职前12个月的平均月工资（元）”要填金额，最多两位小数，比如6000或者6000.50',
    '请填写“上一个月的工资（元）”',
  ])
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await summary.getByRole('link', { name: /要填金额/ }).click()
  const wage = page.locator('#field-wage')
  await expect(wage).toBeFocused()
  await expect(wage).toHaveAttribute('aria-invalid', 'true')
  await expect(wage).toHaveAccessibleDescription(/要填金额，最多两位小数/)
})

test('a choice without an answer is led to as well', async ({ page }) => {
  await openIsland(page, '/calculators/limitation/')
  await submit(page)
  await form(page).getByRole('alert').getByRole('link', { name: '请选择“为什么事申请仲裁”' }).click()
  await expect(page.locator('#field-claim')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByRole('group', { name: '还在这个单位上班吗' })).toBeVisible()
})

test('a result is open to everyone, in both languages', async ({ page }) => {
  for (const [prefix, button] of [
    ['', '算一算'],
    ['/en', 'Calculate'],
  ] as const) {
    await openIsland(page, `${prefix}/calculators/annual-leave/`)
    await page.locator('#field-year').fill('2026')
    await page.locator('#field-yearsWorked').fill('12')
    await page.locator('#field-continuous').check()
    await page.locator('#field-monthlyWage').fill('6525')
    await form(page).getByRole('button', { name: button }).click()
    await expect(result(page).locator('.calculator-answer')).toContainText('10')
    await expectAccessible(page)
    await expectToFitNarrowScreen(page)
  }
})

test('what is entered never leaves the browser', async ({ page }) => {
  await openIsland(page, '/calculators/overtime/')
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const address = page.url()
  await page.getByLabel('加班在哪一天').fill('2026-10-08')
  await page.getByLabel('每月正常上班的工资（元）').fill('6000')
  await page.getByLabel('法定休假日的小时数').fill('8')
  await submit(page)
  await expect(result(page)).toBeVisible()
  expect(asked).toEqual([])
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
})

test('the printed sheet has what was entered and the result, on one page', async ({ page }) => {
  await overtime(page)
  const print = page.evaluate(() => new Promise((resolve) => addEventListener('beforeprint', resolve, { once: true })))
  await result(page).getByRole('button', { name: '打印结果' }).click()
  await print
  await page.emulateMedia({ media: 'print' })
  await expect(form(page)).toBeHidden()
  await expect(page.locator('#explain')).toBeHidden()
  await expect(page.locator('.calculator-example')).toBeHidden()
  await expect(result(page).getByText('你填的内容')).toBeVisible()
  await expect(result(page).locator('.facts')).toContainText('6000')
  await expect(result(page).locator('.calculator-answer')).toBeVisible()
  const sheet = await page.pdf({ format: 'A4', margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page explains the rules with a worked example and the articles', async ({ page }) => {
    await page.goto('/calculators/severance/')
    await expect(page.locator('#main noscript .notice')).toContainText('不能替你算')
    await expect(form(page)).toBeHidden()
    const example = page.locator('.calculator-example')
    await expect(example).toContainText('经济补偿是48,000元（6个月工资）')
    await expect(example.locator('.calculator-steps > li')).toHaveCount(3)
    await page.locator('section:has(#explain)').getByRole('link', { name: '《劳动合同法》第八十七条' }).click()
    await expect(page).toHaveURL('/laws/labour-contract-law/#art-87')
  })
})
