import {
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { create } from 'tar'
import { ROOT } from '../build/tools.ts'
import { MANIFEST, type Manifest, manifestOf, sealDatabases } from './backup-manifest.ts'
import { LOCK, userOf } from './data-lock.ts'

/** What a data folder holds that is made anew at each start, or belongs to `npm run dev`. */
const LEFT_OUT: ReadonlySet<string> = new Set([LOCK, 'served', 'dev'])

const PAUSE_TIMEOUT_MS = 5000

/** What a backup has. */
export interface Backup {
  readonly manifest: Manifest
  /** Milliseconds for which a running server stood still. */
  readonly pausedMs: number
}

/** Whether a process and all its threads stand still. Elsewhere than on Linux that can't be seen, and a moment has to do. */
async function standsStill(pid: number): Promise<void> {
  if (process.platform !== 'linux') return sleep(200)
  const deadline = Date.now() + PAUSE_TIMEOUT_MS
  const isStopped = (task: string) => {
    const stat = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T')
  }
  while (Date.now() < deadline) {
    if (readdirSync(`/proc/${pid}/task`).every(isStopped)) return
    await sleep(5)
  }
  throw new Error(`进程 ${pid} 停不下来，没有备份。\nProcess ${pid} did not pause; nothing was backed up.`)
}

/** Copies while the server stands still, as a power cut would leave the files: the databases are made to outlive that. */
async function paused(pid: number | null, copy: () => void): Promise<number> {
  if (pid === null) {
    copy()
    return 0
  }
  if (process.platform === 'win32') {
    throw new Error(
      '这台电脑上要先停掉服务（Ctrl+C），备份好再启动。\nOn Windows stop the server first, and start it again after the backup.',
    )
  }
  const started = performance.now()
  process.kill(pid, 'SIGSTOP')
  try {
    await standsStill(pid)
    copy()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  return performance.now() - started
}

/**
 * Backs up everything that a deployment has: databases of all objects at one instant, secrets, imported laws.
 *
 * A running server goes on after standing still for as long as copying takes; requests wait that long and none is lost.
 *
 * @param data the data folder
 * @param file the archive (.tar.gz), for the owner's eyes only, since it has people's data and the secrets
 * @throws {Error} when the file is there already, there is nothing to back up, or a database is damaged; then no archive is left
 */
export async function backup(data: string, file: string): Promise<Backup> {
  if (existsSync(file)) throw new Error(`${file} 已经有了，换一个文件名。\n${file} exists; choose another name.`)
  if (!existsSync(join(data, 'secrets.json')))
    throw new Error(
      `${data} 里没有可备份的数据。\n${data} has no data to back up. Set MINGFA_DATA to the folder of the server.`,
    )
  const copy = mkdtempSync(join(dirname(resolve(file)), '.mingfa-backup-'))
  const part = `${copy}.tar.gz`
  try {
    const pausedMs = await paused(userOf(data), () => {
      for (const name of readdirSync(data).filter((name) => !LEFT_OUT.has(name)))
        cpSync(join(data, name), join(copy, name), { recursive: true, mode: constants.COPYFILE_FICLONE })
    })
    sealDatabases(copy)
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    const manifest = manifestOf(copy, version, new Date())
    writeFileSync(join(copy, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`)
    // Others may not read it from the first byte on.
    writeFileSync(part, '', { mode: 0o600, flag: 'wx' })
    await create({ file: part, cwd: copy, gzip: true, portable: true }, readdirSync(copy))
    renameSync(part, file)
    return { manifest, pausedMs }
  } finally {
    rmSync(copy, { recursive: true, force: true })
    rmSync(part, { force: true })
  }
}

/** A moment in a file's name. */
export function stamp(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}
