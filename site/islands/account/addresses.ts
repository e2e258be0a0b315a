import { type Locale, localePath } from '../../lib/locale.ts'

/** Addresses of signing in: where it is, and where it leads back to. */

const HERE = 'https://here.invalid'

/**
 * The page for signing in, which leads back to a page of this site.
 *
 * @param from the page to come back to
 */
export function signInAddress(locale: Locale, from: Pick<Location, 'pathname' | 'search'>): string {
  return `${localePath(locale, '/sign-in/')}?from=${encodeURIComponent(from.pathname + from.search)}`
}

/**
 * The page of this site that `?from=` names; `null` for anything that leads elsewhere, or nowhere.
 *
 * @example returnPath('?from=%2Fcontests%2Fa%2F') // '/contests/a/'
 * @example returnPath('?from=%2F%2Fexample.org') // null
 */
export function returnPath(search: string): string | null {
  const from = new URLSearchParams(search).get('from') ?? ''
  // Browsers read a backslash as a slash, and pass over tabs and line ends.
  if (!/^\/(?![/\\])[^\\\t\r\n]*$/.test(from) || !URL.canParse(from, HERE)) return null
  const { origin, pathname, search: query, hash } = new URL(from, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + query + hash : null
}

/** The code in the fragment of a link to the page for signing in (`#code=…`), empty without. */
export function codeOfFragment(hash: string): string {
  return new URLSearchParams(hash.slice(1)).get('code')?.slice(0, 100) ?? ''
}

/**
 * The link on a slip. The code stands in the fragment, which browsers send to no server.
 *
 * @param origin such as `https://mingfa.example`
 */
export function signInLink(origin: string, code: string): string {
  return `${origin}/sign-in/#code=${code}`
}

/**
 * Where a provider's answer leads: to the page for signing in, which notes who has come and goes on.
 *
 * @param page path of the page for signing in
 * @param back the page to go on to, `null` to stay
 */
export function entryAddress(page: string, back: string | null): string {
  return `${page}?${new URLSearchParams({ ...(back === null ? {} : { from: back }), entered: '' })}`
}

/** Whether a provider's answer has led here. */
export function hasEntered(search: string): boolean {
  return new URLSearchParams(search).has('entered')
}

/** The problem that a provider's answer met (`?problem=`), or `null`. */
export function problemOf(search: string): string | null {
  return new URLSearchParams(search).get('problem')
}
