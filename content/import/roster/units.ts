import { contentHash } from '../../domain/content-hash.ts'
import type { Unit } from '../../domain/unit.ts'

/** Units as people write them, and the tree that they make. */

/** What people put between the units of a path. */
const SEPARATOR = /[/\\>＞／＼→»]/u
/** Also put between them, and within the names of offices; so it counts where no other separator stands. */
const COMMA = /、/u

/**
 * The names of a path from the root down.
 *
 * @example splitUnitPath('明江省人社厅 > 云澜市人社局') // ['明江省人社厅', '云澜市人社局']
 */
export function splitUnitPath(text: string): string[] {
  return text
    .split(SEPARATOR.test(text) ? SEPARATOR : COMMA)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/**
 * The form in which two names are the same unit: width, spaces, brackets and the full name of the department don't matter.
 *
 * @example unitForm('云澜市人力资源和社会保障局') === unitForm('云澜市 人社局') // true
 */
export function unitForm(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .toUpperCase()
    .replace(/人力资源(?:和|与|及)?社会保障/gu, '人社')
}

/** The form in which two paths are the same. */
export function pathForm(names: readonly string[]): string {
  return names.map(unitForm).join('/')
}

/** The names from the root to a unit. */
function namesOf(unit: Unit, byId: ReadonlyMap<string, Unit>): string[] {
  const names: string[] = []
  const seen = new Set<Unit>()
  for (let at: Unit | undefined = unit; at !== undefined && !seen.has(at); at = byId.get(at.parent ?? '')) {
    seen.add(at)
    names.unshift(at.name)
  }
  return names
}

/**
 * The path of a unit.
 *
 * @example unitPathOf(unit, units) // '明江省人社厅（示例）/云澜市人社局'
 */
export function unitPathOf(unit: Unit, units: readonly Unit[]): string {
  return namesOf(unit, new Map(units.map((own) => [own.id, own]))).join('/')
}

/** Finds units by the paths that people write: whole, or from any unit on where only one fits. */
export class UnitFinder {
  readonly #byPath = new Map<string, Unit>()
  readonly #byTail = new Map<string, Unit[]>()
  readonly #paths = new Map<Unit, string>()

  constructor(units: readonly Unit[]) {
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    for (const unit of units) {
      const names = namesOf(unit, byId)
      this.#paths.set(unit, names.join('/'))
      this.#byPath.set(pathForm(names), unit)
      for (let from = 1; from < names.length; from += 1) {
        const tail = pathForm(names.slice(from))
        this.#byTail.set(tail, [...(this.#byTail.get(tail) ?? []), unit])
      }
    }
  }

  /** All units that a path may mean; one when it is clear, none when it is unknown. */
  find(names: readonly string[]): readonly Unit[] {
    const form = pathForm(names)
    const whole = this.#byPath.get(form)
    return whole === undefined ? (this.#byTail.get(form) ?? []) : [whole]
  }

  /** The path of a unit, with the names as the tree has them. */
  pathOf(unit: Unit): string {
    return this.#paths.get(unit) ?? unit.name
  }

  /** Paths of all units. */
  paths(): Iterable<string> {
    return this.#paths.values()
  }
}

/** The region that a unit below the root counts for: the city in its name. */
function regionOf(name: string, parent: Unit | null): string {
  if (parent === null) return '省本级'
  if (parent.parent !== null) return parent.region
  return /^.{1,18}?(?:市|自治州|州|地区|盟)/u.exec(name)?.[0] ?? parent.region
}

/**
 * The tree of units that paths name, known units included. A new unit has an id made of its path, so that the same path has the
 * same id in every import.
 *
 * @param paths with `/` between the names, one for each person: `staff` of a unit becomes the number of people who are in it and not in one below
 * @param known units that keep their ids, names and regions
 * @example (await unitsOfPaths(['省厅/法规处', '省厅/法规处'])).map(({ staff }) => staff) // [0, 2]
 */
export async function unitsOfPaths(paths: Iterable<string>, known: readonly Unit[] = []): Promise<Unit[]> {
  const finder = new UnitFinder(known)
  const units = new Map(known.map((unit) => [unit.id, { ...unit, staff: 0 }]))
  const counts = new Map<string, number>()
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1)
  const made = new Map<string, Unit>()
  const unitAt = async (names: readonly string[]): Promise<Unit | null> => {
    const name = names.at(-1)
    if (name === undefined) return null
    const found = finder.find(names)
    const own = (found.length === 1 ? units.get(found[0]?.id ?? '') : undefined) ?? made.get(pathForm(names))
    if (own !== undefined) return own
    const parent = await unitAt(names.slice(0, -1))
    const id = `u-${await contentHash(pathForm(names))}`
    const unit = { id, name, parent: parent?.id ?? null, region: regionOf(name, parent), staff: 0 }
    made.set(pathForm(names), unit)
    units.set(id, unit)
    return unit
  }
  for (const [path, count] of counts) {
    const unit = await unitAt(path.split('/'))
    if (unit !== null) unit.staff += count
  }
  return [...units.values()]
}
