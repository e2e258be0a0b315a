/** Names that the service worker, the pages and the build have in common. The worker is given them by the build. */

/** What the service worker is told, as `MINGFA` before its code. */
export interface OfflineSettings {
  /** Hash of what a version of the site has for all pages; another one makes browsers take the new worker. */
  readonly version: string
  /** Addresses of the pages for what can't be had offline, one a language; the one for all others first. */
  readonly offlinePages: readonly [string, ...string[]]
  /** Names of caches: pages read before, pages for what can't be had, hashed files. */
  readonly caches: { readonly pages: string; readonly offline: string; readonly assets: string }
  /** Header of a kept page with the instant at which it came. */
  readonly keptAt: string
  /** Lock that pages hold while someone answers. */
  readonly answering: string
}

export const CACHES: OfflineSettings['caches'] = {
  pages: 'mingfa-pages',
  offline: 'mingfa-offline',
  assets: 'mingfa-assets',
}
/** Cache of the questions for practice offline, which the worker leaves alone. */
export const PRACTICE_CACHE = 'mingfa-practice'
export const KEPT_AT = 'x-mingfa-kept-at'
export const ANSWERING_LOCK = 'mingfa-answering'
