import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import { BYTES_AT_MOST } from './csv-cells.ts'
import { type QuestionTable, unreadableTable } from './question-table.ts'
import { questionTables } from './question-tables.ts'

/** Finds files of questions on the disk. */

/** A file with the tables that were found in it. */
export interface QuestionSource {
  /** Name as messages show it. */
  readonly file: string
  readonly path: string
  readonly tables: readonly QuestionTable[]
}

const KINDS = /\.(?:csv|xlsx|xls|txt|docx)$/i
/** Copies with problems that an import has written, and the marks of programs that have a file open. */
const NO_SOURCE = /（问题\d*）\.(?:csv|xlsx)$|^~\$|^\./i

function filesOf(path: string): string[] | Problem {
  if (!existsSync(path))
    return { place: path, fault: '没有这个文件或者文件夹。', fix: '检查路径；可以把文件拖进命令窗口，路径会自己写好。' }
  if (!statSync(path).isDirectory()) return [path]
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && KINDS.test(entry.name) && !NO_SOURCE.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort()
  if (files.length > 0) return files
  return {
    place: path,
    fault: '这个文件夹里没有 .xlsx、.csv、.txt 或者 .docx 文件。',
    fix: '换成放题目的文件夹；别的文件先另存为其中一种。',
  }
}

/**
 * Reads files, and the .csv, .xlsx, .txt and .docx files directly in folders, in the order given; a folder's in the order
 * of their names. A file that is named twice is read once.
 *
 * @throws {ProblemsError} when a path doesn't exist or a folder has no such file
 */
export async function readQuestionFiles(paths: readonly string[]): Promise<QuestionSource[]> {
  const found = paths.map(filesOf)
  const problems = found.flatMap((files) => (Array.isArray(files) ? [] : [files]))
  if (problems.length > 0) throw new ProblemsError(problems)
  const files = [...new Set(found.flatMap((list) => (Array.isArray(list) ? list : [])).map((file) => resolve(file)))]
  const sources: QuestionSource[] = []
  for (const path of files) {
    const isOnlyOfName = files.every((other) => other === path || basename(other) !== basename(path))
    const file = isOnlyOfName ? basename(path) : path
    const isLarge = statSync(path).size > BYTES_AT_MOST
    const tooLarge = () => [unreadableTable(file, `文件超过了 ${BYTES_AT_MOST / 2 ** 20} MB。`, '拆成几个文件再导入。')]
    sources.push({ file, path, tables: isLarge ? tooLarge() : await questionTables(file, readFileSync(path)) })
  }
  return sources
}
