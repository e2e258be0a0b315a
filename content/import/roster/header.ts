import { type Cell, type CellRow, type CellSheet, isBlank } from '../workbook/cells.ts'

/** The header row of a roster: which column holds what. */

/** What a column means. `unit` holds a path; the four levels hold a unit each. */
export type RosterColumn =
  | 'staffNumber'
  | 'name'
  | 'unit'
  | 'province'
  | 'city'
  | 'county'
  | 'office'
  | 'post'
  | 'exempt'
  | 'reason'
  | 'approver'
  | 'attachment'

/** The units of a row, from the root down. */
export const UNIT_COLUMNS = ['unit', 'province', 'city', 'county', 'office'] as const

/** Names of the columns; of several in one file the earlier one counts. */
const NAMES: Readonly<Record<RosterColumn, readonly string[]>> = {
  staffNumber: ['工号', '职工号', '员工编号', '人员编号', '职工编号', '员工号', '人员工号', '编号', 'staffnumber'],
  name: ['姓名', '名字', '人员姓名', 'name'],
  unit: ['单位路径', '所在单位', '所属单位', '工作单位', '单位名称', '单位', 'unitpath', 'unit'],
  province: ['省厅', '省级', '省级单位', '省局', '省'],
  city: ['市局', '市级', '市级单位', '市'],
  county: ['县局', '县级', '县级单位', '区县局', '县区局', '区县', '县区', '县'],
  office: ['科室', '处室', '处室科室', '内设机构', '部门', '所在部门', '科处室'],
  post: ['职务', '岗位', '职位', 'post'],
  exempt: ['免考', '是否免考'],
  reason: ['免考原因', '免考理由', '免考事由'],
  approver: ['批准人', '审批人', '免考批准人'],
  attachment: ['附件', '附件名称', '证明材料', '免考附件'],
}
const COLUMNS = Object.keys(NAMES) as RosterColumn[]
const UNIT_TITLE = '单位（或者省厅、市局、县局、科室）'
/** Titles and notes may stand above the header, in so many rows at most. */
const HEADER_WITHIN = 10

/** A header understood. */
export interface RosterHeader {
  /** Place of each column, counted from 0, and its name as the file writes it. */
  readonly columns: ReadonlyMap<RosterColumn, { readonly at: number; readonly heading: string }>
  /** The rows below it. */
  readonly rows: readonly CellRow[]
}

/** A header that lacks something or has a column twice: the row, and what is wrong with it. */
export interface FaultyHeader {
  readonly row: CellRow
  readonly fault: string
  readonly fix: string
}

function plain(cell: Cell): string {
  return cell.text
    .normalize('NFKC')
    .replace(/\([^)]*\)|[\s*:\ufeff]/gu, '')
    .toLowerCase()
}

/** Place of each column in a row, and the columns that stand there twice, as written. */
function columnsIn({ cells }: CellRow) {
  const names = cells.map((cell) => (isBlank(cell) || cell.filled ? '' : plain(cell)))
  const columns = new Map<RosterColumn, { at: number; heading: string }>()
  const doubled: string[] = []
  for (const column of COLUMNS) {
    const name = NAMES[column].find((own) => names.includes(own))
    if (name === undefined) continue
    const at = names.indexOf(name)
    const heading = cells[at]?.text.trim() ?? name
    columns.set(column, { at, heading })
    if (names.lastIndexOf(name) !== at) doubled.push(heading)
  }
  return { columns, doubled }
}

/** Whether a row repeats the header, as printed tables do on every page. */
function repeats(row: CellRow, header: CellRow): boolean {
  return row.cells.length === header.cells.length && row.cells.every((cell, at) => cell.text === header.cells[at]?.text)
}

/**
 * Finds the header of a sheet.
 *
 * @returns the header, what is wrong with it, or `null` when the sheet has nothing of the kind
 */
export function rosterHeader({ rows }: CellSheet): RosterHeader | FaultyHeader | null {
  const looked = rows.slice(0, HEADER_WITHIN).map((row) => ({ row, ...columnsIn(row) }))
  const [best] = looked.toSorted((a, b) => b.columns.size - a.columns.size)
  if (best === undefined || !(best.columns.has('staffNumber') || best.columns.has('name')) || best.columns.size < 2) {
    return null
  }
  const { row, columns, doubled } = best
  if (doubled.length > 0) {
    return { row, fault: `表头里有两列都叫“${doubled.join('”“')}”。`, fix: '只留一列，另一列删去或者改名。' }
  }
  const missing = [
    ...(columns.has('staffNumber') ? [] : ['工号']),
    ...(columns.has('name') ? [] : ['姓名']),
    ...(UNIT_COLUMNS.some((column) => columns.has(column)) ? [] : [UNIT_TITLE]),
  ]
  if (missing.length > 0) {
    return { row, fault: `表头里没有${missing.join('、')}这一列。`, fix: '补上这一列，表头写“工号”“姓名”“单位”。' }
  }
  return { columns, rows: rows.slice(rows.indexOf(row) + 1).filter((own) => !repeats(own, row)) }
}
