import { HttpClient } from './http-client.ts'

/** What a page costs on its first visit. */

const ASSETS =
  /(?:href|src|component-url|renderer-url|before-hydration-url)="(\/[^"]+\.(?:css|js|svg|ico|png|woff2|webmanifest))"/g
const IMPORTS = /(?:import|from)\s*\(?\s*["'](\.{1,2}\/[^"']+\.js|\/[^"']+\.js)["']/g

/**
 * Bytes of the bodies of a page and of everything that it names: styles, icons, scripts, and what those import in turn,
 * whether at once or later.
 *
 * @param encoding what the browser accepts
 * @throws {Error} when anything named isn't there
 */
export async function coldBytes(origin: string, page: string, encoding: 'br' | 'gzip'): Promise<number> {
  const client = new HttpClient(origin, 4)
  const seen = new Set<string>()
  const load = async (path: string): Promise<number> => {
    if (seen.has(path)) return 0
    seen.add(path)
    const packed = await client.send('GET', path, { headers: { 'accept-encoding': encoding } })
    const { status, body } = await client.send('GET', path, { headers: { 'accept-encoding': 'identity' } })
    if (status !== 200 || packed.status !== 200) throw new Error(`${path} answers ${status}`)
    const text = /\.(?:svg|ico|png|woff2|webmanifest)$/.test(path) ? '' : body.toString()
    const named = [...text.matchAll(path.endsWith('.js') ? IMPORTS : ASSETS)].map(
      (match) => new URL(match[1] ?? '', `${origin}${path}`).pathname,
    )
    let bytes = packed.body.length
    for (const next of named) bytes += await load(next)
    return bytes
  }
  const bytes = await load(page)
  client.close()
  return bytes
}
