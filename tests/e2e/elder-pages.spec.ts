import { expect } from '@playwright/test'
import { ELDER_KEY } from '../../site/display/text-size.ts'
import { LANGUAGES, SINGLE_PAGES, SITE_PAGES, type SitePage } from './site-pages.ts'
import { expectAccessible, expectToFitNarrowScreen, test } from './visit.ts'

/** Each kind of page in elder mode with the largest letters, as someone finds it who chose it before. */

/** Texts that are smaller than 18 pixels, and controls lower than 60, in what can be seen. */
function tooSmall(): string[] {
  const visible = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1
  const texts = [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((element) => visible(element) && Number.parseFloat(getComputedStyle(element).fontSize) < 18)
  const controls = [
    ...document.querySelectorAll(
      '.button, .tool, .site-nav a, button, select, input:not([type="radio"], [type="checkbox"])',
    ),
  ].filter((element) => visible(element) && element.getBoundingClientRect().height < 59.5)
  return [...texts, ...controls].map((element) => element.outerHTML.slice(0, 120))
}

/** A poster or a certificate is a sheet of paper, whose letters are as large as the paper has them. */
const isSheet = ({ path }: SitePage) => /\/poster-|\/certificates\/print\//.test(path)

/** Pages looked at in one test: starting one costs as much as looking at a page. */
const AT_ONCE = 6

const groups = LANGUAGES.flatMap(({ lang, prefix }) => {
  const pages = prefix === '' ? [...SITE_PAGES, ...SINGLE_PAGES] : SITE_PAGES
  return Array.from({ length: Math.ceil(pages.length / AT_ONCE) }, (_, index) => ({
    lang,
    prefix,
    pages: pages.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  }))
})

for (const { lang, prefix, pages } of groups) {
  const names = pages.map(({ name }) => name).join(', ')
  test(`in elder mode (${lang}) are large, open to everyone and no wider than the screen: ${names}`, async ({
    page,
    faults,
  }) => {
    test.slow()
    for (const { allows } of pages) if (allows !== undefined) faults.allow(allows)
    await page.addInitScript((key) => localStorage.setItem(key, '3'), ELDER_KEY)
    for (const kind of pages) {
      await test.step(kind.name, async () => {
        await page.goto(`${prefix}${kind.path}`)
        if (kind.ready !== undefined) await expect(page.locator(kind.ready).first()).toBeAttached()
        if (!isSheet(kind)) {
          await expect(page.locator('html')).toHaveAttribute('data-elder', '3')
          expect.soft(await page.evaluate(tooSmall), page.url()).toEqual([])
        }
        await expectAccessible(page)
        await expectToFitNarrowScreen(page)
      })
    }
  })
}
