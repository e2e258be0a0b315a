import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import { BYTES_AT_MOST, type CsvTable, readCsv, unreadableTable } from './csv-cells.ts'

/** Finds CSV files on the disk. */

function filesOf(path: string): string[] | Problem {
  if (!existsSync(path)) return { place: path, fault: 'There is no such file or folder.', fix: 'Check the path.' }
  if (!statSync(path).isDirectory()) return [path]
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.csv$/i.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort()
  if (files.length > 0) return files
  return { place: path, fault: 'The folder has no .csv file.', fix: 'Give the folder that holds the questions.' }
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
    return unreadableTable(name, `The file is larger than ${BYTES_AT_MOST / 2 ** 20} MB.`, 'Split it.')
  })
}
