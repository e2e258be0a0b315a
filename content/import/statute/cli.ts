import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { formatProblem, ProblemsError } from '../../domain/errors.ts'
import { readLawContent } from '../../source/laws.ts'
import { progressDisplay } from './progress.ts'
import { fullLines, reportLines } from './report.ts'
import { importStatutes } from './run.ts'

/**
 * `npm run laws:import -- <file or folder> …`: imports official texts of laws into `.data/laws/`, or below MINGFA_DATA.
 *
 * `--replace` takes new words for a version that is there; `--list <file>` writes all refusals and repairs into a file. Exits
 * with 1 when a law couldn't be placed, a file is damaged, or nothing could be read; texts without articles are only told.
 */

const USAGE = `用法：npm run laws:import -- <文件或文件夹> … [--replace] [--list <文件>]
  文件：.md、.txt、.docx、.jsonl、.jsonl.gz
  --replace　　　　同一版本的文字不同时，换成新的；不写就保留已有的
  --list <文件>　　把没有导入、改正和存疑的地方全部写进这个文件`

/** The command is not one. */
class UsageError extends Error {}

function readCommand(args: readonly string[]) {
  try {
    const options = { replace: { type: 'boolean' }, list: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.length === 0) throw new UsageError(USAGE)
    return { paths: positionals, replace: values.replace ?? false, list: values.list }
  } catch {
    throw new UsageError(USAGE)
  }
}

async function main(): Promise<number> {
  const { paths, replace, list } = readCommand(process.argv.slice(2))
  const root = join(import.meta.dirname, '../../..')
  const folder = join(resolve(process.env['MINGFA_DATA'] ?? join(root, '.data')), 'laws')
  const { laws, dates } = readLawContent(join(root, 'content'))
  const display = progressDisplay(process.stdout.isTTY === true, console.log)
  const started = performance.now()
  const report = await importStatutes({ paths, folder, laws, dates, replace, onProgress: display.update })
  const seconds = (performance.now() - started) / 1000
  display.end(`读完${report.files}个文件，写到 ${folder}`)
  if (list !== undefined) writeFileSync(list, `${fullLines(report).join('\n')}\n`)
  for (const line of reportLines(report, seconds, list ?? null)) console.log(line)
  const isIncomplete = report.refused.some(({ blocks, endsFile }) => blocks || endsFile === true)
  return isIncomplete || report.texts === 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof ProblemsError || error instanceof UsageError) {
    if (error instanceof UsageError) console.error(error.message)
    else for (const problem of error.problems) console.error(formatProblem(problem))
    console.error('没有写任何文件。')
  } else if (error instanceof Error && 'code' in error) {
    console.error(`读写文件出错（${error.message}）。`)
    console.error('写完的法律都是完整的，其余的没有动。看看磁盘满没满、有没有权限，再运行一次。')
  } else throw error
  process.exitCode = 1
}
