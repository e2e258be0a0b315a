import { describe, expect, it } from 'vitest'
import { chooseEncoding, locate, type PagesManifest } from '../../worker/pages-manifest.ts'

const file = { type: 'text/html; charset=utf-8', etag: 'x', compressed: true, cacheControl: 'no-cache' }
const MANIFEST: PagesManifest = {
  headers: {},
  files: { 'index.html': file, '404.html': file, 'laws/index.html': file, '_astro/a.css': file, '法/index.html': file },
}

describe('where a path leads', () => {
  it.each([
    ['/', { file: 'index.html' }],
    ['/laws/', { file: 'laws/index.html' }],
    ['/laws', { redirect: '/laws/' }],
    ['/_astro/a.css', { file: '_astro/a.css' }],
    ['/%E6%B3%95/', { file: '法/index.html' }],
    ['/laws/index.html', null],
    ['/_astro/', null],
    ['/nothing', null],
    ['/%zz', null],
    ['/../secrets.json', null],
    ['/%2e%2e/%2e%2e/secrets.json', null],
    ['/__proto__', null],
    ['/constructor/', null],
    ['//laws', { redirect: '/laws/' }],
  ])('%s → %j', (path, expected) => {
    expect(locate(MANIFEST, path)).toEqual(expected)
  })
})

describe('which encoding is sent', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['identity', null],
    ['', null],
    ['*;q=0', null],
    ['BR;Q=1', 'br'],
  ])('"%s" → %s', (accept, expected) => {
    expect(chooseEncoding(accept)).toBe(expected)
  })
})
