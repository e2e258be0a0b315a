import type { APIRoute } from 'astro'
import { createI18n } from '../lib/i18n.ts'
import { CONTENT_LANGUAGE } from '../lib/locale.ts'
import { site, siteOrigin } from '../lib/site.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** OpenSearch 1.1 description: lets a browser search this site from its address bar. */
export const GET: APIRoute = (context) => {
  const { t } = createI18n(CONTENT_LANGUAGE)
  const origin = siteOrigin(context.site)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escaped(site.name)}</ShortName>`,
    `  <Description>${escaped(t('home:description'))}</Description>`,
    `  <Language>${CONTENT_LANGUAGE}</Language>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    `  <Image width="16" height="16" type="image/svg+xml">${new URL('/favicon.svg', origin).href}</Image>`,
    `  <Url type="text/html" method="get" template="${escaped(new URL('/search/', origin).href)}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
}
