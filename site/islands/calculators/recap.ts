import type { RawInput } from '../../../content/domain/calculators/input.ts'
import { type FieldSpec, shownFields } from './forms.ts'
import type { Wording } from './say.ts'

/** A field and what was entered, in words. */
export interface RecapLine {
  readonly field: string
  readonly label: string
  readonly value: string
}

/** What was entered, for the printed sheet; blank fields are left out. */
export function recapOf(fields: readonly FieldSpec[], values: RawInput, { say }: Wording): RecapLine[] {
  return shownFields(fields, values).flatMap(({ name, control }) => {
    const typed = values[name]?.trim() ?? ''
    if (typed === '') return []
    const words = { choice: () => say(`fields.${name}-${typed}.label`), tick: () => say('common.yes') }
    const value = control === 'choice' || control === 'tick' ? words[control]() : typed
    return [{ field: name, label: say(`fields.${name}.label`), value }]
  })
}
