import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT, toolEnvironment } from '../../worker/build/tools.ts'
import { readSecrets } from '../../worker/self-host/secrets.ts'
import { isPortTaken } from '../../worker/self-host/server.ts'
import { HttpClient } from '../load/http-client.ts'
import { Participant } from '../load/participant.ts'
import { freePort, RunningServer } from './running-server.ts'

const CONTEST = 'hr-law-contest'

/** Runs what `npm start` runs and gathers what it prints, until it ends. */
function start(
  port: number,
  extra: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const environment = { ...toolEnvironment(), MINGFA_PORT: String(port), MINGFA_BUILD: 'skip', ...extra }
    const child = spawn('node', ['worker/self-host/start.ts'], { cwd: ROOT, env: environment })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('close', (code) => resolve({ code, output }))
  })
}

it('says that the port is taken, and what to do', async () => {
  const port = await freePort()
  const other = createServer().listen(port, 'localhost')
  try {
    const { code, output } = await start(port)
    expect(code).toBe(1)
    expect(output).toContain(`端口 ${port} 已被占用`)
    expect(output).toContain(`MINGFA_PORT=${port + 1} npm start`)
  } finally {
    other.close()
  }
})

it('keeps sessions, attempts and standings when it is stopped and started again', async () => {
  const server = await RunningServer.start()
  try {
    const before = new HttpClient(server.origin, 2)
    const person = await Participant.signIn(before, '隔夜')
    const { attempt } = await person.start(CONTEST)
    const result = await person.submit(attempt.id)
    before.close()
    await server.killHard()
    await server.restart()
    const after = new HttpClient(server.origin, 2)
    expect((await person.through(after).detail(attempt.id)).result).toEqual(result)
    await expect.poll(async () => (await person.through(after).standings(CONTEST)).total, { timeout: 5000 }).toBe(1)
    after.close()
  } finally {
    await server.stop()
  }
}, 60_000)

it.runIf(existsSync('/usr/bin/setpriv'))(
  'leaves no server behind when it is killed',
  async () => {
    const [port, data] = [await freePort(), mkdtempSync(join(tmpdir(), 'mingfa-killed-'))]
    const environment = { ...toolEnvironment(), MINGFA_PORT: String(port), MINGFA_BUILD: 'skip', MINGFA_DATA: data }
    const child = spawn('node', ['worker/self-host/start.ts'], { cwd: ROOT, env: environment, stdio: 'ignore' })
    try {
      await expect.poll(() => isPortTaken(port), { timeout: 20_000 }).toBe(true)
      child.kill('SIGKILL')
      await expect.poll(() => isPortTaken(port), { timeout: 5000 }).toBe(false)
    } finally {
      child.kill('SIGKILL')
      rmSync(data, { recursive: true, force: true })
    }
  },
  60_000,
)

it('refuses a second server on the same data', async () => {
  const server = await RunningServer.start()
  try {
    const { code, output } = await start(await freePort(), { MINGFA_DATA: server.data })
    expect(code).toBe(1)
    expect(output).toContain(`正被进程 ${server.pid} 使用`)
    const client = new HttpClient(server.origin, 1)
    expect((await client.send('GET', '/')).status).toBe(200)
    client.close()
  } finally {
    await server.stop()
  }
}, 60_000)

it('keeps its secrets for the owner alone, and refuses damaged ones', () => {
  const data = mkdtempSync(join(tmpdir(), 'mingfa-secrets-'))
  try {
    const secrets = readSecrets(data)
    expect(readSecrets(data)).toEqual(secrets)
    expect(statSync(join(data, 'secrets.json')).mode & 0o077).toBe(0)
    // As deployments, and backups, from before there were certificates have it.
    const { CERTIFICATE_KEY: _, ...earlier } = secrets
    writeFileSync(join(data, 'secrets.json'), JSON.stringify(earlier))
    const added = readSecrets(data)
    expect(added).toMatchObject(earlier)
    expect(added.CERTIFICATE_KEY).toHaveLength(secrets.CERTIFICATE_KEY.length)
    expect(readSecrets(data)).toEqual(added)
    expect(statSync(join(data, 'secrets.json')).mode & 0o077).toBe(0)
    writeFileSync(join(data, 'secrets.json'), '{"SESSION_SECRET":"short"}')
    expect(() => readSecrets(data)).toThrow('damaged')
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})
