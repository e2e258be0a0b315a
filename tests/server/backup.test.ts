import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, extract } from 'tar'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CodesSchema, RosterOutcomeSchema, SignedInSchema } from '../../content/domain/roster-api.ts'
import { ask } from '../../worker/build/operator-client.ts'
import { backup } from '../../worker/self-host/backup.ts'
import { restore } from '../../worker/self-host/restore.ts'
import { CITY, entry, upload } from '../fixtures/roster.ts'
import { HttpClient } from '../load/http-client.ts'
import { Participant, randomSheet } from '../load/participant.ts'
import { RunningServer } from './running-server.ts'

/** Backup and restore on plain workerd: a contest, a backup while people write, everything wiped, restored. */

const CONTEST = 'hr-law-contest'

let server: RunningServer
let archives: string

beforeAll(async () => {
  archives = mkdtempSync(join(tmpdir(), 'mingfa-backup-test-'))
  server = await RunningServer.start()
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(archives, { recursive: true, force: true })
})

async function handIn(client: HttpClient, name: string): Promise<Participant> {
  const person = await Participant.signIn(client, name, 'ml-policy-law')
  const { attempt, paper } = await person.start(CONTEST)
  await person.submit(attempt.id, randomSheet(paper.questions))
  return person
}

function standingsOf(person: Participant, client: HttpClient) {
  return person
    .through(client)
    .standings(CONTEST, 'limit=200')
    .then(({ updatedAt: _, ...standings }) => standings)
}

async function signInByCode(): Promise<string> {
  await ask(server.origin, server.operatorToken, 'PUT', '/api/roster', RosterOutcomeSchema, {
    ...upload([entry('P-1', { unitPath: CITY.path })]),
  })
  const asked = { unit: CITY.id, staffNumbers: ['P-1'] }
  const { codes } = await ask(server.origin, server.operatorToken, 'POST', '/api/roster/codes', CodesSchema, asked)
  const body = JSON.stringify({ code: codes[0]?.code ?? '' })
  const answer = await fetch(`${server.origin}/api/session/roster-code`, { method: 'POST', body })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

it('brings back standings, people, sessions and what was being written, after all data is gone', async () => {
  const client = new HttpClient(server.origin, 8)
  const people = await Promise.all(Array.from({ length: 12 }, (_, index) => handIn(client, `甲${index}`)))
  const [first] = people
  if (first === undefined) throw new Error('nobody')
  const cookie = await signInByCode()
  const writer = await Participant.signIn(client, '乙')
  const { attempt, paper } = await writer.start(CONTEST)
  const sheet = randomSheet(paper.questions)
  await writer.save(attempt.id, 1, sheet)
  await expect.poll(async () => (await standingsOf(first, client)).total, { timeout: 5000 }).toBe(people.length)
  const before = await standingsOf(first, client)

  const archive = join(archives, 'evening.tar.gz')
  await backup(server.data, archive)
  expect(statSync(archive).mode & 0o077).toBe(0)
  await handIn(client, '丙')
  client.close()
  await server.killHard()
  rmSync(server.data, { recursive: true })

  await restore(archive, server.data, false)
  await server.restart()
  const after = new HttpClient(server.origin, 8)
  expect(await standingsOf(first, after)).toEqual(before)
  expect((await writer.through(after).detail(attempt.id)).responses).toEqual(sheet)
  expect((await writer.through(after).submit(attempt.id)).maxScore).toBeGreaterThan(0)
  const session = await fetch(`${server.origin}/api/session`, { headers: { cookie } })
  expect(SignedInSchema.parse(await session.json()).person?.staffNumber).toBe('P-1')
  after.close()
}, 60_000)

it('is whole though people hand in meanwhile, and loses none of their requests', async () => {
  const client = new HttpClient(server.origin, 8)
  const acknowledged: Participant[] = []
  let isOver = false
  const lanes = Array.from({ length: 8 }, async (_, lane) => {
    for (let turn = 0; !isOver; turn += 1) acknowledged.push(await handIn(client, `丁${lane}-${turn}`))
  })
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(30)
  const earlier = [...acknowledged]
  const archive = join(archives, 'busy.tar.gz')
  const { pausedMs } = await backup(server.data, archive)
  isOver = true
  await Promise.all(lanes)
  client.close()
  expect(pausedMs).toBeLessThan(5000)
  await server.killHard()
  const { before } = await restore(archive, server.data, true)
  await server.restart()
  const after = new HttpClient(server.origin, 8)
  for (const person of earlier) {
    await expect
      .poll(async () => (await person.through(after).standings(CONTEST)).me, { timeout: 5000 })
      .toMatchObject({ name: expect.stringMatching(/^丁/) })
  }
  after.close()
  expect(readdirSync(before ?? '')).toContain('secrets.json')
  rmSync(before ?? '', { recursive: true })
}, 90_000)

it('refuses to restore onto a running server, or over data unasked, and changes nothing', async () => {
  const archive = join(archives, 'evening.tar.gz')
  await expect(restore(archive, server.data, true)).rejects.toThrow('正被进程')
  const used = mkdtempSync(join(archives, 'used-'))
  appendFileSync(join(used, 'secrets.json'), 'mine')
  await expect(restore(archive, used, false)).rejects.toThrow('--replace')
  expect(readFileSync(join(used, 'secrets.json'), 'utf8')).toBe('mine')
  await expect(restore(join(archives, 'none.tar.gz'), used, true)).rejects.toThrow('没有')
})

/** The evening's backup unpacked, changed and packed again. */
async function changed(name: string, change: (folder: string) => void): Promise<string> {
  const folder = join(archives, name)
  mkdirSync(folder)
  await extract({ file: join(archives, 'evening.tar.gz'), cwd: folder })
  change(folder)
  const file = `${folder}.tar.gz`
  await create({ file, cwd: folder, gzip: true }, readdirSync(folder))
  return file
}

it.each([
  [
    'a file whose content has changed',
    'secrets.json: 内容变了',
    (folder: string) => appendFileSync(join(folder, 'secrets.json'), ' '),
  ],
  ['a file too many', 'objects/more: 多出来的', (folder: string) => appendFileSync(join(folder, 'objects/more'), 'x')],
  ['a file too few', 'secrets.json: 没有', (folder: string) => rmSync(join(folder, 'secrets.json'))],
  ['no list of files', 'manifest.json: 没有', (folder: string) => rmSync(join(folder, 'manifest.json'))],
])('refuses a backup with %s, and leaves no trace', async (name, said, change) => {
  const archive = await changed(name, change)
  const target = join(archives, `${name}-target`)
  await expect(restore(archive, target, false)).rejects.toThrow(said)
  expect(readdirSync(archives).filter((entry) => entry.startsWith('.mingfa-') || entry.endsWith('-target'))).toEqual([])
})

it('refuses an archive that is cut short or isn’t one, and a second backup of the same name', async () => {
  const cut = await changed('cut', () => undefined)
  truncateSync(cut, Math.floor(statSync(cut).size / 2))
  await expect(restore(cut, join(archives, 'cut-target'), false)).rejects.toThrow(/打不开|不完整/)
  appendFileSync(join(archives, 'text.tar.gz'), 'not an archive')
  await expect(restore(join(archives, 'text.tar.gz'), join(archives, 'text-target'), false)).rejects.toThrow(
    /打不开|不完整/,
  )
  await expect(backup(server.data, join(archives, 'evening.tar.gz'))).rejects.toThrow('已经有了')
  await expect(backup(join(archives, 'nothing'), join(archives, 'new.tar.gz'))).rejects.toThrow('没有可备份的数据')
})
