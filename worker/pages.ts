import { WorkerEntrypoint } from 'cloudflare:workers'
import { chooseEncoding, locate, type PagesManifest } from './pages-manifest.ts'

/**
 * The built pages on plain workerd: what Cloudflare's asset server does there (types, index pages, 404, ETag, caching,
 * compression), from a manifest made at build time (`build/pages-manifest.ts`). Only paths in the manifest exist, so there is
 * nothing to traverse.
 */

interface PagesEnv {
  readonly PAGES: PagesManifest
  /** The built site. */
  readonly PLAIN: Fetcher
  /** The same files compressed, with `.br` and `.gz` added to their names. */
  readonly COMPRESSED: Fetcher
}

/** Serves the built pages; bound as `ASSETS`. */
export class Pages extends WorkerEntrypoint<PagesEnv> {
  override async fetch(request: Request): Promise<Response> {
    const { headers } = this.env.PAGES
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Method Not Allowed', { status: 405, headers: { ...headers, allow: 'GET, HEAD' } })
    }
    const url = new URL(request.url)
    const found = locate(this.env.PAGES, url.pathname)
    if (found === null) return this.#file(request, '404.html', 404)
    if ('redirect' in found)
      return new Response(null, {
        status: 307,
        headers: { ...headers, location: encodeURI(found.redirect) + url.search },
      })
    return this.#file(request, found.file, 200)
  }

  async #file(request: Request, name: string, status: 200 | 404): Promise<Response> {
    const file = this.env.PAGES.files[name]
    if (file === undefined) return new Response('Not Found', { status: 404, headers: this.env.PAGES.headers })
    const encoding = file.compressed ? chooseEncoding(request.headers.get('accept-encoding') ?? '') : null
    const etag = `"${file.etag}${encoding === null ? '' : `-${encoding}`}"`
    const headers = new Headers({
      ...this.env.PAGES.headers,
      'content-type': file.type,
      'cache-control': status === 200 ? file.cacheControl : 'no-cache',
      etag,
      ...(file.compressed ? { vary: 'accept-encoding' } : {}),
    })
    const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    if (status === 200 && (known.includes(etag) || known.includes('*')))
      return new Response(null, { status: 304, headers })
    if (encoding !== null) headers.set('content-encoding', encoding)
    const [source, suffix] =
      encoding === null ? [this.env.PLAIN, ''] : [this.env.COMPRESSED, encoding === 'br' ? '.br' : '.gz']
    const body = await source.fetch(`http://files/${encodeURI(name)}${suffix}`)
    if (!body.ok) throw new Error(`${name} is in the manifest but not on the disk: build again`)
    headers.set('content-length', body.headers.get('content-length') ?? '')
    return new Response(request.method === 'HEAD' ? null : body.body, {
      status,
      headers,
      encodeBody: encoding === null ? 'automatic' : 'manual',
    })
  }
}
