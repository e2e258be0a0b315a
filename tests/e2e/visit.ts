import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'

/** What every end-to-end test does: open pages, watch the console, ask axe, use the keyboard. */

/** Errors that the page reports: console (with violations of the content security policy) and uncaught ones. */
export class Faults {
  readonly #seen: string[] = []
  readonly #allowed: RegExp[] = []

  watch(page: Page): void {
    page.on('pageerror', ({ message }) => this.#seen.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`${message.text()} (${message.location().url})`)
    })
  }

  /** Names errors that the test brings about itself, such as a lost connection. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  unexpected(): string[] {
    return this.#seen.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)))
  }
}

/** `test` of Playwright; each one fails on an error that the page reports and the test hasn't allowed. */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ page }, use) => {
      const faults = new Faults()
      faults.watch(page)
      await use(faults)
      expect(faults.unexpected(), 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What depends on the scheme; the rest needs to be looked at once. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

async function expectNoViolations(axe: AxeBuilder, seen: string): Promise<void> {
  const { violations, passes } = await axe.setLegacyMode().analyze()
  expect(passes.length, 'rules that found something to check').toBeGreaterThan(0)
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect.soft(found, `axe, ${seen}`).toEqual([])
}

/** Expects that axe finds nothing on the page as it is now, in the light and the dark scheme. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectNoViolations(new AxeBuilder({ page }).withTags(RULES), `light, ${page.url()}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(new AxeBuilder({ page }).withRules(COLOUR_RULES), `dark, ${page.url()}`)
  await page.emulateMedia({ colorScheme: null })
}

/** Expects that nothing makes the page wider than a window of 320 pixels. */
export async function expectToFitNarrowScreen(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (size !== null) await page.setViewportSize(size)
}

/** Opens a page and waits until its islands answer. */
export async function openIsland(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('astro-island').first()).toBeAttached()
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0)
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const most = 150
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${most} times Tab didn't lead to ${target}.`)
}

/** Reaches an element by Tab and presses Enter on it. */
export async function enterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Takes a register away as CSV and as a workbook; both files have this name. */
export async function expectDownloads(page: Page, name: string): Promise<void> {
  for (const [link, ending] of [
    ['下载 CSV', 'csv'],
    ['下载 Excel', 'xlsx'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`${name}.${ending}`)
  }
}
