import { expect, test } from '@playwright/test'

/** 行政复议法 has two texts in the shipped content, in force from 2018-01-01 and from 2024-01-01. */
const LAW = '/laws/reconsideration-law/'
const EARLIER = `${LAW}2018-01-01/`

test.describe('a law on a day', () => {
  for (const { on, path } of [
    { on: '2018-01-01', path: EARLIER },
    { on: '2023-12-31', path: EARLIER },
    { on: '2024-01-01', path: LAW },
  ]) {
    test(`?on=${on} shows the text in force on that day`, async ({ page }) => {
      await page.goto(`${LAW}?on=${on}`)
      await expect(page).toHaveURL((url) => url.pathname === path)
      await expect(page.locator('.law-status')).toContainText(path === LAW ? '现行有效' : '已被修改')
      if (path === LAW) await expect(page.getByText('2024年1月1日有效的就是下面这个文本。')).toBeVisible()
    })
  }

  test('before the first known text, the page says that it knows of none, and lists those it has', async ({ page }) => {
    await page.goto(`${LAW}?on=2017-12-31`)
    await expect(
      page.getByRole('status').filter({ hasText: '2017年12月31日有效的是哪个文本，本站不能确定' }),
    ).toBeVisible()
    await expect(page.getByRole('table').getByRole('link', { name: '2017年修正' })).toHaveAttribute('href', EARLIER)
  })

  test('a day that does not exist is refused in words', async ({ page }) => {
    await page.goto(`${LAW}?on=2023-02-29`)
    await expect(page.getByText('网址里的日期要写成 on=2026-11-01 这样')).toBeVisible()
  })

  for (const { clock, path } of [
    { clock: '2023-12-31T23:59:00+08:00', path: EARLIER },
    { clock: '2024-01-01T00:00:00+08:00', path: LAW },
  ]) {
    test(`read at ${clock}, the law is the text of that day without a build`, async ({ page }) => {
      await page.clock.setFixedTime(clock)
      await page.goto(`${LAW}#art-2`)
      await expect(page).toHaveURL((url) => url.pathname === path && url.hash === '#art-2')
    })
  }
})

test('the address of a text that stands on the page of its law leads there, to the article', async ({ page }) => {
  await page.goto(`${LAW}2024-01-01/#art-2`)
  await expect(page).toHaveURL(`${LAW}#art-2`)
  await expect(page.locator('#art-2').getByRole('heading')).toBeInViewport()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the address of a text leads to its law, which says as of which day it speaks', async ({ page }) => {
    await page.goto(`${LAW}2024-01-01/`)
    await expect(page).toHaveURL(LAW)
    await expect(page.locator('.law-status')).toContainText(/现行有效.*效力状态截至\d{4}年/s)
    await expect(page.getByRole('table').getByRole('link', { name: '2017年修正' })).toBeVisible()
  })
})

test('the data of a text has its articles with addresses that stay', async ({ page, request }) => {
  await page.goto(EARLIER)
  const data = await (
    await request.get((await page.getByRole('link', { name: 'JSON' }).getAttribute('href')) ?? '')
  ).json()
  expect(data).toMatchObject({ effectiveFrom: '2018-01-01', inForce: [{ from: '2018-01-01', to: '2024-01-01' }] })
  for (const { uri, number } of data.articles) {
    expect(new URL(uri).pathname + new URL(uri).hash).toBe(`${EARLIER}#art-${number}`)
  }
})
