import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type QueuedReport, REPORTS_A_PAGE } from '../../content/domain/report-api.ts'
import { enterOn, expectAccessible, expectToFitNarrowScreen, openIsland, tabTo, test } from './visit.ts'

/** Reporting a statement, answering it at the desk, reading the answer. Each test has words of its own: they share a queue. */

const EXPLAINER = '/explainers/unpaid-wages/'

/** The operator's token of the server under test. */
function operatorToken(): string {
  const secrets: unknown = JSON.parse(readFileSync(join(process.env['MINGFA_E2E_DATA'] ?? '', 'secrets.json'), 'utf8'))
  return String((secrets as { OPERATOR_TOKEN?: string }).OPERATOR_TOKEN)
}

const AT = '2026-11-23T01:02:03.000Z'

/** A report as the queue has it. */
function queuedReport(id: number): QueuedReport {
  const words = { title: '工资', quote: null, text: `第 ${id} 处不对`, publishedOn: null }
  return { id, page: EXPLAINER, kind: 'wrong', ...words, at: AT, times: 1, answer: null }
}

/** Gives the desk this queue in place of the server's. */
async function serveQueue(page: Page, reports: readonly QueuedReport[]): Promise<void> {
  await page.route('**/api/operator/reports?*', async (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('after') ?? 0)
    const next = reports.length > from + REPORTS_A_PAGE ? String(from + REPORTS_A_PAGE) : null
    await route.fulfill({ json: { reports: reports.slice(from, from + REPORTS_A_PAGE), open: reports.length, next } })
  })
}

/** Words that no other test and no other project writes. */
function ownWords(what: string): string {
  return `${what}（${crypto.randomUUID()}）`
}

async function enterDesk(page: Page): Promise<void> {
  await openIsland(page, '/desk/reports/')
  await page.getByLabel('操作员令牌').fill(operatorToken())
  await page.getByRole('button', { name: '进入' }).click()
  await expect(page.getByRole('heading', { name: '等着答复的报告' })).toBeFocused()
}

/** The report with these words, further down the queue if need be. */
async function reportAtDesk(page: Page, words: string) {
  const card = page.locator('.desk-report').filter({ hasText: words })
  const more = page.getByRole('button', { name: '再看 20 条' })
  await expect(page.locator('.desk-report').first()).toBeVisible()
  while ((await card.count()) === 0 && (await more.isVisible())) {
    const before = await page.locator('.desk-report').count()
    await more.click()
    await expect.poll(() => page.locator('.desk-report').count()).toBeGreaterThan(before)
  }
  return card
}

test('by keyboard alone: from the foot of an explainer to the answer of an editor', async ({ page, context }) => {
  const words = ownWords('这里写的期限已经改了')
  await page.goto(EXPLAINER)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('link', { name: '拨打 12333' }).last().focus()
  await enterOn(page, page.getByRole('link', { name: '报告错误或过时的说法' }))
  await expect(page).toHaveURL(`/report/?page=${encodeURIComponent(EXPLAINER)}`)
  await expect(page.locator('.report-page').getByRole('link', { name: title })).toHaveAttribute('href', EXPLAINER)
  await enterOn(page, page.getByRole('button', { name: '提交' }))
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText(['请选一种问题。', '请写明哪里不对。'])
  await expect(page.getByRole('group', { name: '是什么问题' })).toHaveAccessibleDescription('请选一种问题。')
  await enterOn(page, summary.getByRole('link').first())
  await expect(page.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^过时了/ })).toBeChecked()
  await tabTo(page, page.getByLabel('是哪句话（可以不填）'))
  await page.keyboard.type('两年之内都可以投诉。')
  await tabTo(page, page.getByLabel('哪里不对', { exact: true }))
  await page.keyboard.type(words)
  await enterOn(page, page.getByRole('button', { name: '提交' }))

  await expect(page.getByRole('heading', { name: '收到了，谢谢你' })).toBeFocused()
  const receipt = await page.locator('.report-code').innerText()
  expect(receipt).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  await enterOn(page, page.getByRole('link', { name: '查看答复的地址' }))
  await expect(page.getByText('编辑还没有答复')).toBeVisible()

  const desk = await context.newPage()
  await enterDesk(desk)
  const card = await reportAtDesk(desk, words)
  await expect(card.getByRole('heading')).toHaveText(/^第 \d+ 号：过时了$/)
  await expect(card.getByRole('link', { name: title })).toHaveAttribute('href', EXPLAINER)
  await expect(card).toContainText('两年之内都可以投诉。')
  const send = card.getByRole('button', { name: '发出答复' })
  await send.focus()
  await desk.keyboard.press('Enter')
  await expect(card.getByRole('alert')).toBeFocused()
  await enterOn(desk, card.getByRole('link', { name: '请选处理结果。' }))
  await desk.keyboard.press('Space')
  await tabTo(desk, card.getByLabel('给读者的答复'))
  await desk.keyboard.type('期限已按新规定改正，谢谢。')
  await enterOn(desk, send)
  await expect(desk.getByText(/^第 \d+ 号已经答复。$/)).toBeFocused()
  await expect(card).toHaveCount(0)
  await desk.close()

  await openIsland(page, '/report/')
  await page.getByLabel('回执号').fill(receipt.toLowerCase().replaceAll('-', ' '))
  await page.getByLabel('回执号').press('Enter')
  const found = page.locator('.report-found')
  await expect(found.getByRole('heading')).toBeFocused()
  await expect(found).toContainText('网页已经改正')
  await expect(found).toContainText('期限已按新规定改正，谢谢。')
  await expect(found.getByRole('link', { name: title })).toHaveAttribute('href', EXPLAINER)
})

test('every state is open to everyone', async ({ page }) => {
  await openIsland(page, `/report/?page=${encodeURIComponent(EXPLAINER)}`)
  await page.getByLabel('哪里不对', { exact: true }).fill('请打13800000000')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('alert')).toContainText('手机号')
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await page.getByRole('radio').first().check()
  await page.getByLabel('哪里不对', { exact: true }).fill(ownWords('天数不对'))
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.locator('.report-code')).toBeVisible()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  const answer = { decision: 'kept', text: '核对过了，没有错。', at: AT }
  await page.route('**/api/reports/*', (route) => route.fulfill({ json: { at: AT, page: EXPLAINER, answer } }))
  await page.getByRole('link', { name: '查看答复的地址' }).click()
  await expect(page.locator('.report-found')).toContainText('核对过了，没有错。')
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
})

test('every state of the desk is open to everyone', async ({ page }) => {
  await serveQueue(page, [
    queuedReport(1),
    { ...queuedReport(2), quote: '两年之内都可以投诉。', publishedOn: '2026-11-10' },
  ])
  await enterDesk(page)
  await page.getByRole('button', { name: '发出答复' }).first().click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
})

test('an answer can be changed at the desk, and two editors don’t undo each other’s work', async ({
  page,
  context,
  faults,
}) => {
  const words = ownWords('第三步的窗口已经搬了')
  const sent = await context.request.post('/api/reports', {
    data: { page: EXPLAINER, title: '工资', kind: 'wrong', text: words },
  })
  expect(sent.status()).toBe(201)
  await enterDesk(page)
  const other = await context.newPage()
  await enterDesk(other)
  for (const [desk, text] of [
    [other, '第一位编辑的答复。'],
    [page, '第二位编辑的答复。'],
  ] as const) {
    const card = await reportAtDesk(desk, words)
    await card.getByRole('radio', { name: '没有错' }).check()
    await card.getByLabel('给读者的答复').fill(text)
  }
  await (await reportAtDesk(other, words)).getByRole('button', { name: '发出答复' }).click()
  await expect(other.getByText(/已经答复。$/)).toBeFocused()
  await other.close()

  faults.allow(/status of 409/)
  const late = await reportAtDesk(page, words)
  await late.getByRole('button', { name: '发出答复' }).click()
  await expect(late.getByRole('alert')).toContainText('另一位编辑已经答复')
  await expect(late.getByLabel('给读者的答复')).toHaveValue('第二位编辑的答复。')

  await page.getByRole('button', { name: '已答复', exact: true }).click()
  const answered = page.locator('.desk-report').filter({ hasText: words })
  await expect(answered).toContainText('第一位编辑的答复。')
  await answered.getByRole('button', { name: '修改答复' }).click()
  await answered.getByLabel('给读者的答复').fill('两位编辑商量后的答复。')
  await answered.getByRole('button', { name: '发出答复' }).click()
  await expect(answered).toContainText('两位编辑商量后的答复。')
  const { receipt } = (await sent.json()) as { receipt: string }
  expect(await (await context.request.get(`/api/reports/${receipt}`)).text()).toContain('两位编辑商量后的答复。')
})

test('the desk opens with the right token only, keeps it in the tab, and forgets it on leaving', async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/status of 401/)
  await openIsland(page, '/desk/reports/')
  for (const token of ['', '不是令牌', 'wrong']) {
    await page.getByLabel('操作员令牌').fill(token)
    await page.getByRole('button', { name: '进入' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await expect(page.locator('.desk-report')).toHaveCount(0)
  }
  await expectAccessible(page)
  await enterDesk(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: '等着答复的报告' })).toBeVisible()
  const second = await context.newPage()
  await openIsland(second, '/desk/reports/')
  await expect(second.getByLabel('操作员令牌')).toBeVisible()
  await second.close()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByLabel('操作员令牌')).toHaveValue('')
  await page.reload()
  await expect(page.getByLabel('操作员令牌')).toBeVisible()
})

test('a long queue comes in parts, and the focus goes to the first of the next', async ({ page }) => {
  await serveQueue(
    page,
    Array.from({ length: REPORTS_A_PAGE + 1 }, (_, index) => ({ ...queuedReport(index + 1), times: index + 1 })),
  )
  await enterDesk(page)
  await expect(page.getByRole('button', { name: '待答复（21）' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('共 20 份')).toBeVisible()
  await page.getByRole('button', { name: '再看 20 条' }).click()
  await expect(page.getByRole('heading', { name: /^第 21 号/ })).toBeFocused()
  await expect(page.getByRole('button', { name: '再看 20 条' })).toHaveCount(0)
})

test('without a page in its address the form finds out from where the reader came, or asks', async ({ page }) => {
  await openIsland(page, '/report/?page=//evil.example/')
  await expect(page.getByLabel('有问题的页面')).toBeVisible()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('alert').getByRole('link').first()).toHaveText('请填写本站网页的地址。')
  await page.getByLabel('有问题的页面').fill(`${new URL(page.url()).origin}/laws/labour-law/?x=1#art-50`)
  await page.getByRole('radio', { name: /^用不了/ }).check()
  await page.getByLabel('哪里不对', { exact: true }).fill(ownWords('链接打不开'))
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('link', { name: '回到刚才的页面' })).toHaveAttribute('href', '/laws/labour-law/')

  await page.goto('/about/')
  await page.evaluate(() => {
    location.assign('/report/')
  })
  await expect(page.locator('.report-page').getByRole('link', { name: '关于本站' })).toBeVisible()
  await page.getByRole('button', { name: '不是这一页' }).click()
  await expect(page.getByLabel('有问题的页面')).toBeFocused()
})

test('an unknown receipt, and one that can be none, are told apart in words', async ({ page, faults }) => {
  faults.allow(/status of 404/)
  await openIsland(page, '/report/?receipt=0000-0000-0000-0000')
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('没有查到这个回执号')
  await page.getByLabel('回执号').fill('12345')
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByRole('alert')).toContainText('回执号是 16 位数字和字母')
  await expectAccessible(page)
})

test('without a connection what was written stays, and goes out when the network is back', async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  const words = ownWords('断网时写的话')
  await openIsland(page, `/report/?page=${encodeURIComponent(EXPLAINER)}`)
  await expect(page.locator('.report-page').getByRole('link')).toBeVisible()
  await page.getByRole('radio', { name: /^看不懂/ }).check()
  await page.getByLabel('哪里不对', { exact: true }).fill(words)
  await context.setOffline(true)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('连不上服务器')
  await expect(page.getByLabel('哪里不对', { exact: true })).toHaveValue(words)
  await context.setOffline(false)
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByRole('heading', { name: '收到了，谢谢你' })).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says whom to call, and why', async ({ page }) => {
    await page.goto('/report/')
    const notice = page.locator('#main .quiz-notice')
    await expect(notice.getByText('在线填写要用 JavaScript')).toBeVisible()
    await expect(notice.getByRole('link', { name: '拨打 12333' })).toHaveAttribute('href', 'tel:12333')
    await expect(page.getByRole('button', { name: '提交' })).toBeHidden()
  })
})
