import type { IsoDate } from '../domain/dates.ts'
import { type Problem, ProblemsError } from '../domain/errors.ts'
import type { BankVersion, Question } from '../domain/question.ts'
import { comparableStem } from '../domain/scoring.ts'
import { optionForm } from './cell-text.ts'
import type { CsvTable } from './csv-cells.ts'
import { rowQuestion } from './row-question.ts'

/**
 * The rows of CSV files → the content of one unreviewed bank version, and a list of the rows that can't be used.
 */

/** How many rows of a file became questions. */
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
  /** Everything wrong with the rows left out, file by file; a row may have several. */
  readonly problems: readonly Problem[]
  readonly files: readonly FileCount[]
}

/** Title of the bank version, and the day whose law the questions are right for. */
export interface ImportOptions {
  readonly title: string
  readonly asOf: IsoDate
}

const QUESTIONS_AT_MOST = 20_000

/** A row read: where it stands, and its question or what is wrong. */
interface Entry {
  readonly table: CsvTable
  readonly place: string
  outcome: Question | readonly Problem[]
}

function isQuestion(outcome: Entry['outcome']): outcome is Question {
  return 'stem' in outcome
}

/** Same for two rows that ask the same: stem up to punctuation, width and spaces, and options in any order. */
function askedForm({ stem, options }: Question): string {
  return JSON.stringify([comparableStem(stem), options.map(({ text }) => optionForm(text)).sort()])
}

function keyForm({ key, options }: Question): string {
  return JSON.stringify(key.map((id) => optionForm(options.find((option) => option.id === id)?.text ?? '')).sort())
}

/**
 * Leaves out what is there already. When a repetition has another answer, neither can be trusted and all of them go.
 */
function leaveOutRepeated(entries: readonly Entry[]): void {
  const asked = new Map<string, { entry: Entry; key: string }[]>()
  for (const entry of entries) {
    if (!isQuestion(entry.outcome)) continue
    const form = askedForm(entry.outcome)
    asked.set(form, [...(asked.get(form) ?? []), { entry, key: keyForm(entry.outcome) }])
  }
  for (const members of asked.values()) {
    const [first, ...repeated] = members
    if (first === undefined) continue
    const isDisputed = repeated.some(({ key }) => key !== first.key)
    for (const { entry, key } of isDisputed ? members : repeated) {
      const other = isDisputed ? members.find((member) => member.key !== key) : first
      const fault = `和“${other?.entry.place}”是同一道题${isDisputed ? '，答案却不一样' : ''}。`
      const fix = isDisputed ? '查清哪个答案对，删去错的那一行。' : '删去其中一行。'
      entry.outcome = [{ place: entry.place, fault, fix }]
    }
  }
}

/**
 * Makes the content of one bank version from all files. Every row that isn't blank becomes a question or is named in a
 * problem. The source column isn't a topic, so questions have none.
 *
 * @throws {ProblemsError} when there is no usable row, or more than a bank version holds
 * @example importQuestions([readCsv('law.csv', bytes)], { title: '普法题库', asOf: '2026-12-04' }).content.questions.length
 */
export function importQuestions(tables: readonly CsvTable[], { title, asOf }: ImportOptions): ImportedBank {
  const entries = tables.flatMap((table) =>
    table.rows.map((row): Entry => ({ table, place: row.place, outcome: rowQuestion(table, row) })),
  )
  leaveOutRepeated(entries)
  const ofTable = (table: CsvTable) => entries.filter((entry) => entry.table === table)
  const problems = tables.flatMap((table) => [
    ...table.problems,
    ...ofTable(table).flatMap(({ outcome }) => (isQuestion(outcome) ? [] : outcome)),
  ])
  const questions = entries.flatMap(({ outcome }) => (isQuestion(outcome) ? [outcome] : []))
  if (questions.length === 0) {
    const none = { place: '这次导入', fault: '没有一行能用。', fix: '按上面各行说的改好，再导入一次。' }
    throw new ProblemsError([...problems, none])
  }
  if (questions.length > QUESTIONS_AT_MOST) {
    const fault = `一共${questions.length}道题，一个题库最多放${QUESTIONS_AT_MOST}道。`
    throw new ProblemsError([{ place: '这次导入', fault, fix: '分几次导入，一次少选几个文件。' }])
  }
  const files = tables.map((table): FileCount => {
    const usable = ofTable(table).filter(({ outcome }) => isQuestion(outcome)).length
    return { file: table.file, rows: table.rowCount, questions: usable, unusable: table.rowCount - usable }
  })
  return { content: { title, reviewed: false, asOf, questions }, problems, files }
}
