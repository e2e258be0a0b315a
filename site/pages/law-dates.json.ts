import type { APIRoute } from 'astro'
import { publishedLawDays } from '../lib/law-dates.ts'

/** The days on which laws change, for pages that a browser has kept. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(publishedLawDays), { headers: { 'content-type': 'application/json' } })
