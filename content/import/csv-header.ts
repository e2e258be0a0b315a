/** The header row: which column holds what, in the English and Chinese names that reach us. */

/** Letters that options can have. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const
export type Letter = (typeof LETTERS)[number]

/** What a column means. `multichoice` is yes or no; `type` names a type of question (题型). */
export type Column = 'stem' | 'answer' | 'source' | 'multichoice' | 'type' | Letter

const NAMES: Readonly<Record<string, Column>> = {
  input: 'stem',
  question: 'stem',
  stem: 'stem',
  问题: 'stem',
  题干: 'stem',
  试题: 'stem',
  题目: 'stem',
  output: 'answer',
  answer: 'answer',
  答案: 'answer',
  正确答案: 'answer',
  source: 'source',
  来源: 'source',
  multichoice: 'multichoice',
  type: 'type',
  题型: 'type',
}

/** A header row understood. */
export interface Header {
  /** Meaning of each cell of a row, by place; `null` for columns that aren't needed. */
  readonly columns: readonly (Column | null)[]
  /** The name as the file writes it, for messages. */
  readonly names: ReadonlyMap<Column, string>
  /** Columns that stand there twice, as written. */
  readonly doubled: readonly string[]
}

/**
 * The meaning of a column name; width, case, spaces and a byte order mark don't matter.
 *
 * @example columnOf('选项Ａ') // 'A'
 */
export function columnOf(name: string): Column | null {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s\ufeff]/g, '')
    .toLowerCase()
  const letter = /^(?:选项|option)?([a-l])$/.exec(plain)?.[1]?.toUpperCase()
  const option = LETTERS.find((known) => known === letter)
  return option ?? (Object.hasOwn(NAMES, plain) ? (NAMES[plain] ?? null) : null)
}

/** Reads a row as header; `null` when it doesn't name at least question and answer. */
export function headerOf(cells: readonly string[]): Header | null {
  const names = new Map<Column, string>()
  const doubled: string[] = []
  const columns = cells.map((cell) => {
    const column = columnOf(cell)
    if (column === null) return null
    if (names.has(column)) doubled.push(cell.trim())
    else names.set(column, cell.replace('\ufeff', '').trim())
    return column
  })
  return names.has('stem') && names.has('answer') ? { columns, names, doubled } : null
}
