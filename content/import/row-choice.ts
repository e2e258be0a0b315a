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

/** The start of a cell, as it is quoted. */
function short(cell: string): string {
  return cell.trim().slice(0, 40)
}

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
    if (text === '') faults.add(id, `选项${id}是空的，后面的选项却有内容。`, '补上这个选项，或者把后面的往前移。')
  }
  const options = withoutLetters(filled)
  for (const [index, { id, text }] of options.entries()) {
    const same = options.slice(0, index).find((other) => text !== '' && optionForm(other.text) === optionForm(text))
    if (same) faults.add(id, `选项${same.id}和选项${id}的内容一样：“${short(text)}”。`, '改掉其中一个。')
  }
  return options
}

function declaredBy(row: CsvRow, faults: RowFaults): DeclaredType | null {
  for (const column of ['type', 'multichoice'] as const) {
    const cell = row.cells.get(column) ?? ''
    const declared = declaredType(cell, column)
    if (declared === 'unknown') {
      const fix = column === 'type' ? '写单选、多选、不定项或者判断。' : '多选写“是”，单选写“否”。'
      faults.add(column, `“${short(cell)}”这种题型不能导入。`, fix)
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
    faults.add('answer', `判断题的答案写的是“${short(answer)}”。`, '写“正确”或者“错误”。')
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
    faults.add('answer', `“${short(answer)}”不是答案。`, `写选项的字母 A 到 ${last}，例如 AC。`)
    return []
  }
  const unknown = [...new Set(letters)].filter(
    (letter) => !options.some(({ id, text }) => id === letter && text !== ''),
  )
  if (unknown.length > 0) {
    const named = unknown.join('、')
    faults.add('answer', `答案里的“${named}”没有这个选项，或者选项是空的。`, `写 A 到 ${last}，或者补上选项。`)
  }
  if (new Set(letters).size < letters.length) {
    faults.add('answer', `答案“${short(answer)}”里同一个选项写了两次。`, '每个正确的选项只写一次，例如 AC。')
  }
  return [...new Set(letters)]
}

/** Reads options, answer and type of a row; `null` when they make no question, which `faults` then explains. */
export function choiceOf(row: CsvRow, faults: RowFaults): Choice | null {
  const options = optionsOf(faults)
  const declared = declaredBy(row, faults)
  const answer = row.cells.get('answer') ?? ''
  if (cleanText(answer) === '') {
    faults.add('answer', '没有写答案。', '写上正确选项的字母，例如 AC。')
    return null
  }
  const values = truths(options, answer, declared)
  if (values !== null) return trueFalse(values, answer, faults)
  if (options.length < 2) {
    faults.add('A', `只有${options.length}个选项。`, '至少写两个选项，一个选项占一列。')
    return null
  }
  const key = keyOf(options, answer, faults)
  if (key.length === 0) return null
  const typed = typeOf(declared, key.length)
  if ('fault' in typed) {
    faults.add('answer', typed.fault, '改正答案，或者改正题型。')
    return null
  }
  return { type: typed.type, options, key, fixedOrder: orderCarriesMeaning(options) }
}
