/**
 * What the service worker decides. Pure, and imported by the worker alone: what it shared with a page would become a file of
 * its own, which a worker of the classic kind can't import.
 */

/** Pages kept, those read last. */
export const PAGES_KEPT = 150

/** Milliseconds that a page with a kept copy waits for the network. */
export const PATIENCE_MS = 3000

/**
 * How a request is answered.
 *
 * - `page`: from the network, otherwise as kept
 * - `online-page`: from the network, otherwise by the page that says what needs it
 * - `asset`: as kept, otherwise from the network; its name is a hash of its content
 * - `pass`: as if there were no worker
 */
export type Plan = 'page' | 'online-page' | 'asset' | 'pass'

/** Pages that are nothing without the service, and the ones for offline themselves. */
const ONLINE_ONLY = /^\/(?:(?:en|hant)\/)?(?:contests|certificates|desk|report|offline|sign-in|console)\//

/**
 * @param request of the browser
 * @param origin of the site
 */
export function planOf({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, origin: string): Plan {
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== origin) return 'pass'
  const { pathname } = address
  if (pathname.startsWith('/_astro/')) return 'asset'
  // A last part with a point is a file: a feed, a table, an image.
  if (mode !== 'navigate' || pathname.startsWith('/api/') || /\.[^/]*$/.test(pathname)) return 'pass'
  return ONLINE_ONLY.test(pageAddress(pathname)) ? 'online-page' : 'page'
}

/** The address under which a page is kept: what follows `?` changes nothing, and without a slash one is led to the one with. */
export function pageAddress(pathname: string): string {
  return pathname.endsWith('/') ? pathname : `${pathname}/`
}

/** An answer as it arrived. */
export type Arrived = Pick<Response, 'status' | 'type' | 'redirected' | 'headers'>

/** Whether an answer is a page to keep: whole, from this site, and no redirect. */
export function isKeepable({ status, type, redirected, headers }: Arrived): boolean {
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
  return status === 200 && type === 'basic' && !redirected && isPage
}

/** Whether a page is gone for good, with what was kept of it. */
export function isGone({ status }: Pick<Response, 'status'>): boolean {
  return status === 404 || status === 410
}

/** Addresses of the hashed files that a page, script or style names. */
export function assetsNamedIn(text: string): string[] {
  const names = text.match(/[\w@-][\w.@-]*\.[\w-]{8}\.(?:js|css|woff2|svg|png|webp|avif|jpe?g)\b/g) ?? []
  return [...new Set(names)].map((name) => `/_astro/${name}`)
}

/** What has to go so that `most` are left. @param keys the oldest first */
export function surplus<T>(keys: readonly T[], most: number): T[] {
  return keys.slice(0, Math.max(0, keys.length - most))
}

/** The page for what can't be had, in the language of an address. @param offlinePages the one for all others first */
export function offlinePageFor(pathname: string, [common, ...others]: readonly [string, ...string[]]): string {
  return others.find((page) => pathname.startsWith(page.replace(/offline\/$/, ''))) ?? common
}

/** A page marked as kept: `data-kept` on its root says since when. */
export function markedAsKept(html: string, keptAt: string): string {
  return html.replace('<html', `<html data-kept="${keptAt.replace(/[^\w:.+-]/g, '')}"`)
}
