import type { Unit } from '../../../content/domain/unit.ts'
import type { Env } from '../../env.ts'
import { Refreshed } from '../../refreshed.ts'

/** The one `Roster` of a deployment. */
export function rosterOf(env: Env): DurableObjectStub<import('./object.ts').Roster> {
  return env.ROSTER.getByName('roster')
}

const cache = new Refreshed<readonly Unit[]>(1000)

/** The units of the deployment with their head counts, at most two seconds old. */
export function unitsOf(env: Env): Promise<readonly Unit[]> {
  return cache.get('units', () => rosterOf(env).units())
}

/** Forgets the copy, after this worker has changed the units itself. */
export function forgetUnits(): void {
  cache.clear()
}
