/**
 * Response headers of all pages, from one list for both servers: Cloudflare reads the `_headers` file, workerd the manifest.
 *
 * The policy for scripts and styles stands in each page, with the hashes that Astro computes; what a page can't state
 * about itself (framing, and HTTPS) stands here.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  // Browsers heed it over https only, so it does no harm on http://localhost.
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Files under this folder have a hash in their name and never change. */
export const HASHED_FOLDER = '_astro/'
const HASHED_CACHE = 'public, max-age=31536000, immutable'
const PAGE_CACHE = 'public, max-age=0, must-revalidate'

/** `Cache-Control` of a file of the site. */
export function cacheControlOf(path: string): string {
  return path.startsWith(HASHED_FOLDER) ? HASHED_CACHE : PAGE_CACHE
}

/** The `_headers` file for Cloudflare. */
export function headersFile(): string {
  const lines = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`)
  return ['/*', ...lines, `/${HASHED_FOLDER}*`, '  ! cache-control', `  cache-control: ${HASHED_CACHE}`, ''].join('\n')
}
