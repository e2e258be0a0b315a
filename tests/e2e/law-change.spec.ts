import { expect, type Page } from '@playwright/test'
import { comparisonPath } from '../../content/domain/law-library.ts'
import {
  CHANGING_CONTENT,
  CHANGING_LAW,
  CHANGING_STATUTES,
  CITING_PAGE,
  dayFromToday,
  EARLIER_FROM,
  LATER_FROM,
} from '../fixtures/changing-law.ts'
import { type OwnSite, startOwnSite } from './own-site.ts'
import { enterOn, expectAccessible, expectToFitNarrowScreen, test } from './visit.ts'

/** A law that changes soon: what everyone reads on the days before, on the day itself, and after. */

// One site for all of them; it takes half a minute to build.
test.describe.configure({ mode: 'default' })

const LATER = `${CHANGING_LAW}${LATER_FROM}/`
/** The address of the earlier text, which stays when the later one takes its place on the page of the law. */
const EARLIER = `${CHANGING_LAW}${EARLIER_FROM}/`
const COMPARISON = comparisonPath('day-work-example', EARLIER_FROM, LATER_FROM)
const DAYS = [
  { name: 'the day before', day: dayFromToday(9), clock: '23:59:00', changed: false },
  { name: 'the day itself', day: LATER_FROM, clock: '00:00:00', changed: true },
  { name: 'the day after', day: dayFromToday(11), clock: '12:00:00', changed: true },
] as const

let site: OwnSite

test.beforeAll(async () => {
  test.setTimeout(240_000)
  site = await startOwnSite(CHANGING_CONTENT, CHANGING_STATUTES, '短工津贴每天三十元')
})

test.afterAll(() => site?.end())

const visit = (page: Page, path: string) => page.goto(site.origin + path)
const at = ({ day, clock }: (typeof DAYS)[number]) => `${day}T${clock}+08:00`

for (const when of DAYS) {
  test(`${when.name}: the page of the law, its status and its table speak of that day`, async ({ page }) => {
    await page.clock.setFixedTime(at(when))
    await visit(page, CHANGING_LAW)
    await expect(page).toHaveURL(site.origin + (when.changed ? LATER : CHANGING_LAW))
    await expect(page.locator('.law-phase:visible')).toContainText('现行有效')
    const rows = page
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('cell') })
    const badges = rows.locator('.badge:visible')
    await expect(badges).toHaveText(when.changed ? ['现行有效', '已被修改'] : ['尚未施行', '现行有效'])
    await expect(page.locator('.articles')).toContainText(when.changed ? '每天五十元' : '每天三十元')
    await visit(page, `${CHANGING_LAW}?on=${when.day}`)
    await expect(page).toHaveURL((url) => url.pathname === (when.changed ? LATER : CHANGING_LAW))
    await visit(page, LATER)
    await expect(page.locator('.law-phase:visible')).toContainText(when.changed ? '现行有效' : '尚未施行')
  })

  test(`${when.name}: a page that cites a changed article ${when.changed ? 'says so' : 'says nothing yet'}`, async ({
    page,
  }) => {
    await page.clock.setFixedTime(at(when))
    await visit(page, CITING_PAGE)
    const notice = page.locator('.law-notice:visible')
    if (!when.changed) {
      await expect(page.locator('main')).toContainText('每天三十元')
      await expect(notice).toHaveCount(0)
      return
    }
    await expect(notice).toContainText('法律有了新文本')
    await expect(notice).toContainText('第三条')
    await expect(notice.locator('time')).toHaveAttribute('datetime', LATER_FROM)
    if (when.clock === '00:00:00') {
      await expectAccessible(page)
      await expectToFitNarrowScreen(page)
    }
    await notice.getByRole('link').first().click()
    await expect(page.locator('main')).toContainText('每天五十元')
  })
}

test('the status bar of a text to come leads to the one in force, and is open to everyone', async ({ page }) => {
  await visit(page, LATER)
  const bar = page.locator('.law-status')
  await expect(bar).toContainText('尚未施行')
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  await enterOn(page, bar.getByRole('link', { name: '看这部法现在的文本' }))
  await expect(page).toHaveURL(site.origin + CHANGING_LAW)
  await enterOn(page, page.getByRole('link', { name: '与上一个文本对照' }))
  await expect(page).toHaveURL(site.origin + COMPARISON)
})

test('two texts are compared by keyboard: past the menus, by headings, what is folded opened, and back', async ({
  page,
}) => {
  await visit(page, CHANGING_LAW)
  await enterOn(page, page.getByRole('link', { name: '与上一个文本对照' }))
  await expect(page).toHaveURL(site.origin + COMPARISON)
  await enterOn(page, page.getByRole('link', { name: '跳到正文' }))
  await expect(page.locator('main')).toBeFocused()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('短工津贴条例（示例） 新旧文本对照')
  await expect(page.getByRole('list', { name: '一共' }).getByRole('listitem')).toHaveText([
    '1条有改动',
    '1条新增',
    '1条删去',
    '1条只改了条号',
    '1条只有标点或者空格不同',
    '1条完全相同',
  ])
  const changed = page.locator('#art-4')
  await expect(changed.getByRole('heading', { level: 3 })).toHaveText(/第三条\s*现为\s*第四条/)
  await expect(changed.locator('del')).toContainText('三十')
  await expect(changed.locator('ins')).toContainText('五十')
  const folded = page.locator('#art-2')
  await expect(folded).toBeHidden()
  await enterOn(page, page.locator('summary', { hasText: '只有标点或者空格不同的条（1条）' }))
  await expect(folded).toBeVisible()
  await expect(folded.locator('ins')).toContainText('，')
  await expectAccessible(page)
  await expectToFitNarrowScreen(page)
  // The jump past the menus is a step of its own.
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(site.origin + CHANGING_LAW)
})

test('search finds the article as it is and as it will be, and the filter tells them apart by keyboard', async ({
  page,
}) => {
  await visit(page, `/search/?q=${encodeURIComponent('短工津贴每天多少元')}`)
  const paths = () =>
    page.locator('#search-hits a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  await expect.poll(paths).toContain(`${EARLIER}#art-3`)
  await enterOn(page, page.locator('.search-filters summary'))
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('类别')).toBeFocused()
  await page.getByLabel('类别').selectOption('article')
  await page.getByLabel('效力状态').focus()
  await page.getByLabel('效力状态').selectOption('not-yet-in-force')
  await expect.poll(async () => (await paths())[0]).toBe(`${LATER}#art-4`)
  await expectAccessible(page)
  await enterOn(page, page.getByRole('button', { name: '清除筛选' }))
  await expect.poll(paths).toContain(`${EARLIER}#art-3`)
  await page.getByRole('searchbox').fill('短工津贴条例（示例）第三条')
  await expect(page.locator('#search-hits a').first()).toHaveAttribute('href', `${EARLIER}#art-3`)
})
