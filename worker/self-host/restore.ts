import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { extract } from 'tar'
import { stamp } from './backup.ts'
import { MANIFEST, type Manifest, ManifestSchema, manifestFaults } from './backup-manifest.ts'
import { requireUnused } from './data-lock.ts'

/** What a restore has done. */
export interface Restored {
  readonly manifest: Manifest
  /** Where the data went that was there before; `null` when there was none. */
  readonly before: string | null
}

/**
 * Puts a backup in place of a data folder. It is unpacked beside and checked file by file first, so that either all of it is
 * there or everything is as before. Data that was there is moved aside, never deleted.
 *
 * @param replace whether data that is there may be moved aside
 * @throws {Error} while a server runs on the folder, when there is data and `replace` is false, or when the archive isn't whole
 */
export async function restore(file: string, data: string, replace: boolean): Promise<Restored> {
  if (!existsSync(file)) throw new Error(`没有 ${file} 这个文件。\nThere is no file ${file}.`)
  const isThere = existsSync(data) && readdirSync(data).length > 0
  if (isThere) requireUnused(data)
  if (isThere && !replace) {
    throw new Error(
      `${data} 里已经有数据。要用备份换掉它，加上 --replace；原来的数据会改名保留。\n` +
        `${data} has data already. Add --replace to put the backup in its place; what is there is kept under another name.`,
    )
  }
  const parent = dirname(resolve(data))
  mkdirSync(parent, { recursive: true })
  const fresh = mkdtempSync(join(parent, '.mingfa-restore-'))
  try {
    await unpack(file, fresh)
    const faults = manifestFaults(fresh)
    if (faults.length > 0)
      throw new Error(
        `备份不完整，什么也没有改：\nNot a whole backup; nothing was changed:\n${faults.slice(0, 20).join('\n')}`,
      )
    const manifest = ManifestSchema.parse(JSON.parse(readFileSync(join(fresh, MANIFEST), 'utf8')))
    rmSync(join(fresh, MANIFEST))
    const before = isThere ? `${resolve(data)}.before-${stamp(new Date())}` : null
    if (before !== null) renameSync(data, before)
    else rmSync(data, { recursive: true, force: true })
    renameSync(fresh, data)
    return { manifest, before }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

async function unpack(file: string, folder: string): Promise<void> {
  try {
    await extract({
      file,
      cwd: folder,
      strict: true,
      // Nothing else is ever in a backup: a link could lead out of the folder.
      filter: (_, entry) => 'type' in entry && (entry.type === 'File' || entry.type === 'Directory'),
    })
  } catch (error) {
    throw new Error(
      `${file} 打不开，可能没有拷完整。什么也没有改。\n${file} can't be unpacked; it may be cut short. Nothing was changed.`,
      { cause: error },
    )
  }
}
