import type { IsoDate } from '../domain/dates.ts'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import type { BankVersion, Question } from '../domain/question.ts'
import { alikeAmong, alikeInBanks, askedForm, type KnownBank, keyForm, type PlacedQuestion } from './alike.ts'
import type { PlacedProblem, QuestionTable, SheetPlace } from './question-table.ts'
import { rowQuestion } from './row-question.ts'

/**
 * The rows of files → the content of one unreviewed bank version, and a list of the rows that can't be used.
 */

/** How many rows of a file, or of one of its sheets, became questions. */
export interface FileCount {
  readonly file: string
  /** Rows below the header that aren't blank. */
  readonly rows: number
  readonly questions: number
  readonly unusable: number
}

/** What an import gives. */
export interface ImportedBank {
  readonly content: Omit<BankVersion, 'id'>
  /** Its questions with where they stand. */
  readonly placed: readonly PlacedQuestion[]
  /** Everything wrong with the rows left out, file by file; a row may have several. */
  readonly problems: readonly FileProblem[]
  readonly files: readonly FileCount[]
  /** What to look at although nothing is wrong: columns passed over, questions that ask the same. Chinese sentences. */
  readonly notices: readonly string[]
}

/** A problem with the file that it is in. */
export interface FileProblem extends PlacedProblem {
  readonly file: string
}

/** Thrown when nothing can be imported; the problems still know their rows. */
export class ImportError extends ProblemsError {
  readonly rows: readonly FileProblem[]

  constructor(rows: readonly FileProblem[], whole: Problem) {
    super([...rows, whole])
    this.rows = rows
  }
}

/** Title of the bank version, the day whose law the questions are right for, and banks to compare with. */
export interface ImportOptions {
  readonly title: string
  readonly asOf: IsoDate
  readonly banks?: readonly KnownBank[]
}

const QUESTIONS_AT_MOST = 20_000

/** A row read: where it stands, and its question or what is wrong. */
interface Entry {
  readonly table: QuestionTable
  readonly place: string
  readonly at: SheetPlace | null
  outcome: Question | readonly Problem[]
}

function isQuestion(outcome: Entry['outcome']): outcome is Question {
  return 'stem' in outcome
}

/**
 * Leaves out what is there already. When a repetition has another answer, neither can be trusted and all of them go.
 */
function leaveOutRepeated(entries: readonly Entry[]): void {
  const asked = new Map<string, { entry: Entry; key: string }[]>()
  for (const entry of entries) {
    if (!isQuestion(entry.outcome)) continue
    const form = askedForm(entry.outcome)
    const member = { entry, key: keyForm(entry.outcome) }
    const others = asked.get(form)
    if (others === undefined) asked.set(form, [member])
    else others.push(member)
  }
  for (const members of asked.values()) {
    const [first, ...repeated] = members
    if (first === undefined) continue
    const isDisputed = repeated.some(({ key }) => key !== first.key)
    for (const { entry, key } of isDisputed ? members : repeated) {
      const other = isDisputed ? members.find((member) => member.key !== key) : first
      const fault = `和“${other?.entry.place}”是同一道题${isDisputed ? '，答案却不一样' : ''}。`
      const fix = isDisputed ? '查清哪个答案对，删去错的那一道。' : '删去其中一道。'
      entry.outcome = [{ place: entry.place, fault, fix }]
    }
  }
}

/**
 * Makes the content of one bank version from all files. Every row that isn't blank becomes a question or is named in a
 * problem. Neither source nor category is a topic, so questions have none.
 *
 * @throws {ImportError} when there is no usable row, or more than a bank version holds
 * @example (await importQuestions([readCsv('law.csv', bytes)], { title: '普法题库', asOf: '2026-12-04' })).content.questions.length
 */
export async function importQuestions(
  tables: readonly QuestionTable[],
  { title, asOf, banks = [] }: ImportOptions,
): Promise<ImportedBank> {
  const entries: Entry[] = []
  for (const table of tables) {
    for (const row of table.rows) {
      entries.push({ table, place: row.place, at: row.at, outcome: await rowQuestion(table.file, row) })
    }
  }
  leaveOutRepeated(entries)
  const ofTable = new Map(tables.map((table): [QuestionTable, Entry[]] => [table, []]))
  for (const entry of entries) ofTable.get(entry.table)?.push(entry)
  const problems = [...ofTable].flatMap(([{ file, problems: own }, rows]): FileProblem[] => [
    ...own.map((problem) => ({ ...problem, file })),
    ...rows.flatMap(({ outcome, at }) =>
      isQuestion(outcome) ? [] : outcome.map((problem) => ({ ...problem, file, at })),
    ),
  ])
  const placed = entries.flatMap(({ place, outcome }) => (isQuestion(outcome) ? [{ place, question: outcome }] : []))
  const questions = placed.map(({ question }) => question)
  if (questions.length === 0) {
    const fix = '按上面各行说的改好，再导入一次。'
    throw new ImportError(problems, { place: '这次导入', fault: '没有一行能用。', fix })
  }
  if (questions.length > QUESTIONS_AT_MOST) {
    const fault = `一共${questions.length}道题，一个题库最多放${QUESTIONS_AT_MOST}道。`
    throw new ImportError([], { place: '这次导入', fault, fix: '分几次导入，一次少选几个文件。' })
  }
  const files = [...ofTable].map(([{ file, rowCount }, rows]): FileCount => {
    const usable = rows.filter(({ outcome }) => isQuestion(outcome)).length
    return { file, rows: rowCount, questions: usable, unusable: rowCount - usable }
  })
  const ofTables = tables.flatMap((table) => table.notices)
  const notices = [...ofTables, ...alikeAmong(placed), ...alikeInBanks(placed, banks)]
  return { content: { title, reviewed: false, asOf, questions }, placed, problems, files, notices }
}
