import { type BrowserContext, expect, type Page } from '@playwright/test'
import { OfflinePracticeSchema } from '../../content/domain/practice-api.ts'
import { control, guarded, keyTexts, shownQuestion } from './bank.ts'
import { expectAccessible, openIsland, test } from './visit.ts'

test.use({ serviceWorkers: 'allow' })
test.beforeEach(({ faults }) => faults.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/))

const EXPLAINER = '/explainers/unpaid-wages/'

/** Opens a page for the first time and waits until the service worker has kept it with all that it names. */
async function readOnline(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.evaluate(() => navigator.serviceWorker.ready)
  const [prefix = ''] = /^\/(?:en|hant)(?=\/)/.exec(address) ?? []
  for (const kept of [address, `${prefix}/offline/`]) {
    await expect.poll(() => page.evaluate((path) => caches.match(path).then(Boolean), kept)).toBe(true)
  }
}

/** The notice of a kept page. */
const notice = (page: Page) => page.locator('.kept-notice')

/** Sends the page's requests for the days of laws to an answer of the test's own. */
async function publishDays(page: Page, days: Record<string, readonly string[]>): Promise<void> {
  await page.route('**/law-dates.json', (route) => route.fulfill({ json: days }))
}

async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true)
}

test('a page read before is read again without network, complete and marked with its day', async ({
  page,
  context,
}) => {
  await readOnline(page, EXPLAINER)
  const text = await page.locator('main').innerText()
  await goOffline(context)
  await page.goto(`${EXPLAINER}?from=chat`)
  await expect(notice(page)).toContainText(/没有连上网络，这是\d{4}年\d{1,2}月\d{1,2}日存在这台设备上的内容/)
  await expect(notice(page).locator('[data-part="changed"]')).toBeHidden()
  expect(await page.locator('main').innerText()).toContain(text)
  // Its style and its tools are there too.
  await expect(page.locator('.answer')).toHaveCSS('border-left-style', 'solid')
  await page.getByRole('link', { name: '长辈版' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-elder', '1')
  await expectAccessible(page)
})

test('a page that was never read says so, lists what is kept, and comes by itself once the network is back', async ({
  page,
  context,
}) => {
  await readOnline(page, EXPLAINER)
  await goOffline(context)
  await page.goto('/explainers/annual-leave/')
  await expect(page.getByText('这一页没有在这台设备上打开过')).toBeVisible()
  await expect(page.locator('#kept-pages a')).toHaveText(['老板拖欠工资，怎么要回来'])
  await expectAccessible(page)
  await page.locator('#kept-pages a').click()
  await expect(notice(page)).toBeVisible()
  await page.goBack()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('年休假')
})

test('a contest can’t be taken without network, and the page says so', async ({ page, context }) => {
  await readOnline(page, EXPLAINER)
  await page.goto('/contests/hr-law-contest/')
  await goOffline(context)
  await page.reload()
  await expect(page.getByText('竞赛、排行榜和报告错误要有网络才能用')).toBeVisible()
  await expect(page.locator('#not-kept')).toBeHidden()
})

test('English pages are told in English', async ({ page, context }) => {
  await readOnline(page, `/en${EXPLAINER}`)
  await goOffline(context)
  await page.goto('/en/laws/labour-law/')
  await expect(page.getByText('This page hasn’t been opened on this device before')).toBeVisible()
  await page.locator('#kept-pages a').click()
  await expect(page).toHaveURL(`/en${EXPLAINER}`)
  await expect(notice(page)).toContainText('There is no connection. This is a copy kept on this device on')
})

test('what is kept can be deleted', async ({ page }) => {
  await readOnline(page, EXPLAINER)
  await page.goto('/offline/')
  await expect(page.locator('#kept-pages a')).toHaveCount(1)
  await page.getByRole('button', { name: '全部删除' }).click()
  await expect(page.getByText('还没有存下页面')).toBeVisible()
})

test('online, a page that has been read before is the newest', async ({ page, context }) => {
  await readOnline(page, EXPLAINER)
  await page.goto(EXPLAINER)
  await expect(page.locator('html')).not.toHaveAttribute('data-kept')
  await goOffline(context)
  await page.goto(EXPLAINER)
  await expect(page.locator('html')).toHaveAttribute('data-kept', /^\d{4}-/)
})

test('a kept page about a law that has changed says so as soon as the network is back', async ({ page, context }) => {
  await readOnline(page, EXPLAINER)
  await goOffline(context)
  await page.goto(EXPLAINER)
  await expect(notice(page)).toContainText('没有连上网络')
  await publishDays(page, { 'labour-contract-law': ['2026-11-02'], 'labour-law': ['2018-12-29'] })
  await context.setOffline(false)
  await expect(notice(page)).toContainText('这一页引用的法律《劳动合同法》已经有新的文本，请刷新看最新内容')
  await notice(page).getByRole('link', { name: '刷新' }).click()
  await expect(page.locator('html')).not.toHaveAttribute('data-kept')
  await expect(notice(page)).toHaveCount(0)
})

test('a kept page knows without network that a text to come has taken effect', async ({ page, context }) => {
  await readOnline(page, EXPLAINER)
  // As if the text to come had been known when the page was kept, some days ago.
  await page.evaluate(async (path) => {
    const cache = await caches.open('mingfa-pages')
    const kept = await cache.match(path)
    const html = ((await kept?.text()) ?? '').replace('labour-contract-law@2013-07-01', '$&,2026-11-01')
    await cache.put(path, new Response(html, kept))
  }, EXPLAINER)
  await goOffline(context)
  await page.goto(EXPLAINER)
  await expect(notice(page)).toContainText('《劳动合同法》已经有新的文本')
})

test('practice works without network once its questions are saved, and they can be removed again', async ({
  page,
  context,
}) => {
  await readOnline(page, '/practice/')
  await openIsland(page, '/practice/')
  await page.getByRole('button', { name: '没有网络也能练' }).click()
  await expect(page.getByRole('heading', { name: '没有网络也能练' })).toBeFocused()
  const bundle = page.waitForResponse('**/api/practice/offline')
  await page.getByRole('button', { name: '保存到手机，断网也能练' }).click()
  const { questions } = OfflinePracticeSchema.parse(await (await bundle).json())
  await expect(page.getByText(`已存好 ${questions.length} 题`)).toBeVisible()
  const ids = new Set(questions.map(({ id }) => id))
  expect(guarded.filter(({ id }) => ids.has(id))).toEqual([])

  await goOffline(context)
  await page.reload()
  await expect(page.getByText('离线练习，用的是存好的题')).toBeVisible()
  await expect(page.getByText(/有这些主题：.*工资/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: '工资支付' }).check()
  await page.getByRole('button', { name: '开始练习' }).click()
  await expect(page.getByRole('heading', { name: /第 1 题/ })).toBeFocused()
  const question = await shownQuestion(page)
  expect(question.uses).toEqual(['practice'])
  if (question.type === 'fill-in') await page.locator('.quiz-question input').fill(keyTexts(question)[0] ?? '')
  else for (const text of keyTexts(question)) await control(page, text).check()
  await page.getByRole('button', { name: '看对不对' }).click()
  await expect(page.locator('.quiz-feedback').getByRole('heading')).toHaveText('✓ 答对了')

  await page.goto('/practice/')
  await page.getByRole('button', { name: '从这台设备上删除' }).click()
  await page.getByRole('button', { name: '开始练习' }).click()
  await expect(page.getByRole('alert')).toContainText('连不上服务器')
})

test('the service worker keeps no answer of the service', async ({ page }) => {
  await readOnline(page, '/practice/')
  await openIsland(page, '/practice/')
  await page.getByRole('button', { name: '开始练习' }).click()
  await expect(page.getByRole('heading', { name: /第 1 题/ })).toBeVisible()
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return keys.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/practice/')
  expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([])
})

test('a new version waits while someone answers, in whatever window', async ({ page, context }) => {
  await readOnline(page, '/practice/')
  await openIsland(page, '/practice/')
  await page.getByRole('button', { name: '开始练习' }).click()
  await expect(page.getByRole('heading', { name: /第 1 题/ })).toBeVisible()
  const held = () => page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name))
  expect(await held()).toEqual(['mingfa-answering'])
  const other = await context.newPage()
  await other.goto('/practice/')
  const free = (of: Page) =>
    of.evaluate(() => navigator.locks.request('mingfa-answering', { ifAvailable: true }, (lock) => lock !== null))
  expect(await free(other)).toBe(false)
  await page.close()
  await expect.poll(() => free(other)).toBe(true)
})
