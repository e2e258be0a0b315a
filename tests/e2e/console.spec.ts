import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { CodesSchema, RosterOutcomeSchema, RosterUnitsSchema } from '../../content/domain/roster-api.ts'
import { expectAccessible, expectToFitNarrowScreen, openIsland, test } from './visit.ts'

/** Signing in by code, and the console: people, roster, codes, audit trail. */

/** What a browser says of an answer that nobody is signed in. */
const NOBODY = /status of 401/

function operator() {
  const secrets: unknown = JSON.parse(readFileSync(join(process.env['MINGFA_E2E_DATA'] ?? '', 'secrets.json'), 'utf8'))
  return { authorization: `Bearer ${(secrets as { OPERATOR_TOKEN?: string }).OPERATOR_TOKEN}` }
}

async function rosterNow(request: APIRequestContext) {
  const response = await request.get('/api/roster/units', { headers: operator() })
  return RosterUnitsSchema.parse(await response.json())
}

async function rootUnit(request: APIRequestContext) {
  const { version, units } = await rosterNow(request)
  const root = units.find(({ parent }) => parent === null)
  if (root === undefined) throw new Error('There is no unit.')
  return { version, root }
}

/** Makes the roster consist of one person, who may do everything at its root, and gives them a code. */
async function administrator(request: APIRequestContext): Promise<string> {
  const { version, root } = await rootUnit(request)
  const entries = [{ staffNumber: 'K-1', name: '钱管（示例）', unitPath: root.name }]
  const body = { within: null, base: version, newUnits: [], entries, apply: true, confirmLargeLeave: true }
  const put = await request.put('/api/roster', { headers: operator(), data: body })
  expect(RosterOutcomeSchema.parse(await put.json()).applied).toBe(true)
  const grants = [{ role: 'administrator', unit: root.id }]
  const granted = await request.put('/api/roster/people/K-1', { headers: operator(), data: { grants } })
  expect(granted.ok()).toBe(true)
  return newCode(request, root.id)
}

async function newCode(request: APIRequestContext, unit: string): Promise<string> {
  const issued = await request.post('/api/roster/codes', { headers: operator(), data: { unit, staffNumbers: ['K-1'] } })
  return CodesSchema.parse(await issued.json()).codes[0]?.code ?? ''
}

const csv = (...rows: readonly string[]) => ({
  name: '人员.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${['工号,姓名,单位', ...rows].join('\r\n')}\r\n`),
})

async function compare(page: Page, ...rows: readonly string[]): Promise<void> {
  await page.getByLabel('名单文件').setInputFiles(csv(...rows))
  await page.getByRole('button', { name: '读取并对照' }).click()
}

test.describe.configure({ mode: 'serial' })

test('a stranger sees the door of the console, and a code that does not fit opens nothing', async ({
  page,
  faults,
}) => {
  faults.allow(NOBODY)
  await openIsland(page, '/console/')
  await expect(page.getByText('工作台给有管理角色的人用。')).toBeVisible()
  await expect(page.getByRole('navigation', { name: '办什么' })).toHaveCount(0)
  await page.getByRole('link', { name: '去登录' }).click()
  const field = page.getByLabel('登录码', { exact: true })
  await field.fill('7K3M')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expectAccessible(page)
  await field.fill('７k3m 9qpx 2tab')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('这个登录码不能用')
  await expect(field).toHaveValue('7K3M-9QPX-2TAB')
  await expectToFitNarrowScreen(page)
})

test('from the code on a slip to the audit trail', async ({ page, request, faults }) => {
  faults.allow(NOBODY)
  const code = await administrator(request)
  await openIsland(page, `/sign-in/?from=/console/#code=${code}`)
  await expect(page.getByLabel('登录码', { exact: true })).toHaveValue(code)
  await expect(page).toHaveURL('/sign-in/?from=/console/')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL('/console/')
  await expect(page.getByText('列出 1 人')).toBeVisible()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)

  await page.getByRole('link', { name: '名单导入' }).click()
  const { root } = await rootUnit(request)
  const own = `K-1,钱管（示例）,${root.name}`
  await compare(page, own, `K-2,孙甲（示例）,没有的单位`, `K-2,,${root.name}`)
  const problems = page.getByRole('alert')
  await expect(problems).toContainText('有问题的行：2')
  const [copy] = await Promise.all([page.waitForEvent('download'), problems.getByRole('link').click()])
  expect(copy.suggestedFilename()).toBe('人员（问题）.csv')
  expect(readFileSync(await copy.path(), 'utf8')).toContain('没有的单位')
  await expectAccessible(page)

  await compare(page, own, `K-2,孙甲（示例）,${root.name}`)
  await expect(page.getByRole('heading', { name: '和现有名单对照' })).toBeFocused()
  await expect(page.getByText('新来：1 人')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByRole('heading', { name: /^已经导入，现在是第 \d+ 版名单$/ })).toBeFocused()

  await page.getByRole('link', { name: '人员', exact: true }).click()
  const person = page.locator('.console-list > li').filter({ hasText: 'K-2' })
  await person.getByText('加时、退出登录').click()
  await person.getByLabel('答题时间加百分之几').fill('25')
  await person.getByRole('button', { name: '保存' }).click()
  await expect(person.getByText('答题时间加 25%')).toBeVisible()
  await person.getByRole('checkbox').check()
  await page.getByText('发登录码', { exact: true }).first().click()
  await expectAccessible(page)
  await page.getByRole('button', { name: '发登录码' }).click()
  await expect(page.getByRole('heading', { name: '发了 1 个登录码' })).toBeFocused()
  const slip = page.locator('.console-slips > li')
  await expect(slip).toContainText(root.name)
  await expect(slip.locator('.console-slip-code')).toHaveText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/)
  await expect(slip.getByRole('img')).toBeVisible()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)

  await page.getByRole('link', { name: '操作记录' }).click()
  await expect(page.locator('.console-list').getByText('发登录码 K-2').first()).toBeVisible()
  await page.getByLabel('工号、单位编号或者操作').fill('extra-time')
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.locator('.console-list').getByText('0 % → 25 %').first()).toBeVisible()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
})

test('a second device takes over, and a contest asks a person of the roster for no nickname', async ({
  page,
  request,
  browser,
  faults,
}) => {
  faults.allow(NOBODY)
  const { root } = await rootUnit(request)
  const enter = async (at: Page, from: string) => {
    await openIsland(at, `/sign-in/?from=${from}#code=${await newCode(request, root.id)}`)
    await at.getByRole('button', { name: '登录', exact: true }).click()
    await expect(at).toHaveURL(from)
  }
  await enter(page, '/contests/hr-law-contest/')
  await expect(page.getByText('你以“钱*')).toBeVisible()
  await expect(page.getByLabel('昵称')).toHaveCount(0)

  const other = await browser.newContext()
  const second = await other.newPage()
  await enter(second, '/console/')
  await openIsland(page, '/sign-in/')
  await expect(page.getByText('你已经在另一台设备上登录')).toBeVisible()
  await openIsland(second, '/sign-in/')
  await expect(second.getByText('K-1')).toBeVisible()
  await expect(second.getByText(root.name)).toBeVisible()
  await second.getByRole('button', { name: '退出登录' }).click()
  await expect(second.getByText('已经退出登录。')).toBeVisible()
  await openIsland(second, '/console/')
  await expect(second.getByRole('link', { name: '去登录' })).toBeVisible()
  await other.close()
})

test('the providers that are set up have buttons, and their problems words', async ({ page, faults }) => {
  faults.allow(NOBODY)
  const ways = [
    { id: 'guest', via: 'form', name: null, needsBinding: false },
    { id: 'oidc', via: 'redirect', name: '省统一身份认证（示例）', needsBinding: false },
    { id: 'wechat-official', via: 'redirect', name: null, needsBinding: true },
    { id: 'wechat-mini', via: 'program', name: null, needsBinding: true },
  ]
  await page.route('**/api/session/providers', (route) => route.fulfill({ json: { providers: ways } }))
  await page.route('**/api/session/providers/oidc/begin', async (route) => {
    expect(route.request().postDataJSON()).toEqual({
      returnTo: '/sign-in/?from=%2Fcontests%2F&entered=',
      page: '/sign-in/',
      bind: false,
    })
    await route.fulfill({ json: { location: new URL('/about/?came=here', page.url()).href } })
  })
  await openIsland(page, '/sign-in/?from=/contests/&problem=unknown-person')
  await expect(page.getByText('名单里没有这个工号')).toBeVisible()
  await expect(page.getByRole('button', { name: /^登录：/ })).toHaveText([
    '登录： 省统一身份认证（示例）',
    '登录： 微信',
  ])
  await expectAccessible(page)
  await page.getByRole('button', { name: '省统一身份认证' }).click()
  await expect(page).toHaveURL('/about/?came=here')
})
