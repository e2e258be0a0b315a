import type { QuestionType } from '../domain/question-parts.ts'
import { cleanText } from './cell-text.ts'
import { LETTERS, type Letter } from './csv-header.ts'

/** Answers and types as the cells of a question file state them. */

/**
 * The letters of an answer in the order of the alphabet; `null` when it isn't made of letters A–L.
 *
 * Width, case, spaces and separators don't matter. A letter that stands twice is kept twice, for the caller to refuse:
 * who typed "ABB" may have meant ABC.
 *
 * @example answerLetters('ｃ、Ａ') // ['A', 'C']
 */
export function answerLetters(cell: string): Letter[] | null {
  const plain = cleanText(cell)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^(?:正确)?答案:?|[\s,、;/|.。·•和及与&+]/g, '')
  const letters = [...plain].map((character) => LETTERS.find((letter) => letter === character))
  const known = letters.filter((letter) => letter !== undefined)
  return known.length === 0 || known.length < letters.length ? null : known.sort()
}

const TRUE_WORDS = new Set(['正确', '对', '√', '✓', '✔', 't', 'true', '是'])
const FALSE_WORDS = new Set(['错误', '错', '×', '✗', '✘', 'x', 'f', 'false', '否', '不正确'])

/** Whether an answer says true or false; `null` for anything else. */
export function truthOfAnswer(cell: string): boolean | null {
  const word = cleanText(cell).normalize('NFKC').toLowerCase()
  return TRUE_WORDS.has(word) ? true : FALSE_WORDS.has(word) ? false : null
}

/** Whether an option is one of a true/false question. 是 and 否 aren't: they answer a stem that asks 是否. */
export function truthOfOption(text: string): boolean | null {
  return /^(?:正确|对|√)[。.]?$/.test(text) ? true : /^(?:错误|错|×)[。.]?$/.test(text) ? false : null
}

/** The type that a row declares. */
export type DeclaredType = Exclude<QuestionType, 'fill-in'>

const TYPES: Readonly<Record<string, DeclaredType>> = {
  单选: 'single',
  单项选择: 'single',
  single: 'single',
  '0': 'single',
  判断: 'true-false',
  是非: 'true-false',
  'true-false': 'true-false',
  '1': 'true-false',
  多选: 'multiple',
  多项选择: 'multiple',
  multiple: 'multiple',
  '2': 'multiple',
  不定项: 'indeterminate',
  不定项选择: 'indeterminate',
  indeterminate: 'indeterminate',
}

const MULTICHOICE: Readonly<Record<string, DeclaredType>> = {
  true: 'multiple',
  yes: 'multiple',
  是: 'multiple',
  '1': 'multiple',
  false: 'single',
  no: 'single',
  否: 'single',
  '0': 'single',
}

/**
 * What a cell of type declares: `null` when it is blank, `'unknown'` when this importer doesn't know the word.
 *
 * @param column `type` (题型: 单选, 判断, 多选, 不定项, or 0, 1, 2) or `multichoice` (yes or no)
 */
export function declaredType(cell: string, column: 'type' | 'multichoice'): DeclaredType | null | 'unknown' {
  const word = cleanText(cell).normalize('NFKC').toLowerCase()
  if (word === '') return null
  const words = column === 'multichoice' ? { ...TYPES, ...MULTICHOICE } : TYPES
  const plain = word.replace(/题$/, '')
  return Object.hasOwn(words, plain) ? (words[plain] ?? 'unknown') : 'unknown'
}

/**
 * The type of a question from what its row declares and the number of its keys; a Chinese sentence when the two contradict.
 *
 * Declared multiple with one key becomes indeterminate: whoever answers is told to expect one or more, which is how
 * exams that mix both ask (专利代理师). Declared single with several keys is refused: one of the two is a mistake, and
 * no way of asking makes up for it.
 */
export function typeOf(declared: DeclaredType | null, keys: number): { type: DeclaredType } | { fault: string } {
  switch (declared) {
    case null:
      return { type: keys === 1 ? 'single' : 'multiple' }
    case 'single':
      return keys === 1 ? { type: 'single' } : { fault: `写明是单选题，却有${keys}个答案。` }
    case 'multiple':
      return { type: keys === 1 ? 'indeterminate' : 'multiple' }
    case 'indeterminate':
      return { type: 'indeterminate' }
    case 'true-false':
      return { fault: '写明是判断题，选项却不是“正确”和“错误”。' }
  }
}
