import type { OfflineSettings } from './names.ts'
import {
  assetsNamedIn,
  isGone,
  isKeepable,
  markedAsKept,
  offlinePageFor,
  PAGES_KEPT,
  PATIENCE_MS,
  pageAddress,
  planOf,
  surplus,
} from './plan.ts'

/**
 * The service worker, `/sw.js`: pages read before can be read without network. It never keeps an answer of `/api/`; the
 * questions for practice offline are kept by the practice page, for those who ask for it.
 */

/** What of a worker's scope is used here; the types of the whole clash with those of pages. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
interface Scope {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
}
declare const self: Scope
/** Stands before this code; see `service-worker.ts`. */
declare const MINGFA: OfflineSettings

const { caches: names, keptAt, offlinePages, answering } = MINGFA

const nothing = () => undefined

/** Keeps a hashed file, and before it all that it names, so that a file that is there is there with all it needs. */
async function keepAsset(address: string, under: ReadonlySet<string> = new Set()): Promise<void> {
  const cache = await caches.open(names.assets)
  if (under.has(address) || (await cache.match(address)) !== undefined) return
  const response = await fetch(address)
  if (response.ok) await keepAssetFrom(address, response, under)
}

async function keepAssetFrom(address: string, response: Response, under: ReadonlySet<string> = new Set()) {
  const text = await response.clone().text()
  const path = new Set([...under, address])
  await Promise.all(assetsNamedIn(text).map((named) => keepAsset(named, path)))
  await (await caches.open(names.assets)).put(address, response)
}

/** Keeps a page as of now, as the one read last, with the files that it names. */
async function keepPage(cacheName: string, address: string, response: Response): Promise<void> {
  const headers = new Headers(response.headers)
  headers.set(keptAt, new Date().toISOString())
  const html = await response.text()
  const cache = await caches.open(cacheName)
  await Promise.all(assetsNamedIn(html).map((named) => keepAsset(named)))
  await cache.put(address, new Response(html, { headers }))
  for (const key of surplus(await cache.keys(), PAGES_KEPT)) await cache.delete(key)
}

async function fetchPage(cacheName: string, address: string): Promise<void> {
  const response = await fetch(address)
  if (isKeepable(response)) await keepPage(cacheName, address, response)
}

/** Keeps the page for what can't be had, unless it is there. */
async function keepOfflinePage(pathname: string): Promise<void> {
  const address = offlinePageFor(pathname, offlinePages)
  if ((await (await caches.open(names.offline)).match(address)) === undefined) await fetchPage(names.offline, address)
}

/** The pages that are open, and offline ones of their languages and of those read before, in the version that comes. */
async function install(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const paths = open.map(({ url }) => new URL(url).pathname)
  const before = (await (await caches.open(names.offline)).keys()).map(({ url }) => new URL(url).pathname)
  const offline = new Set([...before, ...paths.map((path) => offlinePageFor(path, offlinePages))])
  await Promise.all([...offline].map((address) => fetchPage(names.offline, address)))
  const pages = open.filter(
    ({ url }) => planOf({ method: 'GET', mode: 'navigate', url }, self.location.origin) === 'page',
  )
  await Promise.all(pages.map(({ url }) => fetchPage(names.pages, pageAddress(new URL(url).pathname)).catch(nothing)))
  // While someone answers, here or in another window, the new worker waits until all windows are closed.
  await navigator.locks?.request(answering, { ifAvailable: true }, (lock) => (lock ? self.skipWaiting() : undefined))
}

/** Drops the files that no kept page needs any more. */
async function tidy(): Promise<void> {
  const assets = await caches.open(names.assets)
  const needed = new Set<string>()
  const look = async (text: string): Promise<void> => {
    for (const address of assetsNamedIn(text)) {
      if (needed.has(address)) continue
      needed.add(address)
      const named = await assets.match(address)
      if (named !== undefined) await look(await named.text())
    }
  }
  for (const name of [names.pages, names.offline]) {
    const cache = await caches.open(name)
    for (const key of await cache.keys()) await look((await (await cache.match(key))?.text()) ?? '')
  }
  for (const key of await assets.keys()) if (!needed.has(new URL(key.url).pathname)) await assets.delete(key)
}

async function activate(): Promise<void> {
  await self.registration.navigationPreload?.enable().catch(nothing)
  await tidy().catch(nothing)
  await self.clients.claim()
}

async function asset(event: Fetching): Promise<Response> {
  const { pathname } = new URL(event.request.url)
  const kept = await (await caches.open(names.assets)).match(pathname)
  if (kept !== undefined) return kept
  const response = await fetch(event.request)
  if (response.ok) event.waitUntil(keepAssetFrom(pathname, response.clone()).catch(nothing))
  return response
}

/** What keeps after a page has come from the network. A full disk or a lost connection loses the copy and nothing else. */
async function keepArrived(address: string, response: Response): Promise<void> {
  if (isGone(response)) await (await caches.open(names.pages)).delete(address)
  if (!isKeepable(response)) return
  await keepPage(names.pages, address, response.clone())
  await keepOfflinePage(address)
}

async function keptPage(event: Fetching, address: string): Promise<Response | undefined> {
  const cache = await caches.open(names.pages)
  const kept = await cache.match(address)
  if (kept === undefined) return undefined
  // Put again, it is the one read last.
  event.waitUntil(cache.put(address, kept.clone()).catch(nothing))
  const { headers } = kept
  return new Response(markedAsKept(await kept.text(), headers.get(keptAt) ?? ''), { headers })
}

async function page(event: Fetching, keeps: boolean): Promise<Response> {
  const address = pageAddress(new URL(event.request.url).pathname)
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))()
  if (keeps) event.waitUntil(network.then((response) => keepArrived(address, response)).catch(nothing))
  const copy = keeps ? await (await caches.open(names.pages)).match(address) : undefined
  const arrived = network.catch(nothing)
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined))
  const response = await (copy === undefined ? arrived : Promise.race([arrived, patience]))
  if (response !== undefined && (response.status < 500 || copy === undefined)) return response
  const kept = keeps ? await keptPage(event, address) : undefined
  if (kept !== undefined) return kept
  const offline = await (await caches.open(names.offline)).match(offlinePageFor(address, offlinePages))
  return offline ?? (await network)
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const plan = planOf(event.request, self.location.origin)
  if (plan === 'asset') event.respondWith(asset(event))
  else if (plan !== 'pass') event.respondWith(page(event, plan === 'page'))
})
