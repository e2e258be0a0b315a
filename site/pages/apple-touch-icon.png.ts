import type { APIRoute } from 'astro'
import { APPLE_ICON, drawIcon } from '../offline/icons.ts'

/** The icon of the installed site on iPhones. They look for it here without being told, which spares every page a line. */
export const GET: APIRoute = async () =>
  new Response(await drawIcon(APPLE_ICON), { headers: { 'content-type': 'image/png' } })
