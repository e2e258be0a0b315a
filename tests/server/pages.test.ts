import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SECURITY_HEADERS } from '../../worker/build/headers.ts'
import { BUILD } from '../../worker/build/tools.ts'
import { HttpClient } from '../load/http-client.ts'
import { coldBytes } from '../load/page-weight.ts'
import { RunningServer } from './running-server.ts'

const SITE = join(BUILD, 'site')
const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('_headers'))
  .map((entry) => relative(SITE, join(entry.parentPath, entry.name)))

let server: RunningServer
let client: HttpClient

beforeAll(async () => {
  server = await RunningServer.start()
  client = new HttpClient(server.origin, 4)
}, 60_000)

afterAll(async () => {
  client.close()
  await server.stop()
})

/** The address of a file of the site. */
function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`
}

const get = (path: string, headers: Record<string, string> = {}) => client.send('GET', path, { headers })

describe('the built pages', () => {
  it('are all served, byte for byte, plain and compressed', async () => {
    expect(files.length).toBeGreaterThan(50)
    for (const file of files.filter((name) => name !== '404.html')) {
      const content = readFileSync(join(SITE, file))
      const plain = await get(addressOf(file))
      expect([file, plain.status]).toEqual([file, 200])
      expect(plain.body.equals(content)).toBe(true)
      for (const [encoding, unpack] of [
        ['br', brotliDecompressSync],
        ['gzip', gunzipSync],
      ] as const) {
        const packed = await get(addressOf(file), { 'accept-encoding': encoding })
        const sent = packed.headers['content-encoding']
        expect([file, sent ?? 'none']).toEqual([file, /\.(png|ico|woff2|xlsx)$/.test(file) ? 'none' : encoding])
        expect((sent === undefined ? packed.body : unpack(packed.body)).equals(content)).toBe(true)
      }
    }
  })

  it('carry the security headers and a policy without unsafe-inline', async () => {
    for (const path of ['/', '/explainers/unpaid-wages/', '/practice/', '/en/', '/no-such-page']) {
      const { headers, body } = await get(path)
      for (const [name, value] of Object.entries(SECURITY_HEADERS))
        expect([path, name, headers[name]]).toEqual([path, name, value])
      const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(body.toString())?.[1] ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).not.toMatch(/unsafe-(inline|eval)/)
      expect(body.toString()).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/i)
    }
  })

  it('are confirmed by their ETag, and hashed files are kept for a year', async () => {
    const first = await get('/', { 'accept-encoding': 'br' })
    const etag = String(first.headers['etag'])
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(first.headers['vary']).toMatch(/accept-encoding/i)
    const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': etag })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect((await get('/', { 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200)
    const hashed = files.find((file) => file.startsWith('_astro/')) ?? ''
    expect((await get(`/${hashed}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('lead to the address with a slash, and say 404 in a page for what is not there', async () => {
    const redirect = await get('/laws?x=1')
    expect([redirect.status, redirect.headers['location']]).toEqual([307, '/laws/?x=1'])
    const missing = await get('/no-such-page')
    expect(missing.status).toBe(404)
    expect(missing.headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await client.send('POST', '/')).status).toBe(405)
    expect((await client.send('HEAD', '/')).body.length).toBe(0)
  })

  it.each([
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/..%2fshipped.json',
    '/../shipped.json',
    '//../worker/index.js',
    '/_headers',
    '/%00',
  ])('give nothing away for %s', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 (4\d\d|307)/)
    expect(answer).not.toMatch(/SESSION_SECRET|"rationale"|DurableObject/)
  })
})

describe('the budgets', () => {
  it.each([
    ['/', 15_000],
    ['/explainers/unpaid-wages/', 15_000],
    // The longest of them.
    ['/explainers/dismissal-compensation/', 15_000],
    ['/lessons/no-contract/', 15_000],
    ['/remedies/unpaid-wages/', 15_000],
    ['/calculators/annual-leave/', 35_000],
    ['/responsibilities/', 30_000],
    ['/practice/', 40_000],
    ['/contests/hr-law-contest/', 46_000],
    ['/report/', 35_000],
    // Without imported texts: 87 gists.
    ['/laws/labour-contract-law/', 25_000],
  ])('%s costs at most %i bytes when cold, with everything that it names', async (page, limit) => {
    const bytes = await coldBytes(server.origin, page, 'br')
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThanOrEqual(limit)
  })
})

/** Sends bytes as they are, past any client that would tidy up the path. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: 'localhost', port: Number(new URL(server.origin).port) }, () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}
