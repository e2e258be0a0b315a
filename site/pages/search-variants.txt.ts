import type { APIRoute } from 'astro'
import { publishedVariants } from '../search/published-index.ts'

/** The table by which queries in Traditional characters are answered: one for all languages. */
export const GET: APIRoute = () =>
  new Response(publishedVariants.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
