import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/**
 * Compresses the built site and writes the manifest that `worker/pages.ts` serves it by, and Cloudflare's `_headers`.
 *
 * @param build folder with `site/`; gets `compressed/` and `pages.json`
 * @throws {Error} on a file of unknown type: add it to `TYPES`
 */
export async function writePagesManifest(build: string): Promise<void> {
  const [site, compressed] = [join(build, 'site'), join(build, 'compressed')]
  rmSync(compressed, { recursive: true, force: true })
  const files: Record<string, PageFile> = {}
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || NOT_SERVED.has(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(site, path).split(sep).join('/')
    const ending = extname(name)
    const type = TYPES[ending]
    if (type === undefined)
      throw new Error(`${name}: no media type for "${ending}". Add it to worker/build/pages-manifest.ts.`)
    const content = readFileSync(path)
    const isCompressed = !ALREADY_COMPRESSED.has(ending)
    if (isCompressed) {
      const target = join(compressed, name)
      mkdirSync(dirname(target), { recursive: true })
      const options = {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      }
      const [br, gz] = await Promise.all([brotli(content, options), zip(content, { level: 9 })])
      writeFileSync(`${target}.br`, br)
      writeFileSync(`${target}.gz`, gz)
    }
    const etag = createHash('sha256').update(content).digest('hex').slice(0, 16)
    files[name] = { type, etag, compressed: isCompressed, cacheControl: cacheControlOf(name) }
  }
  const manifest: PagesManifest = { files, headers: SECURITY_HEADERS }
  writeFileSync(join(build, 'pages.json'), JSON.stringify(manifest))
  writeFileSync(join(site, '_headers'), headersFile())
}
