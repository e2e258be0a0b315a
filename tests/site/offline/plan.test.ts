import { describe, expect, it, test } from 'vitest'
import {
  type Arrived,
  assetsNamedIn,
  isGone,
  isKeepable,
  markedAsKept,
  offlinePageFor,
  type Plan,
  pageAddress,
  planOf,
  surplus,
} from '../../../site/offline/plan.ts'

const ORIGIN = 'https://mingfa.example'

describe('a request', () => {
  test.each<[method: string, mode: RequestMode, path: string, plan: Plan]>([
    ['GET', 'navigate', '/', 'page'],
    ['GET', 'navigate', '/explainers/unpaid-wages/', 'page'],
    ['GET', 'navigate', '/explainers/unpaid-wages/?from=chat#how', 'page'],
    ['GET', 'navigate', '/explainers/unpaid-wages', 'page'],
    ['GET', 'navigate', '/en/laws/', 'page'],
    ['GET', 'navigate', '/hant/practice/', 'page'],
    ['GET', 'navigate', '/contests/', 'online-page'],
    ['GET', 'navigate', '/contests', 'online-page'],
    ['GET', 'navigate', '/en/contests/hr-law-contest/standings/', 'online-page'],
    ['GET', 'navigate', '/desk/reports/', 'online-page'],
    ['GET', 'navigate', '/console/', 'online-page'],
    ['GET', 'navigate', '/certificates/?number=MF-2026', 'online-page'],
    ['GET', 'navigate', '/hant/sign-in/?from=/contests/', 'online-page'],
    ['GET', 'navigate', '/hant/report/?receipt=secret', 'online-page'],
    ['GET', 'navigate', '/offline/', 'online-page'],
    ['GET', 'no-cors', '/_astro/site.C-pDoLk6.css', 'asset'],
    ['GET', 'cors', '/_astro/page.CHuchoZp.js', 'asset'],
    ['GET', 'cors', '/api/practice/questions', 'pass'],
    ['GET', 'cors', '/api/practice/offline', 'pass'],
    ['GET', 'cors', '/api/assessments/hr-law-contest/standings', 'pass'],
    ['GET', 'navigate', '/api/openapi', 'pass'],
    ['POST', 'cors', '/api/reports', 'pass'],
    ['POST', 'navigate', '/explainers/', 'pass'],
    ['HEAD', 'cors', '/', 'pass'],
    ['GET', 'navigate', '/responsibilities/2026.csv', 'pass'],
    ['GET', 'navigate', '/explainers/atom.xml', 'pass'],
    ['GET', 'cors', '/law-dates.json', 'pass'],
    ['GET', 'cors', '/explainers/', 'pass'],
  ])('%s (%s) %s: %s', (method, mode, path, plan) => {
    expect(planOf({ method, mode, url: `${ORIGIN}${path}` }, ORIGIN)).toBe(plan)
  })

  it('to another site passes, whatever it asks for', () => {
    for (const path of ['/', '/_astro/a.C-pDoLk6.js'])
      expect(planOf({ method: 'GET', mode: 'navigate', url: `https://other.example${path}` }, ORIGIN)).toBe('pass')
  })
})

test.each([
  ['/laws/', '/laws/'],
  ['/laws', '/laws/'],
  ['/', '/'],
])('the page %s is kept under %s', (pathname, address) => {
  expect(pageAddress(pathname)).toBe(address)
})

describe('an answer', () => {
  const html = { 'content-type': 'text/html; charset=utf-8' }
  const answer = (status: number, headers: Record<string, string>, more: Partial<Arrived> = {}): Arrived => ({
    status,
    headers: new Headers(headers),
    type: 'basic',
    redirected: false,
    ...more,
  })

  it.each([
    ['a page', answer(200, html), true],
    ['a page that is not there', answer(404, html), false],
    ['an error of the server', answer(503, html), false],
    ['a redirect that the browser is to follow', answer(200, html, { status: 0, type: 'opaqueredirect' }), false],
    ['a redirect that was followed', answer(200, html, { redirected: true }), false],
    ['something opaque', answer(200, html, { status: 0, type: 'opaque' }), false],
    ['something from another site', answer(200, html, { type: 'cors' }), false],
    ['data', answer(200, { 'content-type': 'application/json' }), false],
    ['something without a type', answer(200, {}), false],
  ])('that is %s is kept: %s', (_, response, keeps) => {
    expect(isKeepable(response)).toBe(keeps)
  })

  it.each([
    [404, true],
    [410, true],
    [200, false],
    [500, false],
  ])('of status %i means that the page is gone: %s', (status, gone) => {
    expect(isGone({ status })).toBe(gone)
  })
})

describe('the files that a text names', () => {
  it('are those with a hash in their name, each once, by their address', () => {
    const page = '<link href="/_astro/_slug_.hbNNGcQi.css"><script src="/_astro/Elder.astro_index_0.C-pDoLk6.js">'
    const script =
      'import"./preact.module.DQhU9Bmi.js";import("./_x_.C-pDoLk6.js");m=["_astro/preact.module.DQhU9Bmi.js"]'
    expect(assetsNamedIn(page)).toEqual(['/_astro/_slug_.hbNNGcQi.css', '/_astro/Elder.astro_index_0.C-pDoLk6.js'])
    expect(assetsNamedIn(script)).toEqual(['/_astro/preact.module.DQhU9Bmi.js', '/_astro/_x_.C-pDoLk6.js'])
  })

  it.each(['', '/favicon.svg', '/share/3f9a1c20b7d4e586.png', 'site.css', '/responsibilities/2026.csv'])(
    'are none in %j',
    (text) => {
      expect(assetsNamedIn(text)).toEqual([])
    },
  )
})

test.each([
  [[1, 2, 3], 5, []],
  [[1, 2, 3], 3, []],
  [[1, 2, 3], 2, [1]],
  [[1, 2, 3], 0, [1, 2, 3]],
  [[], 0, []],
])('of %j, %i may stay: %j go', (keys, most, gone) => {
  expect(surplus(keys, most)).toEqual(gone)
})

test.each([
  ['/explainers/a/', '/offline/'],
  ['/en/explainers/a/', '/en/offline/'],
  ['/hant/', '/hant/offline/'],
  ['/enough/', '/offline/'],
])('what can’t be had of %s is told by %s', (pathname, page) => {
  expect(offlinePageFor(pathname, ['/offline/', '/hant/offline/', '/en/offline/'])).toBe(page)
})

describe('a kept page', () => {
  it('says on its root since when it is kept', () => {
    expect(markedAsKept('<!doctype html><html lang="zh-CN"><p>&lt;html', '2026-11-23T08:00:00.000Z')).toBe(
      '<!doctype html><html data-kept="2026-11-23T08:00:00.000Z" lang="zh-CN"><p>&lt;html',
    )
  })

  it('can’t be made to say anything else', () => {
    expect(markedAsKept('<html>', '"><script>$&')).toBe('<html data-kept="script">')
  })
})
