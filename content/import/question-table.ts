import type { Problem } from '../domain/errors.ts'
import { declaredType } from './answer.ts'
import { type Column, type Header, headerOf } from './csv-header.ts'

/**
 * Rows of questions, whatever they were read from: the rows of CSV files and of the sheets of workbooks, or the questions
 * of a text. What their cells mean is for `question-rows.ts`.
 */

/** A row of a spreadsheet, for the copy in which problems stand beside their rows. */
export interface SheetPlace {
  /** Name of the sheet; `null` in a CSV file. */
  readonly sheet: string | null
  /** Number of the row in a spreadsheet, from 1. */
  readonly row: number
}

/** What is wrong with a row, and which row that is. */
export interface PlacedProblem extends Problem {
  /** `null` for a file, and for a text, which has no rows. */
  readonly at: SheetPlace | null
}

/** One question as it is written; a missing cell is `''`. */
export interface QuestionRow {
  /** Where it stands: `law.csv 第14行`, with the line when line breaks inside cells make it another number. */
  readonly place: string
  readonly at: SheetPlace | null
  readonly cells: ReadonlyMap<Column, string>
  /** Where one of its cells stands: `law.csv 第14行“答案”列`. */
  placeOf(column: Column): string
  /** What was already wrong when it was read. */
  readonly faults?: readonly Problem[]
}

/** A file, or one sheet of it, as rows with everything that kept rows from being read. */
export interface QuestionTable {
  /** Name of the file as messages show it. */
  readonly file: string
  readonly rows: readonly QuestionRow[]
  /** Questions in all, those included that couldn't be read as rows. */
  readonly rowCount: number
  readonly problems: readonly PlacedProblem[]
  /** What was passed over on purpose, one Chinese sentence each. */
  readonly notices: readonly string[]
}

/** A row before its columns have a meaning. */
export interface TableRow {
  readonly number: number
  readonly place: string
  readonly cells: readonly string[]
  /** Where one of its cells stands, by its place and the name of its column. */
  readonly cellPlace?: (column: number, heading: string) => string
  /** Places of cells that repeat the cell above, because they are merged with it. */
  readonly filled?: ReadonlySet<number>
  /** What is wrong with it, when its cells couldn't be read at all. */
  readonly broken?: string
}

/** Titles and notes may stand above the header, in so many rows at most. */
export const HEADER_WITHIN = 10

/** A file that can't be read at all, and why. */
export function unreadableTable(file: string, fault: string, fix: string, place = file): QuestionTable {
  return { file, rows: [], rowCount: 0, problems: [{ place, fault, fix, at: null }], notices: [] }
}

/** The first row that names at least question and answer, and its place among the rows. */
export function findHeader(rows: readonly Pick<TableRow, 'cells'>[]): { at: number; header: Header } | null {
  for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const header = headerOf(cells)
    if (header !== null) return { at, header }
  }
  return null
}

function isBlank({ cells, broken }: TableRow): boolean {
  return broken === undefined && cells.every((cell) => cell.trim() === '')
}

function faultOf({ cells, broken }: TableRow, width: number): Pick<Problem, 'fault' | 'fix'> | null {
  if (broken !== undefined) {
    return {
      fault: broken,
      fix: '用表格软件打开，另存为“CSV UTF-8”；手工改的，整格两边加英文双引号，格里的每个英文双引号写两个。',
    }
  }
  if (cells.slice(width).every((cell) => cell.trim() === '')) return null
  return {
    fault: `这一行有${cells.length}格，表头只有${width}格。`,
    fix: '格里有逗号的，整格两边加英文双引号，例如 "甲,乙"；多出来的格删去。',
  }
}

/** The options of a question that is merged down over several rows stand one below the other. */
function withMergedRows(rows: readonly TableRow[], { columns }: Header): TableRow[] {
  const [stem, options] = [columns.indexOf('stem'), columns.indexOf('options')]
  const merged: TableRow[] = []
  for (const row of rows) {
    const above = merged.at(-1)
    if (options === -1 || above === undefined || !row.filled?.has(stem) || row.filled.has(options)) merged.push(row)
    else {
      const cells = above.cells.map((cell, at) => (at === options ? `${cell}\n${row.cells[at] ?? ''}` : cell))
      merged[merged.length - 1] = { ...above, cells }
    }
  }
  return merged
}

function meaningOf(row: TableRow, { columns, legend }: Header, sheetType: string): Map<Column, string> {
  const cells = new Map<Column, string>()
  for (const [at, column] of columns.entries()) {
    const cell = row.cells[at] ?? ''
    if (column !== null) cells.set(column, column === 'type' ? (legend.get(cell.trim()) ?? cell) : cell)
  }
  if (sheetType !== '' && (cells.get('type') ?? '').trim() === '') cells.set('type', sheetType)
  return cells
}

/**
 * The rows below a header, by the meaning of their columns. Blank rows are passed over; a sheet that is named 单选 says which
 * type its questions have where they don't say it themselves.
 *
 * @param sheet its name, `null` for a file that has none
 * @param found the header and its place, from `findHeader`
 */
export function questionTable(
  file: string,
  sheet: string | null,
  rows: readonly TableRow[],
  { at, header }: { readonly at: number; readonly header: Header },
): QuestionTable {
  const where = sheet === null ? file : `${file}“${sheet}”表`
  if (header.doubled.length > 0) {
    const named = header.doubled.join('、')
    const place = rows[at]?.place ?? where
    return unreadableTable(file, `表头里有两列是一个意思：“${named}”。`, '只留一列，另一列删去。', place)
  }
  const below = withMergedRows(
    rows.slice(at + 1).filter((row) => !isBlank(row)),
    header,
  )
  if (below.length === 0) {
    return unreadableTable(file, '表头下面没有题目。', '从表头的下一行起写题目，一行一道。', where)
  }
  const sheetType = sheet !== null && declaredType(sheet, 'type') !== 'unknown' ? sheet : ''
  const problems: PlacedProblem[] = []
  const read = below.flatMap((row): QuestionRow[] => {
    const place = row.place
    const own = { sheet, row: row.number }
    const fault = faultOf(row, header.columns.length)
    if (fault !== null) {
      problems.push({ place, ...fault, at: own })
      return []
    }
    const cells = meaningOf(row, header, sheetType)
    const placeOf = (column: Column) => {
      const name = header.names.get(column)
      if (name === undefined) return place
      return row.cellPlace?.(header.columns.indexOf(column), name) ?? `${place}“${name}”列`
    }
    return [{ place, at: own, cells, placeOf }]
  })
  const notices =
    header.unused.length === 0 ? [] : [`${where}：这几列没有导入：${[...new Set(header.unused)].join('、')}。`]
  return { file, rows: read, rowCount: below.length, problems, notices }
}
