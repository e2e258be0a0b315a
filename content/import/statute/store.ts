import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemsError } from '../../domain/errors.ts'
import { type StatuteText, StatuteTextSchema, statuteKey } from '../../domain/statute.ts'

/**
 * Writes the folder of a law whole or not at all: a new folder beside it takes its place by renaming. What an interrupted run
 * leaves begins with a dot, is never read as a law, and is put right by the next run.
 */

const NEW = '.new-'
const OLD = '.old-'
const LOCK = '.import'

/** A text as it stands in its file: fields in the order of the schema, so that the same text is always the same bytes. */
export function serialised(text: StatuteText): string {
  return `${JSON.stringify(StatuteTextSchema.parse(text))}\n`
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process can't be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Runs an import while no other one writes into the folder. A lock that a killed process left is taken over.
 *
 * @throws {ProblemsError} when another import is under way
 */
export async function whileAlone<T>(folder: string, run: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, LOCK)
  if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')) || -1)) rmSync(lock, { force: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch {
    const fix = `等它结束再导入。确定没有导入在进行的，删去 ${lock} 。`
    throw new ProblemsError([{ place: folder, fault: '另一个导入正在进行。', fix }])
  }
  try {
    return await run()
  } finally {
    rmSync(lock, { force: true })
    if (readdirSync(folder).length === 0) rmdirSync(folder)
  }
}

/** Puts right what an interrupted run left: a law between its two folders gets the old one back. */
export function recover(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.startsWith(OLD)) {
      const law = join(folder, name.slice(OLD.length))
      if (existsSync(law)) rmSync(path, { recursive: true })
      else renameSync(path, law)
    } else if (name.startsWith(NEW)) rmSync(path, { recursive: true })
  }
}

function isWritten(path: string, files: ReadonlyMap<string, string>): boolean {
  if (!existsSync(path)) return false
  const names = readdirSync(path)
  return (
    names.length === files.size && names.every((name) => readFileSync(join(path, name), 'utf8') === files.get(name))
  )
}

/**
 * Writes all texts of a law.
 *
 * @param texts every text of the law, with keys that differ
 * @returns the number of files that are new or changed; 0 when all was there already
 */
export function writeLaw(folder: string, lawId: string, texts: readonly StatuteText[]): number {
  const files = new Map(texts.map((text) => [`${statuteKey(text)}.json`, serialised(text)]))
  if (files.size !== texts.length) throw new Error(`two texts of ${lawId} have the same key`)
  const law = join(folder, lawId)
  if (isWritten(law, files)) return 0
  const changed = [...files].filter(([name, text]) => {
    const path = join(law, name)
    return !existsSync(path) || readFileSync(path, 'utf8') !== text
  })
  const made = join(folder, `${NEW}${lawId}`)
  const old = join(folder, `${OLD}${lawId}`)
  rmSync(made, { recursive: true, force: true })
  mkdirSync(made, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(made, name), text, { flush: true })
  if (existsSync(law)) renameSync(law, old)
  renameSync(made, law)
  rmSync(old, { recursive: true, force: true })
  return Math.max(changed.length, 1)
}
