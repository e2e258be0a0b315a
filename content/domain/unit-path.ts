import type { Unit } from './unit.ts'

/** Ids from a unit up to the root, the unit itself first. */
export type UnitPath = readonly string[]

/**
 * The path of a unit: itself, the unit above, and so on up to the root; `null` when there is no such unit.
 *
 * A circle, which `unitFaults` reports, ends where it closes.
 *
 * @example unitPath(units, 'ml-yunlan-donghe') // ['ml-yunlan-donghe', 'ml-yunlan', 'ml-hrss']
 */
export function unitPath(units: ReadonlyMap<string, Pick<Unit, 'parent'>>, id: string): UnitPath | null {
  if (!units.has(id)) return null
  const path = new Set<string>()
  for (let at: string | null = id; at !== null && !path.has(at); at = units.get(at)?.parent ?? null) path.add(at)
  return [...path]
}

/** Ids of a unit and of every unit below it. */
export function unitsWithin(units: readonly Pick<Unit, 'id' | 'parent'>[], root: string): Set<string> {
  const below = Map.groupBy(units, ({ parent }) => parent)
  const found = new Set([root])
  for (const id of found) for (const unit of below.get(id) ?? []) found.add(unit.id)
  return found
}
