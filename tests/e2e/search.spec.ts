import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectToFitNarrowScreen, tabTo, test } from './visit.ts'

const SETTLED = /找到\d+条|没有找到/

/** Types a query and waits for what the page announces. */
async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill('')
  await expect(page.locator('#search-status')).toHaveText('')
  await page.getByRole('searchbox').fill(query)
  await expect(page.locator('#search-status')).toHaveText(SETTLED)
}

const firstHit = (page: Page) => page.locator('#search-hits a').first()

test('loads nothing of search before someone turns to the field', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const ofSearch = () => asked.filter((path) => /search-index|\/find\./.test(path))
  await page.goto('/search/')
  await page.waitForLoadState('networkidle')
  expect(asked.length).toBeGreaterThan(1)
  expect(ofSearch()).toEqual([])
  await page.getByRole('searchbox').focus()
  await expect.poll(ofSearch).toHaveLength(2)
})

test.describe('the words that people use', () => {
  const WORDS: readonly (readonly [query: string, path: string])[] = [
    ['讨薪', '/explainers/unpaid-wages/'],
    ['拖欠工资', '/explainers/unpaid-wages/'],
    ['老板不发工资怎么办', '/explainers/unpaid-wages/'],
    ['没签合同', '/explainers/written-contract/'],
    ['年休假', '/explainers/annual-leave/'],
    ['工伤认定', '/explainers/work-injury/'],
    ['上班路上受伤', '/explainers/work-injury/'],
    ['仲裁', '/explainers/labour-arbitration/'],
    ['怎么申请劳动仲裁？', '/explainers/labour-arbitration/'],
    ['投诉', '/explainers/inspection-complaint/'],
    ['怀孕被辞退', '/remedies/pregnant-dismissed/'],
    ['公司不给离职证明', '/remedies/leaving-papers/'],
    ['社保转不过去', '/remedies/insurance-transfer/'],
    ['什么是经济补偿', '/glossary/#economic-compensation'],
    ['国家宪法日', '/campaigns/constitution-week-2026/'],
    ['劳动合同法', '/laws/labour-contract-law/'],
    ['劳动法', '/laws/labour-law/'],
    ['《工会法》', '/laws/trade-union-law/'],
    ['《劳动合同法》第三十八条', '/laws/labour-contract-law/#art-38'],
    ['劳动合同法第38条', '/laws/labour-contract-law/#art-38'],
    ['labour contract law', '/laws/labour-contract-law/'],
  ]

  test('find the right page first', async ({ page }) => {
    await page.goto('/search/')
    for (const [query, path] of WORDS) {
      await ask(page, query)
      await expect.soft(firstHit(page), query).toHaveAttribute('href', path)
    }
  })

  test('find the calculator, what to do and the way out', async ({ page }) => {
    await page.goto('/search/')
    await ask(page, '双倍工资')
    const addresses = () =>
      page.locator('#search-hits a').evaluateAll((links) => links.slice(0, 2).map((link) => link.getAttribute('href')))
    expect((await addresses()).toSorted()).toEqual(['/calculators/double-wages/', '/explainers/written-contract/'])
    await ask(page, '工伤')
    expect((await addresses()).toSorted()).toEqual(['/explainers/work-injury/', '/remedies/work-injury/'])
  })

  test('lead to English addresses on English pages, with Chinese titles marked as such', async ({ page }) => {
    await page.goto('/en/search/?q=年休假')
    await expect(page.locator('#search-status')).toHaveText(/Results: \d+/)
    await expect(firstHit(page)).toHaveAttribute('lang', 'zh-CN')
    await firstHit(page).click()
    await expect(page).toHaveURL('/en/explainers/annual-leave/')
  })
})

test('answers the query in the address, and keeps it there', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('年休假')}`)
  await expect(page.getByRole('searchbox')).toHaveValue('年休假')
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/annual-leave/')
  await ask(page, '讨薪')
  await expect(page).toHaveURL(`/search/?q=${encodeURIComponent('讨薪')}`)
  await firstHit(page).click()
  await page.goBack()
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
})

test('the field on the home page leads to the answer', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('拖欠工资')
  await page.getByRole('button', { name: '搜索' }).click()
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
})

test.describe('odd input', () => {
  const ODD = [
    '+foo:^*',
    'title:工资 -仲裁 ~2 "讨薪"',
    "''' OR 1=1 --",
    '<img src=x onerror=alert(1)>',
    '{{query}} $& $1 $` \\',
    '😀👨‍👩‍👧',
    '勞動合同',
    '第零条 第九九九九条',
    '（）。，！？',
    '\u202e\u0000工资',
    '\ud800',
    'ＦＵＬＬ　ｗｉｄｔｈ',
    '__proto__ constructor',
  ]

  test('breaks nothing, and is repeated as it was typed', async ({ page }) => {
    await page.goto('/search/')
    for (const query of ODD) {
      await page.getByRole('searchbox').fill('')
      await expect(page.locator('#search-status')).toHaveText('')
      await page.getByRole('searchbox').evaluate((field: HTMLInputElement, text) => {
        field.value = text
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }, query)
      const shown = await page.getByRole('searchbox').inputValue()
      await expect(page.locator('#search-status'), query).toHaveText(SETTLED)
      const said = await page.locator('#search-status').textContent()
      if (said?.startsWith('没有') === true) expect(said).toBe(`没有找到“${shown.trim()}”`)
    }
    await ask(page, '讨薪')
    await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
  })

  test('of 5,000 characters breaks nothing', async ({ page }) => {
    for (const query of ['工资'.repeat(2500), 'x'.repeat(5000), '*'.repeat(5000)]) {
      await page.goto(`/search/?q=${encodeURIComponent(query)}`)
      await expect(page.locator('#search-status')).toHaveText(SETTLED)
      await expectToFitNarrowScreen(page)
    }
  })
})

test('says so when nothing is found, and offers topics and people', async ({ page }) => {
  await page.goto('/search/')
  await expect(page.locator('#search-status')).toHaveAttribute('role', 'status')
  await ask(page, 'qqqqq')
  await expect(page.locator('#search-status')).toHaveText('没有找到“qqqqq”')
  await expect(page.getByRole('link', { name: '拨打 12333' }).first()).toBeVisible()
  await page.locator('#search-none').getByRole('link', { name: '工资支付' }).click()
  await expect(page).toHaveURL('/explainers/#wages')
})

test('says so when search can’t be loaded, and works once the network is back', async ({ page, context, faults }) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  await page.goto('/search/')
  await context.setOffline(true)
  await page.getByRole('searchbox').fill('讨薪')
  await expect(page.locator('#search-status')).toHaveText(/搜索没有打开/)
  await context.setOffline(false)
  await page.getByRole('searchbox').press('Enter')
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
})

test('works by keyboard alone, and its results are open to everyone', async ({ page }) => {
  await page.goto('/search/')
  await tabTo(page, page.getByRole('searchbox'))
  await page.keyboard.type('laodong 讨薪')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('拖欠工资')
  await page.keyboard.press('Enter')
  await expect(page.locator('#search-status')).toHaveText(/找到\d+条/)
  await expect(page.locator('#search-hits mark').first()).toHaveText(/工资|拖欠/)
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await tabTo(page, firstHit(page))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/explainers/unpaid-wages/')
})

test('adds laws and whole texts below what stands there, filters them, and says when the server is away', async ({
  page,
  faults,
}) => {
  const paths = () =>
    page.locator('#search-hits a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  let answer = () => {}
  const waiting = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/search?*', async (route) => {
    await waiting
    await route.continue()
  })
  await page.goto(`/search/?q=${encodeURIComponent('拖欠工资要留什么证据')}`)
  await expect(page.locator('#search-status')).toHaveText(/找到\d+条/)
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
  const before = await paths()
  answer()
  await expect.poll(async () => (await paths()).length).toBeGreaterThan(before.length)
  const after = await paths()
  expect(after.slice(0, 5)).toEqual(before.slice(0, 5))
  expect(after.filter((path) => before.includes(path))).toEqual(before)
  expect(new Set(after).size).toBe(after.length)
  await page.getByText('筛选结果').click()
  await page.getByLabel('类别').selectOption('article')
  await page.getByLabel('效力状态').selectOption('in-force')
  await expect(page).toHaveURL(/kind=article&status=in-force/)
  await expect.poll(async () => (await paths()).every((path) => path?.startsWith('/laws/'))).toBe(true)
  await expect(firstHit(page)).toBeVisible()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await page.unroute('**/api/search?*')
  faults.allow(/503/)
  await page.route('**/api/search?*', (route) => route.fulfill({ status: 503, body: '' }))
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page.locator('#search-away')).toHaveText(/法律全文和网页正文现在查不到/)
  await expect(firstHit(page)).toHaveAttribute('href', '/explainers/unpaid-wages/')
})

test.describe('the law to search in', () => {
  /** As many laws as a deployment with imported texts has. */
  const OTHERS = Array.from({ length: 1200 }, (_, index) => ({
    id: `example-${index}`,
    name: `第${index}号条例（示例）`,
    title: `第${index}号条例（示例）`,
    hasWords: index > 0,
  }))
  const OWN = [
    { id: 'labour-law', name: '劳动法', title: '中华人民共和国劳动法', englishName: 'Labor Law', hasWords: true },
    { id: 'labour-contract-law', name: '劳动合同法', title: '中华人民共和国劳动合同法', hasWords: true },
  ]
  const list = (page: Page) => page.getByRole('listbox')
  const chosen = (page: Page) => page.locator('[name="law"]')

  test('is listed only when the filter is opened, with every law that has words', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto('/search/')
    await page.waitForLoadState('networkidle')
    expect(asked).not.toContain('/laws.json')
    await page.getByText('筛选结果').click()
    await expect.poll(() => asked.filter((path) => path === '/laws.json').length).toBe(1)
    await page.getByRole('combobox', { name: '法律', exact: true }).click()
    const laws: { name: string; hasWords: boolean }[] = await (await page.request.get('/laws.json')).json()
    await expect(list(page).getByRole('option')).toHaveText(
      laws.filter(({ hasWords }) => hasWords).map(({ name }) => name),
    )
    expect(asked.filter((path) => path === '/laws.json')).toHaveLength(1)
  })

  test('is chosen among hundreds by keyboard, and taken back', async ({ page }) => {
    await page.route('**/laws.json', (route) => route.fulfill({ json: [...OTHERS, ...OWN] }))
    await page.goto(`/search/?q=${encodeURIComponent('工资')}`)
    const field = page.getByRole('combobox', { name: '法律', exact: true })
    await page.getByText('筛选结果').click()
    await tabTo(page, field)
    await page.keyboard.press('ArrowDown')
    await expect(list(page).getByRole('option')).toHaveCount(OTHERS.length + OWN.length - 1)
    await expect(page.locator('#search-laws-status')).toHaveText(/^1201部法律/)
    await page.keyboard.type('勞動')
    await expect(list(page).getByRole('option')).toHaveText(['劳动法', '劳动合同法'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(field).toHaveAttribute(
      'aria-activedescendant',
      (await list(page).getByRole('option', { selected: true }).getAttribute('id')) ?? '',
    )
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('劳动合同法')
    await expect(list(page)).toBeHidden()
    await expect(page).toHaveURL(/law=labour-contract-law/)

    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('没有这部法')
    await expect(page.locator('#search-laws-status')).toHaveText('没有名称里有“没有这部法”的法律')
    await page.keyboard.press('Tab')
    await expect(field).toHaveValue('劳动合同法')
    await field.focus()
    await page.keyboard.press('Escape')
    await expect(field).toHaveValue('')
    await expect(page).not.toHaveURL(/law=/)
  })

  test('fits a phone of 360 pixels, comes from the address, and is cleared with the other filters', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.route('**/laws.json', (route) => route.fulfill({ json: [...OTHERS, ...OWN] }))
    await page.goto(`/en/search/?q=${encodeURIComponent('工资')}&law=labour-law`)
    const field = page.getByRole('combobox', { name: 'Law', exact: true })
    await expect(field).toHaveValue('劳动法')
    await expect(field).toHaveAttribute('lang', 'zh-CN')
    await field.fill('labor')
    await expect(list(page).getByRole('option')).toHaveText(['劳动法Labor Law'])
    const box = await list(page).boundingBox()
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 360).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await list(page).getByRole('option').click()
    await expect(field).toHaveValue('劳动法')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(field).toHaveValue('')
    await expect(chosen(page)).toHaveValue('')
    await expect(page).not.toHaveURL(/law=/)
  })

  test('says so when the list cannot be loaded, and asks again', async ({ page, faults }) => {
    faults.allow(/503/)
    await page.route('**/laws.json', (route) => route.fulfill({ status: 503, body: '' }))
    await page.goto('/search/')
    await page.getByText('筛选结果').click()
    const field = page.getByRole('combobox', { name: '法律', exact: true })
    await field.click()
    await expect(page.locator('#search-laws-status')).toHaveText(/法律列表没有打开/)
    await page.unroute('**/laws.json')
    await field.click()
    await expect(list(page).getByRole('option', { name: '劳动合同法', exact: true })).toBeVisible()
  })
})
