import type { APIRoute } from 'astro'

/** What crawlers may read: all pages, not the service. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    ['User-agent: *', 'Disallow: /api/', `Sitemap: ${new URL('/sitemap-index.xml', site).href}`, ''].join('\n'),
  )
