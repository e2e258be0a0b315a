import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { PageFile, PagesManifest } from '../pages-manifest.ts'
import { cacheControlOf, headersFile, SECURITY_HEADERS } from './headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
}
const ALREADY_COMPRESSED = new Set(['.ico', '.png', '.woff2', '.xlsx'])
/** Files of the site that servers read and don't serve. */
const NOT_SERVED = new Set(['_headers', '_redirects'])

/**
 * Bytes of a site up to which everything is compressed as well as it can be. The best quality of brotli takes 30 times as
 * long as the one for large sites, which leaves files a tenth larger: for the laws of a whole country, six minutes or half of one.
 */
const SMALL_SITE = 64_000_000
const [BEST, FAST] = [11, 7]
/** Pages of laws and their data, which make a site large. */
const LAWS = /^(?:(?:en|hant)\/)?laws[/.]/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Compresses a file, and says what the manifest needs to know of it. */
async function pageFile(path: string, name: string, target: string, quality: number): Promise<PageFile> {
  const ending = extname(name)
  const type = TYPES[ending]
  if (type === undefined)
    throw new Error(`${name}: no media type for "${ending}". Add it to worker/build/pages-manifest.ts.`)
  const content = readFileSync(path)
  const isCompressed = !ALREADY_COMPRESSED.has(ending)
  if (isCompressed) {
    mkdirSync(dirname(target), { recursive: true })
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }
    const [br, gz] = await Promise.all([brotli(content, options), zip(content, { level: 9 })])
    writeFileSync(`${target}.br`, br)
    writeFileSync(`${target}.gz`, gz)
  }
  const etag = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return { type, etag, compressed: isCompressed, cacheControl: cacheControlOf(name) }
}

/**
 * Compresses the built site and writes the manifest that `worker/pages.ts` serves it by, and Cloudflare's `_headers`.
 *
 * @param build folder with `site/`; gets `compressed/` and `pages.json`
 * @throws {Error} on a file of unknown type: add it to `TYPES`
 */
export async function writePagesManifest(build: string): Promise<void> {
  const [site, compressed] = [join(build, 'site'), join(build, 'compressed')]
  rmSync(compressed, { recursive: true, force: true })
  const sources = readdirSync(site, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile() || NOT_SERVED.has(entry.name)) return []
    const path = join(entry.parentPath, entry.name)
    return [{ path, name: relative(site, path).split(sep).join('/') }]
  })
  const isSmall = sources.reduce((bytes, { path }) => bytes + statSync(path).size, 0) <= SMALL_SITE
  const queue = sources.values()
  const done = new Map<string, PageFile>()
  const work = async () => {
    for (const { path, name } of queue) {
      const quality = isSmall || !LAWS.test(name) ? BEST : FAST
      done.set(name, await pageFile(path, name, join(compressed, name), quality))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  // In the order of the folder, so that the same site has the same manifest.
  const files = Object.fromEntries(
    sources.flatMap(({ name }) => {
      const file = done.get(name)
      return file === undefined ? [] : [[name, file] as const]
    }),
  )
  const manifest: PagesManifest = { files, headers: SECURITY_HEADERS }
  writeFileSync(join(build, 'pages.json'), JSON.stringify(manifest))
  writeFileSync(join(site, '_headers'), headersFile())
}
