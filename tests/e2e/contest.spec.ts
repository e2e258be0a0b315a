import { type BrowserContext, expect, type Page } from '@playwright/test'
import { AttemptDetailSchema } from '../../content/domain/api.ts'
import { control, expectExplained, keyTexts, questionOf, shownQuestion, wrongTexts } from './bank.ts'
import { enterOn, expectAccessible, expectToFitNarrowScreen, openIsland, tabTo, test } from './visit.ts'

const CONTEST = '/contests/hr-law-contest/'
const TOTAL = 20
const POINTS = 5

/** Signs in under a nickname and starts. */
async function start(page: Page, nickname: string, unit?: string): Promise<void> {
  await openIsland(page, CONTEST)
  await page.getByLabel('昵称', { exact: true }).fill(nickname)
  if (unit !== undefined) await page.getByLabel(/所在单位/).selectOption(unit)
  await page.getByRole('button', { name: '登记昵称' }).click()
  await expect(page.getByText(`你以“${nickname}”参加。`)).toBeVisible()
  await page.getByRole('button', { name: '开始答题' }).click()
  await expectPlace(page, 1)
}

const expectPlace = (page: Page, number: number) =>
  expect(page.getByRole('heading', { name: `第 ${number} 题，共 ${TOTAL} 题` })).toBeVisible()

/** Answers the question shown; gives back its stem. */
async function answer(page: Page, texts: typeof keyTexts): Promise<string> {
  const question = await shownQuestion(page)
  for (const text of texts(question)) await control(page, text).check()
  return question.stem
}

const next = (page: Page) => page.getByRole('button', { name: '下一题' }).click()
const saving = (page: Page) => page.locator('.quiz-saving')
const clock = (page: Page) => page.getByRole('timer').locator('strong')
const review = (page: Page) => page.getByRole('link', { name: '检查并交卷' }).click()
const single: typeof keyTexts = (question) => wrongTexts(question).slice(0, 1)

/** The attempt that this browser goes on with. */
async function attemptId(page: Page): Promise<string> {
  const kept = await page.evaluate(() => localStorage.getItem('mingfa.attempt.hr-law-contest'))
  return JSON.parse(kept ?? '""')
}

/** The attempt as the service has it, for whoever is signed in in this context. */
async function onServer(context: BrowserContext, page: Page) {
  const reply = await context.request.get(`/api/attempts/${await attemptId(page)}`)
  return AttemptDetailSchema.parse(await reply.json())
}

test('from the nickname to the standings, with a reload and browser Back on the way', async ({
  page,
  browser,
  context,
}, { project }) => {
  const nickname = `周有田-${project.name}`

  await test.step('the rules stand before the start', async () => {
    await openIsland(page, CONTEST)
    await expect(page.getByText('20 分钟，从点“开始答题”算起')).toBeVisible()
    await expect(page.getByText('60 分', { exact: true })).toBeVisible()
    await expectAccessible(page)
    await start(page, nickname, '东荷区人社局')
  })

  const rightStem = await answer(page, keyTexts)
  await next(page)
  await expectPlace(page, 2)
  const wrongStem = await answer(page, single)
  await expect(saving(page)).toHaveText('已保存')
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)

  await test.step('a reload keeps answers and clock', async () => {
    await expect(clock(page)).toHaveText(/^19:5[0-7]$/)
    const before = await clock(page).innerText()
    const { deadline } = (await onServer(context, page)).attempt
    await page.reload()
    await expect(clock(page)).toBeVisible()
    expect((await clock(page).innerText()) <= before).toBe(true)
    expect((await onServer(context, page)).attempt.deadline).toBe(deadline)
    await expect(page.getByText(`已答 2 / ${TOTAL}`)).toBeVisible()
  })

  await test.step('browser Back leads to the question before, Forward to the one after', async () => {
    await page.getByRole('link', { name: '第 1 题，已答' }).click()
    await next(page)
    await next(page)
    await expectPlace(page, 3)
    await page.goBack()
    await expectPlace(page, 2)
    await expect(control(page, single(questionOf(wrongStem))[0] ?? '')).toBeChecked()
    await page.goBack()
    await expectPlace(page, 1)
    await expect(control(page, keyTexts(questionOf(rightStem))[0] ?? '')).toBeChecked()
    await page.goForward()
    await expectPlace(page, 2)
  })

  await test.step('the review lists what is not answered, and leads there', async () => {
    await review(page)
    await expect(page.getByRole('heading', { name: '交卷前检查' })).toBeFocused()
    await expect(page.getByText(`还有 ${TOTAL - 2} 题没答`)).toBeVisible()
    const links = page.locator('.quiz-unanswered a')
    await expect(links).toHaveText(Array.from({ length: TOTAL - 2 }, (_, index) => `第 ${index + 3} 题`))
    await expectAccessible(page)
    await links.first().click()
    await expectPlace(page, 3)
    await page.goBack()
  })

  await test.step('someone else sees nothing of it', async () => {
    const stranger = await browser.newContext()
    const theirs = await stranger.newPage()
    await openIsland(theirs, CONTEST)
    await expect(theirs.getByRole('button', { name: '登记昵称' })).toBeVisible()
    await expect(theirs.getByText(nickname)).toHaveCount(0)
    const address = `/api/attempts/${await attemptId(page)}`
    expect((await stranger.request.get(address)).status()).toBe(401)
    await stranger.request.post('/api/session/guest', { data: { nickname: '旁人' } })
    expect((await stranger.request.get(address)).status()).toBe(404)
    await stranger.close()
  })

  await test.step('the result gives marks, right answers, rationales and articles', async () => {
    await page.getByRole('button', { name: '不答了，交卷' }).click()
    await expect(page.getByRole('heading', { name: '成绩' })).toBeFocused()
    await expect(page.getByText(`${POINTS} / ${TOTAL * POINTS} 分`)).toBeVisible()
    await expect(page.getByText('没有合格')).toBeVisible()
    const results = page.locator('details.quiz-fold')
    await expect(results).toHaveCount(TOTAL)
    await expect(results.nth(0).locator('summary')).toContainText('✓ 答对了')
    await expect(results.nth(1).locator('summary')).toContainText('✗ 答错了')
    await expect(results.nth(2).locator('summary')).toContainText('○ 没有作答')
    for (const index of [0, 1, 2, 10, TOTAL - 1]) {
      const one = results.nth(index)
      if ((await one.getAttribute('open')) === null) await one.locator('summary').click()
      await expectExplained(one, questionOf(await one.locator('.quiz-stem').innerText()))
    }
    await expectAccessible(page)
    await expectToFitNarrowScreen(page)
  })

  await test.step('the standings show the name, marked, and unit and region', async () => {
    await page.getByRole('link', { name: '看排行榜' }).click()
    await expect(page).toHaveURL(`${CONTEST}standings/`)
    const own = page.getByRole('row').filter({ hasText: nickname })
    await expect(own).toBeVisible({ timeout: 20_000 })
    await expect(own.getByText('我', { exact: true })).toBeVisible()
    await expect(own).toHaveAttribute('aria-current', 'true')
    await expect(page.getByText(/你现在第 \d+ 名，5 分/)).toBeVisible()
    await expectAccessible(page)
    await expectToFitNarrowScreen(page)
    await page.getByRole('button', { name: '单位' }).click()
    await expect(page.getByRole('row').filter({ hasText: '东荷区人社局' })).toBeVisible()
    await page.getByRole('button', { name: '地区' }).click()
    await expect(page.getByRole('row').filter({ hasText: '云澜市' })).toBeVisible()
  })
})

test('a nickname that can’t be used is refused in words that lead to the field', async ({ page }) => {
  await openIsland(page, CONTEST)
  await page.getByRole('button', { name: '登记昵称' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('请填写昵称。')
  await expectAccessible(page)
  await enterOn(page, page.getByRole('alert').getByRole('link'))
  const field = page.getByRole('textbox')
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(/请填写昵称/)
  await field.fill('字'.repeat(25))
  await expect(page.getByRole('alert')).toContainText('昵称最多 24 个字，现在有 25 个。')
})

test('by keyboard alone: a whole contest, all of it right', async ({ page }, { project }) => {
  const nickname = `键盘-${project.name}`
  await openIsland(page, CONTEST)
  await tabTo(page, page.getByLabel('昵称', { exact: true }))
  await page.keyboard.type(nickname)
  await tabTo(page, page.getByLabel(/所在单位/))
  await page.keyboard.press('ArrowDown')
  await enterOn(page, page.getByRole('button', { name: '登记昵称' }))
  await expect(page.getByText(`你以“${nickname}”参加。`)).toBeVisible()
  await enterOn(page, page.getByRole('button', { name: '开始答题' }))
  for (let number = 1; number <= TOTAL; number += 1) {
    await expectPlace(page, number)
    await expect(page.getByRole('heading', { name: `第 ${number} 题` })).toBeFocused()
    const question = await shownQuestion(page)
    const options = await page.locator('.quiz-option').count()
    const radios = question.type !== 'multiple'
    await page.keyboard.press('Tab')
    if (radios) await page.keyboard.press('Space')
    for (let place = 0; place < options; place += 1) {
      const text = await page.locator('.quiz-option').nth(place).locator('span').last().innerText()
      const right = keyTexts(question).includes(text)
      if (radios && right) break
      if (right) await page.keyboard.press('Space')
      if (place + 1 < options) await page.keyboard.press(radios ? 'ArrowDown' : 'Tab')
    }
    await enterOn(page, page.getByRole('button', { name: number === TOTAL ? '检查并交卷' : '下一题' }))
  }
  await expect(page.getByText(`${TOTAL} 题都答了。交卷后不能再改。`)).toBeVisible()
  await enterOn(page, page.getByRole('button', { name: '交卷', exact: true }))
  await expect(page.getByText('100 / 100 分')).toBeVisible()
  await expect(page.getByText('优秀', { exact: true })).toBeVisible()
  await expect(page.locator('details.quiz-fold').filter({ hasText: '✓ 答对了' })).toHaveCount(TOTAL)
})

test('a lost connection is told, loses nothing, and everything is saved when it is back', async ({
  page,
  context,
  faults,
}, { project }) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  await start(page, `断线-${project.name}`)
  await context.setOffline(true)
  const first = await answer(page, single)
  await expect(saving(page)).toHaveText('还没保存上，会自动重试')
  await next(page)
  const second = await answer(page, keyTexts)
  await page.getByRole('link', { name: '第 1 题，已答' }).click()
  await expect(control(page, single(questionOf(first))[0] ?? '')).toBeChecked()
  expect(Object.keys((await onServer(context, page)).responses)).toEqual([])
  await context.setOffline(false)
  await expect(saving(page)).toHaveText('已保存', { timeout: 20_000 })
  const { paper, responses } = await onServer(context, page)
  const answered = paper.questions.filter(({ id }) => responses[id] !== undefined).map(({ stem }) => stem)
  expect(answered).toEqual([first, second])
})

test('a reload leads to the question that was shown, and so does its address', async ({ page }, { project }) => {
  await start(page, `原处-${project.name}`)
  await next(page)
  await next(page)
  await expectPlace(page, 3)
  await page.reload()
  await expectPlace(page, 3)
  await review(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: '交卷前检查' })).toBeVisible()
})

test('what is answered just before the page is left reaches the service', async ({ page, context }, { project }) => {
  await start(page, `离开-${project.name}`)
  await answer(page, single)
  await page.goto('/about/')
  await expect.poll(async () => Object.keys((await onServer(context, page)).responses)).toHaveLength(1)
})

test('what could not be sent before the page was closed is there on return', async ({ page, context, faults }, {
  project,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  await start(page, `关闭-${project.name}`)
  await context.setOffline(true)
  const stem = await answer(page, single)
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  faults.watch(later)
  await openIsland(later, CONTEST)
  await expect(control(later, single(questionOf(stem))[0] ?? '')).toBeChecked()
  await expect(saving(later)).toHaveText('已保存')
  expect(Object.keys((await onServer(context, later)).responses)).toHaveLength(1)
})

test('a lost session is told clearly; answers stay on the page, and one can start anew', async ({
  page,
  context,
  faults,
}, { project }) => {
  faults.allow(/status of 40[14]/)
  await start(page, `失效-${project.name}`)
  const stem = await answer(page, single)
  await expect(saving(page)).toHaveText('已保存')
  await context.clearCookies()
  await next(page)
  await answer(page, single)
  await expect(page.getByRole('heading', { name: '请再登记一次昵称' })).toBeVisible()
  await expect(page.getByText('登录已经失效。你的答案还在这里')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByText(`已答 2 / ${TOTAL}`)).toBeVisible()

  // Signing in again makes another participant, and an attempt stays with whoever started it.
  await page.getByLabel('昵称', { exact: true }).fill(`再来-${project.name}`)
  await page.getByRole('button', { name: '登记昵称' }).click()
  await expect(page.getByText('这次答题属于之前的登记，现在接不上了。可以重新开始。')).toBeVisible()
  await page.getByRole('link', { name: '第 1 题，已答' }).click()
  await expect(control(page, single(questionOf(stem))[0] ?? '')).toBeChecked()
  await next(page)
  await control(page, single(await shownQuestion(page))[0] ?? '').check()
  await page.getByRole('button', { name: '重新开始' }).click()
  await page.getByRole('button', { name: '开始答题' }).click()
  await expectPlace(page, 1)
  await expect(page.getByText(`已答 0 / ${TOTAL}`)).toBeVisible()
})

/** Names under which a key or what leads to it might leave the server too early. */
const FORBIDDEN = [
  'key',
  'keys',
  'answer',
  'answers',
  'answerKey',
  'correct',
  'isCorrect',
  'rationale',
  'explanation',
  'analysis',
  'score',
  'seed',
]

/** Names of all fields of a value, at any depth. */
function fieldNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(fieldNames)
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner]
}

test('nothing that the service sends before the hand-in has a key, and after it the result has', async ({ page }, {
  project,
}) => {
  const bodies: { path: string; names: readonly string[] }[] = []
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch()
    const { pathname } = new URL(route.request().url())
    // The standings are public: their marks are those of others, or of attempts that have ended.
    if (!pathname.endsWith('/standings')) bodies.push({ path: pathname, names: fieldNames(await response.json()) })
    await route.fulfill({ response })
  })
  const leaks = () =>
    bodies.flatMap(({ path, names }) =>
      names.filter((name) => FORBIDDEN.includes(name)).map((name) => `${path}: ${name}`),
    )
  await start(page, `查漏-${project.name}`)
  await answer(page, keyTexts)
  await expect(saving(page)).toHaveText('已保存')
  await page.reload()
  await expectPlace(page, 1)
  await review(page)
  const kinds = ['/api/units', '/api/session/guest', '/attempts', '/responses', '/api/attempts/']
  for (const kind of kinds)
    expect(
      bodies.some(({ path }) => path.includes(kind)),
      kind,
    ).toBe(true)
  expect(leaks()).toEqual([])
  await page.getByRole('button', { name: '不答了，交卷' }).click()
  await expect(page.getByRole('heading', { name: '成绩' })).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  expect(leaks().map((leak) => leak.replace(/.*: /, ''))).toEqual(expect.arrayContaining(['key', 'rationale', 'score']))
})

test('elder mode can be chosen in the middle and keeps answers, place and clock', async ({ page, context }, {
  project,
}) => {
  await start(page, `长辈-${project.name}`)
  const stem = await answer(page, keyTexts)
  await next(page)
  await expectPlace(page, 2)
  await answer(page, single)
  const { deadline } = (await onServer(context, page)).attempt
  await page.locator('.site-header [data-tool="elder"]').click()
  await expect(page.locator('html')).toHaveAttribute('data-elder', '1')
  await expectPlace(page, 2)
  await expect(page.locator('.quiz-option input:checked')).not.toHaveCount(0)
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await page
    .getByRole('link', { name: '第 1 题' })
    .or(page.getByRole('button', { name: '上一题' }))
    .first()
    .click()
  await expectPlace(page, 1)
  expect((await shownQuestion(page)).stem).toBe(stem)
  await expect(page.locator('.quiz-option input:checked')).not.toHaveCount(0)
  expect((await onServer(context, page)).attempt.deadline).toBe(deadline)
})
