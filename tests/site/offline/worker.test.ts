import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ANSWERING_LOCK, CACHES, KEPT_AT, type OfflineSettings } from '../../../site/offline/names.ts'
import { PAGES_KEPT, PATIENCE_MS } from '../../../site/offline/plan.ts'

/** The service worker in a scope of the test's own: what the network gives, what is kept, what the browser gets. */

const ORIGIN = 'https://mingfa.example'
const pathOf = (key: string | Request) => new URL(typeof key === 'string' ? key : key.url, ORIGIN).pathname

/** A cache as browsers have it: in the order of putting. */
class FakeCache {
  readonly entries = new Map<string, Response>()
  full = false
  readonly match = async (key: string | Request) => this.entries.get(pathOf(key))?.clone()
  readonly keys = async () => [...this.entries.keys()].map((path) => new Request(`${ORIGIN}${path}`))
  readonly put = async (key: string, response: Response) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.entries.delete(pathOf(key))
    this.entries.set(pathOf(key), new Response(await response.text(), response))
  }
  readonly delete = async (key: string | Request) => this.entries.delete(pathOf(key))
}

/** An answer of the site. */
function served(body: string, status = 200, type = 'text/html; charset=utf-8'): Response {
  const response = new Response(body, { status, headers: { 'content-type': type } })
  return Object.defineProperty(response, 'type', { value: 'basic' })
}

const page = (text: string) =>
  `<!doctype html><html lang="zh-CN"><script src="/_astro/tools.AAAAAAAA.js"></script>${text}`
const site: Record<string, () => Response | Promise<Response>> = {}
const stores = new Map<string, FakeCache>()
const cache = (name: keyof OfflineSettings['caches']) => {
  const found = stores.get(CACHES[name]) ?? new FakeCache()
  stores.set(CACHES[name], found)
  return found
}
const open: { url: string }[] = []
const locks = new Set<string>()
const skipWaiting = vi.fn(async () => undefined)
const claim = vi.fn(async () => undefined)
const listeners = new Map<string, (event: object) => void>()

/** Sends an event to the worker and waits for all that it does; gives what it answered with, if it answered. */
async function send(type: string, request?: { url: string; method?: string; mode?: string }) {
  const work: Promise<unknown>[] = []
  let answer: Promise<Response> | undefined
  listeners.get(type)?.({
    request: request && { method: 'GET', mode: 'navigate', ...request, url: `${ORIGIN}${request.url}` },
    preloadResponse: Promise.resolve(undefined),
    waitUntil: (promise: Promise<unknown>) => work.push(promise),
    respondWith: (promise: Promise<Response>) => {
      answer = promise
    },
  })
  const response = await answer
  const text = await response?.text()
  for (let done = 0; done < work.length; done += 1) await work[done]
  return response && { status: response.status, text }
}

const visit = (url: string) => send('fetch', { url })

beforeEach(async () => {
  vi.resetModules()
  for (const store of [stores, listeners, locks]) store.clear()
  skipWaiting.mockClear()
  open.length = 0
  for (const address of Object.keys(site)) delete site[address]
  Object.assign(site, {
    '/a/': () => served(page('A')),
    '/offline/': () => served(page('offline')),
    '/en/offline/': () => served(page('offline in English')),
    '/_astro/tools.AAAAAAAA.js': () => served('import"./more.BBBBBBBB.js"', 200, 'text/javascript'),
    '/_astro/more.BBBBBBBB.js': () => served('', 200, 'text/javascript'),
  })
  vi.stubGlobal('MINGFA', {
    version: '1',
    offlinePages: ['/offline/', '/en/offline/'],
    caches: CACHES,
    keptAt: KEPT_AT,
    answering: ANSWERING_LOCK,
  } satisfies OfflineSettings)
  vi.stubGlobal('self', {
    location: { origin: ORIGIN },
    registration: {},
    clients: { claim, matchAll: async () => open },
    skipWaiting,
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  })
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      const found = stores.get(name) ?? new FakeCache()
      stores.set(name, found)
      return found
    },
  })
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, _: object, take: (lock: object | null) => unknown) =>
        take(locks.has(name) ? null : {}),
    },
  })
  vi.stubGlobal('fetch', async (key: string | Request) => {
    const answer = site[pathOf(key)]
    if (answer === undefined) throw new TypeError('no network')
    return answer()
  })
  await import('../../../site/offline/worker.ts')
})

/** Takes the network away. */
function disconnect(): void {
  for (const address of Object.keys(site)) delete site[address]
}

describe('a page', () => {
  it('comes from the network and is kept with what it names, and what that names', async () => {
    expect(await visit('/a/?x=1')).toEqual({ status: 200, text: page('A') })
    expect([...cache('pages').entries.keys()]).toEqual(['/a/'])
    expect([...cache('assets').entries.keys()].toSorted()).toEqual([
      '/_astro/more.BBBBBBBB.js',
      '/_astro/tools.AAAAAAAA.js',
    ])
    expect([...cache('offline').entries.keys()]).toEqual(['/offline/'])
    expect(cache('pages').entries.get('/a/')?.headers.get(KEPT_AT)).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it('comes as kept without network, at either address, and says so', async () => {
    await visit('/a/')
    disconnect()
    for (const address of ['/a/', '/a', '/a/?from=chat'])
      expect((await visit(address))?.text).toMatch(/^<!doctype html><html data-kept="\d{4}-[^"]+" lang="zh-CN">/)
  })

  it('comes as kept when the server fails or is slow, and as served when there is no copy', async () => {
    await visit('/a/')
    site['/a/'] = () => served('down', 503)
    expect((await visit('/a/'))?.text).toContain('data-kept')
    site['/b/'] = () => served('down', 503)
    expect(await visit('/b/')).toEqual({ status: 503, text: 'down' })

    vi.useFakeTimers()
    let arrive = (_: Response) => {}
    site['/a/'] = () =>
      new Promise((resolve) => {
        arrive = resolve
      })
    const slow = visit('/a/')
    await vi.advanceTimersByTimeAsync(PATIENCE_MS)
    arrive(served(page('newer')))
    vi.useRealTimers()
    expect((await slow)?.text).toContain('data-kept')
    expect(await cache('pages').entries.get('/a/')?.clone().text()).toBe(page('newer'))
  })

  it('that is gone from the site is no longer kept', async () => {
    await visit('/a/')
    site['/a/'] = () => served('not here', 404)
    expect(await visit('/a/')).toEqual({ status: 404, text: 'not here' })
    disconnect()
    expect((await visit('/a/'))?.text).toBe(page('offline'))
  })

  it('that was never read is told by the page for that, in its language', async () => {
    await visit('/a/')
    site['/en/a/'] = () => served(page('A in English'))
    await visit('/en/a/')
    disconnect()
    expect((await visit('/b/'))?.text).toBe(page('offline'))
    expect((await visit('/en/b/'))?.text).toBe(page('offline in English'))
  })

  it('of a contest is never kept', async () => {
    await visit('/a/')
    site['/contests/x/'] = () => served(page('contest'))
    expect((await visit('/contests/x/'))?.text).toBe(page('contest'))
    expect(cache('pages').entries.has('/contests/x/')).toBe(false)
    disconnect()
    expect((await visit('/contests/x/'))?.text).toBe(page('offline'))
  })

  it('is dropped when as many others have been read since', async () => {
    await visit('/a/')
    for (let number = 1; number <= PAGES_KEPT; number += 1) {
      site[`/${number}/`] = () => served(page(String(number)))
      await visit(`/${number}/`)
      if (number === 1) await visit('/a/')
    }
    const kept = [...cache('pages').entries.keys()]
    expect(kept).toHaveLength(PAGES_KEPT)
    expect(kept).not.toContain('/1/')
    expect(kept.slice(0, 2)).toEqual(['/a/', '/2/'])
  })

  it('comes all the same when the device is full', async () => {
    for (const name of ['pages', 'assets', 'offline'] as const) cache(name).full = true
    expect(await visit('/a/')).toEqual({ status: 200, text: page('A') })
    expect(cache('pages').entries.size).toBe(0)
  })
})

it.each([
  { url: '/api/practice/questions', mode: 'cors' },
  { url: '/api/reports', mode: 'cors', method: 'POST' },
  { url: '/law-dates.json', mode: 'cors' },
])('leaves $url to the browser', async (request) => {
  expect(await send('fetch', request)).toBeUndefined()
})

it('takes a hashed file as kept, whatever the network has', async () => {
  await visit('/a/')
  disconnect()
  expect((await send('fetch', { url: '/_astro/tools.AAAAAAAA.js', mode: 'cors' }))?.status).toBe(200)
})

describe('a new version', () => {
  it('keeps the pages that are open and takes over at once when nobody answers', async () => {
    open.push({ url: `${ORIGIN}/a/?x=1#y` }, { url: `${ORIGIN}/contests/x/` })
    await send('install')
    expect([...cache('pages').entries.keys()]).toEqual(['/a/'])
    expect([...cache('offline').entries.keys()]).toEqual(['/offline/'])
    expect(skipWaiting).toHaveBeenCalledOnce()
  })

  it('waits while someone answers', async () => {
    locks.add(ANSWERING_LOCK)
    await send('install')
    expect(skipWaiting).not.toHaveBeenCalled()
  })

  it('waits where there are no locks to tell', async () => {
    vi.stubGlobal('navigator', {})
    await send('install')
    expect(skipWaiting).not.toHaveBeenCalled()
  })

  it('is not installed without the page for what can’t be had', async () => {
    disconnect()
    open.push({ url: `${ORIGIN}/a/` })
    await expect(send('install')).rejects.toThrow('no network')
  })

  it('drops the files that no kept page names any more', async () => {
    await visit('/a/')
    await cache('assets').put('/_astro/old.CCCCCCCC.js', served('', 200, 'text/javascript'))
    await send('activate')
    expect([...cache('assets').entries.keys()].toSorted()).toEqual([
      '/_astro/more.BBBBBBBB.js',
      '/_astro/tools.AAAAAAAA.js',
    ])
    expect(claim).toHaveBeenCalled()
  })
})
