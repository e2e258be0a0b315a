import { type Problem, ProblemsError } from '../../domain/errors.ts'
import { type RosterEntry, RosterEntrySchema, staffNumberForm } from '../../domain/roster.ts'
import type { Unit } from '../../domain/unit.ts'
import { nearest } from '../../source/nearest.ts'
import { type CellRow, type CellSheet, type Cells, placeOf, type RowProblem } from '../workbook/cells.ts'
import { type RosterHeader, rosterHeader, UNIT_COLUMNS } from './header.ts'
import { addProblem, type RosterRow, readRow } from './row.ts'
import { pathForm, UnitFinder, unitsOfPaths } from './units.ts'

/** The cells of a file → a roster, all or nothing. */

/** What is known before an import, and who is told how far it is. */
export interface RosterOptions {
  /** The tree of units; a path that isn't in it is a problem. Without it the tree is made of the paths. */
  readonly units?: readonly Unit[]
  /** Unknown paths become new units of `units` instead. */
  readonly addUnits?: boolean
  readonly onProgress?: (done: number, total: number) => void
}

/** A roster with its units, or everything that is wrong with every row. */
export type RosterReading = (
  | {
      readonly ok: true
      readonly entries: readonly RosterEntry[]
      /** The whole tree; `staff` counts the people of the file. */
      readonly units: readonly Unit[]
      readonly newUnits: readonly Unit[]
      /** Ids of units by `unitPath`. */
      readonly unitOf: ReadonlyMap<string, string>
    }
  | { readonly ok: false; readonly problems: readonly RowProblem[]; readonly badRows: number }
) & {
  /** Rows of people, bad ones included. */
  readonly rows: number
  /** Names of sheets that have cells but no header of a roster. */
  readonly passedOver: readonly string[]
}

const ROWS_AT_MOST = 200_000
/** Rows between two reports of progress; the page can be drawn in between. */
const STEP = 1000
/** For so many unknown paths the nearest known one is looked for, which takes long. */
const NEAREST_FOR = 200
const HEADER_EXAMPLE = '在人员上面加一行表头：工号、姓名、单位，另可有职务、免考原因、批准人、附件。'

interface Work {
  readonly sheet: CellSheet
  readonly header: RosterHeader
  readonly row: CellRow
}

function workOf(cells: Cells): { work: Work[]; passedOver: string[] } {
  const work: Work[] = []
  const passedOver: string[] = []
  const problems: Problem[] = []
  for (const sheet of cells.sheets) {
    const header = rosterHeader(sheet)
    if (header === null) {
      if (sheet.rows.length > 0) passedOver.push(sheet.name ?? cells.file)
    } else if ('fault' in header) {
      problems.push({ place: placeOf(cells, sheet, header.row), fault: header.fault, fix: header.fix })
    } else for (const row of header.rows) work.push({ sheet, header, row })
  }
  if (problems.length > 0) throw new ProblemsError(problems)
  const refuse = (fault: string, fix: string) => new ProblemsError([{ place: cells.file, fault, fix }])
  if (work.length === 0) {
    const hasHeader = cells.sheets.some((sheet) => rosterHeader(sheet) !== null)
    throw hasHeader
      ? refuse('表头下面没有人员。', '从表头的下一行起写人员，一行一个。')
      : refuse('找不到有工号、姓名和单位的表头。', HEADER_EXAMPLE)
  }
  if (work.length > ROWS_AT_MOST)
    throw refuse(`有${work.length}行，一次最多${ROWS_AT_MOST}行。`, '按地区拆成几个文件。')
  return { work, passedOver }
}

/** Names every staff number that stands twice, each time with the other row. */
function findRepeated(cells: Cells, rows: readonly RosterRow[]): void {
  const first = new Map<string, RosterRow>()
  const named = new Set<RosterRow>()
  const place = ({ sheet, row }: RosterRow) => placeOf(cells, sheet, row)
  for (const own of rows) {
    const form = staffNumberForm(own.entry.staffNumber)
    const other = first.get(form)
    if (form === '') continue
    if (other === undefined) {
      first.set(form, own)
      continue
    }
    const fix = '同一个人只留一行；是两个人的，改正工号。'
    const fault = (with_: RosterRow) => `工号“${own.entry.staffNumber}”和“${place(with_)}”重复。`
    addProblem(cells, own, 'staffNumber', fault(other), fix)
    if (!named.has(other)) addProblem(cells, other, 'staffNumber', fault(own), fix)
    named.add(other)
  }
}

function unitColumnOf({ header }: RosterRow) {
  return UNIT_COLUMNS.find((column) => header.columns.has(column)) ?? 'unit'
}

/** Gives each row the path as the tree has it, and names paths that aren't in the tree. */
function findUnits(cells: Cells, rows: RosterRow[], units: readonly Unit[], mayAdd: boolean): void {
  const finder = new UnitFinder(units)
  const suggestions = new Map<string, string | null>()
  const suggestion = (path: string): string | null => {
    if (!suggestions.has(path) && suggestions.size < NEAREST_FOR) suggestions.set(path, nearest(path, finder.paths()))
    return suggestions.get(path) ?? null
  }
  for (const [at, own] of rows.entries()) {
    if (own.unitNames.length === 0) continue
    const split = finder.find(own.unitNames)
    // The commas may have stood within the name of one office.
    const found = split.length > 0 ? split : finder.find([own.unitNames.join('、')])
    const path = own.entry.unitPath
    const [unit, second] = found
    if (unit !== undefined && second === undefined) {
      rows[at] = { ...own, entry: { ...own.entry, unitPath: finder.pathOf(unit) } }
    } else if (unit !== undefined) {
      const all = found.map((one) => finder.pathOf(one)).join('”“')
      addProblem(cells, own, unitColumnOf(own), `“${path}”不止一个：“${all}”。`, '从最上级单位写起。')
    } else if (!mayAdd) {
      const near = suggestion(path)
      const fix = `${near === null ? '' : `是不是“${near}”？`}按单位名单里的写法改正；是新单位的，先加进名单。`
      addProblem(cells, own, unitColumnOf(own), `没有“${path}”这个单位。`, fix)
    }
  }
}

/** Names rows whose path is another spelling of one that stands in more rows, or earlier. */
function findSpellings(cells: Cells, rows: readonly RosterRow[]): void {
  const spellings = new Map<string, Map<string, RosterRow[]>>()
  for (const own of rows) {
    if (own.unitNames.length === 0) continue
    const form = pathForm(own.unitNames)
    const same = spellings.get(form) ?? new Map<string, RosterRow[]>()
    spellings.set(form, same)
    const list = same.get(own.entry.unitPath)
    if (list === undefined) same.set(own.entry.unitPath, [own])
    else list.push(own)
  }
  for (const same of spellings.values()) {
    if (same.size < 2) continue
    const [[usual = ''] = [], ...others] = [...same].toSorted(([, a], [, b]) => b.length - a.length)
    for (const [path, members] of others) {
      for (const own of members) {
        const fault = `“${path}”和别的行的“${usual}”是同一个单位，写法不一样。`
        addProblem(cells, own, unitColumnOf(own), fault, `都写成“${usual}”，或者都写成“${path}”。`)
      }
    }
  }
}

/** The schema has the last word, in case a rule is in it and not among the sentences. */
function findUnfit(cells: Cells, rows: readonly RosterRow[]): void {
  for (const own of rows) {
    if (own.problems.length > 0 || RosterEntrySchema.safeParse(own.entry).success) continue
    addProblem(cells, own, 'staffNumber', '这一行不能用。', '检查这一行各格有没有多余的符号，或者重新打一遍。')
  }
}

/**
 * Reads a roster. Rows that aren't blank all have to be right; otherwise every reason of every bad row is named.
 *
 * @throws {ProblemsError} when the file as a whole is none: no header, a column missing or twice, no rows
 * @example const reading = await readRoster(await readCells('人员.xlsx', bytes), { units })
 */
export async function readRoster(cells: Cells, options: RosterOptions = {}): Promise<RosterReading> {
  const { units, addUnits = units === undefined, onProgress } = options
  const { work, passedOver } = workOf(cells)
  const rows: RosterRow[] = []
  for (const [at, { sheet, row, header }] of work.entries()) {
    const own = readRow(cells, sheet, row, header)
    // A broken row of CSV has no cells, so nothing else is to be said of it.
    if (row.broken !== undefined) {
      const fix = '用表格软件打开，另存为“CSV UTF-8”；手工改的，格里的每个英文双引号写两个。'
      const place = placeOf(cells, sheet, row)
      own.problems.splice(0, Infinity, { place, fault: row.broken, fix, sheet: sheet.name, row: row.number })
    }
    rows.push(own)
    if (onProgress !== undefined && (at + 1) % STEP === 0) {
      onProgress(at + 1, work.length)
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  findRepeated(cells, rows)
  findUnits(cells, rows, units ?? [], addUnits)
  if (addUnits) findSpellings(cells, rows)
  findUnfit(cells, rows)
  onProgress?.(work.length, work.length)
  const common = { rows: rows.length, passedOver }
  const bad = rows.filter(({ problems }) => problems.length > 0)
  if (bad.length > 0) {
    return { ...common, ok: false, badRows: bad.length, problems: bad.flatMap(({ problems }) => problems) }
  }
  const tree = await unitsOfPaths(
    rows.map(({ entry }) => entry.unitPath),
    units,
  )
  const finder = new UnitFinder(tree)
  // Below a known unit a new one may stand whose path spells the known one otherwise.
  const entries = rows.map(({ entry }) => {
    const [unit] = finder.find(entry.unitPath.split('/'))
    return unit === undefined ? entry : { ...entry, unitPath: finder.pathOf(unit) }
  })
  const known = new Set(units?.map(({ id }) => id))
  const unitOf = new Map(tree.map((unit) => [finder.pathOf(unit), unit.id]))
  return { ...common, ok: true, entries, units: tree, newUnits: tree.filter(({ id }) => !known.has(id)), unitOf }
}
