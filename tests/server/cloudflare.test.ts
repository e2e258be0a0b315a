import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ROOT, toolEnvironment } from '../../worker/build/tools.ts'
import { COMPATIBILITY_DATE, OBJECTS } from '../../worker/self-host/config.ts'
import { HttpClient } from '../load/http-client.ts'
import { Participant } from '../load/participant.ts'
import { freePort, RunningServer } from './running-server.ts'

/** Both targets behave alike: Cloudflare's asset server and runtime, as wrangler emulates them, beside plain workerd. */

let cloudflare: ChildProcess
let folder: string
let self: RunningServer
let [onCloudflare, onSelf]: HttpClient[] = []

beforeAll(async () => {
  self = await RunningServer.start()
  folder = mkdtempSync(join(tmpdir(), 'mingfa-wrangler-'))
  const port = await freePort()
  const vars = [`SESSION_SECRET:${randomBytes(32).toString('base64url')}`]
  cloudflare = spawn(
    'wrangler',
    [
      'dev',
      '--port',
      String(port),
      '--inspector-port',
      '0',
      '--persist-to',
      folder,
      ...vars.flatMap((entry) => ['--var', entry]),
    ],
    { cwd: ROOT, env: toolEnvironment(), stdio: 'ignore', detached: true },
  )
  onCloudflare = new HttpClient(`http://localhost:${port}`, 2)
  onSelf = new HttpClient(self.origin, 2)
  const started = async () => {
    const answer = await onCloudflare?.send('GET', '/api/health')
    if (answer?.status !== 200) throw new Error(`wrangler answers ${answer?.status}`)
  }
  await vi.waitFor(started, { timeout: 60_000, interval: 300 })
}, 90_000)

afterAll(async () => {
  for (const client of [onCloudflare, onSelf]) client?.close()
  // wrangler starts workerd as a child; the whole group has to go.
  if (cloudflare.pid !== undefined) process.kill(-cloudflare.pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
  await self.stop()
})

const COMPARED = [
  'content-type',
  'cache-control',
  'content-security-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
  'location',
]

describe('Cloudflare and plain workerd', () => {
  const hashed =
    /href="(\/_astro\/[^"]+\.css)"/.exec(readFileSync(join(ROOT, '.build/site/index.html'), 'utf8'))?.[1] ?? ''

  it.each([
    '/',
    '/explainers/unpaid-wages/',
    '/laws',
    '/no-such-page',
    hashed,
    '/favicon.svg',
    '/sw.js',
    '/manifest.webmanifest',
    '/icons/192.png',
    '/responsibilities/2026.csv',
    '/responsibilities/2026.xlsx',
  ])('answer alike for %s', async (path) => {
    const [theirs, ours] = [await onCloudflare?.send('GET', path), await onSelf?.send('GET', path)]
    expect(ours?.status).toBe(theirs?.status)
    expect(ours?.body.equals(theirs?.body ?? Buffer.from('?'))).toBe(true)
    const seen = (headers: Record<string, unknown> | undefined) =>
      COMPARED.map((name) => [
        name,
        String(headers?.[name] ?? '')
          .toLowerCase()
          .replace(/^https?:\/\/[^/]+/, ''),
      ])
    // A page for what is not there is no-cache here and revalidated there, which is the same for a browser.
    const comparable = (headers: Record<string, unknown> | undefined) =>
      seen(headers).filter(([name]) => !(ours?.status !== 200 && name === 'cache-control'))
    expect(comparable(ours?.headers)).toEqual(comparable(theirs?.headers))
    if (ours?.status === 200)
      for (const answer of [ours, theirs]) expect(answer?.headers['etag']).toMatch(/^(W\/)?".+"$/)
  })

  it('run the same contest', async () => {
    for (const client of [onCloudflare, onSelf]) {
      if (client === undefined) throw new Error('no client')
      const person = await Participant.signIn(client, '两处一样', 'ml-policy-law')
      const { attempt, paper } = await person.start('hr-law-contest')
      expect(paper.questions).toHaveLength(20)
      expect(await person.submit(attempt.id)).toMatchObject({ score: 0, maxScore: 100 })
      await expect.poll(async () => (await person.standings('hr-law-contest')).total, { timeout: 5000 }).toBe(1)
    }
  })

  it('have the same objects and compatibility date', () => {
    const toml = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')
    expect(toml).toContain(`compatibility_date = "${COMPATIBILITY_DATE}"`)
    for (const { binding, className } of OBJECTS)
      expect(toml).toContain(`name = "${binding}"\nclass_name = "${className}"`)
  })
})
