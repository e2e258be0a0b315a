import { expect, type Page } from '@playwright/test'
import { type PracticeQuestion, PracticeQuestionsSchema } from '../../content/domain/practice-api.ts'
import {
  articlesOf,
  control,
  expectExplained,
  guarded,
  keyTexts,
  questionOf,
  shownQuestion,
  wrongTexts,
} from './bank.ts'
import { enterOn, expectAccessible, expectToFitNarrowScreen, openIsland, tabTo, test } from './visit.ts'

/** Lets only questions of one type through, as the service gives them, so that a round is sure to have them. */
async function onlyOfType(page: Page, type: PracticeQuestion['type']): Promise<void> {
  await page.route('**/api/practice/questions?*', async (route) => {
    const response = await route.fetch()
    const { questions } = PracticeQuestionsSchema.parse(await response.json())
    const json = { questions: questions.filter((question) => question.type === type) }
    expect(json.questions.length).toBeGreaterThan(0)
    await route.fulfill({ response, json })
  })
}

/** Chooses the topic of wages and starts, by keyboard. */
async function startByKeyboard(page: Page): Promise<void> {
  await openIsland(page, '/practice/')
  await tabTo(page, page.getByRole('radio', { name: '全部主题' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: '工资支付' })).toBeChecked()
  await enterOn(page, page.getByRole('button', { name: '开始练习' }))
  await expect(page.getByRole('heading', { name: /第 1 题，共 \d+ 题/ })).toBeFocused()
}

/** Chooses an option of the question shown, by keyboard: Tab to the group, then arrows. */
async function chooseByKeyboard(page: Page, text: string): Promise<void> {
  await tabTo(page, page.locator('.quiz-option input').first())
  await page.keyboard.press('Space')
  const wanted = control(page, text)
  for (const _ of await page.locator('.quiz-option').all()) {
    if (await wanted.isChecked()) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeChecked()
}

const feedback = (page: Page) => page.locator('.quiz-feedback')
const outcome = (page: Page) => feedback(page).getByRole('heading')

test('by keyboard alone: a wrong answer is told at once in words, with the right one, the reason and the article', async ({
  page,
}) => {
  await onlyOfType(page, 'single')
  await startByKeyboard(page)
  const question = await shownQuestion(page)
  await chooseByKeyboard(page, wrongTexts(question)[0] ?? '')
  await enterOn(page, page.getByRole('button', { name: '看对不对' }))
  await expect(outcome(page)).toBeFocused()
  await expect(outcome(page)).toHaveText('✗ 答错了')
  await expectExplained(feedback(page), question)
  await expect(page.locator('.quiz-option input').first()).toBeDisabled()

  const [article] = articlesOf(question)
  await enterOn(
    page,
    feedback(page)
      .getByRole('link', { name: article?.text ?? '', exact: true })
      .last(),
  )
  await expect(page).toHaveURL(article?.href ?? '')
  await expect(
    page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).getByText('条文要旨，非法律原文'),
  ).toBeVisible()
})

test('by keyboard alone: a right answer is told in words, and Enter leads on', async ({ page }) => {
  await onlyOfType(page, 'single')
  await startByKeyboard(page)
  const question = await shownQuestion(page)
  await chooseByKeyboard(page, keyTexts(question)[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(outcome(page)).toHaveText('✓ 答对了')
  await enterOn(page, page.getByRole('button', { name: '下一题' }))
  await expect(page.getByRole('heading', { name: /第 2 题/ })).toBeFocused()
  await expect(page.locator('.quiz-option input:checked')).toHaveCount(0)
})

test('by keyboard alone: a question with several answers needs all of them', async ({ page }) => {
  await onlyOfType(page, 'multiple')
  await startByKeyboard(page)
  await expect(page.getByText('多选题，可多选')).toBeVisible()
  const first = await shownQuestion(page)
  for (const { text } of first.options.filter(({ id }) => first.key.includes(id))) {
    await control(page, text).focus()
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Enter')
  await expect(outcome(page)).toHaveText('✓ 答对了')

  await enterOn(page, page.getByRole('button', { name: '下一题' }))
  const second = await shownQuestion(page)
  await control(page, wrongTexts(second)[0] ?? '').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(outcome(page)).toHaveText('✗ 答错了')
  await expectExplained(feedback(page), second)
})

test('by keyboard alone: a blank is filled in, with whatever spaces around the answer', async ({ page }) => {
  await onlyOfType(page, 'fill-in')
  await startByKeyboard(page)
  const question = await shownQuestion(page)
  await tabTo(page, page.getByRole('textbox', { name: '你的答案' }))
  await page.keyboard.type(` ${question.key[0]} `)
  await page.keyboard.press('Enter')
  await expect(outcome(page)).toHaveText('✓ 答对了')
  await expectExplained(feedback(page), question)
})

test('checking without an answer says what is missing, and leads there', async ({ page }) => {
  await onlyOfType(page, 'single')
  await startByKeyboard(page)
  await enterOn(page, page.getByRole('button', { name: '看对不对' }))
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('还没有作答')
  await expect(page.getByRole('group').last()).toHaveAccessibleDescription(/还没有作答/)
  await enterOn(page, summary.getByRole('link'))
  await expect(page.locator('.quiz-option input').first()).toBeFocused()
})

test('every state is open to everyone', async ({ page }) => {
  await onlyOfType(page, 'single')
  await startByKeyboard(page)
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await page.getByRole('button', { name: '看对不对' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await control(page, wrongTexts(await shownQuestion(page))[0] ?? '').check()
  await page.getByRole('button', { name: '看对不对' }).click()
  await expect(outcome(page)).toBeVisible()
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
})

test('outcomes differ by sign and words, also where colours are taken away', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await onlyOfType(page, 'true-false')
  await startByKeyboard(page)
  const seen: string[] = []
  for (const texts of [keyTexts, wrongTexts]) {
    await control(page, texts(await shownQuestion(page))[0] ?? '').check()
    await page.getByRole('button', { name: '看对不对' }).click()
    seen.push(await outcome(page).innerText())
    await page.getByRole('button', { name: '下一题' }).click()
  }
  expect(seen).toEqual(['✓ 答对了', '✗ 答错了'])
})

test('a round ends with a summary; what was missed can be practised again', async ({ page }) => {
  await openIsland(page, '/practice/?topic=publicity')
  await expect(page.getByRole('radio', { name: '普法与依法行政' })).toBeChecked()
  await page.getByRole('button', { name: '开始练习' }).click()
  const heading = page.getByRole('heading', { name: /第 1 题，共 \d+ 题/ })
  const total = Number(/共 (\d+) 题/.exec(await heading.innerText())?.[1])
  let right = 0
  for (let number = 1; number <= total; number += 1) {
    await expect(page.getByRole('heading', { name: `第 ${number} 题，共 ${total} 题` })).toBeVisible()
    const question = await shownQuestion(page)
    if (question.type === 'fill-in') await page.getByRole('textbox').fill('不知道')
    else await page.locator('.quiz-option input').first().check()
    await page.getByRole('button', { name: '看对不对' }).click()
    if ((await outcome(page).innerText()) === '✓ 答对了') right += 1
    await page.getByRole('button', { name: number === total ? '看小结' : '下一题' }).click()
  }
  await expect(page.getByRole('heading', { name: '这一轮的小结' })).toBeFocused()
  await expect(page.getByText(`${total} 题中答对 ${right} 题。`)).toBeVisible()
  await expect(page.locator('details.quiz-fold')).toHaveCount(total - right)
  await expectAccessible(page)
  const missed = page.locator('details.quiz-fold').first()
  const stem = await missed.locator('summary').innerText()
  await missed.locator('summary').click()
  await expectExplained(missed, questionOf(stem))
  await page.getByRole('button', { name: '再练没答对的题' }).click()
  await expect(page.getByRole('heading', { name: `第 1 题，共 ${total - right} 题` })).toBeVisible()
  expect((await shownQuestion(page)).stem).toBe(stem)
})

test('the questions of contests never come, and their keys can’t be asked for', async ({ request }) => {
  const answer = await request.get('/api/practice/questions')
  const { questions } = PracticeQuestionsSchema.parse(await answer.json())
  expect(questions.length).toBeGreaterThan(50)
  expect(guarded.length).toBeGreaterThan(50)
  const ids = new Set(guarded.map(({ id }) => id))
  const stems = new Set(guarded.map(({ stem }) => stem))
  expect(questions.filter(({ id, stem }) => ids.has(id) || stems.has(stem))).toEqual([])
  for (const { id } of guarded.slice(0, 5)) {
    const refusal = await request.post(`/api/practice/questions/${id}/check`, { data: { response: ['A'] } })
    expect(refusal.status()).toBe(404)
    expect(await refusal.text()).not.toMatch(/"(key|rationale)"/)
  }
})

test('without a connection it says so, keeps the answer, and goes on when the network is back', async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  await openIsland(page, '/practice/')
  await context.setOffline(true)
  await page.getByRole('button', { name: '开始练习' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('连不上服务器')
  await context.setOffline(false)
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByRole('heading', { name: /第 1 题/ })).toBeVisible()

  const question = await shownQuestion(page)
  const field = question.type === 'fill-in' ? page.getByRole('textbox') : page.locator('.quiz-option input').first()
  if (question.type === 'fill-in') await field.fill('十五')
  else await field.check()
  await context.setOffline(true)
  await page.getByRole('button', { name: '看对不对' }).click()
  await expect(page.getByRole('alert')).toContainText('连不上服务器')
  if (question.type === 'fill-in') await expect(field).toHaveValue('十五')
  else await expect(field).toBeChecked()
  await context.setOffline(false)
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(outcome(page)).toHaveText(/答对|答错/)
})
