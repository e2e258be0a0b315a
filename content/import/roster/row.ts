import { ROSTER_LIMITS, type RosterEntry } from '../../domain/roster.ts'
import { textFault } from '../cell-text.ts'
import { type CellRow, type CellSheet, type Cells, cellAt, placeOf, type RowProblem } from '../workbook/cells.ts'
import { type RosterColumn, type RosterHeader, UNIT_COLUMNS } from './header.ts'
import { splitUnitPath } from './units.ts'

/** One row of a roster → one entry, or everything that is wrong with the row. */

/** Invisible characters: controls, soft hyphens, zero-width and direction marks. */
const INVISIBLE = /(?![\t\n])\p{Cc}|\p{Cf}/u
/** What stands where someone isn't exempt. */
const NO = /^(?:否|无|不|没有|[-—/\\]+|no|false|0)$/iu
const YES = /^(?:是|有|免考|√|✓|yes|true|1)$/iu
const MARKUP = /[<>]/
const EMOJI = /\p{Extended_Pictographic}/u
const NUMBER_FORM = /^[\p{L}\p{N}](?:[\p{L}\p{N}._/-]*[\p{L}\p{N}])?$/u
/** Spreadsheets keep 15 digits of a number and make the others 0. */
const DIGITS_KEPT = 15

/** A row read: its entry as far as it could be, its unit as written, and what is wrong. */
export interface RosterRow {
  readonly sheet: CellSheet
  readonly row: CellRow
  readonly header: RosterHeader
  readonly entry: RosterEntry
  readonly unitNames: readonly string[]
  readonly problems: RowProblem[]
}

/** Adds a problem to a row, with the place of its column. */
export function addProblem(
  cells: Cells,
  { sheet, row, header, problems }: Pick<RosterRow, 'sheet' | 'row' | 'header' | 'problems'>,
  column: RosterColumn,
  fault: string,
  fix: string,
): void {
  const own = header.columns.get(column)
  const place = placeOf(cells, sheet, row, own?.at, own?.heading)
  problems.push({ place, fault, fix, sheet: sheet.name, row: row.number })
}

/** Spaces that only spread a short name over its cell, and the middle dots of names in one form. */
function nameOf(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').replace(/[•‧∙⋅・･]/gu, '·')
}

function length(text: string): number {
  return [...text].length
}

/** Reads one row as far as it can be read on its own; unit and repetition are looked at with all rows. */
export function readRow(cells: Cells, sheet: CellSheet, row: CellRow, header: RosterHeader): RosterRow {
  const problems: RowProblem[] = []
  const add = (column: RosterColumn, fault: string, fix: string) =>
    addProblem(cells, { sheet, row, header, problems }, column, fault, fix)

  const read = (column: RosterColumn, limit: number): string => {
    const own = header.columns.get(column)
    if (own === undefined) return ''
    const cell = cellAt(row, own.at)
    const text = cell.text.trim().replace(/\s*\n\s*/gu, '')
    if (cell.formula !== undefined) {
      add(column, '这一格是公式，不是内容。', '复制这一格，再用“选择性粘贴—数值”贴回去。')
    } else if (INVISIBLE.test(text)) {
      add(column, '里面有看不见的字符。', '把这一格删空，重新打一遍。')
    } else {
      const fault = cell.kind === 'error' ? { fault: '这一格是公式的错误。', fix: '重新打一遍。' } : textFault(text)
      if (fault !== null) add(column, fault.fault, fault.fix)
      else if (/^[=@+]/.test(text)) {
        add(column, `“${text.slice(0, 20)}”的开头会被当成公式。`, '去掉开头的符号，重新打一遍。')
      }
    }
    // In a path > stands between units.
    if (column === 'unit' ? text.includes('<') : MARKUP.test(text)) {
      add(column, `“${text.slice(0, 20)}”里有尖括号。`, '去掉尖括号和里面的网页代码。')
    }
    if (length(text) > limit)
      add(column, `太长，最多${limit}个字，现在有${length(text)}个字。`, `删到${limit}个字以内。`)
    return text
  }

  const staffNumber = (): string => {
    const own = header.columns.get('staffNumber')
    const before = problems.length
    const text = read('staffNumber', ROSTER_LIMITS.staffNumber).normalize('NFKC')
    if (problems.length > before) return text
    if (text === '') add('staffNumber', '没有写工号。', '补上工号；没有工号的，请人事部门编一个，不要用姓名代替。')
    else if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text)) {
      add('staffNumber', `“${text}”是科学记数法，后面的数字已经丢失。`, '把这一列设成“文本”格式，再把工号重新填一遍。')
    } else if (own !== undefined && cellAt(row, own.at).kind === 'number' && text.length > DIGITS_KEPT) {
      add(
        'staffNumber',
        `工号有${text.length}位又存成了数字，第${DIGITS_KEPT}位后面的已经变成0。`,
        '把这一列设成“文本”格式，再把工号重新填一遍。',
      )
    } else if (!NUMBER_FORM.test(text)) {
      add(
        'staffNumber',
        `“${text.slice(0, 40)}”不是工号。`,
        '只用字母、数字和中间的 - _ . /，例如 ML0001，中间不要空格。',
      )
    }
    return text
  }

  const name = (): string => {
    const before = problems.length
    const text = nameOf(read('name', ROSTER_LIMITS.name))
    if (text === '' && problems.length === before) add('name', '没有写姓名。', '补上姓名。')
    else if (EMOJI.test(text)) add('name', `“${text.slice(0, 20)}”里有表情符号。`, '改成身份证上的姓名。')
    return text
  }

  const exemption = (): RosterEntry['exemption'] => {
    const isExempt = read('exempt', ROSTER_LIMITS.reason)
    const written = read('reason', ROSTER_LIMITS.reason)
    const [approver, attachment] = [
      read('approver', ROSTER_LIMITS.approver),
      read('attachment', ROSTER_LIMITS.attachment),
    ].map((own) => (NO.test(own) ? '' : own))
    // Files without a column for the reason write it where others write 是.
    const own = isExempt === '' || NO.test(isExempt) || YES.test(isExempt) ? '' : isExempt
    const reason = NO.test(written) ? '' : written || own
    const reasonColumn = header.columns.has('reason') ? 'reason' : 'exempt'
    if (NO.test(isExempt) && reason !== '') {
      add('exempt', `免考写的是“${isExempt}”，却写了原因。`, '免考的写“是”；不免考的，删去原因。')
    } else if (YES.test(isExempt) && reason === '') {
      add(reasonColumn, '免考没有写原因。', '写上原因，例如 距法定退休年龄不足两年。')
    } else if (reason === '' && (approver || attachment)) {
      add(reasonColumn, '有批准人或者附件，却没有免考的原因。', '补上原因；不免考的，删去批准人和附件。')
    } else if (reason !== '' && !approver) {
      add(
        header.columns.has('approver') ? 'approver' : reasonColumn,
        '免考没有写批准人。',
        '在“批准人”一列写上谁批准的。',
      )
    }
    return reason && approver ? { reason, approver, ...(attachment ? { attachment } : {}) } : undefined
  }

  const entry = { staffNumber: staffNumber(), name: name() }
  const unitNames: string[] = []
  for (const column of UNIT_COLUMNS) {
    const text = read(column, ROSTER_LIMITS.unitPath)
    const names = column === 'unit' ? splitUnitPath(text) : text === '' ? [] : [text.replaceAll('/', '／')]
    // A column of the office often stands beside a path that already ends with it.
    if (names.length > 0 && unitNames.at(-1) !== names.join('/')) unitNames.push(...names)
  }
  const unitColumn = UNIT_COLUMNS.find((column) => header.columns.has(column)) ?? 'unit'
  if (unitNames.length === 0) add(unitColumn, '没有写单位。', '补上单位，例如 明江省人社厅/云澜市人社局/法规科。')
  for (const own of unitNames) {
    if (length(own) < 2 || length(own) > 40) {
      add(unitColumn, `单位“${own.slice(0, 45)}”有${length(own)}个字。`, '一级单位写2到40个字，各级之间用 / 隔开。')
    }
  }
  if (unitNames.join('/').length > ROSTER_LIMITS.unitPath) {
    add(unitColumn, `单位各级加起来超过${ROSTER_LIMITS.unitPath}个字。`, '检查是不是把别的内容写进了单位。')
  }
  const post = read('post', ROSTER_LIMITS.post)
  const exempt = exemption()
  return {
    sheet,
    row,
    header,
    unitNames,
    problems,
    entry: {
      ...entry,
      unitPath: unitNames.join('/'),
      ...(post === '' ? {} : { post }),
      ...(exempt === undefined ? {} : { exemption: exempt }),
    },
  }
}
