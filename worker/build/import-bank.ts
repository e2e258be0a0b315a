import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Assessment } from '../../content/domain/assessment.ts'
import { beijingDay, IsoDateSchema } from '../../content/domain/dates.ts'
import { formatProblem, ProblemsError } from '../../content/domain/errors.ts'
import { AssessmentStoredSchema, BankStoredSchema, OPERATOR_BODY_LIMIT } from '../../content/domain/operator-api.ts'
import { contestOn } from '../../content/import/contest.ts'
import { readCsvFiles } from '../../content/import/csv-files.ts'
import { type ImportedBank, importQuestions } from '../../content/import/question-rows.ts'
import { CommandError, operatorToken, post } from './operator-client.ts'

/**
 * `npm run bank:import -- <file or folder …>`: CSV files → one unreviewed bank version on a running server, and with
 * `--contest` a contest on it. MINGFA_DATA is the folder of the server's secrets.
 */

/** The form of the command, with the words of its reader for what is to be filled in. */
function usage(path: string, id: string, title: string): string {
  return (
    `npm run bank:import -- <${path}> [--server http://localhost:8787] [--as-of 2026-12-04] [--dry-run] ` +
    `[--contest <${id}> --title <${title}> --questions 20 --minutes 20]`
  )
}
const SERVER = 'http://localhost:8787'

/** Refuses an upload that the server would. */
function requireSmall(value: unknown): void {
  const bytes = Buffer.byteLength(JSON.stringify(value))
  const [size, limit] = [bytes, OPERATOR_BODY_LIMIT].map((count) => (count / 2 ** 20).toFixed(1))
  if (bytes <= OPERATOR_BODY_LIMIT) return
  throw new CommandError(
    `题库有 ${size} MB，一次最多 ${limit} MB。请减少文件，或把文件分到几个竞赛中。`,
    `The bank has ${size} MB, the limit is ${limit} MB. Import fewer files, or spread them over several contests.`,
  )
}

/** Stores a bank version. @returns its id @throws {CommandError} */
export async function storeBank(server: string, token: string, content: ImportedBank['content']): Promise<string> {
  requireSmall(content)
  return (await post(server, token, '/api/operator/banks', content, BankStoredSchema)).id
}

/** Opens an assessment on a bank version. @throws {CommandError} */
export async function openAssessment(
  server: string,
  token: string,
  bank: string,
  assessment: Assessment,
): Promise<void> {
  await post(server, token, '/api/operator/assessments', { bank, assessment }, AssessmentStoredSchema)
}

function readArguments() {
  const text = { type: 'string' } as const
  const named = { server: text, contest: text, title: text, questions: text, minutes: text, 'as-of': text }
  try {
    const { values, positionals } = parseArgs({
      options: { ...named, 'dry-run': { type: 'boolean' } },
      allowPositionals: true,
    })
    const [questions, minutes] = [Number(values.questions ?? 20), Number(values.minutes ?? 20)]
    const asOf = IsoDateSchema.parse(values['as-of'] ?? beijingDay(Date.now()))
    const whole = [questions, minutes].every((count) => Number.isInteger(count) && count >= 1)
    const server = new URL(values.server ?? SERVER)
    if (positionals.length === 0 || !whole || !server.protocol.startsWith('http')) throw new Error('see the usage')
    return { ...values, server: server.origin, questions, minutes, asOf, paths: positionals }
  } catch {
    throw new CommandError(
      `用法：${usage('文件或文件夹', '竞赛编号', '竞赛名称')}`,
      `Usage: ${usage('file or folder', 'id', 'title')}`,
    )
  }
}

function report({ problems, files, content }: ImportedBank): void {
  for (const problem of problems) console.error(formatProblem(problem))
  for (const { file, rows, questions, unusable } of files) {
    console.log(`${file}: ${rows} 行 rows, ${questions} 题 questions, ${unusable} 不可用 unusable`)
  }
  console.log(`共 ${content.questions.length} 题 / ${content.questions.length} questions in all`)
}

async function main(): Promise<void> {
  const { paths, server, contest, title = '导入题库', questions, minutes, asOf, ...rest } = readArguments()
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) {
    throw new CommandError(
      `没有这个文件或文件夹：${missing}。请检查路径。`,
      `There is no such file or folder: ${missing}. Check the path.`,
    )
  }
  const imported = importQuestions(readCsvFiles(paths), { title: title.slice(0, 80), asOf })
  report(imported)
  const { content } = imported
  const assessment =
    contest === undefined ? null : contestOn(content.questions, { id: contest, title, questions, minutes })
  if (rest['dry-run']) return
  const token = operatorToken()
  const bank = await storeBank(server, token, content)
  console.log(`题库已存 / Bank version stored: ${bank}`)
  if (assessment === null) return
  await openAssessment(server, token, bank, assessment)
  console.log(`竞赛已开放 / Contest is open: ${server}/contests/open/?id=${assessment.id}`)
}

if (import.meta.main) {
  try {
    await main()
  } catch (error) {
    if (error instanceof ProblemsError) {
      console.error(error.message)
      console.error(
        '没有导入。请按上面各行修改后重试。\nNothing was imported. Correct what is named above and try again.',
      )
    } else console.error(error instanceof CommandError ? error.message : error)
    process.exitCode = 1
  }
}
