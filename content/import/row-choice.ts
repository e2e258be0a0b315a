import { type Option, orderCarriesMeaning, type Question, TRUE_FALSE_OPTIONS } from '../domain/question.ts'
import type { QuestionType } from '../domain/question-parts.ts'
import { answerLetters, declaredType, truthOfAnswer, truthOfOption, typeOf } from './answer.ts'
import { cleanText, optionForm } from './cell-text.ts'
import { fillInKey, hasBlank } from './fill-in.ts'
import { LETTERS, type Letter } from './letters.ts'
import { optionsInCell } from './option-marks.ts'
import type { QuestionRow } from './question-table.ts'
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

type LetteredOption = Option & { readonly id: Letter }

/** The options of the cell that holds all of them; `null` when there is none. */
function optionsOfCell(row: QuestionRow, faults: RowFaults): LetteredOption[] | null {
  const cell = row.cells.get('options') ?? ''
  if (cleanText(cell) === '') return null
  if (LETTERS.some((letter) => cleanText(row.cells.get(letter) ?? '') !== '')) {
    faults.add('options', '选项在这一格里写了，在各自的列里又写了。', '只留一处。')
  }
  const found = optionsInCell(cell)
  if ('fault' in found) {
    // 正确/错误 need no letters, and an answer of 正确 needs no options.
    if (truthOfOption(cleanText(cell)) === null) faults.add('options', found.fault, found.fix)
    return []
  }
  for (const { text } of found) faults.check('options', text, OPTION_LIMIT)
  return found.map(({ id, text }) => ({ id, text }))
}

/** The options up to the last that isn't empty; an empty one before it is a fault. */
function optionsOf(row: QuestionRow, faults: RowFaults): LetteredOption[] {
  const all = optionsOfCell(row, faults) ?? LETTERS.map((id) => ({ id, text: faults.text(id, OPTION_LIMIT) }))
  if (cleanText(row.cells.get('beyond') ?? '') !== '') {
    faults.add('beyond', `选项太多，最多${LETTERS.length}个。`, '删去一些选项，或者拆成几道题。')
  }
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

/** What the row says of its type: the narrower word goes before the wider, and a topic in the place of a type says nothing. */
function declaredBy(row: QuestionRow, faults: RowFaults): QuestionType | null {
  const narrower = declaredType(row.cells.get('subtype') ?? '', 'type')
  if (narrower !== null && narrower !== 'unknown') return narrower
  for (const column of ['type', 'multichoice'] as const) {
    const cell = row.cells.get(column) ?? ''
    const declared = declaredType(cell, column)
    if (declared === 'unknown') {
      const fix = column === 'type' ? '写单选、多选、不定项、判断或者填空。' : '多选写“是”，单选写“否”。'
      faults.add(column, `“${short(cell)}”这种题型不能导入。`, fix)
      return null
    }
    if (declared !== null) return declared
  }
  const category = declaredType(row.cells.get('category') ?? '', 'type')
  return category === 'unknown' ? null : category
}

/**
 * The truth of the options when they are 正确 and 错误 in either order; `[]` when there are none and the row is
 * true/false all the same, by its type or its answer; `null` for any other question.
 */
function truths(options: readonly Option[], answer: string, declared: QuestionType | null): readonly boolean[] | null {
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

/** The options whose very texts an answer lists; `null` when it lists anything else. */
function lettersByText(options: readonly Option[], answer: string): string[] | null {
  const idOf = (text: string) => {
    const found = options.filter(
      (option) => option.text !== '' && optionForm(option.text) === optionForm(cleanText(text)),
    )
    return found.length === 1 ? found[0]?.id : undefined
  }
  const whole = idOf(answer)
  if (whole !== undefined) return [whole]
  const ids = answer.split(/[\n;；、,，|]/).map(idOf)
  const known = ids.filter((id) => id !== undefined)
  return known.length > 0 && known.length === ids.length ? known.sort() : null
}

/** The keys that an answer names: letters, or the very text of options. */
function keyOf(options: readonly Option[], answer: string, faults: RowFaults): string[] {
  const last = options.at(-1)?.id ?? 'A'
  const letters = answerLetters(answer) ?? lettersByText(options, answer)
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

/** A question whose answer is a word of its own. */
function fillIn(row: QuestionRow, answer: string, faults: RowFaults): Choice | null {
  const key = fillInKey(cleanText(row.cells.get('stem') ?? ''), answer)
  if ('fault' in key) {
    faults.add('answer', key.fault, key.fix)
    return null
  }
  return { type: 'fill-in', options: [], key: [...key.accepted], fixedOrder: false }
}

/** Reads options, answer and type of a row; `null` when they make no question, which `faults` then explains. */
export function choiceOf(row: QuestionRow, faults: RowFaults): Choice | null {
  const before = faults.problems.length
  const options = optionsOf(row, faults)
  const areOptionsSound = faults.problems.length === before
  const declared = declaredBy(row, faults)
  const answer = row.cells.get('answer') ?? ''
  if (cleanText(answer) === '') {
    // Whoever read the row may know better why there is none.
    if (!row.faults?.length) faults.add('answer', '没有写答案。', '写上正确选项的字母，例如 AC。')
    return null
  }
  const values = truths(options, answer, declared)
  if (values !== null) return trueFalse(values, answer, faults)
  if (options.length === 0) {
    const isFillIn = declared === 'fill-in' || (declared === null && hasBlank(cleanText(row.cells.get('stem') ?? '')))
    if (isFillIn && answerLetters(answer) === null) return fillIn(row, answer, faults)
  }
  if (options.length < 2) {
    if (areOptionsSound) {
      const column = row.cells.has('options') ? 'options' : 'A'
      faults.add(column, `只有${options.length}个选项。`, '至少写两个选项，从 A 起。')
    }
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
