import type { FieldFault } from '../../../content/domain/calculators/input.ts'
import { formatQuantity } from './quantities.ts'
import type { Wording } from './say.ts'

/** Id of the control of a field, to which the summary of faults leads; of a choice, its first option. */
export const controlId = (field: string): string => `field-${field}`

/** A fault in words, the same in the summary and beside the field. */
export function faultText({ field, fault, limit, other }: FieldFault, wording: Wording): string {
  return wording.say(`faults.${fault}`, {
    label: wording.say(`fields.${field}.label`),
    limit: limit === undefined ? '' : formatQuantity(limit, wording),
    other: other === undefined ? '' : wording.say(`fields.${other}.label`),
  })
}
