import { expect, it } from 'vitest'
import { HttpClient } from '../load/http-client.ts'
import { RunningServer } from './running-server.ts'

const LIMIT = 5

it('limits each client behind a trusted proxy for itself, and takes no forwarding header from anyone else', async () => {
  const behind = await RunningServer.start({ TRUSTED_PROXIES: '127.0.0.1, ::1', RATE_LIMIT: String(LIMIT) })
  const direct = await RunningServer.start({ RATE_LIMIT: String(LIMIT) })
  const [proxied, plain] = [new HttpClient(behind.origin, 1), new HttpClient(direct.origin, 1)]
  try {
    const statuses = async (client: HttpClient, address: string) => {
      const seen: number[] = []
      for (let time = 0; time < LIMIT + 3; time += 1) {
        seen.push((await client.send('GET', '/api/health', { headers: { 'x-forwarded-for': address } })).status)
      }
      return seen
    }
    const limited = [...new Array<number>(LIMIT).fill(200), 429, 429, 429]
    expect(await statuses(proxied, '192.0.2.1')).toEqual(limited)
    expect(await statuses(proxied, '192.0.2.2')).toEqual(limited)
    const refused = await proxied.send('GET', '/api/health', { headers: { 'x-forwarded-for': '192.0.2.1' } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/)
    // A load test on the machine itself isn't limited while no proxy is named.
    expect(await statuses(plain, '192.0.2.1')).toEqual(new Array(LIMIT + 3).fill(200))
  } finally {
    for (const client of [proxied, plain]) client.close()
    await Promise.all([behind.stop(), direct.stop()])
  }
}, 60_000)

it('sets Secure cookies and takes the public origin where people come over https', async () => {
  const server = await RunningServer.start({ PUBLIC_ORIGIN: 'https://pufa.example' })
  const client = new HttpClient(server.origin, 1)
  try {
    const signIn = (origin: string) =>
      client.send('POST', '/api/session/guest', { headers: { origin }, body: { nickname: 'a' } })
    const accepted = await signIn('https://pufa.example')
    expect(accepted.status).toBe(201)
    expect(String(accepted.headers['set-cookie'])).toContain('; Secure')
    expect((await signIn(server.origin)).status).toBe(403)
  } finally {
    client.close()
    await server.stop()
  }
}, 60_000)
