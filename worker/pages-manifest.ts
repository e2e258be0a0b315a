/** The manifest of the built pages, and what follows from it alone. */

/** A file of the site as the manifest has it. */
export interface PageFile {
  readonly type: string
  /** Hash of the content. */
  readonly etag: string
  /** Whether compressed copies exist, made at build time. */
  readonly compressed: boolean
  readonly cacheControl: string
}

/** Path from the root of the site (`explainers/index.html`) → file. */
export interface PagesManifest {
  readonly files: Readonly<Record<string, PageFile>>
  /** Headers of every response. */
  readonly headers: Readonly<Record<string, string>>
}

/** Encodings made at build time. */
export type Encoding = 'br' | 'gzip'

/** The best encoding that an `Accept-Encoding` allows: brotli before gzip; `q=0` forbids. */
export function chooseEncoding(accept: string): Encoding | null {
  const offers = new Map(
    accept.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters
        .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
        .find((value) => value !== undefined)
      return [name.trim(), q === undefined ? 1 : Number(q)] as const
    }),
  )
  const allowed = (name: Encoding) => (offers.get(name) ?? offers.get('*') ?? 0) > 0
  return allowed('br') ? 'br' : allowed('gzip') ? 'gzip' : null
}

/** What a path leads to: a file, a redirect to the address with a slash, or nothing. */
export function locate(manifest: PagesManifest, pathname: string): { file: string } | { redirect: string } | null {
  let path: string
  try {
    path = decodeURIComponent(pathname).replace(/^\/+/, '')
  } catch {
    return null
  }
  const has = (name: string) => Object.hasOwn(manifest.files, name)
  if (path === '' || path.endsWith('/')) return has(`${path}index.html`) ? { file: `${path}index.html` } : null
  if (has(path) && !path.endsWith('.html')) return { file: path }
  return has(`${path}/index.html`) ? { redirect: `/${path}/` } : null
}
