import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { createFind, NO_FOLD } from '../../site/search/find.ts'
import { BUILD, commandOf } from '../../worker/build/tools.ts'
import { findBrowser } from '../e2e/browser.ts'
import { SIDE_BY_SIDE_QUESTIONS } from '../site/side-by-side-questions.ts'
import { type Answer, type CountingServer, countingServer } from './counting-server.ts'
import { type SiteOfPages, siteOf } from './made-up-site.ts'
import { median } from './measure.ts'

/**
 * The site's own search beside Pagefind, on the same pages from the same static server: bytes of bodies as that server counts them,
 * time from the first keystroke to the first result in Chromium, cold; and how often the right page is first. Both load when the field
 * gets the focus, and ask once the reader has paused. The server waits before each answer instead of Chromium, whose own
 * throttling leaves Pagefind's worker out.
 */

const QUERY = '老板拖欠工资怎么办'
/** No throttling, loopback; and the round trip of Lighthouse's slow 4G. */
const DELAYS = [0, 150] as const
/** A page of the site without search, whose scripts are there for other things. */
const WITHOUT_SEARCH = '/elder/'

/** Pagefind as its documentation says: loaded with the focus; it waits as long as our box does before it asks. */
const PAGEFIND_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Pagefind</title>
<input type="search"><ol id="search-hits"></ol>
<script type="module">
const load = () => import('/pagefind/pagefind.js')
globalThis.searchPagefind = async (query) => {
  const { results } = await (await load()).search(query)
  return results.length === 0 ? null : results[0].data()
}
const field = document.querySelector('input')
let timer = 0
field.addEventListener('focus', async () => (await load()).init())
field.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(async () => {
    const found = await searchPagefind(field.value)
    if (found === null) return
    const line = document.createElement('li')
    line.textContent = found.meta.title
    document.querySelector('ol').append(line)
  }, 150)
})
</script></html>`

declare global {
  var searchPagefind: (query: string) => Promise<{ readonly url: string } | null>
}

interface Cold {
  /** Bodies from the focus to the first result. */
  readonly bytes: number
  /** The same with the scripts that the page loads for search before. */
  readonly bytesWithPage: number
  readonly ms: number
}

/** Turns to the field of a page that has come to rest, and waits for the first result. */
async function cold(
  browser: Browser,
  server: CountingServer,
  path: string,
  others: ReadonlySet<string>,
): Promise<Cold> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    server.reset()
    await page.goto(`${server.origin}${path}`, { waitUntil: 'networkidle' })
    const scripts = server.answers().filter((answer) => answer.path.endsWith('.js') && !others.has(answer.path))
    server.reset()
    const shown = page.evaluate(
      () =>
        new Promise<{ ms: number; at: number }>((resolve) => {
          let started = 0
          addEventListener('input', () => (started ||= performance.now()), { capture: true })
          new MutationObserver(() => {
            if (document.querySelector('#search-hits li') === null) return
            const now = performance.now()
            resolve({ ms: now - started, at: performance.timeOrigin + now })
          }).observe(document.body, { childList: true, subtree: true })
        }),
    )
    await page.locator('input[type="search"]').focus()
    await page.keyboard.insertText(QUERY)
    const { ms, at } = await shown
    const bytesOf = (answers: readonly Answer[]) => answers.reduce((sum, { bytes }) => sum + bytes, 0)
    const bytes = bytesOf(server.answers().filter((answer) => answer.at <= at))
    return { bytes, bytesWithPage: bytes + bytesOf(scripts), ms }
  } finally {
    await context.close()
  }
}

/** Scripts that come with a page that has no search. */
async function otherScripts(browser: Browser, server: CountingServer): Promise<ReadonlySet<string>> {
  const page = await browser.newPage({ serviceWorkers: 'block' })
  server.reset()
  await page.goto(`${server.origin}${WITHOUT_SEARCH}`, { waitUntil: 'networkidle' })
  await page.close()
  return new Set(server.answers().map(({ path }) => path))
}

/** Writes the pages and lets Pagefind index them: the text of their main parts, in the language that they name. */
function makePagefind(folder: string, { html }: SiteOfPages): void {
  for (const [path, text] of html) {
    mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, path, 'index.html'), text)
  }
  const [program, ...args] = commandOf('pagefind', ['--site', folder])
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
}

/** The first addresses of all questions, as two figures. */
function rightFirst(first: readonly (string | undefined)[]): string {
  const right = SIDE_BY_SIDE_QUESTIONS.filter(([, pages], at) => pages.includes(first[at]?.replace(/#.*/, '') ?? ''))
  const none = first.filter((address) => address === undefined)
  return `${right.length} / ${none.length}`
}

async function pagefindFirst(page: Page): Promise<(string | undefined)[]> {
  const first: (string | undefined)[] = []
  for (const [query] of SIDE_BY_SIDE_QUESTIONS)
    first.push(await page.evaluate(async (asked) => (await searchPagefind(asked))?.url, query))
  return first
}

/**
 * Compares the two on a number of pages in Simplified Chinese; needs the built site.
 *
 * @param rounds how often the cold search is measured
 */
export async function pagefindBench(
  count: number,
  rounds: number,
): Promise<readonly (readonly [name: string, value: string])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingfa-pagefind-'))
  const site = siteOf(count)
  makePagefind(folder, site)
  const texts = new Map([
    ['/search-index.json', JSON.stringify(site.index)],
    ['/search-articles.json', JSON.stringify(site.articles)],
    ['/pagefind.html', PAGEFIND_PAGE],
  ])
  const server = await countingServer([folder, join(BUILD, 'site')], texts)
  const browser = await chromium.launch({ executablePath: findBrowser() })
  try {
    const others = await otherScripts(browser, server)
    const lines: (readonly [string, string])[] = []
    for (const [name, path] of [
      ['ours', '/search/'],
      ['Pagefind', '/pagefind.html'],
    ] as const) {
      // Once before, so that the server has compressed what it serves.
      const { bytes, bytesWithPage } = await cold(browser, server, path, others)
      lines.push([`${name}: bytes to first result / and page`, `${bytes} / ${bytesWithPage}`])
      const times: number[] = []
      for (const delay of DELAYS) {
        server.delayMs = delay
        const measured: number[] = []
        for (let round = 0; round < rounds; round += 1) measured.push((await cold(browser, server, path, others)).ms)
        times.push(median(measured))
      }
      server.delayMs = 0
      const shown = times.map((ms) => ms.toFixed(0)).join(' / ')
      lines.push([`${name}: ms to it, loopback / +${DELAYS[1]} an answer`, shown])
    }
    const find = createFind(site.index, NO_FOLD, site.articles)
    const ours = SIDE_BY_SIDE_QUESTIONS.map(([query]) => find(query).hits[0]?.path)
    lines.push(['ours: right first of 60 / nothing found', rightFirst(ours)])
    const page = await browser.newPage()
    await page.goto(`${server.origin}/pagefind.html`)
    lines.push(['Pagefind: right first of 60 / nothing found', rightFirst(await pagefindFirst(page))])
    return lines
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
