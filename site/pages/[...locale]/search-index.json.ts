import type { APIRoute } from 'astro'
import { type Locale, localeStaticPaths } from '../../lib/locale.ts'
import { publishedIndex } from '../../search/published-index.ts'

export const getStaticPaths = localeStaticPaths

/** The search index of a language. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  new Response(publishedIndex(props.locale).text, { headers: { 'content-type': 'application/json' } })
