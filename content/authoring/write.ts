import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import type { DraftFile } from './drafts.ts'

/** Puts drafts on the disk: all of them or none, and never over something that is there. */

function inTheWay(contentFolder: string, { path, folder = contentFolder, before }: DraftFile): Problem[] {
  const file = join(folder, path)
  if (before === null && existsSync(file)) {
    return [{ place: `content/${path}`, fault: '这个文件已经有了，没有动它。', fix: '换一个编号。' }]
  }
  if (before !== null && (!existsSync(file) || readFileSync(file, 'utf8') !== before)) {
    return [{ place: `content/${path}`, fault: '这个文件刚刚被别人改过。', fix: '重新运行一次。' }]
  }
  return []
}

/**
 * Writes all files, or none.
 *
 * @param contentFolder where files go that name no folder of their own
 * @throws {ProblemsError} when a new file's name is taken, or an extended file has changed in the meantime
 */
export function writeDrafts(contentFolder: string, files: readonly DraftFile[]): void {
  const problems = files.flatMap((file) => inTheWay(contentFolder, file))
  if (problems.length > 0) throw new ProblemsError(problems)
  const undo: (() => void)[] = []
  try {
    for (const { path, folder = contentFolder, text, before } of files) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      if (before === null) {
        // wx: whoever made the file in the meantime keeps it.
        writeFileSync(file, text, { flag: 'wx' })
        undo.push(() => rmSync(file))
      } else {
        replace(file, text)
        undo.push(() => replace(file, before))
      }
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
}

/** Never leaves half a file behind. Windows refuses while another program has the file open. */
function replace(file: string, text: string | Uint8Array): void {
  const next = `${file}.new`
  try {
    writeFileSync(next, text)
    renameSync(next, file)
  } catch {
    rmSync(next, { force: true, recursive: true })
    throw new ProblemsError([
      { place: file, fault: '这个文件现在写不进去，没有动它。', fix: '关掉打开它的程序，再运行一次。' },
    ])
  }
}
