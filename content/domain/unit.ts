import * as z from 'zod/mini'
import { UnitIdSchema } from './unit-id.ts'

/** A unit of the department: province → city → county → office (`content/units.yaml`). */
export const UnitSchema = z.strictObject({
  id: UnitIdSchema,
  name: z.string().check(z.minLength(2), z.maxLength(40)),
  /** Id of the unit above, `null` for the root. */
  parent: z.nullable(z.string()),
  /** Region under which its results count in the standings of regions. */
  region: z.string().check(z.minLength(2), z.maxLength(20)),
  /** Head count, the denominator of participation rates. */
  staff: z.int().check(z.gte(0)),
})
export type Unit = z.output<typeof UnitSchema>

/**
 * What is wrong with a list of units, each a Chinese sentence: ids that occur twice, parents that don't exist, circles.
 */
export function unitFaults(units: readonly Unit[]): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const faults: string[] = []
  if (byId.size !== units.length) faults.push('有两个单位用了同一个编号（id）。')
  for (const unit of units) {
    const seen = new Set<string>()
    for (let at: Unit | undefined = unit; at?.parent != null; at = byId.get(at.parent)) {
      if (seen.has(at.id)) {
        // A unit below a circle meets it too, but doesn't stand in it.
        if (at.id === unit.id) faults.push(`单位“${unit.id}”成了自己的上级。`)
        break
      }
      seen.add(at.id)
      if (!byId.has(at.parent)) faults.push(`单位“${at.id}”的上级（parent）“${at.parent}”不在名单里。`)
    }
  }
  return [...new Set(faults)]
}
