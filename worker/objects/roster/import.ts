import {
  type RosterDifference,
  type RosterEntry,
  rosterDifference,
  staffNumberForm,
} from '../../../content/domain/roster.ts'
import type { RosterUpload } from '../../../content/domain/roster-api.ts'
import { type Unit, unitFaults } from '../../../content/domain/unit.ts'
import { unitPath, unitsWithin } from '../../../content/domain/unit-path.ts'
import type { StoredPerson } from './store.ts'

/** A field of an upload at fault. */
export interface UploadFault {
  /** JSON Pointer into the upload. */
  readonly pointer: string
  readonly detail: string
}

/** What an upload would do, or what is wrong with it. */
export type Plan =
  | {
      readonly difference: RosterDifference
      /** Id of the unit by its path of names. */
      readonly unitOf: ReadonlyMap<string, string>
    }
  | { readonly faults: readonly UploadFault[] }

const FAULTS_SHOWN = 20

/** Names from the root down to a unit, as rosters write them: `明江省人社厅/云澜市人社局`. */
export function namesOf(units: ReadonlyMap<string, Unit>, id: string): string[] {
  return (unitPath(units, id) ?? []).map((at) => units.get(at)?.name ?? at).reverse()
}

/** A stored person as an entry of a roster. */
export function entryOf(person: StoredPerson, path: string): RosterEntry {
  const { staffNumber, name, post, exemption } = person
  return {
    staffNumber,
    name,
    unitPath: path,
    ...(post === null ? {} : { post }),
    ...(exemption === undefined ? {} : { exemption }),
  }
}

/**
 * Compares an upload with who is there. Nothing outside the unit that the list is for is touched: its people don't
 * leave, and nobody is taken from there, since that is for those who look after both units.
 */
export function planOf(upload: RosterUpload, known: readonly Unit[], people: readonly StoredPerson[]): Plan {
  const units = [...known, ...upload.newUnits]
  const faults: UploadFault[] = unitFaults(units).map((detail) => ({ pointer: '/newUnits', detail }))
  if (faults.length > 0) return { faults }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const { within } = upload
  if (within !== null && !byId.has(within)) return { faults: [{ pointer: '/within', detail: '没有这个单位。' }] }
  const inScope = within === null ? new Set(byId.keys()) : unitsWithin(units, within)
  upload.newUnits.forEach(({ id, name }, index) => {
    if (!inScope.has(id)) faults.push({ pointer: `/newUnits/${index}`, detail: `“${name}”不在这份名单的单位里。` })
  })
  const pathOf = new Map(units.map(({ id }) => [id, namesOf(byId, id).join('/')]))
  const unitOf = new Map([...pathOf].map(([id, path]) => [path, id]))
  const elsewhere = new Set(
    people.filter(({ unit }) => !inScope.has(unit)).map(({ staffNumber }) => staffNumberForm(staffNumber)),
  )
  const seen = new Set<string>()
  upload.entries.forEach(({ staffNumber, unitPath: path }, index) => {
    const at = `/entries/${index}`
    const key = staffNumberForm(staffNumber)
    const unit = unitOf.get(path)
    if (unit === undefined) faults.push({ pointer: `${at}/unitPath`, detail: `没有“${path}”这个单位。` })
    else if (!inScope.has(unit)) faults.push({ pointer: `${at}/unitPath`, detail: `“${path}”不在这份名单的单位里。` })
    if (seen.has(key)) faults.push({ pointer: `${at}/staffNumber`, detail: `工号“${staffNumber}”出现了两次。` })
    if (elsewhere.has(key))
      faults.push({
        pointer: `${at}/staffNumber`,
        detail: `工号“${staffNumber}”的人现在在别的单位，请上级单位的管理员导入。`,
      })
    seen.add(key)
  })
  if (faults.length > 0) return { faults: faults.slice(0, FAULTS_SHOWN) }
  const before = people
    .filter(({ unit }) => inScope.has(unit))
    .map((person) => entryOf(person, pathOf.get(person.unit) ?? person.unit))
  return { difference: rosterDifference(before, upload.entries), unitOf }
}
