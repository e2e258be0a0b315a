import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../worker/http/client-address.ts'
import { takeToken } from '../../worker/http/rate-limit.ts'

function request(peer: string | undefined, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api/health', { headers, cf: { clientIp: peer } as never })
}

const SELF_HOST = { PLATFORM: 'self-host', TRUSTED_PROXIES: '' }
const BEHIND_PROXY = { PLATFORM: 'self-host', TRUSTED_PROXIES: '127.0.0.1, 10.0.0.2' }

describe('the address of a client', () => {
  it.each([
    ['directly over loopback', SELF_HOST, '127.0.0.1:5000', {}, '127.0.0.1', true],
    ['directly over IPv6 loopback', SELF_HOST, '[::1]:5000', {}, '::1', true],
    ['directly from elsewhere', SELF_HOST, '192.0.2.7:5000', {}, '192.0.2.7', false],
    [
      'with a forwarding header that nobody may set',
      SELF_HOST,
      '192.0.2.7:5000',
      { 'x-forwarded-for': '127.0.0.1' },
      '192.0.2.7',
      false,
    ],
    [
      "with the platform's header where there is no platform",
      SELF_HOST,
      '192.0.2.7:5000',
      { 'cf-connecting-ip': '127.0.0.1' },
      '192.0.2.7',
      false,
    ],
    [
      'over loopback pretending to be forwarded',
      SELF_HOST,
      '127.0.0.1:5000',
      { 'x-forwarded-for': '192.0.2.9' },
      '127.0.0.1',
      true,
    ],
    ['through a trusted proxy', BEHIND_PROXY, '127.0.0.1:5000', { 'x-forwarded-for': '192.0.2.9' }, '192.0.2.9', false],
    [
      'through two trusted proxies',
      BEHIND_PROXY,
      '127.0.0.1:5000',
      { 'x-forwarded-for': '198.51.100.1, 192.0.2.9, 10.0.0.2' },
      '192.0.2.9',
      false,
    ],
    ['over loopback beside a trusted proxy, without header', BEHIND_PROXY, '127.0.0.1:5000', {}, '127.0.0.1', false],
    [
      'from elsewhere past the proxy',
      BEHIND_PROXY,
      '192.0.2.7:5000',
      { 'x-forwarded-for': '127.0.0.1' },
      '192.0.2.7',
      false,
    ],
    [
      'on the platform',
      { PLATFORM: 'cloudflare', TRUSTED_PROXIES: '' },
      '127.0.0.1:1',
      { 'cf-connecting-ip': '192.0.2.7' },
      '192.0.2.7',
      false,
    ],
  ] as const)('%s', (_, env, peer, headers, address, directLoopback) => {
    expect(clientAddress(request(peer, headers), env)).toEqual({ address, directLoopback })
  })
})

describe('the rate limit', () => {
  it('lets the number of a minute through at once, then one at a time, each address for itself', () => {
    const take = (address: string, now: number) => takeToken(address, 60, now)
    for (let index = 0; index < 60; index += 1) expect(take('192.0.2.1', 0)).toBe(0)
    expect(take('192.0.2.1', 0)).toBe(1)
    expect(take('192.0.2.2', 0)).toBe(0)
    expect(take('192.0.2.1', 1000)).toBe(0)
    expect(take('192.0.2.1', 1000)).toBe(1)
    for (let index = 0; index < 60; index += 1) expect(take('192.0.2.1', 1_000_000)).toBe(0)
    expect(take('192.0.2.1', 1_000_000)).toBe(1)
  })
})
