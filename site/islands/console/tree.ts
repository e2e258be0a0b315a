import type { DeskCapability, Right } from '../../../content/domain/role.ts'
import type { Unit } from '../../../content/domain/unit.ts'
import { unitPath } from '../../../content/domain/unit-path.ts'

/** The units that someone looks after. */

/** A unit with those below it. */
export interface UnitNode {
  readonly unit: Unit
  /** Heads of the unit and of all below it. */
  readonly heads: number
  readonly below: readonly UnitNode[]
}

/** Whether somebody may do something anywhere. */
export function mayAnywhere(rights: readonly Right[], capability: DeskCapability): boolean {
  return rights.some((right) => right.capability === capability)
}

/** Whether somebody may do something in a unit. */
export function mayIn(
  rights: readonly Right[],
  capability: DeskCapability,
  unit: string,
  units: readonly Unit[],
): boolean {
  const path = unitPath(new Map(units.map((each) => [each.id, each])), unit) ?? []
  return rights.some((right) => right.capability === capability && path.includes(right.unit))
}

/**
 * The trees of units in which a capability is held: one for each unit of a right that lies below no other of them.
 * Rights in units that are gone give nothing.
 */
export function treesOf(units: readonly Unit[], rights: readonly Right[], capability: DeskCapability): UnitNode[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const below = Map.groupBy(units, ({ parent }) => parent)
  const held = new Set(rights.filter((right) => right.capability === capability).map(({ unit }) => unit))
  const node = (unit: Unit): UnitNode => {
    const children = (below.get(unit.id) ?? []).map(node)
    return { unit, heads: children.reduce((sum, { heads }) => sum + heads, unit.staff), below: children }
  }
  const isTop = (unit: Unit) =>
    held.has(unit.id) && !(unitPath(byId, unit.id) ?? []).slice(1).some((above) => held.has(above))
  return units.filter(isTop).map(node)
}

/** A tree as lines, each with its depth from 0. */
export function linesOf(trees: readonly UnitNode[], depth = 0): { node: UnitNode; depth: number }[] {
  return trees.flatMap((node) => [{ node, depth }, ...linesOf(node.below, depth + 1)])
}
