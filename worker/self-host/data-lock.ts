import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two servers on the same data would write into each other's databases, so each leaves its process id there. */
export const LOCK = 'server.pid'

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A number may have gone to another program since; where that can be seen, it decides.
    const commandLine = `/proc/${pid}/cmdline`
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('workerd')
  } catch {
    return false
  }
}

/** The process that runs a server on a data folder, `null` when none does. */
export function userOf(data: string): number | null {
  const path = join(data, LOCK)
  const pid = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  return pid > 0 && isRunning(pid) ? pid : null
}

/**
 * Makes sure that no server runs on a data folder.
 *
 * @throws {Error} that names the process when one does
 */
export function requireUnused(data: string): void {
  const pid = userOf(data)
  if (pid !== null) {
    throw new Error(
      `数据目录 ${data} 正被进程 ${pid} 使用。先停掉它，或用另一个目录：MINGFA_DATA=<目录> npm start\n` +
        `The data folder ${data} is in use by process ${pid}. Stop it, or take another folder: MINGFA_DATA=<folder> npm start`,
    )
  }
}

/** Notes the process that uses a data folder from now on. */
export function noteUse(data: string, pid: number): void {
  writeFileSync(join(data, LOCK), `${pid}\n`)
}
