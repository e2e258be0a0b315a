import { findHeader, type QuestionTable, questionTable, type TableRow, unreadableTable } from './question-table.ts'
import { type CellSheet, type Cells, placeOf } from './workbook/cells.ts'

/** The questions of a workbook: one table a sheet. */

function rowsOf(cells: Cells, sheet: CellSheet): TableRow[] {
  return sheet.rows.map((row) => ({
    number: row.number,
    place: placeOf(cells, sheet, row),
    cellPlace: (column, heading) => placeOf(cells, sheet, row, column, heading),
    // What a formula gave is a stale copy; its own text makes the row a problem with its fix.
    cells: row.cells.map(({ text, formula }) => (formula === undefined ? text : `=${formula}`)),
    filled: new Set(row.cells.flatMap(({ filled }, at) => (filled === true ? [at] : []))),
  }))
}

/**
 * Reads every sheet that has a header with question and answer. Other sheets (说明) are passed over and named in the notices
 * of the first table; a workbook without any such sheet is a problem.
 */
export function workbookQuestions(cells: Cells): QuestionTable[] {
  const sheets = cells.sheets
    .filter(({ rows }) => rows.length > 0)
    .map((sheet) => ({ sheet, rows: rowsOf(cells, sheet) }))
    .map((own) => ({ ...own, found: findHeader(own.rows) }))
  const tables = sheets.flatMap(({ sheet, rows, found }) =>
    found === null ? [] : [questionTable(cells.file, sheet.name, rows, found)],
  )
  const [first, ...others] = tables
  if (first === undefined) {
    const names = cells.sheets.map(({ name }) => name).join('、')
    return [
      unreadableTable(
        cells.file,
        `工作表“${names}”里都找不到有题干和答案的表头。`,
        '在题目上面加一行表头，例如 题干、选项A、选项B、选项C、选项D、答案。',
      ),
    ]
  }
  const passedOver = sheets
    .filter(({ found }) => found === null)
    .map(({ sheet }) => `${cells.file}“${sheet.name ?? ''}”表：没有题干和答案的表头，没有读。`)
  return [{ ...first, notices: [...passedOver, ...first.notices] }, ...others]
}
