import type { MiddlewareHandler } from 'astro'
import { localePath, TRADITIONAL } from './lib/locale.ts'
import { toTraditional } from './lib/traditional.ts'
import { toTraditionalHtml } from './lib/traditional-html.ts'
import { keptTraditional } from './lib/traditional-page.ts'

const convertPage = (html: string) => toTraditionalHtml(html, toTraditional)

/**
 * Converts the pages in Traditional Chinese, once each is rendered: at build, and on every request in development.
 *
 * They are rendered like the Simplified ones, with their own addresses, and converted as a whole, so no page or component has to
 * think of it. That happens before the page is written, not on the server.
 *
 * @throws {Error} naming the page, when it isn't well-formed
 */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next()
  if (
    !url.pathname.startsWith(localePath(TRADITIONAL, '/')) ||
    !response.headers.get('content-type')?.startsWith('text/html')
  )
    return response
  const html = await response.text()
  try {
    return new Response(import.meta.env.DEV ? convertPage(html) : keptTraditional(html, convertPage), response)
  } catch (error) {
    throw new Error(`${url.pathname}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
