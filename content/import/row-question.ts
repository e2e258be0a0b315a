import { createHash } from 'node:crypto'
import type { Problem } from '../domain/errors.ts'
import {
  type Option,
  orderCarriesMeaning,
  type Question,
  QuestionSchema,
  TRUE_FALSE_OPTIONS,
} from '../domain/question.ts'
import { answerLetters, type DeclaredType, declaredType, truthOfAnswer, truthOfOption, typeOf } from './answer.ts'
import { cleanText, optionForm, textFault } from './cell-text.ts'
import type { CsvRow, CsvTable } from './csv-cells.ts'
import { type Column, LETTERS } from './csv-header.ts'

/** One row of a file → one question, or everything that is wrong with the row. */

/** The part of a question that the options and the answer decide. */
type Choice = Pick<Question, 'type' | 'options' | 'key' | 'fixedOrder'>

const STEM_LIMIT = 4000
const OPTION_LIMIT = 500
const FILE_PART = 35

/** Collects what is wrong with one row. */
class RowFaults {
  readonly problems: Problem[] = []
  readonly #table: CsvTable
  readonly #row: CsvRow

  constructor(table: CsvTable, row: CsvRow) {
    this.#table = table
    this.#row = row
  }

  add(column: Column, fault: string, fix: string): void {
    this.problems.push({ place: `${this.#row.place}, ${this.#table.names.get(column) ?? column}`, fault, fix })
  }

  /** A cell as clean text, with a fault when it can't be shown or is too long. */
  text(column: Column, limit: number): string {
    const text = cleanText(this.#row.cells.get(column) ?? '')
    const fault = textFault(text)
    if (fault !== null) this.add(column, fault.fault, fault.fix)
    if (text.length > limit) {
      this.add(column, `The text has ${text.length} characters.`, `Shorten it to ${limit}, or look for a lost quote.`)
    }
    return text
  }
}

/** Takes away the letters that some files repeat before each option (`A.中国`), for options are shuffled. */
function withoutLetters(options: readonly Option[]): Option[] {
  const rests = options.map(
    ({ id, text }) => new RegExp(`^${id}\\s*[.．、:：]\\s*(.+)$`, 's').exec(text.normalize('NFC'))?.[1],
  )
  return options.map((option, index) =>
    rests.every(Boolean) ? { ...option, text: rests[index] ?? option.text } : option,
  )
}

/** The options up to the last that isn't empty; an empty one before it is a fault. */
function optionsOf(faults: RowFaults): Option[] {
  const all = LETTERS.map((id) => ({ id, text: faults.text(id, OPTION_LIMIT) }))
  const filled = all.slice(0, all.findLastIndex(({ text }) => text !== '') + 1)
  for (const { id, text } of filled) {
    if (text === '')
      faults.add(id, `Option ${id} is empty, but a later one is not.`, 'Fill it in, or move the others up.')
  }
  const options = withoutLetters(filled)
  for (const [index, { id, text }] of options.entries()) {
    const same = options.slice(0, index).find((other) => text !== '' && optionForm(other.text) === optionForm(text))
    if (same) faults.add(id, `Options ${same.id} and ${id} have the same text.`, 'Correct one of them.')
  }
  return options
}

function declaredBy(row: CsvRow, faults: RowFaults): DeclaredType | null {
  for (const column of ['type', 'multichoice'] as const) {
    const cell = row.cells.get(column) ?? ''
    const declared = declaredType(cell, column)
    if (declared === 'unknown') {
      const fix = column === 'type' ? 'Use 单选, 多选, 不定项 or 判断.' : 'Use True or False.'
      faults.add(column, `"${cell.trim().slice(0, 40)}" is not a type that can be imported.`, fix)
    } else if (declared !== null) return declared
  }
  return null
}

/** A true/false question, when the options are 正确 and 错误 in either order, or none and the answer says so. */
function trueFalse(options: readonly Option[], answer: string, declared: DeclaredType | null): Choice | null {
  const [first, second, ...more] = options.map(({ text }) => truthOfOption(text))
  const isPair = typeof first === 'boolean' && second === !first && more.length === 0
  const isBare = options.length === 0 && (declared === null || declared === 'true-false')
  if (!isPair && !isBare) return null
  const letters = answerLetters(answer)
  const byLetter = isPair && letters?.length === 1 ? { A: first, B: second }[letters.join('')] : undefined
  const truth = byLetter ?? truthOfAnswer(answer)
  if (truth === null) return null
  return { type: 'true-false', options: [...TRUE_FALSE_OPTIONS], key: [truth ? 'A' : 'B'], fixedOrder: true }
}

/** The keys that an answer names: letters, or the very text of one option. */
function keyOf(options: readonly Option[], answer: string, faults: RowFaults): string[] {
  const last = options.at(-1)?.id ?? 'A'
  const byText = options.filter(({ text }) => optionForm(text) === optionForm(cleanText(answer)))
  const letters = answerLetters(answer) ?? (byText.length === 1 ? byText.map(({ id }) => id) : null)
  if (letters === null) {
    faults.add('answer', `"${answer.trim().slice(0, 40)}" is not an answer.`, `Use letters A–${last}, such as AC.`)
    return []
  }
  const unknown = [...new Set(letters)].filter(
    (letter) => !options.some(({ id, text }) => id === letter && text !== ''),
  )
  if (unknown.length > 0) {
    const named = unknown.map((letter) => `"${letter}"`).join(', ')
    faults.add('answer', `${named} is not an option that has a text.`, `Use A–${last}, or fill in the option.`)
  }
  if (new Set(letters).size < letters.length) {
    faults.add('answer', `"${answer.trim().slice(0, 40)}" names an option twice.`, 'Name each right option once.')
  }
  return [...new Set(letters)]
}

function choiceOf(row: CsvRow, faults: RowFaults): Choice | null {
  const options = optionsOf(faults)
  const declared = declaredBy(row, faults)
  const answer = row.cells.get('answer') ?? ''
  if (cleanText(answer) === '') {
    faults.add('answer', 'The answer is empty.', 'Name the right options, such as AC.')
    return null
  }
  const judged = trueFalse(options, answer, declared)
  if (judged !== null) return judged
  if (options.length < 2) {
    faults.add('A', `It has ${options.length} options.`, 'Give each option a column of its own, at least two.')
    return null
  }
  const key = keyOf(options, answer, faults)
  if (key.length === 0) return null
  const typed = typeOf(declared, key.length)
  if ('fault' in typed) {
    faults.add('answer', typed.fault, 'Correct the answer or the type.')
    return null
  }
  return { type: typed.type, options, key, fixedOrder: orderCarriesMeaning(options) }
}

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
    faults.add('stem', stem === '' ? 'The question is missing.' : 'The question has one character.', 'Write it.')
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
  const parsed = QuestionSchema.safeParse(question)
  if (parsed.success) return parsed.data
  return parsed.error.issues.map(({ message }) => ({ place: row.place, fault: message, fix: 'Correct the row.' }))
}
