import type { APIRoute } from 'astro'
import { publishedIndex } from '../search/published-index.ts'

/** The search index: one for all languages of the interface, because the content has one language. */
export const GET: APIRoute = () => new Response(publishedIndex, { headers: { 'content-type': 'application/json' } })
