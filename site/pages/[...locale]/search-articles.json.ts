import type { APIRoute } from 'astro'
import { type Locale, localeStaticPaths } from '../../lib/locale.ts'
import { publishedArticles } from '../../search/published-index.ts'

export const getStaticPaths = localeStaticPaths

/** The headings of all articles in a language, for the search box. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  new Response(publishedArticles(props.locale).text, { headers: { 'content-type': 'application/json' } })
