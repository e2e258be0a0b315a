import { expect } from '@playwright/test'
import { tabTo, test } from './visit.ts'

test('elder mode is entered by keyboard on any page, remembered on the next, and left again', async ({ page }) => {
  const html = page.locator('html')
  const toggle = page.locator('.site-header [data-tool="elder"]')
  await page.goto('/explainers/unpaid-wages/')
  await tabTo(page, toggle)
  await page.keyboard.press('Enter')
  await expect(html).toHaveAttribute('data-elder', '1')
  await expect(page.getByRole('status').filter({ hasText: '已换成长辈版' })).toBeVisible()

  const larger = page.getByRole('button', { name: '字大一点' })
  await larger.click()
  await larger.click()
  await larger.click()
  await expect(html).toHaveAttribute('data-elder', '3')
  const size = await page
    .locator('.prose p')
    .first()
    .evaluate((element) => getComputedStyle(element).fontSize)
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(30)

  await page.goto('/laws/')
  await expect(html).toHaveAttribute('data-elder', '3')
  await toggle.click()
  await expect(html).not.toHaveAttribute('data-elder')
  await page.reload()
  await expect(html).not.toHaveAttribute('data-elder')
})

test('without JavaScript the entry leads to a page that says what helps', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: '长辈版' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/长辈版/)
  await expect(page.locator('#main noscript .notice')).toContainText('你的浏览器关闭了 JavaScript')
  await expect(page.locator('.page-tools')).toBeHidden()
  await context.close()
})

for (const words of ['长辈版', '关怀版', '大字版', '字太小']) {
  test(`${words} finds the page of elder mode first`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(words)}`)
    await expect(page.locator('#search-hits a').first()).toHaveAttribute('href', '/elder/')
  })
}

/** A voice that says what it was given as soon as it is asked to. */
function fakeVoice(): void {
  const spoken: string[] = []
  Object.assign(window, { spoken })
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      cancel() {},
      speak(utterance: SpeechSynthesisUtterance) {
        spoken.push(`${utterance.lang}: ${utterance.text}`)
        utterance.onstart?.call(utterance, new SpeechSynthesisEvent('start', { utterance }))
        // The first sentence goes on until the test has seen it.
        if (spoken.length > 1)
          queueMicrotask(() => utterance.onend?.call(utterance, new SpeechSynthesisEvent('end', { utterance })))
        else
          Object.assign(window, {
            endFirst: () => utterance.onend?.call(utterance, new SpeechSynthesisEvent('end', { utterance })),
          })
      },
    },
  })
}

test('a page is read aloud sentence by sentence, and the sentence is marked', async ({ page }) => {
  await page.addInitScript(fakeVoice)
  await page.goto('/explainers/unpaid-wages/')
  const read = page.getByRole('button', { name: '听本页' })
  await read.click()
  await expect(read).toHaveAttribute('aria-pressed', 'true')
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('reading') ?? [])].map((range) => String(range)).join(''))
  await expect.poll(marked).toBe(await page.locator('h1').textContent())

  await page.evaluate(() => Reflect.get(window, 'endFirst')())
  await expect(read).toHaveAttribute('aria-pressed', 'false')
  expect(await marked()).toBe('')
  const spoken = await page.evaluate((): string[] => Reflect.get(window, 'spoken'))
  expect(spoken.length).toBeGreaterThan(20)
  expect(spoken.every((line) => line.startsWith('zh-CN: '))).toBe(true)
  const answer = await page.locator('.answer li').first().textContent()
  expect(spoken.join('').replaceAll('zh-CN: ', '')).toContain(answer)
})
