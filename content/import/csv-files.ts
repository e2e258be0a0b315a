import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import { BYTES_AT_MOST, type CsvTable, readCsv, unreadableTable } from './csv-cells.ts'

/** Finds CSV files on the disk. */

function filesOf(path: string): string[] | Problem {
  if (!existsSync(path))
    return { place: path, fault: '没有这个文件或者文件夹。', fix: '检查路径；可以把文件拖进命令窗口，路径会自己写好。' }
  if (!statSync(path).isDirectory()) return [path]
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.csv$/i.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort()
  if (files.length > 0) return files
  return {
    place: path,
    fault: '这个文件夹里没有 .csv 文件。',
    fix: '换成放题目的文件夹；题目在 Excel 里的，先另存为“CSV UTF-8”。',
  }
}

/**
 * Reads CSV files, and the `.csv` files directly in folders, in the order given; a folder's in the order of their names.
 * A file that is named twice is read once.
 *
 * @throws {ProblemsError} when a path doesn't exist or a folder has no such file
 */
export function readCsvFiles(paths: readonly string[]): CsvTable[] {
  const found = paths.map(filesOf)
  const problems = found.flatMap((files) => (Array.isArray(files) ? [] : [files]))
  if (problems.length > 0) throw new ProblemsError(problems)
  const files = [...new Set(found.flatMap((list) => (Array.isArray(list) ? list : [])).map((file) => resolve(file)))]
  return files.map((file) => {
    const isOnlyOfName = files.every((other) => other === file || basename(other) !== basename(file))
    const name = isOnlyOfName ? basename(file) : file
    if (statSync(file).size <= BYTES_AT_MOST) return readCsv(name, readFileSync(file))
    return unreadableTable(name, `文件超过了 ${BYTES_AT_MOST / 2 ** 20} MB。`, '拆成几个文件再导入。')
  })
}
