import { declaredType } from './answer.ts'
import { LETTERS, type Letter } from './letters.ts'

/** The header row: which column holds what, in the English and Chinese names that reach us. */

/** Meanings of columns, and their names. `beyond` holds options after the twelfth, which no question can have. */
const MEANINGS = {
  stem: 'input question stem 问题 题干 试题 题目 题面 试题内容 题目内容 试题题干 题干内容',
  answer: 'output answer 答案 正确答案 标准答案 参考答案 正确选项',
  source: 'source 来源 出处',
  multichoice: 'multichoice',
  type: 'type 题型 试题类型 题目类型 类型',
  subtype: '子题型 小题型',
  category: '题目分类 试题分类 分类 类别',
  options: 'options 选项 备选项 候选项 备选答案 选项内容',
  rationale: 'rationale explanation 解析 答案解析 试题解析 题目解析 解释',
  difficulty: 'difficulty 难度 难易度 难易程度 难度等级',
  case: 'case 案例 案情 材料 背景材料 共用题干 公共题干',
} as const

/**
 * What a column means. `type` names a type of question (题型), and so may `subtype` and `category`; `multichoice` is yes
 * or no; `options` holds all options in one cell; `case` is the story that several questions share.
 */
export type Column = keyof typeof MEANINGS | Letter | 'beyond'

const NAMES: ReadonlyMap<string, Column> = new Map(
  (Object.keys(MEANINGS) as (keyof typeof MEANINGS)[]).flatMap((column) =>
    MEANINGS[column].split(' ').map((name): [string, Column] => [name, column]),
  ),
)

/** A header row understood. */
export interface Header {
  /** Meaning of each cell of a row, by place; `null` for columns that aren't needed. */
  readonly columns: readonly (Column | null)[]
  /** The name as the file writes it, for messages. */
  readonly names: ReadonlyMap<Column, string>
  /** Columns that stand there twice, as written. */
  readonly doubled: readonly string[]
  /** Columns that no question has a place for, as written. */
  readonly unused: readonly string[]
  /** What the codes of the type mean where its name says so: `题型(0单选 1判断 2多选)`. */
  readonly legend: ReadonlyMap<string, string>
}

/** A name without width, spaces, marks of obligation and what stands in brackets behind it. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\ufeff*※]/g, '')
    .replace(/[([【].*[)\]】]$/, '')
    .replace(/^必填项?[:：]?/, '')
    .toLowerCase()
}

/** The number of an option, from 0: 选项A, A选项, 选项1; `null` for another name. */
function optionPlace(plain: string): number | null {
  const letter = /^(?:选项|option)([a-z])$|^([a-z])选项$|^([a-l])$/.exec(plain)?.slice(1).find(Boolean)
  if (letter !== undefined) return letter.charCodeAt(0) - 'a'.charCodeAt(0)
  const number = /^(?:选项|option)(\d{1,2})$/.exec(plain)?.[1]
  return number === undefined || number === '0' ? null : Number(number) - 1
}

/**
 * The meaning of a column name; width, case, spaces, a byte order mark and what stands in brackets don't matter.
 *
 * @example columnOf('选项Ａ') // 'A'
 */
export function columnOf(name: string): Column | null {
  const plain = plainName(name)
  const place = optionPlace(plain)
  return place === null ? (NAMES.get(plain) ?? null) : (LETTERS[place] ?? 'beyond')
}

function legendOf(name: string): ReadonlyMap<string, string> {
  const codes = name.normalize('NFKC').matchAll(/(\d)\s*[-=:、.]?\s*(\p{Script=Han}{2,5}?)(?=题|[^\p{Script=Han}]|$)/gu)
  return new Map(
    [...codes].flatMap(([, code = '', word = '']): [string, string][] =>
      declaredType(word, 'type') === 'unknown' ? [] : [[code, word]],
    ),
  )
}

/** Reads a row as header; `null` when it doesn't name at least question and answer. */
export function headerOf(cells: readonly string[]): Header | null {
  const names = new Map<Column, string>()
  const doubled: string[] = []
  const unused: string[] = []
  let legend: ReadonlyMap<string, string> = new Map()
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  const columns = cells.map((cell, at) => {
    const column = columnOf(cell)
    const written = cell.replace('\ufeff', '').trim()
    if (column === null) {
      if (written !== '') unused.push(written)
      return null
    }
    // The column of notes in a copy that an import has written, and that somebody has corrected since.
    if (at === last && written === '问题' && names.has('stem')) return null
    if (column === 'beyond' && names.has(column)) return null
    if (names.has(column)) doubled.push(cell.trim())
    else names.set(column, written.replace(/\s+/g, ' '))
    if (column === 'type') legend = legendOf(cell)
    return column
  })
  return names.has('stem') && names.has('answer') ? { columns, names, doubled, unused, legend } : null
}
