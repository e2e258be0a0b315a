import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Assessment } from '../../content/domain/assessment.ts'
import { beijingDay, IsoDateSchema } from '../../content/domain/dates.ts'
import { formatProblem, ProblemsError } from '../../content/domain/errors.ts'
import {
  AssessmentStoredSchema,
  BankContentSchema,
  BankStoredSchema,
  OPERATOR_BODY_LIMIT,
  StoredBanksSchema,
} from '../../content/domain/operator-api.ts'
import { toQuestions } from '../../content/domain/question-file.ts'
import { alikeInBanks, type KnownBank } from '../../content/import/alike.ts'
import { contestOn } from '../../content/import/contest.ts'
import { type QuestionSource, readQuestionFiles } from '../../content/import/question-files.ts'
import {
  type FileProblem,
  ImportError,
  type ImportedBank,
  importQuestions,
} from '../../content/import/question-rows.ts'
import { annotatedCopy } from '../../content/import/workbook/copy.ts'
import { copyName, notesOf } from '../../content/import/workbook/notes.ts'
import { readCells } from '../../content/import/workbook/read.ts'
import { readContent } from '../../content/source/content.ts'
import { ask, CommandError, operatorToken, post } from './operator-client.ts'
import { ROOT } from './tools.ts'

/**
 * `npm run bank:import -- <file or folder …>`: .xlsx, .csv, .txt and .docx files → one unreviewed bank version on a running
 * server, and with `--contest` a contest on it. MINGFA_DATA is the folder of the server's secrets.
 *
 * All or nothing: with any problem nothing is imported, and copies of the spreadsheets with a column 问题 are written beside
 * them. `--skip-bad` imports the rest, and lists what it leaves out.
 */

/** The form of the command, with the words of its reader for what is to be filled in. */
function usage(path: string, id: string, title: string): string {
  return (
    `npm run bank:import -- <${path}> [--server http://localhost:8787] [--as-of 2026-12-04] [--dry-run] [--skip-bad] ` +
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
      options: { ...named, 'dry-run': { type: 'boolean' }, 'skip-bad': { type: 'boolean' } },
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

/** The bank that the software brings along, to find questions that are there already; nothing when it can't be read. */
function shippedQuestions(): KnownBank[] {
  try {
    const { questionFiles } = readContent(join(ROOT, 'content'), { now: Date.now(), preview: false })
    return [{ title: '明法题库', questions: questionFiles.flatMap(({ value }) => toQuestions(value)) }]
  } catch (error) {
    // Whatever is wrong there is for npm run check to say.
    if (error instanceof ProblemsError) return []
    throw error
  }
}

/** The versions on a server that papers may be drawn from, without the one that the software brings along. @throws {CommandError} */
async function activeBanks(server: string, token: string): Promise<KnownBank[]> {
  const { banks } = await ask(server, token, 'GET', '/api/operator/banks', StoredBanksSchema)
  const active = banks.filter(({ isActive, storedBy }) => isActive && storedBy !== null)
  return Promise.all(
    active.map(async ({ id, title }) => ({
      title,
      questions: (await ask(server, token, 'GET', `/api/operator/banks/${id}`, BankContentSchema)).questions,
    })),
  )
}

/** A path that nothing is written over at: somebody may be correcting the copy of the last time. */
function freePath(path: string): string {
  let free = path
  for (let count = 2; existsSync(free); count += 1) free = path.replace(/）(\.[^.]*)$/, `${count}）$1`)
  return free
}

/** Writes copies of the spreadsheets with what is wrong beside each row. @returns their paths */
async function writeCopies(sources: readonly QuestionSource[], problems: readonly FileProblem[]): Promise<string[]> {
  const written: string[] = []
  for (const { file, path } of sources) {
    const rows = problems.flatMap(({ file: own, at, ...problem }) =>
      own === file && at !== null ? [{ ...problem, sheet: at.sheet, row: at.row }] : [],
    )
    if (rows.length === 0) continue
    const bytes = readFileSync(path)
    const copy = freePath(join(dirname(path), copyName(basename(path))))
    writeFileSync(copy, await annotatedCopy(await readCells(file, bytes), bytes, notesOf(rows)))
    written.push(copy)
  }
  return written
}

function printNotices(notices: readonly string[]): void {
  if (notices.length > 0) console.log(`请看一看，不影响导入 / To look at, nothing is wrong:\n${notices.join('\n')}`)
}

function report({ problems, notices, files, content }: ImportedBank): void {
  for (const problem of problems) console.error(formatProblem(problem))
  printNotices(notices)
  for (const { file, rows, questions, unusable } of files) {
    console.log(`${file}: ${rows} 题 rows, ${questions} 可用 questions, ${unusable} 不可用 unusable`)
  }
  console.log(`共 ${content.questions.length} 题 / ${content.questions.length} questions in all`)
}

/** Ends the command because of problems, after it has written the copies that show them. @throws {CommandError} */
async function refuse(
  sources: readonly QuestionSource[],
  problems: readonly FileProblem[],
  count: number,
): Promise<never> {
  const copies = await writeCopies(sources, problems)
  const [chinese, english] =
    copies.length === 0
      ? ['', '']
      : [
          `\n每行的问题写在副本的“问题”一列：${copies.join('、')}`,
          `\nCopies with a column of problems: ${copies.join(', ')}`,
        ]
  throw new CommandError(
    `没有导入：有${count}处问题。请改好再导入，或者加 --skip-bad 跳过有问题的题。${chinese}`,
    `Nothing was imported: ${count} problems. Correct them, or leave those questions out with --skip-bad.${english}`,
  )
}

/** Reads and checks everything. @throws {CommandError} when anything is wrong and isn't to be left out */
async function importedFrom(
  sources: readonly QuestionSource[],
  { title, asOf, skipBad }: { title: string; asOf: string; skipBad: boolean },
): Promise<ImportedBank> {
  let imported: ImportedBank
  try {
    const tables = sources.flatMap((source) => source.tables)
    imported = await importQuestions(tables, { title: title.slice(0, 80), asOf, banks: shippedQuestions() })
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    console.error(error.message)
    return refuse(sources, error.rows, error.problems.length)
  }
  report(imported)
  const { problems, content } = imported
  if (problems.length > 0 && !skipBad) return refuse(sources, problems, problems.length)
  if (problems.length > 0) {
    console.log(
      `跳过了上面列出的题，导入其余 ${content.questions.length} 题 / Left out what is listed above, the other ${content.questions.length} are imported`,
    )
  }
  return imported
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
  const sources = await readQuestionFiles(paths)
  const { content, placed } = await importedFrom(sources, { title, asOf, skipBad: rest['skip-bad'] === true })
  const assessment =
    contest === undefined ? null : contestOn(content.questions, { id: contest, title, questions, minutes })
  if (rest['dry-run']) return
  const token = operatorToken()
  printNotices(alikeInBanks(placed, await activeBanks(server, token)))
  const bank = await storeBank(server, token, content)
  console.log(
    `题库已存，等另一位考务人员审核后才能用于考试 / Bank version stored, exams await a second person's approval: ${bank}`,
  )
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
