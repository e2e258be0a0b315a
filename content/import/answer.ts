import type { QuestionType } from '../domain/question-parts.ts'
import { cleanText } from './cell-text.ts'
import { LETTERS, type Letter } from './letters.ts'

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

const TRUE_WORDS = new Set('正确 对 对的 √ ✓ ✔ ☑ ✅ t true y yes 是'.split(' '))
const FALSE_WORDS = new Set('错误 错 错的 × ✗ ✘ ✕ ✖ ╳ ❌ x f false n no 否 不正确 不对'.split(' '))

/** Whether an answer says true or false; `null` for anything else. */
export function truthOfAnswer(cell: string): boolean | null {
  const word = cleanText(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:正确)?答案:?|\ufe0f|[\s。.]/gu, '')
  return TRUE_WORDS.has(word) ? true : FALSE_WORDS.has(word) ? false : null
}

/** Whether an option is one of a true/false question. 是 and 否 aren't: they answer a stem that asks 是否. */
export function truthOfOption(text: string): boolean | null {
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[。.]$/, '')
  return /^(?:正确|对|√|t|true)$/.test(word) ? true : /^(?:错误|错|×|f|false)$/.test(word) ? false : null
}

/** The words for each type; 题 at their end is taken away before. */
const WORDS = {
  single: '单选 单项 单项选择 single 0',
  'true-false': '判断 判断对错 判断正误 是非 对错 true-false 1',
  multiple: '多选 多项 多项选择 multiple 2',
  indeterminate: '不定项 不定项选择 不定向 不定向选择 indeterminate',
  'fill-in': '填空 fill-in',
} satisfies Record<QuestionType, string>

/** Words that leave it to options and answer which type it is. */
const OPEN = new Set('选择 客观 案例 案例分析 案例选择 材料 材料分析 综合'.split(' '))

const TYPES: ReadonlyMap<string, QuestionType> = new Map(
  (['single', 'true-false', 'multiple', 'indeterminate', 'fill-in'] as const).flatMap((type) =>
    WORDS[type].split(' ').map((word): [string, QuestionType] => [word, type]),
  ),
)

const MULTICHOICE: Readonly<Record<string, QuestionType>> = {
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
 * What a cell of type declares: `null` when it is blank or leaves it open (选择题), `'unknown'` when this importer doesn't
 * know the word.
 *
 * @param column `type` (题型: 单选, 判断, 多选, 不定项, 填空, or 0, 1, 2) or `multichoice` (yes or no)
 */
export function declaredType(cell: string, column: 'type' | 'multichoice'): QuestionType | null | 'unknown' {
  const word = cleanText(cell).normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const plain = word.replace(/题$/, '')
  if (plain === '' || OPEN.has(plain)) return null
  const yesNo = column === 'multichoice' && Object.hasOwn(MULTICHOICE, word) ? MULTICHOICE[word] : undefined
  return yesNo ?? TYPES.get(plain) ?? 'unknown'
}

/**
 * The type of a question with options from what its row declares and the number of its keys; a Chinese sentence when the
 * two contradict.
 *
 * Declared multiple with one key becomes indeterminate: whoever answers is told to expect one or more, which is how
 * exams that mix both ask (专利代理师). Declared single with several keys is refused: one of the two is a mistake, and
 * no way of asking makes up for it.
 */
export function typeOf(declared: QuestionType | null, keys: number): { type: QuestionType } | { fault: string } {
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
    case 'fill-in':
      return { fault: '写明是填空题，却有选项。' }
  }
}
