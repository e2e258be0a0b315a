import { type Option, orderCarriesMeaning, type Question, TRUE_FALSE_OPTIONS } from '../domain/question.ts'
import { answerLetters, type DeclaredType, declaredType, truthOfAnswer, truthOfOption, typeOf } from './answer.ts'
import { cleanText, optionForm } from './cell-text.ts'
import type { CsvRow } from './csv-cells.ts'
import { LETTERS, type Letter } from './csv-header.ts'
import type { RowFaults } from './row-faults.ts'

/** The options of a row and which of them are right. */

/** The part of a question that the options, the answer and the type decide. */
export type Choice = Pick<Question, 'type' | 'options' | 'key' | 'fixedOrder'>

const OPTION_LIMIT = 500

/** Takes away the letters that some files repeat before each option (`A.中国`), for options are shuffled. */
function withoutLetters<T extends Option>(options: readonly T[]): T[] {
  const rests = options.map(({ id, text }) => new RegExp(`^${id}\\s*[.．、:：]\\s*(.+)$`, 's').exec(text)?.[1])
  return options.map((option, index) =>
    rests.every(Boolean) ? { ...option, text: rests[index] ?? option.text } : option,
  )
}

/** The options up to the last that isn't empty; an empty one before it is a fault. */
function optionsOf(faults: RowFaults): (Option & { id: Letter })[] {
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

/**
 * The truth of the options when they are 正确 and 错误 in either order; `[]` when there are none and the row is
 * true/false all the same, by its type or its answer; `null` for any other question.
 */
function truths(options: readonly Option[], answer: string, declared: DeclaredType | null): readonly boolean[] | null {
  const values = options.map(({ text }) => truthOfOption(text))
  const known = values.filter((value) => value !== null)
  if (values.length === 2 && known.length === 2 && known[0] !== known[1]) return known
  const isBare = declared === 'true-false' || (declared === null && truthOfAnswer(answer) !== null)
  return options.length === 0 && isBare ? [] : null
}

function trueFalse(values: readonly boolean[], answer: string, faults: RowFaults): Choice | null {
  const letters = answerLetters(answer) ?? []
  const place = letters.length === 1 ? ['A', 'B'].indexOf(letters.join('')) : -1
  const truth = values[place] ?? truthOfAnswer(answer)
  if (truth === null) {
    faults.add('answer', `"${answer.trim().slice(0, 40)}" is neither 正确 nor 错误.`, 'Write one of the two.')
    return null
  }
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

/** Reads options, answer and type of a row; `null` when they make no question, which `faults` then explains. */
export function choiceOf(row: CsvRow, faults: RowFaults): Choice | null {
  const options = optionsOf(faults)
  const declared = declaredBy(row, faults)
  const answer = row.cells.get('answer') ?? ''
  if (cleanText(answer) === '') {
    faults.add('answer', 'The answer is empty.', 'Name the right options, such as AC.')
    return null
  }
  const values = truths(options, answer, declared)
  if (values !== null) return trueFalse(values, answer, faults)
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
