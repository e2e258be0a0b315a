import { createHash } from 'node:crypto'
import type { Problem } from '../domain/errors.ts'
import { type Option, type Question, QuestionSchema, questionFaults } from '../domain/question.ts'
import { issueTexts } from '../source/issue-text.ts'
import type { CsvRow, CsvTable } from './csv-cells.ts'
import { choiceOf } from './row-choice.ts'
import { RowFaults } from './row-faults.ts'

/** One row of a file → one question, or everything that is wrong with the row. */

const STEM_LIMIT = 4000
const FILE_PART = 35

/** `mcq-sing-cpa-0f3a91c2b4d5`: the file's name, and a hash of stem and options, so that a corrected key keeps the id. */
function idOf(file: string, stem: string, options: readonly Option[]): string {
  const name = file.replace(/^.*[/\\]|\.csv$/gi, '').toLowerCase()
  const slug = name
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, FILE_PART)
    .replace(/-+$/, '')
  const hash = createHash('sha256')
    .update(JSON.stringify([stem, options.map(({ text }) => text)]))
    .digest('hex')
  return `${slug || 'csv'}-${hash.slice(0, 12)}`
}

/** Reads one row. @returns the question, or all that is wrong with the row */
export function rowQuestion(table: CsvTable, row: CsvRow): Question | readonly Problem[] {
  const faults = new RowFaults(table, row)
  const stem = faults.text('stem', STEM_LIMIT)
  if (stem.length < 2) {
    faults.add(
      'stem',
      stem === '' ? '没有写题干。' : `题干只有一个字：“${stem}”。`,
      '写上要问的问题，例如 试用期最长几个月？',
    )
  }
  const choice = choiceOf(row, faults)
  if (choice === null || faults.problems.length > 0) return faults.problems
  const question = {
    id: idOf(table.file, stem, choice.options),
    stem,
    ...choice,
    citations: [],
    topics: [],
    uses: ['contest'],
  }
  const parsed = QuestionSchema.safeParse(question, { reportInput: true })
  if (parsed.success) return parsed.data
  return [
    ...questionFaults(choice),
    ...issueTexts(
      parsed.error.issues.filter(({ code }) => code !== 'custom'),
      QuestionSchema,
      question,
    ),
  ].map(({ fault, fix }) => ({ place: row.place, fault, fix }))
}
